#include "core/imaging/jpeg.h"

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

/// Zero when it is not said in dots per inch or centimetre.
int densityOf(const QByteArray &jpeg)
{
    if (!hasJfifHeader(jpeg))
        return 0;
    const int density = qFromBigEndian<quint16>(jpeg.constData() + unitAt + 1);
    switch (jpeg[unitAt]) {
    case 1:
        return density;
    case 2:
        return qRound(density * 2.54);
    default:
        return 0;
    }
}

}  // namespace

Expected<QByteArray> jpegOf(const Image &image, int quality)
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
        &size, image.isGray() ? TJSAMP_GRAY : TJSAMP_420, quality, TJFLAG_ACCURATEDCT);
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
    if (tjDecompressHeader3(decoder.get(), bytes, size, &width, &height, &sampling, &space) != 0 ||
        space == TJCS_CMYK || space == TJCS_YCCK)
        return {};
    const bool gray = space == TJCS_GRAY;
    PixPointer pix(pixCreateNoInit(width, height, gray ? 8 : 32));
    if (!pix || tjDecompress2(decoder.get(), bytes, size,
                              reinterpret_cast<unsigned char *>(pixGetData(pix.get())), width,
                              pixGetWpl(pix.get()) * 4, height, gray ? TJPF_GRAY : TJPF_XBGR,
                              TJFLAG_ACCURATEDCT) != 0)
        return {};
    if (gray)
        pixEndianByteSwap(pix.get());
    const int dpi = densityOf(jpeg);
    pixSetResolution(pix.get(), dpi, dpi);
    return pix;
}

}  // namespace station::imaging
