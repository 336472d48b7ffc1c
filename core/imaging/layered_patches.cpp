#include "core/imaging/layered_patches.h"

#include "core/imaging/jpeg.h"
#include "core/imaging/reduced.h"

#include <algorithm>
#include <cmath>

namespace station::imaging {
namespace {

constexpr int maskDpi = 300;
constexpr int gridPx = 24;  // of the mask: whole blocks of a 4:2:0 JPEG of 200 dpi
/// Pixels that a patch may be larger instead of a second one: empty blocks cost less than
/// the head of a JPEG.
constexpr qint64 headPx = 60'000;
constexpr int splitBlocks = 64;  // a frame around the page is no patch as large as the page

/// How much of the side shows through a patch at each pixel: 1 in the marked blocks and half a
/// block around them, then less until nothing, so that a patch has no visible edge.
class Gate {
public:
    static constexpr int wide = 256;

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

/// Boxes of what hangs together, cut where tiles meet.
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
                        next.y() >= blocks.rows || next.x() / splitBlocks != x / splitBlocks ||
                        next.y() / splitBlocks != y / splitBlocks ||
                        blocks.at(next.x(), next.y()) == 0)
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

PixPointer clipped(Pix *pix, const QRect &at)
{
    Box *box = boxCreate(at.left(), at.top(), at.width(), at.height());
    PixPointer part(pixClipRectangle(pix, box, nullptr));
    boxDestroy(&box);
    return part;
}

/// Between pixels of the mask and of patches.
class Resolution {
public:
    explicit Resolution(int patchDpi) : m_dpi(patchDpi) {}

    int dpi() const { return m_dpi; }
    /// How many pixels of a patch cover so many of the mask.
    int patchPixels(int maskPixels) const { return countOf(maskPixels * m_dpi, maskDpi); }
    /// The pixel of the mask in the middle of that of a patch.
    int maskPixel(int patchPixel) const { return (patchPixel * maskDpi + maskDpi / 2) / m_dpi; }

private:
    int m_dpi;
};

/// The side in the resolution of patches.
PixPointer finePixels(const Image &side, Pix *color, const QRect &at, const Resolution &resolution)
{
    const QSize size(resolution.patchPixels(at.width()), resolution.patchPixels(at.height()));
    if (resolution.dpi() == maskDpi)
        return clipped(color, at);
    if (side.dpi() == resolution.dpi()) {
        PixPointer part = clipped(side.pix(), QRect(QPoint(resolution.patchPixels(at.left()),
                                                           resolution.patchPixels(at.top())),
                                                    size));
        if (part && side.isGray())
            part.reset(pixConvert8To32(part.get()));
        return part;
    }
    const Image part(clipped(color, at).release(), maskDpi);
    return PixPointer(pixClone(reduced(part, size, resolution.dpi()).pix()));
}

l_uint32 mixed(l_uint32 below, l_uint32 above, int open)
{
    const auto share = static_cast<l_uint32>(open);
    l_uint32 word = 0;
    for (const int shift : {24, 16, 8}) {
        const l_uint32 part =
            ((above >> shift & 0xFF) * share + (below >> shift & 0xFF) * (256 - share) + 128) >> 8;
        word |= part << shift;
    }
    return word;
}

/// Light of the paper's colour.
l_uint32 toned(l_uint32 paper, l_uint32 tone)
{
    l_uint32 word = 0;
    for (const int shift : {24, 16, 8})
        word |= std::min((paper >> shift & 0xFF) * tone >> 8, l_uint32{255}) << shift;
    return word;
}

/// Paints patches of one side.
class Painter {
public:
    Painter(const LayeredSurvey &survey, const Unlike &unlike, Pix *mask,
            const Resolution &resolution)
        : m_survey(survey), m_resolution(resolution), m_strong(unlike.strong),
          m_faint(unlike.faint), m_print(pixDilateBrick(nullptr, mask, softEdgePx, softEdgePx))
    {
    }

