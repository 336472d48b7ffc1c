#include "tests/fuzz/pages/sample_pictures.h"

#include "core/imaging/pix_pointer.h"

#include <leptonica/allheaders.h>
#include <turbojpeg.h>

#include <cstdlib>
#include <vector>

namespace station::testing {
namespace {

using imaging::PixPointer;

constexpr int width = 61;
constexpr int height = 51;  // a little more than the least that is taken for a picture
constexpr int dpi = 300;

PixPointer letters(int depth)
{
    PixPointer pix(pixCreate(width, height, depth));
    pixSetResolution(pix.get(), dpi, dpi);
    pixSetAll(pix.get());
    const l_uint32 ink = depth == 1 ? 1 : 0;
    for (int y = 5; y < height - 5; y += 8) {
        for (int x = 5; x < width - 5; x += 1 + (x * y) % 3)
            pixSetPixel(pix.get(), x, y + x % 4, ink);
    }
    if (depth == 1)
        pixInvert(pix.get(), pix.get());
    return pix;
}

QByteArray written(Pix *pix, int format)
{
    l_uint8 *bytes = nullptr;
    std::size_t size = 0;
    if (pixWriteMem(&bytes, &size, pix, format) != 0)
        return {};
    QByteArray result(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    std::free(bytes);
    return result;
}

QByteArray cmykJpeg()
{
    const std::vector<unsigned char> pixels(width * height * 4, 0x60);
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    tjhandle jpeg = tjInitCompress();
    tjCompress2(jpeg, pixels.data(), width, 0, height, TJPF_CMYK, &bytes, &size, TJSAMP_444, 80, 0);
    QByteArray result(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    tjFree(bytes);
    tjDestroy(jpeg);
    return result;
}

}  // namespace

QByteArrayList samplePictures()
{
    const PixPointer bits = letters(1);
    const PixPointer gray = letters(8);
    const PixPointer color = letters(32);
    const PixPointer fine = letters(16);
    const PixPointer palette(pixConvertRGBToColormap(color.get(), 0));
    QByteArrayList pictures{cmykJpeg()};
    for (const auto &pix : {bits.get(), gray.get(), color.get(), fine.get(), palette.get()}) {
        for (const int format : {IFF_PNM, IFF_PNG, IFF_TIFF, IFF_TIFF_LZW, IFF_TIFF_ZIP})
            pictures << written(pix, format);
    }
    for (const int format : {IFF_TIFF_G3, IFF_TIFF_G4, IFF_TIFF_RLE, IFF_TIFF_PACKBITS})
        pictures << written(bits.get(), format);
    for (const auto &pix : {gray.get(), color.get()})
        pictures << written(pix, IFF_JFIF_JPEG) << written(pix, IFF_TIFF_JPEG);
    pictures << "P1\n50 50\n" + QByteArray("0 1 ").repeated(1'250)
             << "P2\n50 50 255\n" + QByteArray("0 99 255 7 ").repeated(625)
             << "P3\n50 50 255\n" + QByteArray("0 200 255 ").repeated(2'500);
    pictures.removeAll(QByteArray());
    return pictures;
}

QByteArrayList pictureWords()
{
    using namespace std::string_literals;
    const auto bytes = [](const std::string &text) {
        return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    };
    return {bytes("\xff\xd8"s),
            bytes("\xff\xd9"s),
            bytes("\xff\xc0"s),
            bytes("\xff\xc2"s),
            bytes("\xff\xda"s),
            bytes("\xff\xc4"s),
            bytes("\xff\xff"s),
            bytes("\xff\xff\xff\xff"s),
            bytes("\0\0"s),
            bytes("\0\0\0\0"s),
            bytes("\x7f\xff\xff\xff"s),
            bytes("\x80\0\0\0"s),
            bytes("\0\1"s),
            bytes("II*\0"s),
            bytes("MM\0*"s),
            "IHDR",
            "IDAT",
            "PLTE",
            "tRNS",
            "IEND",
            "P5\n",
            "P6 ",
            "P7\n",
            " 65535 ",
            " -1 ",
            "99999 "};
}

}  // namespace station::testing
