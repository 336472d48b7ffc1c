#include "core/imaging/layered_maker.h"

#include "core/imaging/jpeg.h"
#include "core/imaging/layered_likeness.h"
#include "core/imaging/layered_mask.h"
#include "core/imaging/layered_survey.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace station::imaging {
namespace {

constexpr int maskDpi = 300;
constexpr int patchQuality = 70;
constexpr int gridPx = 16;  // what a 4:2:0 JPEG codes together
constexpr int largestSidePx = 20'000;
constexpr double mostBytesPerMm2 = 3.0;  // 190 kB for A4; a JPEG is not much larger then
constexpr float patchSlack = 1.5F;       // what the coding of patches may change
/// Pixels that a patch may be larger instead of a second one: empty blocks cost less than
/// the head of a JPEG.
constexpr qint64 headPx = 40'000;

l_uint32 *lineOf(Pix *pix, int y)
{
    return pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
}

PixPointer scaled(Pix *pix, double factor)
{
    const auto by = static_cast<float>(factor);
    if (factor == 1.0)
        return PixPointer(pixClone(pix));
    if (factor < 0.7)
        return PixPointer(pixScaleAreaMap(pix, by, by));
    return PixPointer(pixScaleColorLI(pix, by, by));
}

PixPointer inColor(const Image &side)
{
    const double factor = static_cast<double>(maskDpi) / side.dpi();
    if (!side.isGray())
        return scaled(side.pix(), factor);
    const PixPointer color(pixConvert8To32(side.pix()));
    return color ? scaled(color.get(), factor) : nullptr;
}

/// How much of the side shows through a patch at each pixel: 1 in the marked blocks and half a
/// block around them, then less until nothing, so that a patch has no visible edge.
class Gate {
public:
    explicit Gate(const Grid<quint8> &marked) : m_nodes(dilated(marked)) {}

    /// Blocks with anything to show.
    Grid<quint8> touched() const { return dilated(m_nodes); }

    /// In 256ths.
    int at(int x, int y) const
    {
        const int left = floorBlock(x - blockPx / 2);
        const int top = floorBlock(y - blockPx / 2);
        const int right = (x - blockPx / 2 - left * blockPx) * 2 + 1;
        const int down = (y - blockPx / 2 - top * blockPx) * 2 + 1;
        return (node(left, top) * (16 - right) + node(left + 1, top) * right) * (16 - down) +
               (node(left, top + 1) * (16 - right) + node(left + 1, top + 1) * right) * down;
    }

    /// The square of a block's size around the corner that the block shares with its
    /// neighbours to the right and below shows the side as it is.
    bool isOpenAround(int x, int y) const
    {
        return node(x, y) != 0 && node(x + 1, y) != 0 && node(x, y + 1) != 0 &&
               node(x + 1, y + 1) != 0;
    }

    int columns() const { return m_nodes.columns; }
    int rows() const { return m_nodes.rows; }

private:
    static int floorBlock(int pixel) { return pixel < 0 ? -1 : pixel / blockPx; }
    int node(int x, int y) const
    {
        return m_nodes.at(std::clamp(x, 0, m_nodes.columns - 1),
                          std::clamp(y, 0, m_nodes.rows - 1));
    }

    Grid<quint8> m_nodes;
};

/// Patches show their print themselves: it may be anything but black there.
void clearOpen(Pix *mask, const Gate &gate)
{
    for (int y = -1; y < gate.rows(); ++y) {
        for (int x = -1; x < gate.columns(); ++x) {
            if (gate.isOpenAround(x, y))
                pixRasterop(mask, x * blockPx + blockPx / 2, y * blockPx + blockPx / 2, blockPx,
                            blockPx, PIX_CLR, nullptr, 0, 0);
        }
    }
}

std::vector<QRect> connected(Grid<quint8> blocks)
{
    std::vector<QRect> boxes;
    std::vector<QPoint> open;
    for (int y = 0; y < blocks.rows; ++y) {
        for (int x = 0; x < blocks.columns; ++x) {
            if (blocks.at(x, y) == 0)
                continue;
            QRect box(x, y, 1, 1);
            blocks.at(x, y) = 0;
            open.assign(1, QPoint(x, y));
            while (!open.empty()) {
                const QPoint here = open.back();
                open.pop_back();
                box |= QRect(here, QSize(1, 1));
                for (const QPoint step :
                     {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)}) {
                    const QPoint next = here + step;
                    if (next.x() < 0 || next.y() < 0 || next.x() >= blocks.columns ||
                        next.y() >= blocks.rows || blocks.at(next.x(), next.y()) == 0)
                        continue;
                    blocks.at(next.x(), next.y()) = 0;
                    open.push_back(next);
                }
            }
            boxes.push_back(box);
        }
    }
    return boxes;
}

