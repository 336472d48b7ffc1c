#include "core/worker/legal_picture.h"

#include "core/imaging/jpeg.h"
#include "core/worker/reduced.h"

#include <QtEndian>

#include <optional>

namespace station::worker {
namespace {

/// What a JPEG says before its pixels.
struct JpegHeader {
    int width = 0;
    int height = 0;
    int components = 0;
    int dpi = 0;  ///< 0: not said, or not the same in both directions.
};

quint16 wordAt(const QByteArray &bytes, qsizetype at)
{
    return at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + at) : 0;
}

int densityOf(const QByteArray &jpeg, qsizetype segment)
{
    if (jpeg.mid(segment + 4, 5) != QByteArray("JFIF\0", 5) || segment + 16 > jpeg.size() ||
        wordAt(jpeg, segment + 12) != wordAt(jpeg, segment + 14))
        return 0;
    const int density = wordAt(jpeg, segment + 12);
    switch (jpeg[segment + 11]) {
    case 1:
        return density;
    case 2:
        return qRound(density * 2.54);
    default:
        return 0;
    }
}

/// Nothing when it is no JPEG, ends too early or has a camera's note.
std::optional<JpegHeader> headerOf(const QByteArray &jpeg)
{
    constexpr int startOfImage = 0xFFD8;
    constexpr int endOfImage = 0xFFD9;
    constexpr int application0 = 0xFFE0;
    constexpr int application1 = 0xFFE1;
    constexpr int startOfScan = 0xFFDA;
    constexpr int baseline = 0xFFC0;  // and, up to 0xFFC2, extended and progressive
    if (wordAt(jpeg, 0) != startOfImage || wordAt(jpeg, jpeg.size() - 2) != endOfImage)
        return {};
    JpegHeader header;
    for (qsizetype at = 2; at + 10 <= jpeg.size(); at += 2 + wordAt(jpeg, at + 2)) {
        const int marker = wordAt(jpeg, at);
        if (marker < baseline || marker == startOfScan)
            return {};
        if (marker == application1 && jpeg.mid(at + 4, 4) == "Exif")
            return {};  // some viewers turn the picture by it, others do not
        if (marker == application0 && header.dpi == 0)
            header.dpi = densityOf(jpeg, at);
        if (marker <= baseline + 2) {
            header.height = wordAt(jpeg, at + 5);
            header.width = wordAt(jpeg, at + 7);
            header.components = static_cast<unsigned char>(jpeg[at + 9]);
            return header;
        }
    }
    return {};
}

/// Its bytes can be the legal picture as they are.
bool passes(const QByteArray &source, const imaging::CleanSide &side, const PictureRule &rule,
            int minimumDpi)
{
    if (!side.untouched || side.image.dpi() < minimumDpi)
        return false;
    const auto header = headerOf(source);
    if (!header || header->width != side.image.width() || header->height != side.image.height() ||
        header->dpi != side.image.dpi() || (header->components != 1 && header->components != 3))
        return false;
    const double metresPerPx = 0.0254 / side.image.dpi();
    const double area = metresPerPx * metresPerPx * header->width * header->height;
    return static_cast<double>(source.size()) <= area * static_cast<double>(rule.passBytesPerM2);
}

}  // namespace

LegalForm legalFormOf(const imaging::CleanSide &side, const QByteArray &source,
                      const PictureRule &rule, int minimumDpi)
{
    const int dpi = side.image.dpi();
    if (passes(source, side, rule, minimumDpi))
        return {.asTheSource = true, .dpi = dpi};
    if (rule.dpi > 0 && rule.dpi < dpi)
        return {.dpi = rule.dpi, .scale = static_cast<double>(rule.dpi) / dpi};
    return {.dpi = dpi};
}

Expected<QByteArray> legalPicture(const imaging::CleanSide &side, const QByteArray &source,
                                  const LegalForm &form, int quality)
{
    if (form.asTheSource)
        return source;
    if (form.scale == 1.0)
        return imaging::jpegOf(side.image, quality, imaging::JpegCoding::Progressive);
    SideGeometry geometry = side.geometry;
    geometry.scale = form.scale;
    return imaging::jpegOf(reduced(side.image, geometry.cleaned(), form.dpi), quality,
                           imaging::JpegCoding::Progressive);
}

}  // namespace station::worker
