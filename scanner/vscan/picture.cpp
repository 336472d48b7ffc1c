#include "scanner/vscan/picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>

#include <png.h>
#include <turbojpeg.h>

namespace vscan {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::int64_t mostPixels = 400'000'000;

unsigned number(const Bytes &bytes, std::size_t at, std::size_t size)
{
    unsigned value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | bytes[at + i];
    return value;
}

/// pHYs stores whole pixels a metre, so 300 dpi comes back as 299.9994.
double nearWhole(double dpi)
{
    return std::abs(dpi - std::round(dpi)) < 0.05 ? std::round(dpi) : dpi;
}

double pngDpi(const Bytes &bytes)
{
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
        const std::size_t size = number(bytes, at, 4);
        const char *name = reinterpret_cast<const char *>(bytes.data()) + at + 4;
        if (std::memcmp(name, "IDAT", 4) == 0)
            break;
        if (std::memcmp(name, "pHYs", 4) == 0 && size == 9 && at + 17 <= bytes.size() &&
            bytes[at + 16] == 1)
            return nearWhole(number(bytes, at + 8, 4) * 0.0254);
        at += 12 + size;
    }
    return 0;
}

double jpegDpi(const Bytes &bytes)
{
    if (bytes.size() < 18 || std::memcmp(bytes.data() + 6, "JFIF", 5) != 0)
        return 0;
    const double density = number(bytes, 14, 2);
    switch (bytes[13]) {
    case 1:
        return density;
    case 2:
        return nearWhole(density * 2.54);
    default:
        return 0;
    }
}

bool fits(std::int64_t width, std::int64_t height)
{
    return width > 0 && height > 0 && width * height <= mostPixels;
}

std::optional<Picture> decodedPng(const Bytes &bytes)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()))
        return {};
    const std::unique_ptr<png_image, decltype(&png_image_free)> guard(&image, png_image_free);
    if (!fits(image.width, image.height))
        return {};
    image.format = PNG_FORMAT_RGB;
    Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), pngDpi(bytes),
                    Bytes(PNG_IMAGE_SIZE(image))};
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(&image, &white, picture.rgb.data(), 0, nullptr))
        return {};
    return picture;
}

std::optional<Picture> decodedJpeg(const Bytes &bytes)
{
    const std::unique_ptr<void, decltype(&tjDestroy)> decoder(tjInitDecompress(), tjDestroy);
    Picture picture;
    int subsampling = 0;
    int colours = 0;
    if (!decoder || tjDecompressHeader3(decoder.get(), bytes.data(), bytes.size(), &picture.width,
                                        &picture.height, &subsampling, &colours) != 0)
        return {};
    if (!fits(picture.width, picture.height))
        return {};
    picture.dpi = jpegDpi(bytes);
    picture.rgb.resize(static_cast<std::size_t>(picture.width) *
                       static_cast<std::size_t>(picture.height) * 3);
    if (tjDecompress2(decoder.get(), bytes.data(), bytes.size(), picture.rgb.data(), picture.width,
                      0, picture.height, TJPF_RGB, 0) != 0)
        return {};
    return picture;
}

}  // namespace

std::optional<Picture> loadPicture(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    const Bytes bytes(std::istreambuf_iterator<char>(stream), {});
    static constexpr std::uint8_t pngMagic[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    const bool isPng =
        bytes.size() > 8 && std::equal(std::begin(pngMagic), std::end(pngMagic), bytes.begin());
    auto picture = isPng ? decodedPng(bytes) : decodedJpeg(bytes);
    if (picture && (picture->dpi < 10 || picture->dpi > 10'000))
        picture->dpi = 300;
    return picture;
}

Picture blankBackOf(const Picture &front, int percent)
{
    Picture back = front;
    const auto width = static_cast<std::size_t>(front.width);
    for (std::size_t i = 0; i < back.rgb.size(); ++i) {
        const std::size_t x = i / 3 % width;
        const std::size_t mirrored = i + (width - 1 - x) * 3 - x * 3;
        back.rgb[i] = static_cast<std::uint8_t>(255 - (255 - front.rgb[mirrored]) * percent / 100);
    }
    return back;
}

}  // namespace vscan
