#include "core/extraction/reading.h"

#include "core/codes/personal_id.h"
#include "core/extraction/anchors.h"
#include "core/text/dates.h"

#include <QStringList>

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;

namespace {

constexpr double weakestKept = 0.4;       // below it the words are noise or handwriting
constexpr double tallerThanPrint = 1.45;  // pen digits overshoot the printed line

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

std::optional<Reading> asDate(std::optional<PatternMatch> match)
{
    if (!match)
        return {};
    const QStringList &parts = match->captures;
    const auto date = text::parsedDate(parts[1] + u'/' + parts[2] + u'/' + parts[3]);
    if (!date)
        return {};
    match->reading.value = text::shortDate(*date);
    return match->reading;
}

}  // namespace

void Readings::offer(const QString &key, const std::optional<Reading> &reading)
{
    if (reading && !reading->value.isEmpty() && reading->confidence >= weakestKept)
        m_readings.try_emplace(key, *reading);
}

Reading *Readings::find(const QString &key)
{
    const auto found = m_readings.find(key);
    return found == m_readings.end() ? nullptr : &found->second;
}

Reading readingOf(const Line &line, std::size_t from, std::size_t to, const QString &value)
{
    Reading reading{.value = value, .side = line.side, .confidence = 1.0};
    for (std::size_t i = from; i < std::min(to, line.tokens.size()); ++i) {
        reading.box |= line.tokens[i].box;
        if (!line.tokens[i].bare.isEmpty())
            reading.confidence = std::min(reading.confidence, line.tokens[i].confidence);
    }
    return reading;
}

std::optional<PatternMatch> matchIn(const Line &line, const QRegularExpression &pattern,
                                    bool folded, std::size_t from, std::size_t to)
{
    QString text;
    std::vector<std::pair<qsizetype, qsizetype>> spans;
    for (std::size_t i = from; i < std::min(to, line.tokens.size()); ++i) {
        const Token &token = line.tokens[i];
        if (!text.isEmpty() && !token.glued)
            text += u' ';
        const qsizetype start = text.size();
        text += folded ? token.folded : token.text;
        spans.emplace_back(start, text.size());
    }
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};

    const int valueGroup = match.lastCapturedIndex() >= 1 ? 1 : 0;
    const auto covered = [&](std::size_t i, int firstGroup, int lastGroup) {
        return spans[i].first < match.capturedEnd(lastGroup) &&
               spans[i].second > match.capturedStart(firstGroup);
    };
    PatternMatch result{
        .reading = {.value = match.captured(valueGroup), .side = line.side, .confidence = 1.0},
        .captures = match.capturedTexts()};
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Token &token = line.tokens[from + i];
        if (!covered(i, valueGroup, match.lastCapturedIndex()))
            continue;
        result.reading.box |= token.box;
        if (!hasDigit(token.text))
            continue;
        result.reading.confidence = std::min(result.reading.confidence, token.confidence);
        if (token.box.height() > tallerThanPrint * line.printHeight)
            result.reading.doubtful = true;
    }
    return result;
}

std::optional<Reading> closingDateIn(const Line &line)
{
    // A line of its own, at most with the place before it: dates of other
    // documents stand inside sentences.
    static const QRegularExpression inWords(
        u"(?:^(?:\\S+ ){0,5}|[,.;] ?)ngay\\S*? *(\\d{1,2}) *thang\\S*? *(\\d{1,2}) *"
        "nam\\S*? *((?:19|20)\\d{2})[ .,]*$"_s);
    if (line.tokens.empty() || !line.tokens[0].text[0].isUpper())
        return {};
    return asDate(matchIn(line, inWords, true));
}

std::optional<Reading> dateIn(const Line &line, std::size_t from, std::size_t to)
{
    static const QRegularExpression inNumbers(
        u"(?<!\\d)(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?((?:19|20)\\d{2})(?!\\d)"_s);
    static const QRegularExpression inWords(
        u"(?<!\\d)(\\d{1,2}) *thang\\S*? *(\\d{1,2}) *nam\\S*? *((?:19|20)\\d{2})(?!\\d)"_s);
    if (auto date = asDate(matchIn(line, inNumbers, true, from, to)))
        return date;
    return asDate(matchIn(line, inWords, true, from, to));
}

std::optional<Reading> personalIdIn(const Line &line, std::size_t from, std::size_t to)
{
    static const QRegularExpression digits(
        u"(?<![\\d/.-])(\\d{12}|\\d{9}|(?:\\d ){11}\\d)(?![\\d/.-]?\\d)"_s);
    auto match = matchIn(line, digits, false, from, to);
    if (!match)
        return {};
    match->reading.value.remove(u' ');
    if (!codes::PersonalId::parse(match->reading.value))
        return {};
    return match->reading;
}

std::optional<Reading> personNameIn(const Line &line, std::size_t from, std::size_t to)
{
    const std::size_t end = std::min(to, line.tokens.size());
    QStringList words;
    std::size_t first = end;
    std::size_t last = from;
    for (std::size_t i = from; i < end; ++i) {
        const QString word = trimmedPunctuation(line.tokens[i].text);
        if (words.isEmpty() && line.tokens[i].text.endsWith(u'.'))
            continue;  // "BS.", "ThS."
        const bool speck = word.size() == 1 && word[0].isLower();
        if (line.tokens[i].bare.isEmpty() || speck)
            continue;
        first = std::min(first, i);
        last = i + 1;
        words += word;
    }
    const auto isNameWord = [](const QString &word) {
        return word[0].isUpper() && word.size() <= 7 &&
               std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
    };
    if (words.size() < 2 || words.size() > 7 ||
        !std::all_of(words.begin(), words.end(), isNameWord))
        return {};
    Reading reading = readingOf(line, first, last, words.join(u' '));
    reading.doubtful = !isFamilyName(words.first());
    return reading;
}

void vouch(Reading &reading)
{
    reading.confidence = 1.0 - (1.0 - reading.confidence) * 0.6;
}

void extend(Reading &reading, const Reading &more)
{
    reading.value += u' ' + more.value;
    reading.box |= more.box;
    reading.confidence = std::min(reading.confidence, more.confidence);
    reading.doubtful = reading.doubtful || more.doubtful;
}

}  // namespace station::extraction
