#include "core/imaging/rotation.h"

#include "core/imaging/pix_pointer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace station::imaging {
namespace {

constexpr int fractionBits = 16;

/// Where pixels of one row come from: 16.16 fixed point, a step for each pixel.
struct Path {
    qint64 x = 0;
    qint64 y = 0;
    qint64 stepX = 0;
    qint64 stepY = 0;
};

struct Range {
    int begin = 0;
    int end = 0;
};

/// Pixels of the row for which `from + step * i` stays within [0, limit).
Range within(qint64 from, qint64 step, qint64 limit, int width)
{
    const auto inside = [&](qint64 i) { return from + step * i >= 0 && from + step * i < limit; };
    if (step == 0)
        return inside(0) ? Range{0, width} : Range{};
    const auto crossing = [&](qint64 value) {
        return std::clamp<double>(static_cast<double>(value - from) / static_cast<double>(step),
                                  -1.0, width + 1.0);
    };
    const auto [low, high] = std::minmax({crossing(0), crossing(limit)});
    Range range{std::max(0, static_cast<int>(low)),
                std::min(width, static_cast<int>(std::ceil(high)) + 1)};
    while (range.begin < range.end && !inside(range.begin))
        ++range.begin;
    while (range.begin < range.end && !inside(range.end - 1))
        --range.end;
    return range;
}

Range insideOf(const Path &path, int sourceWidth, int sourceHeight, int width)
{
    // One less: the right and lower neighbours must be there too.
    const Range x = within(path.x, path.stepX, qint64{sourceWidth - 1} << fractionBits, width);
    const Range y = within(path.y, path.stepY, qint64{sourceHeight - 1} << fractionBits, width);
    return {std::max(x.begin, y.begin), std::min(x.end, y.end)};
}

/// Two channels of a pixel at once, each in 16 bits.
l_uint32 mixed(l_uint32 a, l_uint32 b, l_uint32 share)
{
    return (a * (256 - share) + b * share + 0x00800080U) >> 8 & 0x00ff00ffU;
}

l_uint32 mixed(const l_uint32 *upper, const l_uint32 *lower, l_uint32 right, l_uint32 down)
{
    constexpr l_uint32 lanes = 0x00ff00ffU;
    const l_uint32 redBlue =
        mixed(mixed(upper[0] >> 8 & lanes, upper[1] >> 8 & lanes, right),
              mixed(lower[0] >> 8 & lanes, lower[1] >> 8 & lanes, right), down);
    const l_uint32 greenRest = mixed(mixed(upper[0] & lanes, upper[1] & lanes, right),
                                     mixed(lower[0] & lanes, lower[1] & lanes, right), down);
    return redBlue << 8 | greenRest;
}

void colourRow(Pix *from, const Path &path, Range range, l_uint32 *to)
{
    const l_uint32 *data = pixGetData(from);
    const qint64 words = pixGetWpl(from);
    qint64 x = path.x + path.stepX * range.begin;
    qint64 y = path.y + path.stepY * range.begin;
    for (int i = range.begin; i < range.end; ++i, x += path.stepX, y += path.stepY) {
        const l_uint32 *upper = data + (y >> fractionBits) * words + (x >> fractionBits);
        to[i] = mixed(upper, upper + words, static_cast<l_uint32>(x >> 8 & 255),
                      static_cast<l_uint32>(y >> 8 & 255));
    }
}

void grayRow(Pix *from, const Path &path, Range range, l_uint32 *to)
{
    const l_uint32 *data = pixGetData(from);
    const qint64 words = pixGetWpl(from);
    for (int i = range.begin; i < range.end; ++i) {
        const qint64 x = path.x + path.stepX * i;
        const qint64 y = path.y + path.stepY * i;
        const l_uint32 *upper = data + (y >> fractionBits) * words;
        const auto column = x >> fractionBits;
        const auto right = static_cast<unsigned>(x >> 8 & 255);
        const auto down = static_cast<unsigned>(y >> 8 & 255);
        const auto level = [&](const l_uint32 *row) {
            return GET_DATA_BYTE(row, column) * (256 - right) +
                   GET_DATA_BYTE(row, column + 1) * right;
        };
        const auto sum = level(upper) * (256 - down) + level(upper + words) * down;
        SET_DATA_BYTE(to, i, static_cast<l_uint8>((sum + 32768) >> 16));
    }
}

/// The colour of the edge, blurred along it, so that no cut letter is drawn out.
class EdgeColours {
public:
    explicit EdgeColours(const Image &image)
        : m_left(along(image, true, 0)), m_top(along(image, false, 0)),
          m_right(along(image, true, image.width() - 1)),
          m_bottom(along(image, false, image.height() - 1))
    {
    }

