#include "core/imaging/layered_mask.h"

#include "core/imaging/layered_coder.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <vector>

namespace station::imaging {
namespace {

constexpr int wordPx = 32;
constexpr int contextBits = 16;  // T.88 6.2.5.3, template 0 with its nominal places
constexpr std::size_t repeatContext = 0x9B25;
constexpr std::size_t whiteContext = 0;

// T.88 7.2 and 7.4: what stands before the coded pixels.
constexpr char pageSegment = 48;
constexpr char genericRegionSegment = 38;  // immediate
constexpr char typicalPrediction = 8;      // template 0, arithmetic, repeated lines left out
constexpr int segmentHeaderSize = 11;
constexpr int pageSize = 19;
constexpr int regionHeaderSize = 26;
constexpr int headSize = 2 * segmentHeaderSize + pageSize + regionHeaderSize;

void append(QByteArray &bytes, quint32 number)
{
    const quint32 big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

void appendSegment(QByteArray &bytes, quint32 number, char type, qsizetype size)
{
    append(bytes, number);
    bytes += type;
    bytes += '\0';  // refers to nothing
    bytes += '\1';  // the page
    append(bytes, static_cast<quint32>(size));
}

QByteArray headOf(const QSize &size, qsizetype codedSize)
{
    const auto width = static_cast<quint32>(size.width());
    const auto height = static_cast<quint32>(size.height());
    QByteArray head;
    appendSegment(head, 0, pageSegment, pageSize);
    append(head, width);
    append(head, height);
    head += QByteArray(pageSize - 8, '\0');  // no resolution, white, nothing combined, no stripes
    appendSegment(head, 1, genericRegionSegment, regionHeaderSize + codedSize);
    append(head, width);
    append(head, height);
    head += QByteArray(9, '\0');  // at the page's corner, replacing nothing
    head += typicalPrediction;
    head += QByteArray::fromHex("03fffdff02fefefe");  // the nominal places
    return head;
}

/// A line of the picture with a word of white on either side.
class Line {
public:
    explicit Line(int words) : m_words(static_cast<std::size_t>(words) + 2) {}

    l_uint32 *words() { return m_words.data() + 1; }
    void clear() { std::ranges::fill(m_words, 0); }
    void blacken(int x) { m_words[wordAt(x)] |= 0x80000000U >> (x % wordPx); }
    quint32 at(int x) const
    {
        return m_words[wordAt(x)] >> (wordPx - 1 - (x + wordPx) % wordPx) & 1U;
    }
    /// Of so many pixels before `x`.
    quint32 before(int x, int count) const
    {
        quint32 bits = 0;
        for (int i = x - count; i < x; ++i)
            bits = bits << 1 | at(i);
        return bits;
    }
    /// White pixels from there, within a word.
    int whiteFrom(int x, int most) const
    {
        return std::min(std::countl_zero(m_words[wordAt(x)] << (x % wordPx)), most);
    }
    /// Nothing is black that the context of a pixel in the word may look at.
    bool isWhiteAround(int word) const
    {
        const auto place = static_cast<std::size_t>(word + 1);
        return (m_words[place - 1] & 0x7U) == 0 && m_words[place] == 0 &&
               (m_words[place + 1] & 0xE0000000U) == 0;
    }
    bool operator==(const Line &) const = default;

private:
    static std::size_t wordAt(int x) { return static_cast<std::size_t>((x + wordPx) / wordPx); }

    std::vector<l_uint32> m_words;
};

/// Both directions walk over the pixels of a line in the same way and differ in what they do
/// with a bit: `pixel` gets a state and a place and gives the bit there; `white` deals at once
/// with some of the next pixels, up to the given number, that are white in white
/// surroundings, and tells with how many.
template <typename Pixel, typename White>
void walk(int width, const Line &second, const Line &first, std::vector<CoderState> &states,
          Pixel pixel, White white)
{
    quint32 before = 0;
    for (int start = 0; start < width; start += wordPx) {
        const int end = std::min(start + wordPx, width);
        const int word = start / wordPx;
        if (second.isWhiteAround(word) && first.isWhiteAround(word)) {
            for (int x = start; x < end; ++x) {
                if (before == 0)
                    x += white(states[whiteContext], x, end - x);
                if (x < end)
                    before = (before << 1 | pixel(states[before], x)) & 0xF;
            }
            continue;
        }
        quint32 above2 = second.before(start + 2, 4);
        quint32 above1 = first.before(start + 3, 6);
        for (int x = start; x < end; ++x) {
            above2 = (above2 << 1 | second.at(x + 2)) & 0x1F;
            above1 = (above1 << 1 | first.at(x + 3)) & 0x7F;
            before = (before << 1 | pixel(states[above2 << 11 | above1 << 4 | before], x)) & 0xF;
        }
    }
}

/// The lines of a picture from top to bottom, each with the two above it.
class Lines {
public:
    explicit Lines(int words) : m_lines(3, Line(words)) {}

    const Line &second() const { return m_lines[0]; }
    const Line &first() const { return m_lines[1]; }
    Line &current() { return m_lines[2]; }
    bool repeats() const { return m_lines[1] == m_lines[2]; }
    /// The current line becomes the first one; what is then current holds old pixels.
    void advance() { std::ranges::rotate(m_lines, m_lines.begin() + 1); }

private:
    std::vector<Line> m_lines;
};

}  // namespace

QByteArray jbig2Of(Pix *mask)
{
    const int width = pixGetWidth(mask);
    const int words = pixGetWpl(mask);
    std::vector<CoderState> states(std::size_t{1} << contextBits);
    ArithmeticEncoder encoder;
    Lines lines(words);
    pixSetPadBits(mask, 0);
    bool repeated = false;
    for (int y = 0; y < pixGetHeight(mask); ++y, lines.advance()) {
        Line &line = lines.current();
        std::copy_n(pixGetData(mask) + std::ptrdiff_t{y} * words, words, line.words());
        const bool repeats = lines.repeats();
        encoder.encode(states[repeatContext], repeats != repeated ? 1 : 0);
        repeated = repeats;
        if (repeats)
            continue;
        const auto pixel = [&](CoderState &state, int x) {
            const quint32 bit = line.at(x);
            encoder.encode(state, static_cast<int>(bit));
            return bit;
        };
        const auto white = [&](CoderState &state, int x, int most) {
            const int count = state.likely == 0 ? line.whiteFrom(x, most) : 0;
            encoder.encodeLikely(state, count);
            return count;
        };
        walk(width, lines.second(), lines.first(), states, pixel, white);
    }
    const QByteArray coded = encoder.finished();
    return headOf(QSize(width, pixGetHeight(mask)), coded.size()) + coded;
}

PixPointer maskFrom(const QByteArray &bytes, const QSize &size)
{
    if (!bytes.startsWith(headOf(size, bytes.size() - headSize)))
        return {};
    PixPointer mask(pixCreate(size.width(), size.height(), 1));
    if (!mask)
        return {};
    const int words = pixGetWpl(mask.get());
    std::vector<CoderState> states(std::size_t{1} << contextBits);
    ArithmeticDecoder decoder(QByteArrayView(bytes).sliced(headSize));
    Lines lines(words);
    bool repeats = false;
    for (int y = 0; y < size.height(); ++y, lines.advance()) {
        Line &line = lines.current();
        if (decoder.decode(states[repeatContext]) != 0)
            repeats = !repeats;
        if (repeats) {
            line = lines.first();
        } else {
            line.clear();
            const auto pixel = [&](CoderState &state, int x) {
                const int bit = decoder.decode(state);
                if (bit != 0)
                    line.blacken(x);
                return static_cast<quint32>(bit);
            };
            const auto white = [&](CoderState &state, int, int most) {
                return state.likely == 0 ? decoder.skipLikely(state, most) : 0;
            };
            walk(size.width(), lines.second(), lines.first(), states, pixel, white);
        }
        std::copy_n(line.words(), words, pixGetData(mask.get()) + std::ptrdiff_t{y} * words);
    }
    return mask;
}

}  // namespace station::imaging
