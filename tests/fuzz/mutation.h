#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <algorithm>
#include <concepts>
#include <random>

namespace station::testing {

/// Changes of a seed, the same in every run: bits flip, numbers change, pieces are cut,
/// doubled, moved and replaced by words of the format.
class Mutation {
public:
    Mutation(unsigned seed, QByteArrayList words) : m_dice(seed), m_words(std::move(words)) {}

    template <std::integral Number>
    Number below(Number count)
    {
        return std::uniform_int_distribution<Number>(0, count - 1)(m_dice);
    }

    QByteArray operator()(QByteArray bytes)
    {
        for (int changes = 1 + below(4); changes > 0 && !bytes.isEmpty(); --changes) {
            const qsizetype at = below(bytes.size());
            const qsizetype length = std::min(1 + below<qsizetype>(12), bytes.size() - at);
            switch (below(8)) {
            case 0:
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
                break;
            case 1:
                bytes.remove(at, length);
                break;
            case 2:
                bytes.insert(at, bytes.mid(below(bytes.size()), length));
                break;
            case 3:
                bytes[at] = static_cast<char>(below(256));
                break;
            case 4:
                changeDigit(bytes, at);
                break;
            case 5:  // keeps every offset right
                bytes.replace(at, length, bytes.mid(below(bytes.size() - length + 1), length));
                break;
            default: {
                const QByteArray &word = m_words[below(m_words.size())];
                bytes.replace(at, std::min(below<qsizetype>(2) * word.size(), bytes.size() - at),
                              word);
            }
            }
        }
        return bytes;
    }

private:
    void changeDigit(QByteArray &bytes, qsizetype from)
    {
        const auto digit = std::find_if(bytes.begin() + from, bytes.end(),
                                        [](char c) { return c >= '0' && c <= '9'; });
        if (digit != bytes.end())
            *digit = static_cast<char>('0' + below(10));
    }

    std::mt19937 m_dice;
    QByteArrayList m_words;
};

}  // namespace station::testing
