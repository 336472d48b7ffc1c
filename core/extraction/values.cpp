#include "core/extraction/values.h"

#include "core/codes/personal_id.h"
#include "core/text/dates.h"

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;

namespace {

/// Strokes and rings among digits are digits, and no paper is of the year 2921.
QString digitsOf(QString read)
{
    static const QRegularExpression strokes(u"[il|]"_s);
    static const QRegularExpression century(u"^29(?=\\d\\d$)"_s);
    return read.replace(strokes, u"1"_s).replace(u'o', u'0').replace(century, u"20"_s);
}

std::optional<Reading> asDate(std::optional<PatternMatch> match)
{
    if (!match)
        return {};
    const QStringList read = match->groups.mid(1, 3);
    QStringList parts;
    for (const QString &part : read)
        parts << digitsOf(part);
    const auto date = text::parsedDate(parts.join(u'/'));
    if (!date)
        return {};
    match->reading.value = text::shortDate(*date);
    if (parts != read) {
        match->reading.asRead = read.join(u'/');
        match->reading.doubtful = true;
    }
    return match->reading;
}

std::optional<Reading> readingIn(std::optional<PatternMatch> match)
{
    return match ? std::optional(match->reading) : std::nullopt;
}

/// The first word of a value is where its number has to be: what comes later belongs to others.
std::optional<Reading> atStart(std::optional<PatternMatch> match, std::size_t from)
{
    constexpr std::size_t nearest = 2;
    return match && match->firstToken < from + nearest ? std::optional(match->reading)
                                                       : std::nullopt;
}

std::optional<Reading> wordsIn(const Line &line, std::size_t from, std::size_t to)
{
    const QString text = trimmedPunctuation(line.text(from, to));
    if (bareOf(text).isEmpty())
        return {};
    // "HànQuốc": a blank was lost.
    static const QRegularExpression glued(u"\\p{Ll}\\p{Lu}"_s);
    Reading reading = readingOf(line, from, to, text);
    reading.doubtful = reading.doubtful || glued.match(text).hasMatch();
    return reading;
}

bool isNameWord(const QString &word)
{
    constexpr qsizetype longestSyllable = 7;
    return !word.isEmpty() && word[0].isUpper() && word.size() <= longestSyllable &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
}

bool changesCase(const QStringList &words)
{
    const auto isCapitals = [](const QString &word) { return word == word.toUpper(); };
    const auto isTitle = [](const QString &word) { return word.mid(1) == word.mid(1).toLower(); };
    return !std::all_of(words.begin(), words.end(), isCapitals) &&
           !std::all_of(words.begin(), words.end(), isTitle);
}

struct NameRun {
    std::size_t from = 0;
    std::size_t to = 0;
    QStringList words{};
    bool familyFirst = false;
};

/// The longest run of words that look like a name; one that a family name begins goes first.
NameRun nameRunIn(const RuleData &rules, const Line &line, std::size_t from, std::size_t end)
{
    constexpr qsizetype longestName = 7;
    NameRun best;
    const auto isFamily = [&](const QString &word) {
        return rules.familyNames.contains(word.toLower());
    };
    for (std::size_t start = from; start < end; ++start) {
        NameRun run{start, start, {}, false};
        for (std::size_t i = start; i < end && run.words.size() < longestName; ++i) {
            const QString word = trimmedPunctuation(line.tokens[i].text);
            if (line.tokens[i].bare.isEmpty())
                continue;
            if (!isNameWord(word))
                break;
            run.words += word;
            run.to = i + 1;
            const QChar last = line.tokens[i].text.back();
            if (last == u',' || last == u';' || last == u'/')
                break;
        }
        if (run.words.size() < 2)
            continue;
        run.familyFirst = isFamily(run.words.first());
        // Of a person with a double family name both would do; the longer one is whole.
        const auto better = std::pair(run.familyFirst, run.words.size()) >
                            std::pair(best.familyFirst, best.words.size());
        if (better)
            best = run;
    }
    return best;
}

/// Words beside the name that are no specks of a seal or a pen.
bool hasOtherWords(const Line &line, std::size_t from, std::size_t end, const NameRun &run)
{
    constexpr double legible = 0.6;
    for (std::size_t i = from; i < end; ++i) {
        if (i >= run.from && i < run.to)
            continue;
        const Token &token = line.tokens[i];
        if (token.bare.size() > 2 && token.confidence >= legible && !token.text.endsWith(u'.'))
            return true;
    }
    return false;
}

bool isPlaceName(const QString &text)
{
    constexpr qsizetype mostBlanks = 5;
    return !text.isEmpty() && text.count(u' ') <= mostBlanks &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return c == u':' || c.isDigit(); });
}

