#include "core/extraction/labelled_form.h"

#include "core/extraction/anchors.h"

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr double columnGap = 2.2;  // heights of the row

/// Where the value that starts at `from` ends: the next label or column.
std::size_t valueEnd(const Line &row, std::size_t from)
{
    const int height = row.height();
    for (std::size_t i = from; i < row.tokens.size(); ++i) {
        if (anchorAt(row, i))
            return i;
        const bool apart = i > from && row.tokens[i].box.left() - row.tokens[i - 1].box.right() >
                                           columnGap * height;
        if (apart && row.text(i).contains(u':'))
            return i;
    }
    return row.tokens.size();
}

bool hasLabel(const Line &row)
{
    if (row.beginsWith(u"idvnm"_s))
        return true;
    for (std::size_t i = 0; i < row.tokens.size(); ++i) {
        const Token &token = row.tokens[i];
        if (anchorAt(row, i) || (token.text.endsWith(u':') && !token.bare.isEmpty()))
            return true;
    }
    return false;
}

std::optional<Reading> sexIn(const Line &row, std::size_t from, std::size_t to)
{
    std::optional<Reading> found;
    for (std::size_t i = from; i < to; ++i) {
        const QString &bare = row.tokens[i].bare;
        if (bare != u"nam" && bare != u"nu")
            continue;
        if (found)
            return {};  // both are printed: a box is ticked, by pen
        found = readingOf(row, i, i + 1, trimmedPunctuation(row.tokens[i].text));
    }
    return found;
}

std::optional<Reading> textIn(const Line &row, std::size_t from, std::size_t to)
{
    const Line part{
        row.side,
        {row.tokens.begin() + std::ptrdiff_t(from), row.tokens.begin() + std::ptrdiff_t(to)},
        row.printHeight};
    if (trimmedPunctuation(part.text()).isEmpty())
        return {};
    return readingOf(row, from, to, part.text());
}

class LabelReader {
public:
    LabelReader(const PaperText &paper, ValuePlace place) : m_paper(paper), m_place(place) {}

    void read(Readings &readings) const
    {
        for (std::size_t row = 0; row < m_paper.rows().size(); ++row) {
            const Line &line = m_paper.rows()[row];
            std::size_t at = 0;
            while (at < line.tokens.size()) {
                const auto match = anchorAt(line, at);
                if (match && match->anchor->kind != ValueKind::Stop && mayStartLabel(line, at))
                    readings.offer(match->anchor->key, valueOf(*match, row));
                at = match ? match->end : at + 1;
            }
        }
    }

private:
    /// Running text ("… họ và tên người lái …") is no label.
    static bool mayStartLabel(const Line &line, std::size_t at)
    {
        if (at == 0 || line.tokens[at].text[0].isUpper())
            return true;
        const QString &before = line.tokens[at - 1].text;
        return line.tokens[at - 1].bare.isEmpty() || before.endsWith(u'.') ||
               before.endsWith(u')') || before.endsWith(u'/') || before.endsWith(u':');
    }

    /// The next row that stands under this one, not only lower on the side.
    std::optional<std::size_t> rowBelow(std::size_t row) const
    {
        const auto &rows = m_paper.rows();
        const QRect box = rows[row].box();
        for (std::size_t i = row + 1; i < rows.size() && rows[i].side == rows[row].side; ++i) {
            const QRect other = rows[i].box();
            if (other.top() - box.bottom() >= 2 * rows[row].height())
                break;
            if (other.left() < box.right() && other.right() > box.left())
                return i;
        }
        return {};
    }

    std::optional<Reading> valueOf(const AnchorMatch &match, std::size_t row) const
    {
        const Line &line = m_paper.rows()[row];
        if (auto beside = valueIn(match.anchor->kind, line, match.end, row))
            return beside;
        const auto below = rowBelow(row);
        if (m_place == ValuePlace::BesideLabel || !below || hasLabel(m_paper.rows()[*below]))
            return {};
        return valueIn(match.anchor->kind, m_paper.rows()[*below], 0, *below);
    }

