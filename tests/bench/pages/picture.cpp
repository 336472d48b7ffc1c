// Pictures for the benchmarks that are written in Python.
// Usage: bench_picture turn DEGREES IN.jpg OUT.jpg · bench_picture scale FACTOR IN.jpg OUT.jpg

#include <leptonica/allheaders.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

int main(int argc, char **argv)
{
    constexpr int quality = 95;
    if (argc != 5)
        return 2;
    const double number = std::atof(argv[2]);
    Pix *given = pixRead(argv[3]);
    if (given == nullptr)
        return 1;
    Pix *made = nullptr;
    int dpi = pixGetXRes(given);
    if (std::strcmp(argv[1], "turn") == 0) {
        made = pixRotateOrth(given, static_cast<int>(number) / 90);
    } else if (std::strcmp(argv[1], "scale") == 0) {
        const auto factor = static_cast<float>(number);
        made = pixScale(given, factor, factor);
        dpi = static_cast<int>(dpi * number + 0.5);
    }
    if (made == nullptr)
        return 2;
    pixSetResolution(made, dpi, dpi);
    return pixWriteJpeg(argv[4], made, quality, 0);
}
