#include "core/extraction/labelled_form.h"

#include "core/extraction/phrases.h"
#include "core/extraction/values.h"
#include "core/text/dates.h"
#include "core/text/vietnamese.h"

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr double columnGap = 2.2;  // heights of the row

bool isLongText(ValueKind kind)
{
    return kind == ValueKind::Text || kind == ValueKind::Organisation;
}

bool isFreeText(ValueKind kind)
{
    return isLongText(kind) || kind == ValueKind::Words;
}

class LabelReader {
public:
    LabelReader(const RuleData &rules, const PaperRule &rule, const PaperText &paper)
        : m_rules(rules), m_rule(rule), m_rows(paper.rows()), m_paper(paper)
    {
    }

    void read(Readings &readings) const
    {
        const std::size_t first = firstRow();
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            const Line &line = m_rows[row];
            std::size_t at = 0;
            while (at < line.tokens.size()) {
                const auto place = labelAt(line, at, m_rule.labels);
                if (place && mayBeRead(*place, line, at) &&
                    (row >= first || m_rule.labelsAnywhere.contains(place->label->field)))
                    offer(*place, at, row, readings);
                at = place ? std::max(place->end, at + 1) : at + 1;
            }
        }
    }

private:
    std::size_t firstRow() const
    {
        for (std::size_t row = 0; row < m_rows.size() && !m_rule.labelsAfter.empty(); ++row) {
            if (beginsWith(m_rows[row], m_rule.labelsAfter))
                return row;
        }
        return 0;
    }

    /// Running text ("… họ và tên người lái …") is no label; free text needs a colon.
    bool mayBeRead(const LabelPlace &place, const Line &line, std::size_t at) const
    {
        if (place.label->kind == ValueKind::Stop)
            return false;
        if (!place.colon && isFreeText(place.label->kind) && !m_rule.card &&
            !opensValue(place, line))
            return false;
        if (at == 0 || line.tokens[at].text[0].isUpper() || place.label->words.size() > 3)
            return true;
        const Token &before = line.tokens[at - 1];
        return before.bare.isEmpty() || u".)/:,;-"_s.contains(before.text.back());
    }

    /// A colon among dots to write on may be lost with them; then a value begins like a name.
    static bool opensValue(const LabelPlace &place, const Line &line)
    {
        return place.label->words.size() > 1 && place.end < line.tokens.size() &&
               (line.tokens[place.end].text[0].isUpper() ||
                line.tokens[place.end].text[0].isDigit());
    }

    void offer(const LabelPlace &place, std::size_t at, std::size_t row, Readings &readings) const
    {
        if (place.label->kind == ValueKind::Plates)
            return offerPlates(place, row, readings);
        if (readings.find(place.label->field) &&
            readings.find(place.label->field)->source == dossier::FieldSource::Ocr)
            return;
        auto value = valueOf(place, at, row);
        // "NGƯỜI NỘP HỒ SƠ": without a colon it may be no label at all.
        if (value && !place.colon && place.label->kind == ValueKind::Name && !m_rule.card) {
            if (value->box.left() > m_rows[row].tokens[place.end].box.left())
                return;
            value->doubtful = value->doubtful || at > 1 || place.label->words.size() < 2;
        }
        if (value && !place.colon && !m_rule.card &&
            (place.label->kind == ValueKind::Organisation || place.label->kind == ValueKind::Words))
            value->doubtful = true;
        readings.offer(place.label->field, value);
    }

    std::optional<Reading> valueOf(const LabelPlace &place, std::size_t at, std::size_t row) const
    {
        if (auto beside = valueBeside(*place.label, m_rows[row], place.end, row))
            return beside;
        if (!m_rule.card)
            return {};
        const QRect label = m_rows[row].part(at, place.end).box();
        const auto below = rowBelow(row, label);
        if (!below)
            return {};
        // Of the row below, what stands under the label.
        const Line &line = m_rows[*below];
        std::size_t from = 0;
        while (from + 1 < line.tokens.size() &&
               line.tokens[from].box.right() < label.left() - line.height())
            ++from;
        return hasLabel(line.part(from)) ? std::nullopt
                                         : valueBeside(*place.label, line, from, *below);
    }

    std::optional<Reading> valueBeside(const Label &label, const Line &line, std::size_t from,
                                       std::size_t row) const
    {
        const std::size_t to = valueEnd(line, from);
        // Owners are persons or enterprises.
        const bool enterprise = label.kind == ValueKind::Name && from < to &&
                                phraseIn(line, from, m_rules.words.agencyHeads);
        const ValueKind kind = enterprise ? ValueKind::Organisation : label.kind;
        auto value = valueIn(m_rules, kind, line, from, to);
        if (!value || !isLongText(kind))
            return value;
        return withContinuation(*value, line, to, row, label.field == key::address);
    }

    /// Where the value that starts at `from` ends: the next label or column.
    std::size_t valueEnd(const Line &row, std::size_t from) const
    {
        const int height = row.height();
        for (std::size_t i = from; i < row.tokens.size(); ++i) {
            if (i > from && labelAt(row, i, m_rule.labels))
                return i;
            // Behind the dots of a blank nothing is written; what is read there is none.
            if (row.tokens[i].leader && (i > from || !row.tokens[i].bare.isEmpty()))
                return row.tokens[i].bare.isEmpty() ? i : i + 1;
            const bool apart =
                i > from &&
                row.tokens[i].box.left() - row.tokens[i - 1].box.right() > columnGap * height;
            if (apart && row.text(i).contains(u':'))
                return i;
        }
        return row.tokens.size();
    }

    bool hasLabel(const Line &row) const
    {
        if (row.tokens.empty() || row.tokens[0].bare.startsWith(u"idvnm"))
            return true;
        for (std::size_t i = 0; i < row.tokens.size(); ++i) {
            const Token &token = row.tokens[i];
            if (labelAt(row, i, m_rule.labels) ||
                (token.text.endsWith(u':') && !token.bare.isEmpty()))
                return true;
        }
        return false;
    }

    static bool phraseIn(const Line &line, std::size_t at, const Phrases &phrases)
    {
        return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase &phrase) {
            return phrase.size() > 1 && phraseAt(line, at, phrase);
        });
    }

    std::optional<std::size_t> rowBelow(std::size_t row) const
    {
        return rowBelow(row, m_rows[row].box());
    }

    /// The next row that stands under this one, not only lower on the side.
    std::optional<std::size_t> rowBelow(std::size_t row, const QRect &box) const
    {
        for (std::size_t i = row + 1; i < m_rows.size() && m_rows[i].side == m_rows[row].side;
             ++i) {
            const QRect other = m_rows[i].box();
            if (other.top() - box.bottom() >= 2 * m_rows[row].height())
                break;
            const auto &tokens = m_rows[i].tokens;
            const bool under = std::any_of(tokens.begin(), tokens.end(), [&](const Token &token) {
                return token.box.left() < box.right() && token.box.right() > box.left();
            });
            if (under)
                return i;
        }
        return {};
    }

    Reading withContinuation(Reading value, const Line &line, std::size_t to, std::size_t row,
                             bool address) const
    {
        // The end of the row before its last sign is taken off.
        const QString whole = line.text(0, to);
        const bool cut = value.doubtful;
        value.doubtful = cut || whole.endsWith(u',');
        const bool open = address && !endsWithPlace(value.value);
        const auto below = to == line.tokens.size() ? continuation(row, open) : std::nullopt;
        if (!below)
            return value;
        const Line next = underLine(line, m_rows[*below]);
        const auto more = valueIn(m_rules, ValueKind::Words, next, 0, valueEnd(next, 0));
        // What cannot be read below does not spoil what can.
        constexpr double legible = 0.35;
        if (!more || more->legibility < legible) {
            value.doubtful = value.doubtful || more;
            return value;
        }
        if (whole.endsWith(u','))
            value.value += u',';
        value.doubtful = cut || next.text().endsWith(u',');  // cut short
        extend(value, *more);
        return value;
    }

    /// The row below, when it has no label of its own and this one is full or it
    /// stands closer to this one than to what follows.
    std::optional<std::size_t> continuation(std::size_t row, bool unfinished) const
    {
        const Line &line = m_rows[row];
        const auto below = rowBelow(row);
        if (!below)
            return {};
        const Line under = underLine(line, m_rows[*below]);
        if (under.tokens.empty() || hasLabel(under) || isNewItem(under) || placeIn(under))
            return {};
        const auto [left, right] = m_paper.margins(line.side);
        const bool full = line.box().right() > right - (right - left) / 8;
        const bool open = unfinished || line.text().endsWith(u',');
        const auto next = rowBelow(*below);
        const int bottom = m_rows[*below].box().bottom();
        const int pitch = bottom - line.box().bottom();
        const bool closer = next ? (m_rows[*next].box().bottom() - bottom) * 9 > pitch * 10
                                 : pitch * 10 < line.height() * 17;
        return full || open || closer ? below : std::nullopt;
    }

    /// On a card other columns begin left of the value.
    Line underLine(const Line &line, const Line &below) const
    {
        std::size_t from = 0;
        while (m_rule.card && from < below.tokens.size() &&
               below.tokens[from].box.right() < line.box().left())
            ++from;
        return below.part(from);
    }

    bool endsWithPlace(const QString &address) const
    {
        const QString folded = text::folded(address);
        return std::any_of(
            m_rules.places.begin(), m_rules.places.end(),
            [&](const KnownPlace &place) { return folded.endsWith(text::folded(place.name)); });
    }

    static bool isNewItem(const Line &row)
    {
        static const QRegularExpression numbering(u"^(?:[-+*•]|\\d{1,2}[.)/]|[a-z]\\)|Điều \\d)"_s);
        return numbering.match(row.text()).hasMatch();
    }

    /// Words as long as a plate that were not read as one: "34D-592,94,".
    static int lostPlates(const Line &line, std::size_t from, std::size_t to)
    {
        static const QRegularExpression digits(u"\\d(?:\\D?\\d){3}"_s);
        return int(std::count_if(
            line.tokens.begin() + std::ptrdiff_t(from), line.tokens.begin() + std::ptrdiff_t(to),
            [](const Token &token) { return digits.match(token.text).hasMatch(); }));
    }

    /// "30F-264.49, 30B-447.39" and on in the row below.
    void offerPlates(const LabelPlace &place, std::size_t row, Readings &readings) const
    {
        int number = 0;
        bool uncounted = false;  // which place the next one has, is not sure
        std::size_t from = place.end;
        for (std::optional<std::size_t> at = row; at; at = rowBelow(*at), from = 0) {
            const Line &line = m_rows[*at];
            if (*at != row && hasLabel(line))
                break;
            std::size_t found = 0;
            while (auto plate = matchIn(line, m_rules.patterns.plate, false, from)) {
                const int lost = lostPlates(line, from, plate->firstToken);
                number += lost;
                uncounted = uncounted || lost > 0;
                from = plate->endToken;
                ++found;
                plate->reading.doubtful = plate->reading.doubtful || uncounted;
                readings.offer(key::cell(key::vehicles, ++number, key::plate), plate->reading);
            }
            if (found > 0) {
                const int lost = lostPlates(line, from, line.tokens.size());
                number += lost;
                uncounted = uncounted || lost > 0;
            }
            if (found == 0)
                break;
        }
    }

    const RuleData &m_rules;
    const PaperRule &m_rule;
    const std::vector<Line> &m_rows;
    const PaperText &m_paper;
};