qint64 areaOf(const QRect &box)
{
    return qint64{box.width()} * box.height();
}

/// Pixels on the grid of the JPEG; boxes that overlap or are cheaper as one are one.
std::vector<QRect> patchBoxes(const Grid<quint8> &touched, const QSize &page)
{
    std::vector<QRect> boxes;
    for (const QRect &blocks : connected(touched)) {
        QRect box(QPoint(blocks.left() * blockPx / gridPx * gridPx,
                         blocks.top() * blockPx / gridPx * gridPx),
                  QPoint(((blocks.right() + 1) * blockPx + gridPx - 1) / gridPx * gridPx - 1,
                         ((blocks.bottom() + 1) * blockPx + gridPx - 1) / gridPx * gridPx - 1));
        box &= QRect(QPoint(0, 0), page);
        for (std::size_t i = 0; i < boxes.size();) {
            const QRect both = boxes[i] | box;
            if (!boxes[i].intersects(box) &&
                areaOf(both) > areaOf(boxes[i]) + areaOf(box) + headPx) {
                ++i;
                continue;
            }
            box = both;
            boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(i));
            i = 0;
        }
        boxes.push_back(box);
    }
    return boxes;
}

std::array<quint8, 3> rounded(const Rgb &color)
{
    std::array<quint8, 3> bytes{};
    for (std::size_t part = 0; part < 3; ++part)
        bytes[part] = static_cast<quint8>(std::lround(std::clamp(color[part], 0.0F, 255.0F)));
    return bytes;
}

l_uint32 wordOf(const std::array<quint8, 3> &color)
{
    return l_uint32{color[0]} << 24 | l_uint32{color[1]} << 16 | l_uint32{color[2]} << 8;
}

l_uint32 wordOf(const Rgb &color)
{
    return wordOf(rounded(color));
}

