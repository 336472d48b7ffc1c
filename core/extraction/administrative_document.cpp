#include "core/extraction/administrative_document.h"

#include "core/extraction/anchors.h"

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr int headerPercent = 36;  // of the page's height

bool isMotto(const Line &line)
{
    return line.beginsWith(u"cong hoa"_s) || line.beginsWith(u"doc lap"_s);
}

class Document {
public:
    explicit Document(const PaperText &paper) : m_paper(paper)
    {
        if (paper.pieces().empty())
            return;
        m_side = paper.pieces().front().side;  // the first may be blank
        m_width = paper.sizeOf(m_side).width();
        m_height = paper.sizeOf(m_side).height();
        for (const Line &piece : paper.pieces()) {
            if (piece.side == m_side)
                m_pieces.push_back(&piece);
        }
    }

    void readNumberAndAgencies(Readings &readings) const
    {
        static const QRegularExpression number(
            u"S[ốôồỗổộÔỐo][ :.]*?(?<![\\d])(\\d{1,5}[a-z]?)( ?/ ?)"
            "((?:\\d{4}/)?\\p{L}[\\p{L}\\d]*(?:[-.&/]\\p{L}[\\p{L}\\d]*)*)"_s);
        static const QRegularExpression digitInSymbol(u"^(?!\\d{4}/).*\\d"_s);
        int top = m_height * headerPercent / 200;
        for (const Line *piece : m_pieces) {
            if (!inHeader(*piece))
                break;
            if (piece->tokens[0].bare != u"so" || !piece->tokens[0].text[0].isUpper())
                continue;
            if (isAgencyHead(*piece) && piece->isCapitals() && !piece->text().contains(u':'))
                continue;  // "SỞ …"
            top = piece->box().top();
            if (auto match = matchIn(*piece, number, false)) {
                // Pre-printed symbol, number filled in by pen: two words.
                const bool apart = match->captures[2] != u"/";
                match->reading.value = match->captures[1] + u'/' + match->captures[3];
                // "S1111" for "STTTT", or a symbol that goes on in the next word.
                const bool misread = digitInSymbol.match(match->captures[3]).hasMatch();
                const bool goesOn = !piece->text().endsWith(match->captures[0]);
                match->reading.doubtful = match->reading.doubtful || apart || misread || goesOn;
                readings.offer(key::documentNumber, match->reading);
            }
            break;
        }
        readAgencies(top, readings);
    }

    void readDate(Readings &readings) const
    {
        for (const Line *piece : m_pieces) {
            if (!inHeader(*piece))
                break;
            if (piece->box().right() * 100 < m_width * 55)
                continue;
            if (const auto date = closingDateIn(*piece))
                readings.offer(key::documentDate, date);
        }
    }

    void readSubject(Readings &readings) const
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            const Line &piece = *m_pieces[i];
            if (inHeader(piece) && piece.tokens[0].bare == u"vv") {
                offerSubject(piece, 1, i, readings, [&](const Line &next) {
                    return next.box().left() < m_width / 2 && next.box().right() < m_width * 6 / 10;
                });
                return;
            }
            if (isDocumentTitle(piece) && isCentred(piece)) {
                readBelowTitle(i, readings);
                return;
            }
        }
    }

