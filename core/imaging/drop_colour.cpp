#include "core/imaging/drop_colour.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace station::imaging {
namespace {

constexpr int blackInk = 100;  // brightest channel of black print, also below a seal
constexpr int penInk = 200;
constexpr int faintColour = 40;   // of paper, of print at the rim of a seal
constexpr int strongColour = 80;  // of pens, seals and coloured print

using Row = std::vector<quint8>;

/// A row's channels apart, which the compiler handles sixteen pixels at a time.
struct Channels {
    Row red{};
    Row green{};
    Row blue{};

    explicit Channels(int width)
        : red(static_cast<std::size_t>(width)), green(red.size()), blue(red.size())
    {
    }

    void read(const l_uint32 *from)
    {
        for (std::size_t x = 0; x < red.size(); ++x) {
            red[x] = static_cast<quint8>(from[x] >> 24);
            green[x] = static_cast<quint8>(from[x] >> 16);
            blue[x] = static_cast<quint8>(from[x] >> 8);
        }
    }
};

const l_uint32 *colourRow(const Image &side, int y)
{
    return pixGetData(side.pix()) + qsizetype{y} * pixGetWpl(side.pix());
}

/// Of a gray picture whose words are not in Leptonica's order yet.
quint8 *byteRow(Pix *gray, int y)
{
    return reinterpret_cast<quint8 *>(pixGetData(gray) + qsizetype{y} * pixGetWpl(gray));
}

template <typename LevelOf>
PixPointer grayOf(const Image &side, LevelOf levelOf)
{
    if (side.isGray())
        return PixPointer(pixCopy(nullptr, side.pix()));
    PixPointer gray(pixCreateNoInit(side.width(), side.height(), 8));
    Channels channels(side.width());
    for (int y = 0; gray && y < side.height(); ++y) {
        channels.read(colourRow(side, y));
        quint8 *to = byteRow(gray.get(), y);
        for (std::size_t x = 0; x < channels.red.size(); ++x)
            to[x] = levelOf(channels.red[x], channels.green[x], channels.blue[x]);
    }
    if (gray)
        pixEndianByteSwap(gray.get());
    return gray;
}

quint8 brightest(quint8 red, quint8 green, quint8 blue)
{
    return std::max(std::max(red, green), blue);
}

quint8 darkest(quint8 red, quint8 green, quint8 blue)
{
    return std::min(std::min(red, green), blue);
}

/// Brightness and colour of a side, pixel for pixel.
class Inks {
public:
    explicit Inks(const Image &side)
        : m_gray(pixCreateNoInit(side.width(), side.height(), 8)),
          m_colours(static_cast<std::size_t>(side.height()),
                    Row(static_cast<std::size_t>(side.width())))
    {
        Channels channels(side.width());
        for (int y = 0; m_gray && y < side.height(); ++y) {
            channels.read(colourRow(side, y));
            quint8 *levels = byteRow(m_gray.get(), y);
            quint8 *colours = m_colours[static_cast<std::size_t>(y)].data();
            for (std::size_t x = 0; x < channels.red.size(); ++x) {
                const auto level = brightest(channels.red[x], channels.green[x], channels.blue[x]);
                levels[x] = level;
                colours[x] = static_cast<quint8>(
                    level - darkest(channels.red[x], channels.green[x], channels.blue[x]));
            }
        }
    }

    bool isNull() const { return !m_gray; }

    /// Whether there is more coloured than black ink, as on a receipt in blue: then the colour
    /// is what is to be read.
    bool arePrintedInColour() const
    {
        qint64 black = 0;
        qint64 coloured = 0;
        for (std::size_t y = 0; y < m_colours.size(); ++y) {
            const quint8 *levels = byteRow(m_gray.get(), static_cast<int>(y));
            const Row &colours = m_colours[y];
            int blackHere = 0;
            int colouredHere = 0;
            for (std::size_t x = 0; x < colours.size(); ++x) {
                blackHere += int(levels[x] < blackInk) & int(colours[x] < faintColour);
                colouredHere += int(levels[x] < penInk) & int(colours[x] > strongColour);
            }
            black += blackHere;
            coloured += colouredHere;
        }
        return coloured > black;
    }

    /// Adds to each pixel what colour there is around it: scanners and pictures in JPEG keep
    /// colour coarser than brightness, a pen's stroke would leave its rim.
    void whiten()
    {
        const std::size_t width = m_colours.empty() ? 0 : m_colours.front().size();
        Row tall(width + 2);  // the most of three rows; nothing beyond its ends
        for (std::size_t y = 0; y < m_colours.size(); ++y) {
            const Row &at = m_colours[y];
            const Row &above = m_colours[y == 0 ? y : y - 1];
            const Row &below = m_colours[y + 1 == m_colours.size() ? y : y + 1];
            for (std::size_t x = 0; x < width; ++x)
                tall[x + 1] = brightest(above[x], at[x], below[x]);
            quint8 *levels = byteRow(m_gray.get(), static_cast<int>(y));
            for (std::size_t x = 0; x < width; ++x) {
                const int colour = brightest(tall[x], tall[x + 1], tall[x + 2]);
                const int level = levels[x];
                const int whiter = std::min(255, level + colour - faintColour);
                levels[x] =
                    static_cast<quint8>(level > blackInk && colour > faintColour ? whiter : level);
            }
        }
    }

    PixPointer gray() &&
    {
        pixEndianByteSwap(m_gray.get());
        return std::move(m_gray);
    }

private:
    PixPointer m_gray;  ///< The brightest channel; its bytes in the order of the pixels.
    std::vector<Row> m_colours;
};

}  // namespace

PixPointer withoutColour(const Image &side)
{
    return grayOf(side, brightest);
}

PixPointer withoutPens(const Image &side)
{
    if (side.isGray())
        return withoutColour(side);
    Inks inks(side);
    if (inks.isNull())
        return {};
    if (!inks.arePrintedInColour())
        inks.whiten();
    return std::move(inks).gray();
}

PixPointer withColour(const Image &side)
{
    return grayOf(side, [](quint8 red, quint8 green, quint8 blue) {
        // A card's ground is blue or green and pale, its title red.
        return static_cast<quint8>((brightest(red, green, blue) + green) / 2);
    });
}

}  // namespace station::imaging
