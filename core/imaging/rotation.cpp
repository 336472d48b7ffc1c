#include "core/imaging/rotation.h"

#include "core/imaging/pix_pointer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

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

}  // namespace

Image rotated(const Image &image, double angleDeg, int comesIn)
{
    const int width = image.width();
    const int height = image.height();
    PixPointer out(pixCreateNoInit(width, height, image.isGray() ? 8 : 32));
    if (!out)
        return image;
    pixSetAllGray(out.get(), comesIn);

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
    }
    return {out.release(), image.dpi()};
}

}  // namespace station::imaging
