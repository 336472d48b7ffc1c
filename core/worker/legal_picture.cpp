#include "core/worker/legal_picture.h"

#include "core/imaging/exif.h"
#include "core/imaging/jpeg.h"
#include "core/imaging/jpeg_header.h"
#include "core/imaging/reduced.h"

namespace station::worker {
namespace {

/// Its bytes can be the legal picture as they are.
bool passes(const QByteArray &source, const imaging::CleanSide &side, const PictureRule &rule,
            int minimumDpi)
{
    if (!side.untouched || side.image.dpi() < minimumDpi)
        return false;
    const auto header = imaging::readJpegHeader(source);
    const auto density = imaging::densityOf(source);
    const int dpi = side.image.dpi();
    if (!header || !source.endsWith("\xFF\xD9") || header->width != side.image.width() ||
        header->height != side.image.height() || density.across != dpi || density.down != dpi)
        return false;
    // Some viewers turn the picture by such a note, others do not.
    if (imaging::exifOf(source).noted)
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
    return imaging::jpegOf(imaging::reduced(side.image, geometry.cleaned(), form.dpi), quality,
                           imaging::JpegCoding::Progressive);
}

}  // namespace station::worker