/// Dates come in the one form in which they are kept.
std::optional<Reading> normalized(const RowPattern &pattern, Reading reading)
{
    if (dossier::fieldKindOf(pattern.field) != dossier::FieldKind::Date)
        return reading;
    QString text = reading.value;
    static const QRegularExpression between(u"[^0-9]+"_s);
    const auto date = text::parsedDate(text.replace(between, u"/"_s));
    if (!date)
        return {};
    reading.value = text::shortDate(*date);
    return reading;
}

void offerMatch(const RowPattern &pattern, const Line &line, const Line *below, Readings &readings)
{
    const auto match = matchIn(line, pattern.pattern, pattern.folded);
    if (!match)
        return;
    Reading reading = pattern.wholeRow
                          ? readingOf(line, 0, line.tokens.size(), trimmedPunctuation(line.text()))
                          : match->reading;
    if (!pattern.below.pattern().isEmpty()) {
        if (below != nullptr && pattern.below.match(below->text()).hasMatch())
            extend(reading, readingOf(*below, 0, below->tokens.size(), below->text()));
        else if (!pattern.below.match(reading.value.section(u' ', -1)).hasMatch())
            reading.doubtful = true;  // one of the two places has it
    }
    readings.offer(pattern.field, normalized(pattern, reading));
}

