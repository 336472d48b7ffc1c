#include "core/extraction/letterhead.h"

#include "core/extraction/phrases.h"
#include "core/extraction/values.h"

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr int headPercent = 36;  // of the side's height

bool isNumberLine(const Line &piece)
{
    static const QRegularExpression start(u"^S[ốôồỗổộÔỐỒóòo] ?[:.;\\d]"_s);
    return start.match(piece.text()).hasMatch();
}

class Letterhead {
public:
    Letterhead(const RuleData &rules, const PaperText &paper) : m_rules(rules)
    {
        if (paper.isEmpty())
            return;
        const int side = paper.pieces().front().side;  // the first may be blank
        m_size = paper.sizeOf(side);
        for (const Line &piece : paper.pieces()) {
            if (piece.side == side &&
                piece.box().center().y() * 100 < m_size.height() * headPercent)
                m_pieces.push_back(&piece);
        }
    }

    const Line *numberLine() const
    {
        const auto found = std::find_if(m_pieces.begin(), m_pieces.end(), [&](const Line *piece) {
            return piece->box().left() * 100 < m_size.width() * 55 && isNumberLine(*piece);
        });
        return found == m_pieces.end() ? nullptr : *found;
    }

    void read(Readings &readings) const
    {
        const Line *number = numberLine();
        if (number != nullptr)
            readNumber(*number, readings);
        readAgencies(number != nullptr ? number->box().top() : m_size.height() * headPercent / 200,
                     readings);
        readDate(readings);
    }

private:
    void readNumber(const Line &piece, Readings &readings) const
    {
        static const QRegularExpression digitInSymbol(u"^(?!\\d{4}/).*\\d"_s);
        const auto match = matchIn(piece, m_rules.patterns.documentNumber);
        if (!match)
            return;
        Reading number = match->reading;
        QString symbol = match->groups[3];
        // Pre-printed symbol, number filled in by pen: two words.
        const bool apart = match->groups[2] != u"/";
        // "S1111" for "STTTT".
        const bool misread = digitInSymbol.match(symbol).hasMatch();
        bool goesOn = !piece.text().endsWith(match->groups[0]);
        if (goesOn) {
            // "924/SKHĐT-T Tra": recognition sees blanks between wide letters.
            const auto [tail, rest] = narrowTail(piece, match->endToken);
            if (!tail.isEmpty() && !rest) {
                symbol += tail;
                goesOn = false;
                number.box |= piece.part(match->endToken).box();
                weaken(number, 0.9);
            }
        }
        // The engine knows no symbols; known ones are no noise, however little it trusts them.
        constexpr double legible = 0.5;
        const QStringList parts = symbol.split(QRegularExpression(u"[/-]"_s));
        if (std::any_of(parts.begin(), parts.end(),
                        [&](const QString &part) { return m_rules.signParts.contains(part); }))
            number.legibility = std::max(number.legibility, legible);
        number.value = match->groups[1] + u'/' + symbol;
        number.doubtful = number.doubtful || apart || misread || goesOn;
        readings.offer(key::documentNumber, number);
    }

    /// Letters behind `at` that stand closer than words do, and whether anything follows them.
    static std::pair<QString, bool> narrowTail(const Line &piece, std::size_t at)
    {
        constexpr double narrow = 0.22;  // heights of the line; a blank has 0.25 and more
        static const QRegularExpression part(u"^[-\\p{L}.&]+$"_s);
        QString tail;
        for (; at < piece.tokens.size() && at > 0; ++at) {
            const Token &token = piece.tokens[at];
            const int gap = token.box.left() - piece.tokens[at - 1].box.right();
            if (gap > narrow * piece.height() || !part.match(token.text).hasMatch())
                return {tail, true};
            tail += token.text;
        }
        return {tail, false};
    }

    void readAgencies(int bottom, Readings &readings) const
    {
        std::vector<Reading> agencies;
        for (const Line *piece : m_pieces) {
            const QRect box = piece->box();
            if (box.center().y() >= bottom)
                break;
            if (!piece->isCapitals() || isHeading(*piece) ||
                beginsWith(*piece, m_rules.words.motto) ||
                box.center().x() * 100 > m_size.width() * 48 ||
                box.right() * 100 > m_size.width() * 62)
                continue;
            const bool startsAgency = beginsWith(*piece, m_rules.words.agencyHeads).has_value();
            if (beginsWith(*piece, m_rules.words.titles) && !startsAgency)
                continue;
            const Reading reading =
                readingOf(*piece, 0, piece->tokens.size(), trimmedPunctuation(piece->text()));
            const bool isName = piece->tokens.size() > 1;  // else the end of a wrapped one
            // "DOANH NGHIỆP TƯ NHÂN": its name is in the line below, whatever that begins with.
            const bool unnamed = !agencies.empty() && isHeadAlone(agencies.back().value) &&
                                 !isKnown(reading.value.toUpper());
            // "… DU LỊCH" above "TRƯỜNG SƠN": an enterprise is no school's parent.
            const bool ofEnterprise = !agencies.empty() && isEnterprise(agencies.back().value) &&
                                      !isPartOfEnterprise(reading.value);
            if (isName && (agencies.empty() || (startsAgency && !unnamed && !ofEnterprise)))
                agencies.push_back(reading);
            else if (!agencies.empty())
                extend(agencies.back(), reading);
        }
        for (Reading &agency : agencies) {
            // Letter by letter a name of the lists: the blanks that were given back were right.
            if (!isKnown(agency.value.toUpper()))
                continue;
            recognise(agency);
            agency.doubtful = false;
        }
        if (agencies.empty())
            return;
        // The line that stands beside a line of the motto was lost with it.
        agencies.back().doubtful = agencies.back().doubtful || isMottoCut();
        readings.offer(key::issuingAgency, agencies.back());
        if (agencies.size() > 1)
            readings.offer(key::parentAgency, agencies[agencies.size() - 2]);
    }