    const Gate &strong() const { return m_strong; }
    const Gate &faint() const { return m_faint; }

    /// Into `fine`, the side there: paper, upon it what is faint, upon that, where wanted, what
    /// is strong.
    void paint(Pix *fine, QPoint corner, bool withStrong) const
    {
        std::vector<l_uint32> paper;
        int paperRow = -1;
        for (int y = 0; y < pixGetHeight(fine); ++y) {
            const int down =
                std::min(corner.y() + m_resolution.maskPixel(y), pixGetHeight(m_print.get()) - 1);
            if (down / cellPx != paperRow) {
                paperRow = down / cellPx;
                paper = paperOf(paperRow);
            }
            const l_uint32 *print = lineOf(m_print.get(), down);
            l_uint32 *line = lineOf(fine, y);
            l_uint32 tone = plainTone;
            for (int x = 0; x < pixGetWidth(fine); ++x) {
                const int right = std::min(corner.x() + m_resolution.maskPixel(x),
                                           pixGetWidth(m_print.get()) - 1);
                const l_uint32 here = line[x];
                const l_uint32 flat = paper[static_cast<std::size_t>(right / cellPx)];
                const int strong = withStrong ? m_strong.at(right, down) : 0;
                // Under the print goes on what lies before it.
                if (GET_DATA_BIT(print, right) == 0)
                    tone = lumaOfWord(here) * plainTone / std::max(lumaOfWord(flat), l_uint32{1});
                if (strong == Gate::wide)
                    continue;
                const int faint = m_faint.at(right, down);
                const l_uint32 ground = faint == 0 ? flat : mixed(flat, toned(flat, tone), faint);
                line[x] = strong == 0 ? ground : mixed(ground, here, strong);
            }
        }
    }

private:
    static constexpr int softEdgePx = 5;  // a pixel of a patch beyond the stroke
    static constexpr l_uint32 plainTone = 256;

    std::vector<l_uint32> paperOf(int row) const
    {
        std::vector<l_uint32> words;
        for (int x = 0; x < m_survey.paper.columns; ++x) {
            l_uint32 word = 0;
            for (const float part : m_survey.paper.at(x, row))
                word =
                    word << 8 | static_cast<l_uint32>(std::lround(std::clamp(part, 0.0F, 255.0F)));
            words.push_back(word << 8);
        }
        return words;
    }

    const LayeredSurvey &m_survey;
    Resolution m_resolution;
    Gate m_strong;
    Gate m_faint;
    PixPointer m_print;
};

}  // namespace

std::optional<std::vector<LayeredPicture::Patch>> patchesOf(const Image &side, Pix *color,
                                                            const LayeredSurvey &survey,
                                                            const Unlike &unlike, Pix *mask,
                                                            const PatchCoding &coding)
{
    const Resolution resolution(coding.dpi);
    const Painter painter(survey, unlike, mask, resolution);
    const QSize page(pixGetWidth(color), pixGetHeight(color));
    std::vector<LayeredPicture::Patch> patches;
    for (const bool isStrong : {false, true}) {
        const Gate &gate = isStrong ? painter.strong() : painter.faint();
        for (const QRect &box : patchBoxes(gate.touched(), page)) {
            PixPointer pixels = finePixels(side, color, box, resolution);
            if (!pixels)
                return {};
            painter.paint(pixels.get(), box.topLeft(), isStrong);
            if (side.isGray())
                pixels.reset(pixConvertRGBToGray(pixels.get(), 0.3F, 0.59F, 0.11F));
            const auto jpeg = jpegOf(Image(pixels.release(), coding.dpi),
                                     isStrong ? coding.strongQuality : coding.faintQuality,
                                     JpegCoding::Progressive);
            if (!jpeg)
                return {};
            patches.push_back({box, *jpeg});
        }
    }
    clearOpen(mask, painter.strong());
    return patches;
}

}  // namespace station::imaging
