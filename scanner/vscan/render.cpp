#include "scanner/vscan/render.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vscan {
namespace {

using Pixel = std::array<unsigned, 3>;

int pixels(double mm, int dpi)
{
    return static_cast<int>(std::lround(mm * dpi / 25.4));
}

Pixel backgroundOf(const Look &look)
{
    return look.blackBackground ? Pixel{0, 0, 0} : Pixel{255, 255, 255};
}

/// The pixels of the picture that one pixel of the frame covers, along one axis.
struct Span {
    int begin = 0;
    int end = 0;  // begin == end: beside the picture
};

std::vector<Span> spans(int first, int count, double scale, int limit)
{
    std::vector<Span> result(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const int begin = static_cast<int>(std::floor((first + i) * scale));
        const int end = static_cast<int>(std::floor((first + i + 1) * scale));
        if (begin >= 0 && begin < limit)
            result[static_cast<std::size_t>(i)] = {begin,
                                                   std::min(std::max(end, begin + 1), limit)};
    }
    return result;
}

/// A sheet that lies straight: each pixel is the mean of those that it covers.
class StraightSheet {
public:
    StraightSheet(const Picture &picture, const Look &look, int firstX, int firstY,
                  const Frame &frame, double scale)
        : m_picture(picture), m_background(backgroundOf(look)),
          m_across(spans(firstX, frame.width, scale, picture.width)),
          m_down(spans(firstY, frame.height, scale, picture.height))
    {
    }

    Pixel at(int x, int y) const
    {
        const Span across = m_across[static_cast<std::size_t>(x)];
        const Span down = m_down[static_cast<std::size_t>(y)];
        if (across.begin == across.end || down.begin == down.end)
            return m_background;
        Pixel sum{};
        for (int row = down.begin; row < down.end; ++row) {
            const auto *pixel =
                m_picture.rgb.data() + (std::ptrdiff_t{row} * m_picture.width + across.begin) * 3;
            for (int column = across.begin; column < across.end; ++column, pixel += 3) {
                for (std::size_t channel = 0; channel < 3; ++channel)
                    sum[channel] += pixel[channel];
            }
        }
        const auto count =
            static_cast<unsigned>((across.end - across.begin) * (down.end - down.begin));
        for (auto &channel : sum)
            channel = (channel + count / 2) / count;
        return sum;
    }

private:
    const Picture &m_picture;
    const Pixel m_background;
    const std::vector<Span> m_across;
    const std::vector<Span> m_down;
};

/// A sheet that lies askew, read at several points for each pixel.
class SkewedSheet {
public:
    SkewedSheet(const Picture &picture, const Look &look, int firstX, int firstY, double scale)
        : m_picture(picture), m_background(backgroundOf(look)), m_firstX(firstX), m_firstY(firstY),
          m_scale(scale), m_points(std::max(2, static_cast<int>(std::ceil(scale)))),
          m_cos(std::cos(look.skewDeg * std::numbers::pi / 180)),
          m_sin(std::sin(look.skewDeg * std::numbers::pi / 180))
    {
    }

    Pixel at(int x, int y) const
    {
        Pixel sum{};
        for (int j = 0; j < m_points; ++j) {
            for (int i = 0; i < m_points; ++i) {
                const auto point = nearest((m_firstX + x + (i + 0.5) / m_points) * m_scale,
                                           (m_firstY + y + (j + 0.5) / m_points) * m_scale);
                for (std::size_t channel = 0; channel < 3; ++channel)
                    sum[channel] += point[channel];
            }
        }
        const auto count = static_cast<unsigned>(m_points * m_points);
        for (auto &channel : sum)
            channel = (channel + count / 2) / count;
        return sum;
    }

private:
    Pixel nearest(double x, double y) const
    {
        const double fromMiddleX = x - m_picture.width / 2.0;
        const double fromMiddleY = y - m_picture.height / 2.0;
        const double column =
            std::floor(m_picture.width / 2.0 + fromMiddleX * m_cos + fromMiddleY * m_sin);
        const double row =
            std::floor(m_picture.height / 2.0 - fromMiddleX * m_sin + fromMiddleY * m_cos);
        if (column < 0 || row < 0 || column >= m_picture.width || row >= m_picture.height)
            return m_background;
        const auto *pixel =
            m_picture.rgb.data() + (static_cast<std::ptrdiff_t>(row) * m_picture.width +
                                    static_cast<std::ptrdiff_t>(column)) *
                                       3;
        return {pixel[0], pixel[1], pixel[2]};
    }

