#include "core/extraction/reading.h"

#include "core/text/vietnamese.h"

#include <algorithm>
#include <cstdlib>

namespace station::extraction {

using namespace Qt::StringLiterals;

namespace {

constexpr double weakestKept = 0.3;       // below it the words are noise or handwriting
constexpr double tallerThanPrint = 1.45;  // pen digits overshoot the printed line
constexpr double tallerThanLine = 1.35;
constexpr double tallerThanDigits = 1.22;
constexpr double blankToFillIn = 0.6;   // heights of the line, and
constexpr double widerThanUsual = 1.8;  // times the usual blank
constexpr double blankBesideFew = 0.9;  // where there are too few to compare
constexpr double certainPrint = 0.9;

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// A word of letters beside digits reaches as far up and down as they do.
bool isAsTall(const Token &word, const Token &digits)
{
    constexpr double alike = 0.1;  // of the height
    const double slack = alike * digits.box.height();
    return !hasDigit(word.text) && std::abs(word.box.top() - digits.box.top()) <= slack &&
           word.box.bottom() >= digits.box.bottom() - slack;
}

/// A pen leaves its digits in a blank that was printed for them, and of its own height. Only
/// the tokens [from, to) count: beyond them other columns stand.
bool looksFilledIn(const Line &line, std::size_t at, std::size_t from, std::size_t to)
{
    const auto &tokens = line.tokens;
    const int height = line.height();
    if ((tokens[at].box.height() > tallerThanPrint * line.printHeight ||
         tokens[at].box.height() > tallerThanLine * height) &&
        !(at > from && isAsTall(tokens[at - 1], tokens[at])) &&
        !(at + 1 < to && isAsTall(tokens[at + 1], tokens[at])))
        return true;
    const auto gap = [&](std::size_t left) {
        return tokens[left + 1].glued ? 0 : tokens[left + 1].box.left() - tokens[left].box.right();
    };
    std::vector<int> gaps;
    for (std::size_t i = from; i + 1 < to; ++i)
        gaps.push_back(gap(i));
    if (gaps.empty())
        return false;
    const auto middle = gaps.begin() + std::ptrdiff_t(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    const bool tooFewToCompare = gaps.size() < 3;
    const auto isBlank = [&](int width) {
        return tooFewToCompare ? width > blankBesideFew * height
                               : width > blankToFillIn * height && width > widerThanUsual * *middle;
    };
    return (at > from && isBlank(gap(at - 1))) || (at + 1 < to && isBlank(gap(at)));
}

/// Digits of one print are of one height above their line; what is below may be another stroke.
bool haveTwoHeights(const std::vector<QRect> &digits)
{
    if (digits.empty())
        return false;
    const int base = std::ranges::min(digits, {}, &QRect::bottom).bottom();
    std::vector<int> heights;
    for (const QRect &box : digits) {
        const bool inNextLine = box.top() > base;
        heights.push_back(inNextLine ? box.height() : base - box.top() + 1);
    }
    const auto [low, high] = std::ranges::minmax(heights);
    return high > tallerThanDigits * low;
}

/// A word of the value may be what could not be read behind it.
bool isLostAt(const Line &line, std::size_t at)
{
    constexpr double unreadable = 0.1;
    return at < line.tokens.size() && at > 0 && !line.tokens[at - 1].leader &&
           !line.tokens[at].bare.isEmpty() && line.tokens[at].confidence < unreadable;
}

}  // namespace

void Readings::offer(const QString &key, const std::optional<Reading> &reading)
{
    if (!reading || reading->value.isEmpty() || reading->legibility < weakestKept)
        return;
    const auto [known, isNew] = m_readings.try_emplace(key, *reading);
    if (isNew || known->second.source == reading->source)
        return;
    const auto kind = dossier::fieldKindOf(key);
    // Cards print names in capitals and their code does not; the paper says what is printed.
    Reading &code = known->second;
    if (kind == dossier::FieldKind::Name && code.source != dossier::FieldSource::Ocr &&
        text::folded(code.value) == text::folded(reading->value) &&
        reading->value == reading->value.toUpper())
        code.value = code.value.toUpper();
    // Numbers and dates have to be the same.
    const bool exact = key == dossier::field_key::dossierCode ||
                       (kind != dossier::FieldKind::Text && kind != dossier::FieldKind::Name);
    const Reading &print = reading->source == dossier::FieldSource::Ocr ? *reading : known->second;
    if (exact && print.value != known->second.value && print.score >= certainPrint)
        known->second.doubtful = true;
}

Reading *Readings::find(const QString &key)
{
    const auto found = m_readings.find(key);
    return found == m_readings.end() ? nullptr : &found->second;
}

Reading readingOf(const Line &line, std::size_t from, std::size_t to, const QString &value)
{
    Reading reading{.value = value, .side = line.side, .score = 1.0};
    std::vector<double> confidences;
    for (std::size_t i = from; i < std::min(to, line.tokens.size()); ++i) {
        reading.box |= line.tokens[i].box;
        if (line.tokens[i].bare.isEmpty())
            continue;
        const Token &token = line.tokens[i];
        reading.score *= token.trust;
        confidences.push_back(token.confidence);
        reading.doubtful = reading.doubtful || token.cut;
        if (!token.listed.isEmpty())
            reading.misread.emplace_back(trimmedPunctuation(token.text), token.listed);
    }
    reading.doubtful = reading.doubtful || isLostAt(line, to);
    if (!confidences.empty()) {
        const auto middle = confidences.begin() + std::ptrdiff_t((confidences.size() - 1) / 2);
        std::nth_element(confidences.begin(), middle, confidences.end());
        reading.legibility = *middle;
    }
    return reading;
}

std::optional<PatternMatch> matchIn(const Line &line, const QRegularExpression &pattern,
                                    bool folded, std::size_t from, std::size_t to)
{
    QString text;
    std::vector<std::pair<qsizetype, qsizetype>> spans;
    const std::size_t end = std::min(to, line.tokens.size());
    for (std::size_t i = from; i < end; ++i) {
        const Token &token = line.tokens[i];
        if (!text.isEmpty() && !token.glued)
            text += u' ';
        const qsizetype start = text.size();
        text += folded ? token.folded : token.text;
        spans.emplace_back(start, text.size());
    }
    const auto match = pattern.match(text);
    if (!match.hasMatch() || match.capturedLength() == 0)
        return {};

    const int last = match.lastCapturedIndex();
    const int first = last >= 1 ? 1 : 0;
    PatternMatch result{
        .reading = {.value = match.captured(first), .side = line.side, .score = 1.0},
        .groups = match.capturedTexts(),
        .firstToken = line.tokens.size()};
    double words = 1.0;
    double weakest = 1.0;
    bool digits = false;
    std::vector<QRect> printed;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Token &token = line.tokens[from + i];
        if (spans[i].first < match.capturedEnd(0))
            result.endToken = from + i + 1;
        if (spans[i].first >= match.capturedEnd(last) ||
            spans[i].second <= match.capturedStart(first))
            continue;
        result.firstToken = std::min(result.firstToken, from + i);
        result.reading.box |= token.box;
        weakest = std::min(weakest, token.confidence);
        words *= token.trust;
        result.reading.doubtful = result.reading.doubtful || token.cut;
        if (!hasDigit(token.text))
            continue;
        digits = true;
        if (!u",;."_s.contains(token.text.back()))  // these reach below the line
            printed.push_back(token.box);
        result.reading.score = std::min(result.reading.score, token.confidence);
        result.reading.doubtful =
            result.reading.doubtful || looksFilledIn(line, from + i, from, end);
    }
    result.reading.doubtful = result.reading.doubtful || haveTwoHeights(printed);
    if (!digits)
        result.reading.score = words;
    result.reading.legibility = digits ? result.reading.score : weakest;
    return result;
}

std::optional<PatternMatch> plateIn(const Line &line, std::size_t from, std::size_t to,
                                    const QRegularExpression &plate)
{
    const auto found = matchIn(line, plate, false, from, to);
    return found ? matchIn(line, plate, false, found->firstToken, found->endToken) : found;
}

void vouch(Reading &reading)
{
    reading.score = 1.0 - (1.0 - reading.score) * 0.6;
}

void confirm(Reading &reading)
{
    constexpr double doubtLeft = 0.2;
    reading.score = 1.0 - (1.0 - reading.score) * doubtLeft;
}

void recognise(Reading &reading)
{
    constexpr double hardlyWrong = 0.998;
    reading.score = std::max(reading.score, hardlyWrong);
}

void weaken(Reading &reading, double factor)
{
    reading.score *= factor;
}

void extend(Reading &reading, const Reading &more)
{
    reading.joints.emplace_back(reading.value.section(u' ', -1), more.value.section(u' ', 0, 0));
    reading.joints.insert(reading.joints.end(), more.joints.begin(), more.joints.end());
    reading.value += u' ' + more.value;
    reading.box |= more.box;
    reading.score *= more.score;
    reading.legibility = std::min(reading.legibility, more.legibility);
    reading.misread.insert(reading.misread.end(), more.misread.begin(), more.misread.end());
    reading.doubtful = reading.doubtful || more.doubtful;
}

}  // namespace station::extraction
