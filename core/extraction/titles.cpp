#include "core/extraction/titles.h"

#include "core/extraction/phrases.h"

#include <algorithm>
#include <cstdlib>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr int headPercent = 36;  // of the side's height
constexpr double legible = 0.35;

bool isClose(const Line &above, const Line &below)
{
    return below.box().top() - above.box().bottom() < above.height();
}

Reading readingOf(const Line &line)
{
    return extraction::readingOf(line, 0, line.tokens.size(), trimmedPunctuation(line.text()));
}

class Subjects {
public:
    Subjects(const RuleData &rules, const PaperText &paper)
        : m_rules(rules), m_words(rules.words), m_paper(paper), m_pieces(paper.pieces())
    {
    }

    bool isCentred(const Line &line) const
    {
        const auto [left, right] = m_paper.margins(line.side);
        const int width = m_paper.sizeOf(line.side).width();
        const int middle = line.box().center().x() * 2;
        // Of the text, or of the paper: few lines may show no margins.
        return std::abs(middle - (left + right)) < width / 5 ||
               std::abs(middle - width) < width / 10;
    }

    /// "SỞ GIAO THÔNG …"; "… BIỂN / SỐ XE MÁY" runs on.
    bool isAgency(const Line &line) const
    {
        return beginsWith(line, m_words.agencyHeads) &&
               line.tokens.front().text.toUpper() != u"SỐ"_s;
    }

    std::vector<Title> titles() const
    {
        std::vector<Title> found;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            const Line &piece = m_pieces[i];
            if (!piece.isCapitals() || !startsTitle(piece))
                continue;
            Title title{piece, readingOf(piece), i + 1};
            std::size_t above = i;
            for (std::size_t next = i + 1; next < m_pieces.size(); ++next) {
                const Line &line = m_pieces[next];
                const bool beside = line.box().center().y() <= m_pieces[above].box().bottom();
                if (line.side != piece.side || beside || !line.isCapitals() || !isCentred(line) ||
                    !isClose(m_pieces[above], line) || isAgency(line) ||
                    line.text().endsWith(u':') || line.text().startsWith(u'('))
                    break;
                extend(title.reading, readingOf(line));
                title.words.tokens.insert(title.words.tokens.end(), line.tokens.begin(),
                                          line.tokens.end());
                above = next;
                title.endPiece = next + 1;
            }
            i = title.endPiece - 1;
            found.push_back(std::move(title));
        }
        return found;
    }

    /// Below the number of a letter: "V/v …", in the left column.
    bool readAbout(Readings &readings) const
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            const Line &piece = m_pieces[i];
            // "… quy định / về kinh doanh …": a reason of a decision runs on.
            if (beginsWith(piece, m_words.basis))
                return false;
            const QSize size = m_paper.sizeOf(piece.side);
            const auto about = beginsWith(piece, m_words.about);
            if (!about || piece.box().center().y() * 100 > size.height() * headPercent ||
                piece.box().left() * 2 > size.width() ||
                piece.box().right() * 100 > size.width() * 62)
                continue;
            offer(piece.part(*about), piece, i, readings, [&](const Line &next) {
                return next.box().left() * 2 < size.width() &&
                       next.box().right() * 100 < size.width() * 60 &&
                       !beginsWith(next, m_words.addressed);
            });
            return true;
        }
        return false;
    }

    void readBelow(const Title &title, Readings &readings) const
    {
        const Line &head = title.words;
        const bool saysItself = title.reading.value.count(u' ') >= 4;
        const auto [left, right] = m_paper.margins(head.side);
        const int width = m_paper.sizeOf(head.side).width();
        if (title.endPiece < m_pieces.size() && m_pieces[title.endPiece].side == head.side) {
            const Line &line = m_pieces[title.endPiece];
            const auto about = beginsWith(line, m_words.about);
            const bool plain = isCentred(line) && !line.text().contains(u':') &&
                               !line.text().startsWith(u'(') && line.tokens.size() > 2 &&
                               line.box().left() > left + width / 50 &&
                               line.box().right() < right - width / 50;
            if (about || (plain && !saysItself)) {
                const std::size_t skipped = about.value_or(0);
                const int furthestLeft = left + width * 5 / 100;
                const int furthestRight = right - width * 3 / 100;
                const QRect first = line.box();
                offer(line.part(skipped), line, title.endPiece, readings, [&](const Line &more) {
                    // Centred below each other, whatever the margins seem to be.
                    const bool sameMiddle =
                        std::abs(more.box().center().x() - first.center().x()) < width / 25;
                    const bool inside =
                        more.box().left() > furthestLeft && more.box().right() < furthestRight;
                    return isCentred(more) && (inside || sameMiddle) &&
                           !beginsWith(more, m_words.basis);
                });
                return;
            }
        }
        Reading itself = title.reading;
        itself.doubtful = itself.doubtful || !saysItself;  // "KẾ HOẠCH": of what?
        readings.offer(key::subject, itself);
    }

    void readRecipient(Readings &readings) const
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            const Line &piece = m_pieces[i];
            const auto to = beginsWith(piece, m_words.addressed);
            if (!to)
                continue;
            std::size_t from = *to;
            while (from < piece.tokens.size() && piece.tokens[from].bare.isEmpty())
                ++from;
            const Line first = piece.part(from);
            // Several stand below each other, each after a dash.
            if (first.tokens.empty() || isListed(piece.part(*to)) || followedByList(i))
                return;
            Reading reading = readingOf(first);
            const auto [left, right] = m_paper.margins(piece.side);
            const std::size_t next = i + 1;
            if (next < m_pieces.size() && m_pieces[next].side == piece.side &&
                isClose(piece, m_pieces[next]) && !piece.text().endsWith(u'.') &&
                m_pieces[next].box().left() > left + m_paper.sizeOf(piece.side).width() / 12 &&
                isCentred(m_pieces[next]) && !m_pieces[next].text().contains(u':') &&
                !m_pieces[next].isCapitals() && readingOf(m_pieces[next]).legibility > legible)
                extend(reading, readingOf(m_pieces[next]));
            readings.offer(key::recipient, reading);
            return;
        }
    }

    /// Below the title of an enterprise's certificate: "CÔNG TY CỔ PHẦN".
    void readEnterpriseForm(const Title &title, Readings &readings) const
    {
        if (title.endPiece >= m_pieces.size())
            return;
        const Line &line = m_pieces[title.endPiece];
        if (line.side == title.words.side && line.isCapitals() && isCentred(line) &&
            beginsWith(line, m_words.agencyHeads))
            readings.offer(key::enterpriseForm, readingOf(line));
    }

