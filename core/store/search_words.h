#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace station::store {

/// The words by which a dossier is looked for. A word is what stands between blanks, folded; in
/// one of several parts, such as a code, a search may begin at each ("h62-2407" in
/// "000.00.16.H62-240715-0001"). Parts count, not what stands between them.
class SearchWords {
public:
    explicit SearchWords(const QString &text);

    bool isEmpty() const { return m_words.isEmpty(); }
    /// Beginnings of words up to 8 letters, from each of their parts on: what an index holds, so
    /// that a search finds whole entries and no entry has to be readable.
    QSet<QString> indexed() const;
    /// Which of those every match has. Longer beginnings have to be compared.
    QSet<QString> wanted() const;
    /// Every word of `search` begins one of these.
    bool match(const SearchWords &search) const;

private:
    QStringList m_words;  // parts of a word joined by dots
};

}  // namespace station::store
