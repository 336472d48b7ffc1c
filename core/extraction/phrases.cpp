#include "core/extraction/phrases.h"

#include "core/text/similarity.h"
#include "core/text/vietnamese.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

namespace station::extraction {

using namespace Qt::StringLiterals;

namespace {

constexpr double labelGap = 1.2;  // heights of the line, before a label that has no colon

bool isNumbering(const Token &token)
{
    static const QRegularExpression form(u"^(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)/-]*$"_s);
    return token.bare.isEmpty() ||
           (form.match(token.folded).hasMatch() && token.bare != token.folded);
}

bool endsLikeColon(const QString &text)
{
    return text.endsWith(u':') || text.endsWith(u';');
}

/// "(nếu có)", "(chữ in hoa)" between a label and its colon.
std::size_t afterBrackets(const Line &line, std::size_t at, bool &colon)
{
    constexpr std::size_t longest = 8;
    const auto &tokens = line.tokens;
    if (at >= tokens.size() || !tokens[at].text.startsWith(u'('))
        return at;
    for (std::size_t i = at; i < std::min(tokens.size(), at + longest); ++i) {
        if (!tokens[i].text.contains(u')'))
            continue;
        colon = colon || endsLikeColon(tokens[i].text);
        return i + 1;
    }
    return at;
}

/// "SốCCCD"
bool isGlued(const QString &read, const Phrase &phrase)
{
    qsizetype at = 0;
    for (const QString &word : phrase) {
        if (!QStringView(read).sliced(at).startsWith(word))
            return false;
        at += word.size();
    }
    return phrase.size() > 1 && at == read.size();
}

}  // namespace

Phrase phraseOf(const QString &text)
{
    static const QRegularExpression between(u"(?<=[\\w]{2})/(?=[\\w]{2})"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    Phrase phrase;
    for (const QString &word : text::folded(QString(text).replace(between, u" "_s)).split(u' ')) {
        if (const QString bare = bareOf(word); !bare.isEmpty())
            phrase += bare;
    }
    return phrase;
}

bool sameWord(const QString &read, const QString &wanted)
{
    if (read == wanted)
        return true;
    constexpr qsizetype shortestFuzzy = 5;  // "Vinh" is a town, "sinh" a birth
    return wanted.size() >= shortestFuzzy && std::abs(read.size() - wanted.size()) <= 1 &&
           text::similarity(read, wanted) >= 0.75;
}

std::optional<std::size_t> phraseAt(const Line &line, std::size_t at, const Phrase &phrase)
{
    const auto &tokens = line.tokens;
    if (isGlued(tokens[at].bare, phrase))
        return at + 1;
    std::size_t i = at;
    qsizetype matched = 0;
    constexpr qsizetype damagedFrom = 4;  // words; so long a phrase is known with one damaged
    const double nearest = phrase.size() == damagedFrom ? 0.75 : 0.6;
    bool damaged = false;
    while (i < tokens.size() && matched < phrase.size()) {
        if (!tokens[i].bare.isEmpty()) {
            if (!sameWord(tokens[i].bare, phrase[matched])) {
                if (damaged || phrase.size() < damagedFrom ||
                    text::similarity(tokens[i].bare, phrase[matched]) < nearest)
                    return {};
                damaged = true;
            }
            ++matched;
        } else if (matched == 0) {
            return {};
        }
        ++i;
    }
    return matched == phrase.size() && matched > 0 ? std::optional(i) : std::nullopt;
}

std::optional<PhrasePlace> findPhrase(const Line &line, const Phrases &phrases)
{
    for (std::size_t at = 0; at < line.tokens.size(); ++at) {
        for (const Phrase &phrase : phrases) {
            if (const auto end = phraseAt(line, at, phrase))
                return PhrasePlace{at, *end};
        }
    }
    return {};
}

std::optional<std::size_t> beginsWith(const Line &line, const Phrases &phrases)
{
    constexpr std::size_t mostNumbering = 2;
    for (std::size_t at = 0; at < std::min(line.tokens.size(), mostNumbering + 1); ++at) {
        std::optional<std::size_t> longest;
        for (const Phrase &phrase : phrases) {
            if (const auto end = phraseAt(line, at, phrase); end && end > longest.value_or(0))
                longest = end;
        }
        if (longest || !isNumbering(line.tokens[at]))
            return longest;
    }
    return {};
}

std::optional<LabelPlace> labelAt(const Line &line, std::size_t at, const Labels &labels)
{
    const auto &tokens = line.tokens;
    const bool first =
        std::all_of(tokens.begin(), tokens.begin() + std::ptrdiff_t(at), isNumbering);
    const bool apart =
        !first && tokens[at].box.left() - tokens[at - 1].box.right() > labelGap * line.height();
    for (const Label &label : labels) {
        auto end = phraseAt(line, at, label.words);
        if (!end)
            continue;
        bool colon = endsLikeColon(tokens[*end - 1].text);
        const auto skipSigns = [&] {
            while (!colon && *end < tokens.size() && tokens[*end].bare.isEmpty() &&
                   !tokens[*end].text.startsWith(u'(')) {
                colon = endsLikeColon(tokens[*end].text);
                ++*end;
            }
        };
        skipSigns();
        if (!colon)
            end = afterBrackets(line, *end, colon);
        skipSigns();
        const bool alone = label.words.size() > 1 && (first || apart);
        if (colon || alone)
            return LabelPlace{&label, *end, colon};
    }
    return {};
}

}  // namespace station::extraction