/// The line close below line `at`, one under the middle of the other.
const Line *lineUnder(const std::vector<Line> &lines, std::size_t at)
{
    const QRect box = lines[at].box();
    for (std::size_t i = at + 1; i < lines.size() && lines[i].side == lines[at].side; ++i) {
        const QRect other = lines[i].box();
        if (other.top() - box.bottom() > lines[at].height())
            break;
        const auto isUnderMiddle = [](const QRect &wide, int x) {
            return wide.left() < x && x < wide.right();
        };
        if (other.top() > box.center().y() &&
            (isUnderMiddle(box, other.center().x()) || isUnderMiddle(other, box.center().x())))
            return &lines[i];
    }
    return nullptr;
}

}  // namespace

void readLabels(const RuleData &rules, const PaperRule &rule, const PaperText &paper,
                Readings &readings)
{
    LabelReader(rules, rule, paper).read(readings);
}

void readPatterns(const PaperRule &rule, const PaperText &paper, Readings &readings)
{
    for (const RowPattern &pattern : rule.patterns) {
        // What stands alone at its height first: "Số: 0001234" beside other columns.
        for (const auto *lines : {&paper.pieces(), &paper.rows()}) {
            for (std::size_t i = 0; i < lines->size(); ++i) {
                if (!readings.find(pattern.field) ||
                    readings.find(pattern.field)->source != dossier::FieldSource::Ocr)
                    offerMatch(pattern, (*lines)[i], lineUnder(*lines, i), readings);
            }
        }
    }
}

}  // namespace station::extraction
