#include "core/imaging/raw_pnm.h"

#include <QFile>

#include <cctype>
#include <cstring>
#include <optional>

namespace station::imaging {
namespace {

/// The next number of the header; comments run from '#' to the end of the line.
std::optional<int> numberAt(const QByteArray &header, qsizetype &at)
{
    while (at < header.size() && std::isdigit(static_cast<unsigned char>(header[at])) == 0) {
        if (header[at] == '#')
            at = header.indexOf('\n', at);
        else if (std::isspace(static_cast<unsigned char>(header[at])) == 0)
            return {};
        if (at < 0)
            return {};
        ++at;
    }
    qint64 value = 0;
    const auto start = at;
    while (at < header.size() && std::isdigit(static_cast<unsigned char>(header[at])) != 0 &&
           value < 1'000'000)
        value = value * 10 + (header[at++] - '0');
    return at > start ? std::optional(static_cast<int>(value)) : std::nullopt;
}

void copyColour(const uchar *from, l_uint32 *to, int width)
{
    for (int x = 0; x < width; ++x, from += 3)
        to[x] = static_cast<l_uint32>(from[0]) << 24 | static_cast<l_uint32>(from[1]) << 16 |
                static_cast<l_uint32>(from[2]) << 8;
}

}  // namespace

PixPointer readRawPnm(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray header = file.peek(1024);
    const bool colour = header.startsWith("P6");
    if (!colour && !header.startsWith("P5"))
        return {};
    qsizetype at = 2;
    const auto width = numberAt(header, at);
    const auto height = width ? numberAt(header, at) : std::nullopt;
    const auto brightest = height ? numberAt(header, at) : std::nullopt;
    if (!brightest || *brightest != 255)
        return {};
    const qint64 start = at + 1;  // one white space stands before the samples
    const qint64 rowBytes = qint64{*width} * (colour ? 3 : 1);
    if (file.size() < start + rowBytes * *height)
        return {};
    const uchar *bytes = file.map(0, file.size());
    PixPointer pix(pixCreateNoInit(*width, *height, colour ? 32 : 8));
    if (bytes == nullptr || !pix)
        return {};
    for (qint64 y = 0; y < *height; ++y) {
        const uchar *from = bytes + start + y * rowBytes;
        l_uint32 *to = pixGetData(pix.get()) + y * pixGetWpl(pix.get());
        if (colour)
            copyColour(from, to, *width);
        else
            std::memcpy(to, from, static_cast<std::size_t>(rowBytes));
    }
    if (!colour)
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
