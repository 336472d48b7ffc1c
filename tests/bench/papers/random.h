#pragma once

#include <QStringList>

#include <cstdint>
#include <random>
#include <vector>

namespace station::papers {

/// The same numbers from the same seed on every machine, which the distributions of the
/// standard library do not promise.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}

    int between(int low, int high) { return low + int(m_engine() % std::uint64_t(high - low + 1)); }
    double between(double low, double high)
    {
        return low + (high - low) * double(m_engine() >> 11) / double(1ULL << 53);
    }
    bool chance(double probability) { return between(0.0, 1.0) < probability; }
    template <typename List>
    auto pick(const List &list)
    {
        return list[typename List::size_type(between(0, int(list.size()) - 1))];
    }
    QString pick(std::initializer_list<const char16_t *> list)
    {
        return QString::fromUtf16(list.begin()[between(0, int(list.size()) - 1)]);
    }
    QString digits(int count)
    {
        QString text;
        for (int i = 0; i < count; ++i)
            text += QChar(u'0' + between(0, 9));
        return text;
    }
    std::uint64_t next() { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

}  // namespace station::papers
