#include "core/imaging/border.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace station::imaging {
namespace {

enum class Edge { Left, Top, Right, Bottom };

/// Gray values seen from one edge: `depth` inwards, `along` the edge.
class View {
public:
    View(Pix *gray, Edge edge) : m_gray(gray), m_edge(edge) {}

    bool isUpright() const { return m_edge == Edge::Left || m_edge == Edge::Right; }
    int depth() const { return isUpright() ? pixGetWidth(m_gray) : pixGetHeight(m_gray); }
    int length() const { return isUpright() ? pixGetHeight(m_gray) : pixGetWidth(m_gray); }
    int at(int depthAt, int along) const
    {
        const bool fromFarEnd = m_edge == Edge::Right || m_edge == Edge::Bottom;
        const int inwards = fromFarEnd ? depth() - 1 - depthAt : depthAt;
        const l_uint32 *row =
            pixGetData(m_gray) + qsizetype{pixGetWpl(m_gray)} * (isUpright() ? along : inwards);
        return GET_DATA_BYTE(row, isUpright() ? inwards : along);
    }

private:
    Pix *m_gray;
    Edge m_edge;
};

int medianOf(std::vector<int> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

int paperLevel(Pix *gray)
{
    std::vector<int> values;
    const View view(gray, Edge::Top);
    for (int y = view.depth() / 5; y < view.depth() * 4 / 5; ++y) {
        for (int x = view.length() / 5; x < view.length() * 4 / 5; ++x)
            values.push_back(view.at(y, x));
    }
    return medianOf(std::move(values));
}

/// How many lines of scanner background stand before the paper at this edge.
int backgroundDepth(const View &view, int paper, int dpi)
{
    std::vector<int> outermost;
    for (int along = 0; along < view.length(); ++along)
        outermost.push_back(view.at(1, along));
    const int level = medianOf(std::move(outermost));
    const bool darker = level < paper - 60;
    const bool lighter = level > paper + 20;
    if (!darker && !lighter)
        return 0;

    const int tolerance = std::abs(paper - level) / 2;
    const auto share = [&](int depthAt) {
        int background = 0;
        for (int along = 0; along < view.length(); ++along)
            background += std::abs(view.at(depthAt, along) - level) <= tolerance ? 1 : 0;
        return static_cast<double>(background) / view.length();
    };
    // On a dark lid everything bright is paper; a light one could hold ink.
    const double enough = darker ? 0.5 : 0.998;
    std::vector<double> shares;
    const int deepest = view.depth() * 3 / 10;
    while (static_cast<int>(shares.size()) < deepest) {
        const double next = share(static_cast<int>(shares.size()));
        if (next < enough)
            break;
        shares.push_back(next);
    }
    const int found = static_cast<int>(shares.size());
    const int slant = dpi / 8;  // 3 mm, by which the paper's edge may be askew
    // Where the lid ends the paper must begin, not something that lies on the lid.
    if (found == deepest || share(found + slant) > 0.5)
        return 0;
    // A lid is plain; a printed dark band with letters is not.
    const int plain = std::max(0, found - slant);
    const bool isPlain = std::all_of(shares.begin(), shares.begin() + plain,
                                     [](double value) { return value > 0.97; });
    return isPlain ? found : 0;
}

}  // namespace

QRect paperOf(const Survey &side)
{
    const QRect all(QPoint(0, 0), side.sideSize());
    const PixPointer gray(side.isNull() ? nullptr : pixScaleAreaMap2(side.gray()));
    if (!gray || pixGetWidth(gray.get()) < 50 || pixGetHeight(gray.get()) < 50)
        return all;
    const int dpi = side.dpi() / 2;
    const int paper = paperLevel(gray.get());
    const auto cut = [&](Edge edge) {
        return backgroundDepth(View(gray.get(), edge), paper, dpi) * side.sideDpi() / dpi;
    };
    return all.adjusted(cut(Edge::Left), cut(Edge::Top), -cut(Edge::Right), -cut(Edge::Bottom));
}

Image cropped(Image image, const QRect &part)
{
    if (part == QRect(0, 0, image.width(), image.height()))
        return image;
    BOX *box = boxCreate(part.x(), part.y(), part.width(), part.height());
    PixPointer pix(pixClipRectangle(image.pix(), box, nullptr));
    boxDestroy(&box);
    return pix ? Image(pix.release(), image.dpi()) : image;
}

Image withoutBorder(Image image)
{
    const QRect paper = paperOf(image);
    return cropped(std::move(image), paper);
}

}  // namespace station::imaging
