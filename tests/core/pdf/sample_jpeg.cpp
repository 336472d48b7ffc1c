#include "tests/core/pdf/sample_jpeg.h"

#include <turbojpeg.h>

#include <stdexcept>
#include <vector>

namespace station::pdf {

QByteArray sampleJpeg(int width, int height, SampleKind kind)
{
    const int format = kind == SampleKind::Gray          ? TJPF_GRAY
                       : kind == SampleKind::FourColours ? TJPF_CMYK
                                                         : TJPF_RGB;
    const int flags = kind == SampleKind::Progressive ? TJFLAG_PROGRESSIVE : 0;
    const auto rowBytes = static_cast<std::size_t>(width * tjPixelSize[format]);
    std::vector<unsigned char> pixels(rowBytes * static_cast<std::size_t>(height));
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] =
            static_cast<unsigned char>(200 + i / rowBytes * 50 / static_cast<std::size_t>(height));

    const tjhandle compressor = tjInitCompress();
    unsigned char *jpeg = nullptr;
    unsigned long size = 0;
    const int failed =
        tjCompress2(compressor, pixels.data(), width, 0, height, format, &jpeg, &size,
                    kind == SampleKind::Gray ? TJSAMP_GRAY : TJSAMP_420, 75, flags);
    const QByteArray bytes(reinterpret_cast<const char *>(jpeg), static_cast<qsizetype>(size));
    tjFree(jpeg);
    tjDestroy(compressor);
    if (failed != 0)
        throw std::runtime_error("no sample JPEG");
    return bytes;
}

}  // namespace station::pdf
