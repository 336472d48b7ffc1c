#include "core/imaging/jpeg.h"

#include "core/imaging/pix_pointer.h"

#include <QtEndian>

#include <turbojpeg.h>

namespace station::imaging {
namespace {

/// libjpeg-turbo's short interface writes "1:1, no unit" into the JFIF header.
void writeDensity(QByteArray &jpeg, int dpi)
{
    constexpr qsizetype unitAt = 13;  // SOI, APP0, length, "JFIF\0", version
    if (jpeg.size() < unitAt + 5 || jpeg.mid(6, 4) != "JFIF")
        return;
    jpeg[unitAt] = 1;  // dots per inch
    qToBigEndian(static_cast<quint16>(dpi), jpeg.data() + unitAt + 1);
    qToBigEndian(static_cast<quint16>(dpi), jpeg.data() + unitAt + 3);
}

}  // namespace

Expected<QByteArray> jpegOf(const Image &image, int quality)
{
    static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "Leptonica's words read as XBGR bytes");
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

}  // namespace station::imaging