/// The side where the gate is open, its paper where it is closed.
PixPointer patchPixels(Pix *color, const Grid<Rgb> &paper, const QRect &at, const Gate &gate)
{
    PixPointer patch(pixCreate(at.width(), at.height(), 32));
    for (int y = 0; y < at.height(); ++y) {
        const l_uint32 *from = lineOf(color, at.top() + y) + at.left();
        l_uint32 *to = lineOf(patch.get(), y);
        for (int x = 0; x < at.width(); ++x) {
            const auto open = static_cast<l_uint32>(gate.at(at.left() + x, at.top() + y));
            if (open == 256) {
                to[x] = from[x];
                continue;
            }
            const l_uint32 flat =
                wordOf(paper.at((at.left() + x) / cellPx, (at.top() + y) / cellPx));
            l_uint32 mixed = 0;
            for (const int shift : {24, 16, 8}) {
                const l_uint32 part = ((from[x] >> shift & 0xFF) * open +
                                       (flat >> shift & 0xFF) * (256 - open) + 128) >>
                                      8;
                mixed |= part << shift;
            }
            to[x] = mixed;
        }
    }
    return patch;
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

/// Draws the patch, enlarged by whole pixels; false when its JPEG cannot be read.
bool draw(const LayeredPicture::Patch &patch, Pix *page)
{
    PixPointer pix = readJpeg(patch.jpeg);
    if (pix && pixGetDepth(pix.get()) == 8)
        pix.reset(pixConvert8To32(pix.get()));
    if (!pix)
        return false;
    const auto width = static_cast<std::size_t>(patch.at.width());
    std::vector<int> columns(width);
    for (std::size_t x = 0; x < width; ++x)
        columns[x] = static_cast<int>(x * static_cast<std::size_t>(pixGetWidth(pix.get())) / width);
    for (int y = 0; y < patch.at.height(); ++y) {
        const l_uint32 *from = lineOf(
            pix.get(), static_cast<int>(qint64{y} * pixGetHeight(pix.get()) / patch.at.height()));
        l_uint32 *to = lineOf(page, patch.at.top() + y) + patch.at.left();
        for (std::size_t x = 0; x < width; ++x)
            to[x] = from[columns[x]];
    }
    return true;
}

void drawMask(Pix *mask, l_uint32 ink, Pix *page)
{
    constexpr int wordPx = 32;
    for (int y = 0; y < pixGetHeight(mask); ++y) {
        const l_uint32 *from = lineOf(mask, y);
        l_uint32 *to = lineOf(page, y);
        for (int word = 0; word < pixGetWpl(mask); ++word) {
            for (l_uint32 left = from[word]; left != 0;) {
                const int first = std::countl_zero(left);
                to[word * wordPx + first] = ink;
                left &= ~(0x80000000U >> first);
            }
        }
    }
}

/// The page by page check: nothing drawn is missing, nothing is new.
bool shows(const LayeredPicture &picture, const LayeredSurvey &survey, Pix *mask)
{
    const PixPointer page = composed(picture);
    if (!page)
        return false;
    ShownCells shown = printCells(survey, mask);
    shown.means = pixelMeans(page.get()).cells;
    const Grid<quint8> unlike = unlikeBlocks(survey, shown, patchSlack);
    return std::find(unlike.cells.begin(), unlike.cells.end(), 1) == unlike.cells.end();
}

/// Adds to `picture.patches`; false when it cannot be coded.
bool addPatch(LayeredPicture &picture, const QRect &at, PixPointer pixels, bool gray)
{
    if (gray)
        pixels.reset(pixConvertRGBToGray(pixels.get(), 0.3F, 0.59F, 0.11F));
    const auto jpeg =
        jpegOf(Image(pixels.release(), maskDpi), patchQuality, JpegCoding::Progressive);
    if (jpeg)
        picture.patches.push_back({at, *jpeg});
    return jpeg.has_value();
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

PixPointer composed(const LayeredPicture &picture)
{
    PixPointer page(pixCreate(picture.size.width(), picture.size.height(), 32));
    const PixPointer mask = maskFrom(picture.mask, picture.size);
    if (!page || !mask)
        return {};
    pixSetAllArbitrary(page.get(), wordOf(picture.paper));
    for (const auto &patch : picture.patches) {
        if (!QRect(QPoint(0, 0), picture.size).contains(patch.at) || !draw(patch, page.get()))
            return {};
    }
    drawMask(mask.get(), wordOf(picture.ink), page.get());
    pixSetResolution(page.get(), picture.dpi, picture.dpi);
    return page;
}

std::optional<LayeredPicture> layered(const Image &side)
{
    if (side.width() > largestSidePx || side.height() > largestSidePx || side.dpi() < 1)
        return {};
    const PixPointer color = inColor(side);
    if (!color)
        return {};
    const auto survey = surveyLayers(color.get());
    if (!survey)
        return {};
    const PixPointer mask = printMask(*survey);
    const Gate gate(unlikeBlocks(*survey, printCells(*survey, mask.get()), 1.0F));

    LayeredPicture picture{.size = QSize(pixGetWidth(color.get()), pixGetHeight(color.get())),
                           .dpi = maskDpi,
                           .ink = rounded(survey->ink),
                           .paper = rounded(survey->plainPaper)};
    clearOpen(mask.get(), gate);
    picture.mask = jbig2Of(mask.get());
    if (survey->shaded && !addPatch(picture, QRect(QPoint(0, 0), picture.size),
                                    shadingPixels(survey->paper, picture.size), side.isGray()))
        return {};
    for (const QRect &box : patchBoxes(gate.touched(), picture.size)) {
        if (!addPatch(picture, box, patchPixels(color.get(), survey->paper, box, gate),
                      side.isGray()) ||
            bytesPerMm2(picture) > mostBytesPerMm2)
            return {};
    }
    if (picture.mask.isEmpty() || !shows(picture, *survey, mask.get()))
        return {};
    return picture;
}

}  // namespace station::imaging
