#include "core/imaging/layered_coder.h"

#include <algorithm>

namespace station::imaging {
namespace {

/// T.88 Table E.1.
struct Row {
    quint16 unlikely;  ///< The share of the interval of the less likely bit.
    quint8 afterLikely;
    quint8 afterUnlikely;
    quint8 turns;  ///< The other bit is the likelier one after the less likely one.
};
constexpr std::array<Row, 47> table{{
    {0x5601, 1, 1, 1},   {0x3401, 2, 6, 0},   {0x1801, 3, 9, 0},   {0x0AC1, 4, 12, 0},
    {0x0521, 5, 29, 0},  {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1},   {0x5401, 8, 14, 0},
    {0x4801, 9, 14, 0},  {0x3801, 10, 14, 0}, {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0},
    {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1}, {0x5401, 16, 14, 0},
    {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
    {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0},
    {0x1C01, 25, 22, 0}, {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0},
    {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0}, {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0},
    {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0}, {0x02A1, 36, 33, 0},
    {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
    {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0},
    {0x0005, 45, 42, 0}, {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0},
}};

constexpr quint32 half = 0x8000;

void learnLikely(CoderState &state)
{
    state.row = table[state.row].afterLikely;
}

void learnUnlikely(CoderState &state)
{
    const Row &row = table[state.row];
    state.likely ^= row.turns;
    state.row = row.afterUnlikely;
}

/// Likelier bits that the interval takes before it must be widened.
int freeSteps(quint32 interval, quint32 unlikely, int most)
{
    return static_cast<int>(std::min<quint32>((interval - half) / unlikely, most));
}

}  // namespace

// The procedures are those of T.88 E.2 and E.3, one for one.

void ArithmeticEncoder::likely(CoderState &state)
{
    const quint32 unlikely = table[state.row].unlikely;
    m_interval -= unlikely;
    if ((m_interval & half) != 0) {
        m_code += unlikely;
        return;
    }
    if (m_interval < unlikely)
        m_interval = unlikely;
    else
        m_code += unlikely;
    learnLikely(state);
    renormalize();
}

void ArithmeticEncoder::encode(CoderState &state, int bit)
{
    if (bit == state.likely) {
        likely(state);
        return;
    }
    const quint32 unlikely = table[state.row].unlikely;
    m_interval -= unlikely;
    if (m_interval < unlikely)
        m_code += unlikely;
    else
        m_interval = unlikely;
    learnUnlikely(state);
    renormalize();
}

void ArithmeticEncoder::encodeLikely(CoderState &state, int times)
{
    while (times > 0) {
        const quint32 unlikely = table[state.row].unlikely;
        const int steps = freeSteps(m_interval, unlikely, times);
        m_interval -= static_cast<quint32>(steps) * unlikely;
        m_code += static_cast<quint32>(steps) * unlikely;
        times -= steps;
        if (times > 0) {
            likely(state);
            --times;
        }
    }
}

void ArithmeticEncoder::renormalize()
{
    do {
        m_interval <<= 1;
        m_code <<= 1;
        if (--m_countdown == 0)
            byteOut();
    } while ((m_interval & half) == 0);
}

void ArithmeticEncoder::byteOut()
{
    const auto last = [this] { return static_cast<quint8>(m_bytes.back()); };
    if (last() != 0xFF && m_code >= 0x8000000) {
        m_bytes.back() = static_cast<char>(last() + 1);  // the carry
        m_code &= 0x7FFFFFF;
    }
    const bool stuffed = last() == 0xFF;
    const int shift = stuffed ? 20 : 19;
    m_bytes += static_cast<char>(m_code >> shift);
    m_code &= (1U << shift) - 1;
    m_countdown = stuffed ? 7 : 8;
}

QByteArray ArithmeticEncoder::finished()
{
    const quint32 end = m_code + m_interval;
    m_code |= 0xFFFF;
    if (m_code >= end)
        m_code -= half;
    for (int i = 0; i < 2; ++i) {
        m_code <<= m_countdown;
        byteOut();
    }
    if (!m_bytes.endsWith('\xFF'))
        m_bytes += '\xFF';
    return m_bytes.mid(1) + '\xAC';
}

ArithmeticDecoder::ArithmeticDecoder(QByteArrayView bytes) : m_bytes(bytes)
{
    m_code = at(0) << 16;
    byteIn();
    m_code <<= 7;
    m_countdown -= 7;
}

quint32 ArithmeticDecoder::at(qsizetype place) const
{
    return place < m_bytes.size() ? static_cast<quint8>(m_bytes[place]) : 0xFF;
}

void ArithmeticDecoder::byteIn()
{
    const bool stuffed = at(m_place) == 0xFF;
    if (stuffed && at(m_place + 1) > 0x8F) {
        m_code += 0xFF00;
        m_countdown = 8;
        return;
    }
    ++m_place;
    m_code += at(m_place) << (stuffed ? 9 : 8);
    m_countdown = stuffed ? 7 : 8;
}

void ArithmeticDecoder::renormalize()
{
    do {
        if (m_countdown == 0)
            byteIn();
        m_interval <<= 1;
        m_code <<= 1;
        --m_countdown;
    } while ((m_interval & half) == 0);
}

int ArithmeticDecoder::decode(CoderState &state)
{
    const quint32 unlikely = table[state.row].unlikely;
    m_interval -= unlikely;
    const bool below = (m_code >> 16) < unlikely;
    if (!below) {
        m_code -= unlikely << 16;
        if ((m_interval & half) != 0)
            return state.likely;
    }
    const bool isLikely = below == (m_interval < unlikely);
    const int bit = isLikely ? state.likely : 1 - state.likely;
    if (below)
        m_interval = unlikely;
    if (isLikely)
        learnLikely(state);
    else
        learnUnlikely(state);
    renormalize();
    return bit;
}

int ArithmeticDecoder::skipLikely(const CoderState &state, int most)
{
    const quint32 unlikely = table[state.row].unlikely;
    const auto steps = std::min<quint32>(
        static_cast<quint32>(freeSteps(m_interval, unlikely, most)), (m_code >> 16) / unlikely);
    m_interval -= steps * unlikely;
    m_code -= steps * unlikely << 16;
    return static_cast<int>(steps);
}

}  // namespace station::imaging
