#include "core/imaging/layered_maker.h"

#include "core/imaging/jpeg.h"
#include "core/imaging/layered_composer.h"
#include "core/imaging/layered_enlarged.h"
#include "core/imaging/layered_likeness.h"
#include "core/imaging/layered_mask.h"
#include "core/imaging/layered_patches.h"
#include "core/imaging/layered_survey.h"
#include "core/imaging/reduced.h"

#include <algorithm>
#include <cmath>

namespace station::imaging {
namespace {

constexpr int maskDpi = 300;
constexpr int shadingQuality = 70;
constexpr PatchCoding usualCoding{.dpi = 200, .strongQuality = 78, .faintQuality = 34};
/// The thin letters of some seals lose too much of their colour at first.
constexpr PatchCoding fineCoding{.dpi = 300, .strongQuality = 75, .faintQuality = 60};
constexpr int largestSidePx = 20'000;
constexpr double mostBytesPerMm2 = 4.0;  // 250 kB for A4; a JPEG is not much larger then
/// What gets a patch: all that print cannot carry. Letters differ a little in their black.
constexpr Slack forPatches{.onPaper = 1.0F, .inPrint = 1.3F};
/// What the whole may differ, with the coding of patches.
constexpr Slack forTheCheck{.onPaper = 1.5F, .inPrint = 1.5F};

PixPointer enlarged(Pix *pix, double factor)
{
    PixPointer large(
        pixCreateNoInit(qRound(pixGetWidth(pix) * factor), qRound(pixGetHeight(pix) * factor), 32));
    if (!large)
        return {};
    EnlargedLines lines(pix, pixGetWidth(large.get()), pixGetHeight(large.get()));
    for (int y = 0; y < pixGetHeight(large.get()); ++y)
        lines.paint(y, lineOf(large.get(), y));
    return large;
}

PixPointer scaled(const Image &side, double factor)
{
    if (factor == 1.0)
        return PixPointer(pixClone(side.pix()));
    if (factor > 1.0)
        return enlarged(side.pix(), factor);
    const QSize size(std::max(qRound(side.width() * factor), 1),
                     std::max(qRound(side.height() * factor), 1));
    return PixPointer(pixClone(reduced(side, size, maskDpi).pix()));
}

PixPointer inColor(const Image &side)
{
    const double factor = static_cast<double>(maskDpi) / side.dpi();
    if (!side.isGray())
        return scaled(side, factor);
    const PixPointer color(pixConvert8To32(side.pix()));
    return color ? scaled(Image(pixClone(color.get()), side.dpi()), factor) : nullptr;
}

std::array<quint8, 3> rounded(const Rgb &color)
{
    std::array<quint8, 3> bytes{};
    for (std::size_t part = 0; part < 3; ++part)
        bytes[part] = static_cast<quint8>(std::lround(std::clamp(color[part], 0.0F, 255.0F)));
    return bytes;
}

l_uint32 wordOf(const Rgb &color)
{
    const auto bytes = rounded(color);
    return l_uint32{bytes[0]} << 24 | l_uint32{bytes[1]} << 16 | l_uint32{bytes[2]} << 8;
}

/// The shading of the paper, one pixel a block.
PixPointer shadingPixels(const Grid<Rgb> &paper, const QSize &page)
{
    PixPointer pix(pixCreate(countOf(page.width(), blockPx), countOf(page.height(), blockPx), 32));
    for (int y = 0; y < pixGetHeight(pix.get()); ++y) {
        l_uint32 *to = lineOf(pix.get(), y);
        for (int x = 0; x < pixGetWidth(pix.get()); ++x)
            to[x] = wordOf(paper.at(x * blockPx / cellPx, y * blockPx / cellPx));
    }
    return pix;
}

struct Parts {
    PixPointer color{};  ///< The side at 300 dpi.
    LayeredSurvey survey{};
    PixPointer mask{};
    Grid<float> ink{};  ///< Shares of the mask's ink.
};

std::optional<Parts> partsOf(const Image &side)
{
    if (side.width() > largestSidePx || side.height() > largestSidePx || side.dpi() < 1)
        return {};
    Parts parts{.color = inColor(side)};
    if (!parts.color)
        return {};
    auto survey = surveyLayers(parts.color.get());
    if (!survey)
        return {};
    parts.survey = std::move(*survey);
    parts.mask = printMask(parts.survey);
    parts.ink = inkShares(parts.mask.get());
    followGround(parts.survey, nearPrint(parts.ink));
    return parts;
}

/// Strokes have soft edges in whatever layer they are shown: print is where the side has it.
bool shows(const LayeredPicture &picture, const Parts &parts)
{
    Composer composer(picture);
    if (!composer.isWhole())
        return false;
    CellSums sums(picture.size);
    std::vector<l_uint32> line(static_cast<std::size_t>(picture.size.width()));
    for (int y = 0; y < picture.size.height(); ++y) {
        composer.paint(y, line.data());
        sums.add(line.data());
    }
    const ShownCells shown{.means = sums.means(), .print = parts.ink};
    return unlikeBlocks(parts.survey, shown, forTheCheck).isNothing();
}

std::optional<LayeredPicture::Patch> shadingPatch(const LayeredSurvey &survey, const QSize &page,
                                                  bool gray)
{
    PixPointer pixels = shadingPixels(survey.paper, page);
    if (gray)
        pixels.reset(pixConvertRGBToGray(pixels.get(), 0.3F, 0.59F, 0.11F));
    const auto jpeg =
        jpegOf(Image(pixels.release(), maskDpi), shadingQuality, JpegCoding::Progressive);
    if (!jpeg)
        return {};
    return LayeredPicture::Patch{QRect(QPoint(0, 0), page), *jpeg};
}

double bytesPerMm2(const LayeredPicture &picture)
{
    qsizetype bytes = picture.mask.size();
    for (const auto &patch : picture.patches)
        bytes += patch.jpeg.size();
    return static_cast<double>(bytes) / picture.size.width() / picture.size.height() *
           std::pow(picture.dpi / 25.4, 2);
}

}  // namespace

bool holds(const LayeredPicture &picture, const Image &side)
{
    const auto parts = partsOf(side);
    return parts && pixGetWidth(parts->color.get()) == picture.size.width() &&
           pixGetHeight(parts->color.get()) == picture.size.height() && shows(picture, *parts);
}

std::optional<LayeredPicture> layered(const Image &side)
{
    const auto parts = partsOf(side);
    if (!parts)
        return {};
    LayeredPicture bare{
        .size = QSize(pixGetWidth(parts->color.get()), pixGetHeight(parts->color.get())),
        .dpi = maskDpi,
        .ink = rounded(parts->survey.ink),
        .paper = rounded(parts->survey.plainPaper)};
    if (parts->survey.shaded) {
        auto shading = shadingPatch(parts->survey, bare.size, side.isGray());
        if (!shading)
            return {};
        bare.patches.push_back(std::move(*shading));
    }
    const Unlike unlike =
        unlikeBlocks(parts->survey, printCells(parts->survey, parts->ink), forPatches);
    for (const PatchCoding &coding : {usualCoding, fineCoding}) {
        LayeredPicture picture = bare;
        const PixPointer print(pixCopy(nullptr, parts->mask.get()));
        auto patches =
            patchesOf(side, parts->color.get(), parts->survey, unlike, print.get(), coding);
        if (!patches)
            return {};
        std::ranges::move(*patches, std::back_inserter(picture.patches));
        picture.mask = jbig2Of(print.get());
        if (bytesPerMm2(picture) > mostBytesPerMm2)
            return {};
        if (shows(picture, *parts))
            return picture;
    }
    return {};
}

}  // namespace station::imaging