    /// "1. PHƯƠNG TIỆN (VEHICLE)"
    static bool isHeading(const Line &piece)
    {
        static const QRegularExpression numbering(u"^(?:\\d{1,2}|[IVX]{1,4}|[A-H])[.)/]"_s);
        return numbering.match(piece.text()).hasMatch();
    }

    static bool isEnterprise(const QString &agency)
    {
        static const QRegularExpression head(u"^(?:CÔNG TY|HỢP TÁC XÃ|DOANH NGHIỆP|HTX)\\b"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
        return head.match(agency.toUpper()).hasMatch();
    }

    static bool isPartOfEnterprise(const QString &agency)
    {
        static const QRegularExpression head(
            u"^(?:CHI NHÁNH|VĂN PHÒNG|TRUNG TÂM|PHÒNG|CÔNG TY|ĐỘI|TRẠM|XÍ NGHIỆP)\\b"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        return head.match(agency.toUpper()).hasMatch();
    }

    bool isHeadAlone(const QString &agency) const
    {
        const auto &heads = m_rules.words.agencyHeads;
        return std::find(heads.begin(), heads.end(), phraseOf(agency)) != heads.end();
    }

    /// Of the two lines of the motto only the first was read.
    bool isMottoCut() const
    {
        bool state = false;
        bool motto = false;
        for (const Line *piece : m_pieces) {
            const bool begins = beginsWith(*piece, m_rules.words.motto).has_value();
            state = state || (begins && piece->isCapitals());
            motto = motto || (begins && !piece->isCapitals());
        }
        return state && !motto;
    }

    bool isKnown(const QString &agency) const
    {
        static const QRegularExpression committee(
            u"^(?:UBND|ỦY BAN NHÂN DÂN) (?:TỈNH|THÀNH PHỐ) (.+)$"_s);
        const QString province = committee.match(agency).captured(1);
        return std::any_of(m_rules.agencies.begin(), m_rules.agencies.end(),
                           [&](const KnownAgency &known) { return known.name == agency; }) ||
               std::any_of(m_rules.places.begin(), m_rules.places.end(),
                           [&](const KnownPlace &place) {
                               return !place.plates.isEmpty() && place.name.toUpper() == province;
                           });
    }

    void readDate(Readings &readings) const
    {
        for (const Line *piece : m_pieces) {
            if (piece->box().right() * 100 < m_size.width() * 55)
                continue;
            if (const auto placed = placedDateIn(*piece)) {
                readings.offer(key::documentDate, placed->date);
                readings.offer(key::place, placed->place);
                return;
            }
            readings.offer(key::place, placeIn(*piece));
        }
    }

    const RuleData &m_rules;
    QSize m_size{};
    std::vector<const Line *> m_pieces{};
};

}  // namespace

void readLetterhead(const RuleData &rules, const PaperText &paper, Readings &readings)
{
    Letterhead(rules, paper).read(readings);
}

bool hasNumberLine(const RuleData &rules, const PaperText &paper)
{
    return Letterhead(rules, paper).numberLine() != nullptr;
}

void readClosingDate(const PaperText &paper, Readings &readings)
{
    const auto &pieces = paper.pieces();
    for (std::size_t i = pieces.size(); i-- > 0;) {
        Line line = pieces[i];
        if (line.box().center().x() * 100 < paper.middle(line.side) * 90)
            continue;
        auto placed = placedDateIn(line);
        if (!placed && i + 1 < pieces.size() && pieces[i + 1].side == line.side) {
            line.tokens.insert(line.tokens.end(), pieces[i + 1].tokens.begin(),
                               pieces[i + 1].tokens.end());
            placed = placedDateIn(line);
        }
        if (placed) {
            readings.offer(key::documentDate, placed->date);
            readings.offer(key::place, placed->place);
            return;
        }
    }
}

}  // namespace station::extraction
