#include "core/imaging/jpeg.h"

#include "core/imaging/exif.h"

#include <QtEndian>

#include <turbojpeg.h>

namespace station::imaging {
namespace {

static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "Leptonica's words read as XBGR bytes");

constexpr qsizetype unitAt = 13;  // SOI, APP0, length, "JFIF\0", version

bool hasJfifHeader(const QByteArray &jpeg)
{
    return jpeg.size() >= unitAt + 5 && jpeg.mid(6, 4) == "JFIF";
}

/// libjpeg-turbo's short interface writes "1:1, no unit" into the JFIF header.
void writeDensity(QByteArray &jpeg, int dpi)
{
    if (!hasJfifHeader(jpeg))
        return;
    jpeg[unitAt] = 1;  // dots per inch
    qToBigEndian(static_cast<quint16>(dpi), jpeg.data() + unitAt + 1);
    qToBigEndian(static_cast<quint16>(dpi), jpeg.data() + unitAt + 3);
}

/// Padding before the end hides nothing; any other complaint means that pixels are missing
/// or wrong, which the decoder would show as gray.
bool isWhole(tjhandle decoder)
{
    return tjGetErrorCode(decoder) == TJERR_WARNING &&
           QByteArrayView(tjGetErrorStr2(decoder)).contains("extraneous bytes before marker 0xd9");
}

/// In place. Adobe's programs, nearly the only ones to write four inks, store them inverted.
void makeRgb(Pix *fourInks, bool inverted)
{
    auto *at = reinterpret_cast<unsigned char *>(pixGetData(fourInks));
    const auto *end = at + qsizetype{4} * pixGetWpl(fourInks) * pixGetHeight(fourInks);
    for (; at < end; at += 4) {
        const auto light = [&](int ink) { return inverted ? at[ink] : 255 - at[ink]; };
        const int black = light(3);
        const auto red = static_cast<unsigned char>(light(0) * black / 255);
        const auto green = static_cast<unsigned char>(light(1) * black / 255);
        const auto blue = static_cast<unsigned char>(light(2) * black / 255);
        at[0] = 0;
        at[1] = blue;
        at[2] = green;
        at[3] = red;
    }
}

int pixelFormat(int space)
{
    switch (space) {
    case TJCS_GRAY:
        return TJPF_GRAY;
    case TJCS_CMYK:
    case TJCS_YCCK:
        return TJPF_CMYK;
    default:
        return TJPF_XBGR;
    }
}

}  // namespace

JpegDensity densityOf(const QByteArray &jpeg)
{
    if (!hasJfifHeader(jpeg))
        return {};
    const auto at = [&](qsizetype place) {
        const int density = qFromBigEndian<quint16>(jpeg.constData() + place);
        switch (jpeg[unitAt]) {
        case 1:
            return density;
        case 2:
            return qRound(density * 2.54);
        default:
            return 0;
        }
    };
    return {.across = at(unitAt + 1), .down = at(unitAt + 3)};
}

Expected<QByteArray> jpegOf(const Image &image, int quality, JpegCoding coding)
{
    // Leptonica keeps gray in words, first pixel in the highest byte.
    const PixPointer swapped(image.isGray() ? pixEndianByteSwapNew(image.pix()) : nullptr);
    const auto *pixels = pixGetData(image.isGray() ? swapped.get() : image.pix());

    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    const tjhandle encoder = tjInitCompress();
    const int failed = tjCompress2(
        encoder, reinterpret_cast<const unsigned char *>(pixels), image.width(),
        pixGetWpl(image.pix()) * 4, image.height(), image.isGray() ? TJPF_GRAY : TJPF_XBGR, &bytes,
        &size, image.isGray() ? TJSAMP_GRAY : TJSAMP_420, quality,
        TJFLAG_ACCURATEDCT | (coding == JpegCoding::Progressive ? TJFLAG_PROGRESSIVE : 0));
    QByteArray jpeg(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    tjFree(bytes);
    tjDestroy(encoder);
    if (failed != 0)
        return fail(Fault::Internal, QStringLiteral("jpeg encoder"));
    writeDensity(jpeg, image.dpi());
    return jpeg;
}

PixPointer readJpeg(const QByteArray &jpeg)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(jpeg.constData());
    const auto size = static_cast<unsigned long>(jpeg.size());
    const std::unique_ptr<void, int (*)(tjhandle)> decoder(tjInitDecompress(), tjDestroy);
    int width = 0;
    int height = 0;
    int sampling = 0;
    int space = 0;
    if (tjDecompressHeader3(decoder.get(), bytes, size, &width, &height, &sampling, &space) != 0)
        return {};
    const int format = pixelFormat(space);
    PixPointer pix(pixCreateNoInit(width, height, format == TJPF_GRAY ? 8 : 32));
    if (!pix || (tjDecompress2(decoder.get(), bytes, size,
                               reinterpret_cast<unsigned char *>(pixGetData(pix.get())), width,
                               pixGetWpl(pix.get()) * 4, height, format,
                               TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS) != 0 &&
                 !isWhole(decoder.get())))
        return {};
    if (format == TJPF_GRAY)
        pixEndianByteSwap(pix.get());
    if (format == TJPF_CMYK)
        makeRgb(pix.get(), jpeg.left(4096).contains("Adobe"));
    const Exif exif = exifOf(jpeg);
    const int said = densityOf(jpeg).across;
    const int dpi = said > 0 ? said : exif.dpi;
    if (exif.turnDeg != 0)
        pix.reset(pixRotateOrth(pix.get(), exif.turnDeg / 90));
    if (pix)
        pixSetResolution(pix.get(), dpi, dpi);
    return pix;
}

}  // namespace station::imaging
