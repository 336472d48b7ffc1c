#include "core/store/search_words.h"

#include "core/text/vietnamese.h"

#include <algorithm>

namespace station::store {
namespace {

constexpr qsizetype longestEntry = 8;

/// Of "16.h62-24": the whole and what begins at each later part.
QStringList beginnings(const QString &word)
{
    QStringList list{word};
    for (auto dot = word.indexOf(u'.'); dot >= 0; dot = word.indexOf(u'.', dot + 1))
        list << word.sliced(dot + 1);
    return list;
}

}  // namespace

SearchWords::SearchWords(const QString &text)
{
    for (const auto &word : text::folded(text).split(u' ', Qt::SkipEmptyParts)) {
        QString parts;
        bool isBetween = false;
        for (const QChar letter : word) {
            // A letter outside of the basic plane is two surrogates; both are kept.
            if (!letter.isLetterOrNumber() && !letter.isSurrogate()) {
                isBetween = !parts.isEmpty();
                continue;
            }
            if (isBetween)
                parts += u'.';
            isBetween = false;
            parts += letter;
        }
        if (!parts.isEmpty())
            m_words << parts;
    }
}

QSet<QString> SearchWords::indexed() const
{
    QSet<QString> entries;
    for (const auto &word : m_words) {
        for (const auto &rest : beginnings(word)) {
            for (qsizetype length = 1; length <= std::min(longestEntry, rest.size()); ++length)
                entries.insert(rest.first(length));
        }
    }
    return entries;
}

QSet<QString> SearchWords::wanted() const
{
    QSet<QString> entries;
    for (const auto &word : m_words) {
        for (const auto &rest : beginnings(word))
            entries.insert(rest.first(std::min(longestEntry, rest.size())));
    }
    return entries;
}

bool SearchWords::match(const SearchWords &search) const
{
    return std::ranges::all_of(search.m_words, [this](const QString &wanted) {
        return std::ranges::any_of(m_words, [&](const QString &word) {
            const auto list = beginnings(word);
            return std::ranges::any_of(
                list, [&](const QString &rest) { return rest.startsWith(wanted); });
        });
    });
}

}  // namespace station::store