std::optional<Reading> phoneIn(const RuleData &rules, const Line &line, std::size_t from,
                               std::size_t to)
{
    auto phone = atStart(matchIn(line, rules.patterns.phone, false, from, to), from);
    if (!phone)
        return {};
    // Phones are grouped as people like; the digits are the value.
    static const QRegularExpression grouping(u"[ .()\\-]"_s);
    phone->value.remove(grouping);
    const auto digits = phone->value.size();
    phone->doubtful = phone->doubtful || digits < 8 || digits > 12;
    return phone;
}

std::optional<Reading> countIn(const RuleData &rules, const Line &line, std::size_t from,
                               std::size_t to)
{
    return atStart(matchIn(line, rules.patterns.count, false, from, to), from);
}

std::optional<Reading> expiryIn(const RuleData &rules, const Line &line, std::size_t from,
                                std::size_t to)
{
    if (auto date = dateIn(line, from, to))
        return date;
    return readingIn(matchIn(line, rules.patterns.unlimited, false, from, to));
}

}  // namespace

std::optional<Reading> dateIn(const Line &line, std::size_t from, std::size_t to)
{
    static const QRegularExpression inNumbers(
        u"(?<![\\d/])(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?((?:19|20)\\d{2})(?!\\d)"_s);
    static const QRegularExpression inWords(
        u"(?<!\\d)(\\d{1,2}) *thang\\S*? *(\\d{1,2}) *nam\\S*? *((?:19|20)\\d{2})(?!\\d)"_s);
    if (auto date = asDate(matchIn(line, inNumbers, true, from, to)))
        return date;
    return asDate(matchIn(line, inWords, true, from, to));
}

std::optional<PlacedDate> placedDateIn(const Line &line)
{
    // A line of its own, at most with the place before it: dates of other
    // documents stand inside sentences.
    static const QRegularExpression inWords(u"(?:^(?:[^\\s:]+ ){0,6}|[,.;] ?)ng[a-z]{1,3}:? "
                                            u"*([\\dil|o]{1,2}) *thang\\S*? *([\\dil|o]{1,2}) *"
                                            "nam\\S*? *((?:19|20|29)\\d{2})[ .,]*$"_s);
    if (line.tokens.empty() || !line.tokens[0].text[0].isUpper())
        return {};
    auto match = matchIn(line, inWords, true);
    const auto date = asDate(match);
    if (!date)
        return {};
    PlacedDate placed{.date = *date};
    for (std::size_t i = 1; i < line.tokens.size(); ++i) {
        // "ngùy": short words that begin so are this one here.
        if (!line.tokens[i].bare.startsWith(u"ng") || line.tokens[i].bare.size() > 5 ||
            i + 1 >= line.tokens.size() || line.tokens[i + 1].bare.size() > 2)
            continue;
        const QString place = trimmedPunctuation(line.text(0, i));
        if (place.isEmpty())
            break;
        // "Đăng ký thay đổi lần thứ: 9, ngày …", "Sinh ngày: …"
        if (!isPlaceName(place) || line.text(0, i + 1).contains(u':'))
            return {};
        // "Sinh ngày …": who writes a letter's date puts a comma behind the place.
        placed.date.doubtful =
            placed.date.doubtful || !u",.;"_s.contains(line.tokens[i - 1].text.back());
        placed.place = readingOf(line, 0, i, place);
        // Who writes the place by pen writes the day by pen.
        constexpr double legible = 0.6;
        placed.date.doubtful = placed.date.doubtful || placed.place->legibility < legible;
        break;
    }
    return placed;
}