    std::optional<Reading> valueIn(ValueKind kind, const Line &line, std::size_t from,
                                   std::size_t row) const
    {
        const std::size_t to = valueEnd(line, from);
        switch (kind) {
        case ValueKind::Name:
            return personNameIn(line, from, to);
        case ValueKind::Date:
            return dateIn(line, from, to);
        case ValueKind::PersonalId:
            return personalIdIn(line, from);
        case ValueKind::Sex:
            return sexIn(line, from, to);
        case ValueKind::Text:
        case ValueKind::Organisation:
            return longText(line, from, to, row);
        case ValueKind::Stop:
            break;
        }
        return {};
    }

    std::optional<Reading> longText(const Line &line, std::size_t from, std::size_t to,
                                    std::size_t row) const
    {
        auto reading = textIn(line, from, to);
        if (!reading)
            return {};
        const auto below = to == line.tokens.size() ? continuation(row) : std::nullopt;
        if (below) {
            const Line &next = m_paper.rows()[*below];
            if (const auto more = textIn(next, 0, next.tokens.size()))
                extend(*reading, *more);
        }
        reading->doubtful = reading->doubtful || reading->value.endsWith(u',');  // cut short
        reading->value = trimmedPunctuation(reading->value);
        return reading;
    }

    /// The row below, when it has no label of its own and this one is full or it
    /// stands closer to this one than to what follows.
    std::optional<std::size_t> continuation(std::size_t row) const
    {
        const auto &rows = m_paper.rows();
        const Line &line = rows[row];
        const auto below = rowBelow(row);
        if (!below || hasLabel(rows[*below]) || rows[*below].text().startsWith(u'-'))
            return {};
        const auto [left, right] = m_paper.margins(line.side);
        const bool full = line.box().right() > right - (right - left) / 8;
        const bool open = line.text().endsWith(u',');
        const auto next = rowBelow(*below);
        const int bottom = rows[*below].box().bottom();
        const int pitch = bottom - line.box().bottom();
        const bool closer = next ? (rows[*next].box().bottom() - bottom) * 9 > pitch * 10
                                 : pitch * 10 < line.height() * 17;
        return full || open || closer ? below : std::nullopt;
    }

    const PaperText &m_paper;
    ValuePlace m_place;
};

}  // namespace

void readLabels(const PaperText &paper, ValuePlace place, Readings &readings)
{
    LabelReader(paper, place).read(readings);
}

void readLicenceNumber(const PaperText &paper, bool isLicence, Readings &readings)
{
    static const QRegularExpression named(
        u"(?:giay phep lai xe|gplx)[^.;]{0,40}?\\bso ?:? ?(\\d{12})(?!\\d)"_s);
    static const QRegularExpression onLicence(u"^so ?/? ?(?:no)?[.:]* ?(\\d{12})(?!\\d)"_s);
    for (const Line &row : paper.rows()) {
        auto match = matchIn(row, named, true);
        if (!match && isLicence)
            match = matchIn(row, onLicence, true);
        if (match) {
            readings.offer(key::licenceNumber, match->reading);
            return;
        }
    }
}

void readClosingDate(const PaperText &paper, Readings &readings)
{
    const auto &pieces = paper.pieces();
    for (std::size_t i = pieces.size(); i-- > 0;) {
        Line line = pieces[i];
        const int width = paper.sizeOf(line.side).width();
        if (line.box().center().x() * 100 < width * 45)
            continue;
        auto date = closingDateIn(line);
        if (!date && i + 1 < pieces.size() && pieces[i + 1].side == line.side) {
            line.tokens.insert(line.tokens.end(), pieces[i + 1].tokens.begin(),
                               pieces[i + 1].tokens.end());
            date = closingDateIn(line);
        }
        if (date) {
            readings.offer(key::documentDate, date);
            return;
        }
    }
}

}  // namespace station::extraction