    /// Of the point of the edge that is nearest to one outside.
    l_uint32 at(int x, int y) const
    {
        const int lastX = static_cast<int>(m_top.size()) - 1;
        const int lastY = static_cast<int>(m_left.size()) - 1;
        const auto place = [](int value, int last) {
            return static_cast<std::size_t>(std::clamp(value, 0, last));
        };
        if (x < 0)
            return m_left[place(y, lastY)];
        if (x >= lastX)
            return m_right[place(y, lastY)];
        return y < 0 ? m_top[place(x, lastX)] : m_bottom[place(x, lastX)];
    }

private:
    static std::vector<l_uint32> along(const Image &image, bool upright, int edge)
    {
        const int length = upright ? image.height() : image.width();
        const int reach = std::max(1, image.dpi() / 10);  // 2.5 mm both ways
        std::vector<std::array<qint64, 3>> sums(static_cast<std::size_t>(length) + 1);
        for (int i = 0; i < length; ++i) {
            const l_uint32 value = upright ? valueAt(image, edge, i) : valueAt(image, i, edge);
            const auto before = static_cast<std::size_t>(i);
            for (unsigned channel = 0; channel < 3; ++channel)
                sums[before + 1][channel] =
                    sums[before][channel] + (value >> (24 - 8 * channel) & 255U);
        }
        std::vector<l_uint32> colours;
        for (int i = 0; i < length; ++i) {
            const int from = std::max(0, i - reach);
            const int to = std::min(length, i + reach + 1);
            l_uint32 colour = 0;
            for (unsigned channel = 0; channel < 3; ++channel) {
                const qint64 sum = sums[static_cast<std::size_t>(to)][channel] -
                                   sums[static_cast<std::size_t>(from)][channel];
                colour |= static_cast<l_uint32>(sum / (to - from)) << (24 - 8 * channel);
            }
            colours.push_back(colour);
        }
        return colours;
    }

    static l_uint32 valueAt(const Image &image, int x, int y)
    {
        const l_uint32 *row = pixGetData(image.pix()) + qsizetype{y} * pixGetWpl(image.pix());
        return image.isGray() ? GET_DATA_BYTE(row, x) * 0x01010100U : row[x];
    }

    std::vector<l_uint32> m_left, m_top, m_right, m_bottom;
};

void fillOutside(const EdgeColours &edges, const Path &path, Range outside, bool gray, l_uint32 *to)
{
    for (int i = outside.begin; i < outside.end; ++i) {
        const l_uint32 colour =
            edges.at(static_cast<int>((path.x + path.stepX * i) >> fractionBits),
                     static_cast<int>((path.y + path.stepY * i) >> fractionBits));
        if (gray)
            SET_DATA_BYTE(to, i, static_cast<l_uint8>(colour >> 24));
        else
            to[i] = colour;
    }
}

}  // namespace

Image rotated(const Image &image, double angleDeg, std::optional<int> comesIn)
{
    const int width = image.width();
    const int height = image.height();
    PixPointer out(pixCreateNoInit(width, height, image.isGray() ? 8 : 32));
    if (!out || width < 2 || height < 2)
        return image;
    std::optional<EdgeColours> edges;
    if (comesIn)
        pixSetAllGray(out.get(), *comesIn);
    else
        edges.emplace(image);

    const double radians = angleDeg * std::numbers::pi / 180;
    const double cosine = std::cos(radians);
    const double sine = std::sin(radians);
    const double middleX = width / 2.0;
    const double middleY = height / 2.0;
    const auto fixed = [](double value) {
        return static_cast<qint64>(std::llround(value * (1 << fractionBits)));
    };
    for (int y = 0; y < height; ++y) {
        const double down = y - middleY;
        const Path path{fixed(middleX - middleX * cosine + down * sine),
                        fixed(middleY + middleX * sine + down * cosine), fixed(cosine),
                        fixed(-sine)};
        const Range range = insideOf(path, width, height, width);
        l_uint32 *to = pixGetData(out.get()) + qsizetype{y} * pixGetWpl(out.get());
        if (image.isGray())
            grayRow(image.pix(), path, range, to);
        else
            colourRow(image.pix(), path, range, to);
        if (edges) {
            const Range inside = range.begin < range.end ? range : Range{width, width};
            fillOutside(*edges, path, {0, inside.begin}, image.isGray(), to);
            fillOutside(*edges, path, {inside.end, width}, image.isGray(), to);
        }
    }
    return {out.release(), image.dpi()};
}

}  // namespace station::imaging