private:
    /// Long titles are known even when their first word was misread.
    bool startsTitle(const Line &piece) const
    {
        return beginsWith(piece, m_words.titles) ||
               std::any_of(m_rules.papers.begin(), m_rules.papers.end(),
                           [&](const PaperRule &rule) {
                               return beginsWith(piece, rule.titles).has_value();
                           });
    }

    static bool isListed(const Line &line)
    {
        return !line.tokens.empty() && u"-–+"_s.contains(line.tokens[0].text[0]);
    }

    bool followedByList(std::size_t at) const
    {
        return at + 1 < m_pieces.size() && m_pieces[at + 1].side == m_pieces[at].side &&
               isListed(m_pieces[at + 1]) && isClose(m_pieces[at], m_pieces[at + 1]);
    }

    /// Lines from piece `at` on while they belong to the subject.
    template <typename Continues>
    void offer(const Line &part, const Line &first, std::size_t at, Readings &readings,
               Continues continues) const
    {
        if (part.tokens.empty())
            return;
        Reading subject = readingOf(part);
        const Line *above = &first;
        for (std::size_t i = at + 1; i < m_pieces.size(); ++i) {
            const Line &next = m_pieces[i];
            if (next.side != first.side)
                break;
            if (next.box().center().y() <= above->box().bottom())
                continue;  // the other column
            if (next.box().left() * 2 > m_paper.sizeOf(first.side).width() &&
                first.box().right() < next.box().left())
                continue;
            if (!isClose(*above, next) || beginsWith(next, m_words.addressed) ||
                next.isCapitals() || !continues(next))
                break;
            extend(subject, extraction::readingOf(next, 0, next.tokens.size(), next.text()));
            above = &next;
        }
        subject.value = trimmedPunctuation(subject.value);
        readings.offer(key::subject, subject);
    }

    const RuleData &m_rules;
    const CommonWords &m_words;
    const PaperText &m_paper;
    const std::vector<Line> &m_pieces;
};

void offerKind(const Phrases &kinds, const QString &field, const Title &title, Readings &readings)
{
    // "CẤP, CẤP LẠI" leaves it to a cross by pen.
    std::optional<PhrasePlace> only;
    for (const Phrase &kind : kinds) {
        const auto place = findPhrase(title.words, {kind});
        if (!place)
            continue;
        if (only)
            return;
        only = place;
    }
    if (!only || title.words.text().contains(u','))
        return;
    const Line part = title.words.part(only->from, only->to);
    readings.offer(field, extraction::readingOf(part, 0, part.tokens.size(),
                                                trimmedPunctuation(part.text()).toLower()));
}

}  // namespace

std::vector<Title> titlesOf(const RuleData &rules, const PaperText &paper)
{
    return Subjects(rules, paper).titles();
}

void readSubject(const RuleData &rules, const PaperRule &rule, const PaperText &paper,
                 Readings &readings)
{
    if (rule.subject == SubjectPlace::None || rule.subject == SubjectPlace::Label)
        return;
    const Subjects subjects(rules, paper);
    auto titles = subjects.titles();
    std::erase_if(titles, [&](const Title &title) { return !subjects.isCentred(title.words); });
    if (rule.subject == SubjectPlace::Title) {
        const auto own = std::find_if(titles.begin(), titles.end(), [&](const Title &title) {
            return beginsWith(title.words, rule.titles).has_value();
        });
        if (own == titles.end())
            return;
        // A title is printed as the rules write it, or it was misread.
        const QString text = own->reading.value.toUpper();
        const bool spelled =
            std::any_of(rule.titleTexts.begin(), rule.titleTexts.end(),
                        [&](const QString &title) { return text.startsWith(title); });
        const bool whole = rule.titleTexts.contains(text);
        if (whole) {
            recognise(own->reading);
        }
        own->reading.doubtful = own->reading.doubtful || !spelled;
        readings.offer(key::subject, own->reading);
        if (rule.has(key::enterpriseForm))
            subjects.readEnterpriseForm(*own, readings);
        return;
    }
    if (!subjects.readAbout(readings) && !titles.empty())
        subjects.readBelow(titles.front(), readings);
}

void readTitleKinds(const RuleData &rules, const PaperRule &rule, const PaperText &paper,
                    Readings &readings)
{
    for (const Title &title : titlesOf(rules, paper)) {
        if (!beginsWith(title.words, rule.titles))
            continue;
        offerKind(rule.requestKinds, key::requestKind, title, readings);
        offerKind(rule.contractKinds, key::contractKind, title, readings);
        return;
    }
}

void readRecipient(const RuleData &rules, const PaperText &paper, Readings &readings)
{
    Subjects(rules, paper).readRecipient(readings);
}

}  // namespace station::extraction
