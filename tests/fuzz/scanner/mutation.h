#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <random>

namespace station::scanner::testing {

/// Changes of a seed, the same in every run: bits flip, pieces are cut, doubled and
/// replaced by words of the format.
class Mutation {
public:
    Mutation(unsigned seed, QByteArrayList words) : m_dice(seed), m_words(std::move(words)) {}

    int below(int count) { return std::uniform_int_distribution(0, count - 1)(m_dice); }

    QByteArray operator()(QByteArray text)
    {
        for (int changes = 1 + below(4); changes > 0 && !text.isEmpty(); --changes) {
            const int at = below(static_cast<int>(text.size()));
            const int length = 1 + below(12);
            switch (below(6)) {
            case 0:
                text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
                break;
            case 1:
                text.remove(at, length);
                break;
            case 2:
                text.insert(at, text.mid(below(static_cast<int>(text.size())), length));
                break;
            case 3:
                text[at] = static_cast<char>(below(256));
                break;
            default:
                text.replace(at, below(2) * length,
                             m_words[below(static_cast<int>(m_words.size()))]);
            }
        }
        return text;
    }

private:
    std::mt19937 m_dice;
    QByteArrayList m_words;
};

}  // namespace station::scanner::testing