std::optional<Reading> placeIn(const Line &line)
{
    for (std::size_t i = 1; i + 2 < line.tokens.size(); ++i) {
        const bool opens =
            line.tokens[i].bare == u"ngay" && u",.;"_s.contains(line.tokens[i - 1].text.back());
        if (!opens)
            continue;
        const bool dated = std::any_of(line.tokens.begin() + std::ptrdiff_t(i), line.tokens.end(),
                                       [](const Token &token) { return token.bare == u"thang"; });
        const QString place = trimmedPunctuation(line.text(0, i));
        return dated && isPlaceName(place) && place[0].isUpper()
                   ? std::optional(readingOf(line, 0, i, place))
                   : std::nullopt;
    }
    return {};
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

std::optional<Reading> personNameIn(const RuleData &rules, const Line &line, std::size_t from,
                                    std::size_t to)
{
    const std::size_t end = std::min(to, line.tokens.size());
    const auto isTitle = [&](const Token &token) {
        return token.text.endsWith(u'.') &&
               !rules.familyNames.contains(trimmedPunctuation(token.text).toLower());
    };
    while (from < end && (line.tokens[from].bare.isEmpty() || isTitle(line.tokens[from])))
        ++from;  // dots to write on, "BS.", "ThS."
    const NameRun run = nameRunIn(rules, line, from, end);
    const auto isOfNames = [&](const QString &word) {
        return rules.givenNames.contains(word.toLower()) ||
               rules.familyNames.contains(word.toLower());
    };
    // "OF MOTOR" is nobody.
    if (run.words.size() < 2 || std::none_of(run.words.begin(), run.words.end(), isOfNames))
        return {};
    Reading reading = readingOf(line, run.from, run.to, run.words.join(u' '));
    reading.doubtful = reading.doubtful || !run.familyFirst || changesCase(run.words) ||
                       hasOtherWords(line, from, end, run);
    // "Lê Thị": what comes after it was not read.
    static const QStringList middleOnly{u"thị"_s, u"văn"_s, u"đình"_s, u"hữu"_s};
    if (middleOnly.contains(run.words.last().toLower()) && run.words.size() < 3)
        reading.doubtful = true;
    // "Cao Thi Thu Lan": hardly anybody's middle name but Thị.
    if (run.words.mid(1, run.words.size() - 2).contains(u"thi"_s, Qt::CaseInsensitive))
        reading.doubtful = true;
    // Words of other lists prove nothing here: "MAI THỊ THỦ LAN".
    for (const QString &word : run.words) {
        if (!isOfNames(word))
            weaken(reading, 0.9);
    }
    return reading;
}

std::optional<Reading> sexIn(const Line &line, std::size_t from, std::size_t to)
{
    std::optional<Reading> found;
    for (std::size_t i = from; i < std::min(to, line.tokens.size()); ++i) {
        const QString &bare = line.tokens[i].bare;
        if (bare != u"nam" && bare != u"nu")
            continue;
        if (found)
            return {};
        found = readingOf(line, i, i + 1, trimmedPunctuation(line.tokens[i].text));
        const QString word = found->value.toLower();
        found->doubtful = found->doubtful || (word != u"nam" && word != u"nữ");  // "năm"
    }
    return found;
}

std::optional<Reading> valueIn(const RuleData &rules, ValueKind kind, const Line &line,
                               std::size_t from, std::size_t to)
{
    const Patterns &patterns = rules.patterns;
    switch (kind) {
    case ValueKind::Name:
        return personNameIn(rules, line, from, to);
    case ValueKind::Date:
        return dateIn(line, from, to);
    case ValueKind::Expiry:
        return expiryIn(rules, line, from, to);
    case ValueKind::PersonalId:
        return personalIdIn(line, from, to);
    case ValueKind::Sex:
        return sexIn(line, from, to);
    case ValueKind::Phone:
        return phoneIn(rules, line, from, to);
    case ValueKind::TaxCode:
        return atStart(matchIn(line, patterns.taxCode, false, from, to), from);
    case ValueKind::Plate:
        return atStart(plateIn(line, from, to, patterns.plate), from);
    case ValueKind::LicenceNumber:
        return atStart(matchIn(line, patterns.licenceNumber, false, from, to), from);
    case ValueKind::LicenceClass:
        return atStart(matchIn(line, patterns.licenceClass, false, from, to), from);
    case ValueKind::DossierCode:
        return atStart(matchIn(line, patterns.dossierCode, false, from, to), from);
    case ValueKind::Count:
        return countIn(rules, line, from, to);
    case ValueKind::Year:
        return atStart(matchIn(line, patterns.year, false, from, to), from);
    case ValueKind::Organisation:
    case ValueKind::Text:
    case ValueKind::Words:
        return wordsIn(line, from, to);
    case ValueKind::Plates:
    case ValueKind::Stop:
        break;
    }
    return {};
}

}  // namespace station::extraction
