#include "core/imaging/exif.h"

#include <QtEndian>

#include <cmath>
#include <optional>

namespace station::imaging {
namespace {

constexpr int orientationTag = 0x0112;
constexpr int resolutionTag = 0x011a;
constexpr int unitTag = 0x0128;
constexpr int centimetres = 3;

/// The TIFF structure of the note; every place is checked against its end.
class Note {
public:
    explicit Note(QByteArray tiff) : m_tiff(std::move(tiff)), m_big(m_tiff.startsWith("MM")) {}

    std::optional<quint32> word(qint64 at) const { return number<quint32>(at); }
    std::optional<quint16> half(qint64 at) const { return number<quint16>(at); }

    /// Where the value of a tag of the first directory stands.
    std::optional<qint64> valueOf(int tag) const
    {
        const auto directory = word(4);
        const auto entries = directory ? half(*directory) : std::nullopt;
        for (qint64 entry = 0; entries && entry < *entries; ++entry) {
            const qint64 at = *directory + 2 + entry * 12;
            const auto found = half(at);
            if (!found)
                return {};
            if (*found == tag)
                return at + 8;
        }
        return {};
    }

private:
    template <typename Number>
    std::optional<Number> number(qint64 at) const
    {
        if (at < 0 || at + qint64{sizeof(Number)} > m_tiff.size())
            return {};
        return m_big ? qFromBigEndian<Number>(m_tiff.constData() + at)
                     : qFromLittleEndian<Number>(m_tiff.constData() + at);
    }

    QByteArray m_tiff;
    bool m_big;
};

/// The APP1 segment that starts with "Exif", empty when it does not go on as it should;
/// segments before the pixels say their length.
std::optional<QByteArray> noteIn(const QByteArray &jpeg)
{
    qsizetype at = 2;
    while (at + 4 <= jpeg.size() && jpeg[at] == '\xff') {
        const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
        const int length = qFromBigEndian<quint16>(jpeg.constData() + at + 2);
        if (marker == 0xda || length < 2)
            return {};
        if (marker == 0xe1 && jpeg.mid(at + 4, 4) == "Exif")
            return jpeg.mid(at + 8, 2) == QByteArray(2, '\0') ? jpeg.mid(at + 10, length - 8)
                                                              : QByteArray();
        at += 2 + length;
    }
    return {};
}

int turnFor(int orientation)
{
    switch (orientation) {
    case 3:
        return 180;
    case 6:
        return 90;
    case 8:
        return 270;
    default:
        return 0;  // mirrored ones are not taken of paper
    }
}

int dpiIn(const Note &note)
{
    const auto value = note.valueOf(resolutionTag);
    const auto place = value ? note.word(*value) : std::nullopt;
    const auto above = place ? note.word(*place) : std::nullopt;
    const auto below = place ? note.word(qint64{*place} + 4) : std::nullopt;
    if (!above || !below || *below == 0)
        return 0;
    const auto unit = note.valueOf(unitTag);
    const bool metric = unit && note.half(*unit) == centimetres;
    const double dpi = static_cast<double>(*above) / *below * (metric ? 2.54 : 1.0);
    return dpi < 30'000 ? static_cast<int>(std::lround(dpi)) : 0;
}

}  // namespace

Exif exifOf(const QByteArray &jpeg)
{
    const auto tiff = noteIn(jpeg);
    const Note note(tiff.value_or(QByteArray()));
    const auto orientation = note.valueOf(orientationTag);
    return {.turnDeg = turnFor(orientation ? note.half(*orientation).value_or(1) : 1),
            .dpi = dpiIn(note),
            .noted = tiff.has_value()};
}

}  // namespace station::imaging