    const Picture &m_picture;
    const Pixel m_background;
    const int m_firstX;
    const int m_firstY;
    const double m_scale;
    const int m_points;
    const double m_cos;
    const double m_sin;
};

/// Mixes its bits so well that neighbours look unrelated (the end of MurmurHash3).
std::uint32_t mixed(std::uint32_t value)
{
    value = (value ^ value >> 16) * 0x85eb'ca6bU;
    value = (value ^ value >> 13) * 0xc2b2'ae35U;
    return value ^ value >> 16;
}

Pixel noisy(Pixel pixel, const Look &look, int x, int y)
{
    const auto place = mixed(mixed(static_cast<std::uint32_t>(x)) + static_cast<std::uint32_t>(y));
    const auto chance = mixed(place + mixed(look.seed + 1));
    const int deviation =
        static_cast<int>(chance % static_cast<unsigned>(2 * look.noise + 1)) - look.noise;
    for (auto &channel : pixel)
        channel = static_cast<unsigned>(std::clamp(static_cast<int>(channel) + deviation, 0, 255));
    return pixel;
}

unsigned luminance(const Pixel &pixel)
{
    return (299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2] + 500) / 1000;
}

void put(const Pixel &pixel, Mode mode, int x, std::uint8_t *line)
{
    switch (mode) {
    case Mode::Color:
        for (std::size_t channel = 0; channel < 3; ++channel)
            line[static_cast<std::size_t>(x) * 3 + channel] =
                static_cast<std::uint8_t>(pixel[channel]);
        break;
    case Mode::Gray:
        line[x] = static_cast<std::uint8_t>(luminance(pixel));
        break;
    case Mode::Lineart:
        if (luminance(pixel) < 128)
            line[x / 8] = static_cast<std::uint8_t>(line[x / 8] | 0x80 >> x % 8);
        break;
    }
}

template <typename Sheet>
void draw(const Sheet &sheet, Frame &frame, Mode mode, const Look &look)
{
    const auto lineSize = static_cast<std::size_t>(frame.bytesPerLine);
    frame.bytes.resize(lineSize * static_cast<std::size_t>(frame.height));
    for (int y = 0; y < frame.height; ++y) {
        auto *line = frame.bytes.data() + static_cast<std::size_t>(y) * lineSize;
        for (int x = 0; x < frame.width; ++x) {
            const Pixel pixel = sheet.at(x, y);
            put(look.noise > 0 ? noisy(pixel, look, x, y) : pixel, mode, x, line);
        }
    }
}

}  // namespace

Frame frameOf(const Area &area, int dpi, Mode mode)
{
    Frame frame;
    frame.width = std::max(1, pixels(area.rightMm, dpi) - pixels(area.leftMm, dpi));
    frame.height = std::max(1, pixels(area.bottomMm, dpi) - pixels(area.topMm, dpi));
    frame.bytesPerLine = mode == Mode::Color  ? frame.width * 3
                         : mode == Mode::Gray ? frame.width
                                              : (frame.width + 7) / 8;
    return frame;
}

Frame render(const Picture &picture, const Area &area, int dpi, Mode mode, const Look &look)
{
    Frame frame = frameOf(area, dpi, mode);
    const double scale = picture.dpi / dpi;
    const int firstX = pixels(area.leftMm, dpi) + pixels(look.shiftMm, dpi);
    const int firstY = pixels(area.topMm, dpi);
    if (look.skewDeg == 0)
        draw(StraightSheet(picture, look, firstX, firstY, frame, scale), frame, mode, look);
    else
        draw(SkewedSheet(picture, look, firstX, firstY, scale), frame, mode, look);
    return frame;
}

}  // namespace vscan
