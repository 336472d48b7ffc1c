#include "core/imaging/layered_mask.h"

#include <QtEndian>

#include <array>
#include <utility>

namespace station::imaging {
namespace {

// TIFF 6.0: what a file of one strip says of it.
constexpr quint16 imageWidth = 256;
constexpr quint16 imageLength = 257;
constexpr quint16 compression = 259;
constexpr quint16 photometric = 262;
constexpr quint16 stripOffset = 273;
constexpr quint16 rowsPerStrip = 278;
constexpr quint16 stripByteCount = 279;
constexpr quint32 group4 = 4;
constexpr quint32 whiteIsZero = 0;
constexpr qsizetype headerSize = 8;
constexpr qsizetype entrySize = 12;

/// The value of a field in a little-endian TIFF; 0 when it has none or several.
quint32 fieldOf(const QByteArray &tiff, quint16 tag)
{
    const auto *bytes = tiff.constData();
    const qsizetype at = qFromLittleEndian<quint32>(bytes + 4);
    if (at < headerSize || at + 2 > tiff.size())
        return 0;
    const int entries = qFromLittleEndian<quint16>(bytes + at);
    for (int i = 0; i < entries; ++i) {
        const qsizetype entry = at + 2 + i * entrySize;
        if (entry + entrySize > tiff.size())
            return 0;
        if (qFromLittleEndian<quint16>(bytes + entry) != tag)
            continue;
        if (qFromLittleEndian<quint32>(bytes + entry + 4) != 1)
            return 0;
        const bool isShort = qFromLittleEndian<quint16>(bytes + entry + 2) == 3;
        return isShort ? qFromLittleEndian<quint16>(bytes + entry + 8)
                       : qFromLittleEndian<quint32>(bytes + entry + 8);
    }
    return 0;
}

template <typename Number>
void append(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

}  // namespace

QByteArray group4Of(Pix *mask)
{
    l_uint8 *data = nullptr;
    size_t size = 0;
    const bool failed = pixWriteMemTiff(&data, &size, mask, IFF_TIFF_G4) != 0;
    const QByteArray tiff(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    lept_free(data);
    if (failed || tiff.size() < headerSize || !tiff.startsWith("II"))
        return {};
    const qsizetype offset = fieldOf(tiff, stripOffset);
    const qsizetype length = fieldOf(tiff, stripByteCount);
    if (offset < headerSize || length < 1 || offset + length > tiff.size())
        return {};
    return tiff.mid(offset, length);
}

PixPointer maskFrom(const QByteArray &bytes, const QSize &size)
{
    const std::array<std::pair<quint16, quint32>, 7> fields{
        {{imageWidth, static_cast<quint32>(size.width())},
         {imageLength, static_cast<quint32>(size.height())},
         {compression, group4},
         {photometric, whiteIsZero},
         {stripOffset, static_cast<quint32>(headerSize)},
         {rowsPerStrip, static_cast<quint32>(size.height())},
         {stripByteCount, static_cast<quint32>(bytes.size())}}};
    QByteArray tiff("II*\0", 4);
    const qsizetype padding = bytes.size() % 2;  // a directory begins on a word
    append(tiff, static_cast<quint32>(headerSize + bytes.size() + padding));
    tiff += bytes + QByteArray(padding, '\0');
    append(tiff, static_cast<quint16>(fields.size()));
    for (const auto &[tag, value] : fields) {
        constexpr quint16 isLong = 4;
        append(tiff, tag);
        append(tiff, isLong);
        append(tiff, quint32{1});
        append(tiff, value);
    }
    append(tiff, quint32{0});
    PixPointer mask(pixReadMemTiff(reinterpret_cast<const l_uint8 *>(tiff.constData()),
                                   static_cast<size_t>(tiff.size()), 0));
    if (!mask || pixGetDepth(mask.get()) != 1 || pixGetWidth(mask.get()) != size.width() ||
        pixGetHeight(mask.get()) != size.height())
        return {};
    pixSetPadBits(mask.get(), 0);
    return mask;
}

}  // namespace station::imaging