private:
    bool inHeader(const Line &line) const
    {
        return line.box().center().y() * 100 < m_height * headerPercent;
    }

    bool isCentred(const Line &line) const
    {
        const auto [left, right] = m_paper.margins(m_side);
        return std::abs(line.box().center().x() * 2 - (left + right)) < m_width / 5;
    }

    bool isClose(const Line &above, const Line &below) const
    {
        return below.box().top() - above.box().bottom() < above.height();
    }

    void readAgencies(int bottom, Readings &readings) const
    {
        std::vector<Reading> agencies;
        for (const Line *piece : m_pieces) {
            const QRect box = piece->box();
            if (box.center().y() >= bottom)
                break;
            if (isMotto(*piece) || !piece->isCapitals() || box.center().x() * 100 > m_width * 48)
                continue;
            const Reading reading =
                readingOf(*piece, 0, piece->tokens.size(), trimmedPunctuation(piece->text()));
            const bool isName = piece->tokens.size() > 1;  // else the end of a wrapped one
            if (isName && (agencies.empty() || isAgencyHead(*piece)))
                agencies.push_back(reading);
            else if (!agencies.empty())
                extend(agencies.back(), reading);
        }
        if (agencies.empty())
            return;
        readings.offer(key::issuingAgency, agencies.back());
        if (agencies.size() > 1)
            readings.offer(key::parentAgency, agencies[agencies.size() - 2]);
    }

    /// Lines from piece `at` on while they belong to the subject.
    template <typename Continues>
    void offerSubject(const Line &first, std::size_t fromToken, std::size_t at, Readings &readings,
                      Continues continues) const
    {
        Line part{first.side,
                  {first.tokens.begin() + std::ptrdiff_t(fromToken), first.tokens.end()},
                  first.printHeight};
        if (part.tokens.empty())
            return;
        Reading subject = readingOf(part, 0, part.tokens.size(), part.text());
        const Line *above = &first;
        for (std::size_t i = at + 1; i < m_pieces.size(); ++i) {
            const Line &next = *m_pieces[i];
            if (next.box().center().y() <= above->box().bottom())
                continue;  // the other column
            if (!isClose(*above, next) || next.beginsWith(u"kinh gui"_s) || next.isCapitals() ||
                !continues(next))
                break;
            extend(subject, readingOf(next, 0, next.tokens.size(), next.text()));
            above = &next;
        }
        subject.value = trimmedPunctuation(subject.value);
        readings.offer(key::subject, subject);
    }

    void readBelowTitle(std::size_t at, Readings &readings) const
    {
        Reading title = readingOf(*m_pieces[at], 0, m_pieces[at]->tokens.size(),
                                  trimmedPunctuation(m_pieces[at]->text()));
        std::size_t next = at + 1;
        for (; next < m_pieces.size(); ++next) {
            const Line &line = *m_pieces[next];
            if (!line.isCapitals() || !isCentred(line) || !isClose(*m_pieces[next - 1], line))
                break;
            extend(title, readingOf(line, 0, line.tokens.size(), trimmedPunctuation(line.text())));
        }
        const auto [left, right] = m_paper.margins(m_side);
        const bool saysItself = title.value.split(u' ').size() > 4;
        if (next < m_pieces.size()) {
            const Line &line = *m_pieces[next];
            const bool about = line.beginsWith(u"ve viec"_s) || line.beginsWith(u"vv"_s);
            const bool plain = isCentred(line) && !line.text().contains(u':') &&
                               !line.text().startsWith(u'(') && line.tokens.size() > 2 &&
                               line.box().left() > left + m_width / 25;
            if (about || (plain && !saysItself)) {
                const std::size_t skipped = line.beginsWith(u"ve viec"_s) ? 2U : (about ? 1U : 0U);
                const int furthestLeft = left + m_width * 7 / 100;
                const int furthestRight = right - m_width * 4 / 100;
                offerSubject(line, skipped, next, readings, [&](const Line &more) {
                    return isCentred(more) && more.box().left() > furthestLeft &&
                           more.box().right() < furthestRight && !more.beginsWith(u"can cu"_s);
                });
                return;
            }
        }
        readings.offer(key::subject, title);
    }

    const PaperText &m_paper;
    int m_side = 0;
    int m_width = 0;
    int m_height = 0;
    std::vector<const Line *> m_pieces{};
};

}  // namespace

void readHeader(const PaperText &paper, Readings &readings)
{
    const Document document(paper);
    document.readNumberAndAgencies(readings);
    document.readDate(readings);
}

void readSubject(const PaperText &paper, Readings &readings)
{
    Document(paper).readSubject(readings);
}

void readSigner(const PaperText &paper, Readings &readings)
{
    const auto inRightHalf = [&](const Line &piece) {
        return piece.box().center().x() * 2 > paper.sizeOf(piece.side).width();
    };
    const auto &pieces = paper.pieces();
    const auto title = std::find_if(pieces.rbegin(), pieces.rend(), [&](const Line &piece) {
        return inRightHalf(piece) && isSignerTitle(piece);
    });
    if (title == pieces.rend())
        return;
    for (auto piece = title.base(); piece != pieces.end() && piece->side == title->side; ++piece) {
        if (!inRightHalf(*piece) || isDocumentTitle(*piece))
            continue;
        if (const auto name = personNameIn(*piece)) {
            readings.offer(key::signer, name);
            return;
        }
    }
}

}  // namespace station::extraction
