#pragma once

#include "core/extraction/calibration.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace station::extraction {

/// What a word's spelling says about whether it was read right.
enum class WordKind {
    Confirmed,     ///< Stands beside its neighbour in a list, both spelled like this.
    Listed,        ///< Spelled like this in a list.
    Syllable,      ///< As Vietnamese is spelled.
    Other,         ///< "LOGISTICS", "TNHH", "Hữự".
    Contradicted,  ///< Beside this neighbour the lists only have it with other marks.
    Number,        ///< Has digits.
};

/// A word of a line in this light.
struct JudgedWord {
    WordKind kind = WordKind::Other;
    bool isRivalled = false;  ///< Beside this neighbour a list has it with other marks only.
    QString listed{};         ///< Of a contradicted word: as the lists spell it, in small letters.
};

/// How words are spelled, made from all lists of the rules. Marks are what recognition loses
/// first, and most syllables are words with other marks, too; a syllable and its neighbour
/// together are a word or are none.
class Spelling {
public:
    /// A text of a list. Names confirm what was read and contradict nothing; a pair of words
    /// that is a name with other marks, too, confirms nothing.
    void add(const QString &text, bool isName = false);
    bool contains(const QString &word) const { return m_words.contains(word); }

    /// A word with which a part of an address begins, in small letters: "ngõ", "tp.". There it is
    /// one of a few.
    void addPartWord(const QString &word) { m_partWords += word; }
    bool isPartWord(const QString &word) const { return m_partWords.contains(word); }

    /// Words of one line, in small letters, without punctuation; an empty one parts its neighbours.
    /// With a word that is `opening` another phrase begins ("cư trú: Số", "phường An"): what the
    /// lists have for the two together ("trụ sở", "phương án") speaks against neither.
    std::vector<JudgedWord> judged(const QStringList &words,
                                   const std::vector<bool> &opening = {}) const;

    /// How often such a word is right that the engine trusts so far; measured.
    double trustIn(WordKind kind, double confidence) const;
    void setTrust(WordKind kind, Calibration trust) { m_trust[kind] = std::move(trust); }

private:
    QSet<QString> m_words{};
    QSet<QString> m_partWords{};
    QSet<QString> m_pairs{};
    QHash<QString, QString> m_anyPairs{};        ///< By letters, names too; as m_pairsByLetters.
    QHash<QString, QString> m_pairsByLetters{};  ///< Empty where the letters have two spellings.
    std::map<WordKind, Calibration> m_trust{};
};

/// Whether a word could be a Vietnamese syllable: beginning, rhyme and tone go together.
bool isSyllable(const QString &word);

/// The same for "hòa" and "hoà": each syllable with its tone behind it.
QString withTonesLast(const QString &text);

}  // namespace station::extraction
