#include "core/imaging/raw_pnm_image.h"

#include "core/imaging/raw_pnm.h"

#include <cstring>

namespace station::imaging {
namespace {

void copyColour(const uchar *from, l_uint32 *to, int width)
{
    for (int x = 0; x < width; ++x, from += 3)
        to[x] = static_cast<l_uint32>(from[0]) << 24 | static_cast<l_uint32>(from[1]) << 16 |
                static_cast<l_uint32>(from[2]) << 8;
}

}  // namespace

PixPointer readRawPnm(const QString &path)
{
    const auto pnm = RawPnm::open(path);
    if (!pnm)
        return {};
    PixPointer pix(pixCreateNoInit(pnm->width(), pnm->height(), pnm->isColour() ? 32 : 8));
    if (!pix)
        return {};
    for (int y = 0; y < pnm->height(); ++y) {
        l_uint32 *to = pixGetData(pix.get()) + qint64{y} * pixGetWpl(pix.get());
        if (pnm->isColour())
            copyColour(pnm->row(y), to, pnm->width());
        else
            std::memcpy(to, pnm->row(y), static_cast<std::size_t>(pnm->width()));
    }
    if (!pnm->isColour())
        pixEndianByteSwap(pix.get());
    return pix;
}

QByteArray rawPnmOf(const Image &image)
{
    const int samples = image.isGray() ? 1 : 3;
    QByteArray pnm = QStringLiteral("P%1\n%2 %3\n255\n")
                         .arg(image.isGray() ? 5 : 6)
                         .arg(image.width())
                         .arg(image.height())
                         .toLatin1();
    const qsizetype start = pnm.size();
    pnm.resize(start + qsizetype{image.width()} * image.height() * samples);
    char *to = pnm.data() + start;
    for (int y = 0; y < image.height(); ++y) {
        auto *row = pixGetData(image.pix()) + qsizetype{y} * pixGetWpl(image.pix());
        for (int x = 0; x < image.width(); ++x) {
            if (image.isGray()) {
                *to++ = static_cast<char>(GET_DATA_BYTE(row, x));
                continue;
            }
            for (const int shift : {24, 16, 8})
                *to++ = static_cast<char>(row[x] >> shift & 255U);
        }
    }
    return pnm;
}

}  // namespace station::imaging
