#include "core/extraction/signer.h"

#include "core/extraction/phrases.h"
#include "core/extraction/values.h"

#include <algorithm>
#include <cstdlib>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr int blockPercent = 26;  // of the side's height, from the post to the name

class Signatures {
public:
    Signatures(const RuleData &rules, const PaperText &paper)
        : m_rules(rules), m_paper(paper), m_pieces(paper.pieces())
    {
    }

    void read(Readings &readings) const
    {
        // The last post of the paper; the line below "KT. GIÁM ĐỐC" is the signer's own.
        for (std::size_t i = m_pieces.size(); i-- > 0;) {
            // "GIÁM ĐỐC SỞ …" above the bases of a decision says who decides.
            if (beginsWith(m_pieces[i], m_rules.words.basis))
                return;
            const auto title = titleIn(m_pieces[i]);
            if (!title)
                continue;
            const auto name = nameBelow(i);
            if (!name && i > 0 && titleIsAbove(i))
                continue;
            Reading post = ownPost(i, *title);
            post.doubtful = post.doubtful || isBesideDate(i, post.box);
            readings.offer(key::signerTitle, post);
            readings.offer(key::signer, name);
            return;
        }
    }

private:
    bool isRight(const Line &piece) const
    {
        return piece.box().center().x() > m_paper.middle(piece.side);
    }

    /// Place and date stand over the middle of the post: what is aside lacks a word ("PHÓ").
    bool isBesideDate(std::size_t at, const QRect &post) const
    {
        for (std::size_t i = at; i-- > 0 && m_pieces[i].side == m_pieces[at].side;) {
            const QRect box = m_pieces[i].box();
            if (m_pieces[at].box().top() - box.bottom() > 2 * m_pieces[at].height())
                return false;
            if (isRight(m_pieces[i]) && placedDateIn(m_pieces[i]))
                return std::abs(box.center().x() - post.center().x()) > m_pieces[at].height();
        }
        return false;
    }

    bool isCapitalWord(const Token &token) const
    {
        return std::all_of(token.text.begin(), token.text.end(),
                           [](QChar c) { return !c.isLetter() || c.isUpper(); });
    }

    /// The post in a line, without specks of the seal around it.
    std::optional<Reading> titleIn(const Line &piece) const
    {
        if (!isRight(piece) || !piece.isCapitals() || piece.text().startsWith(u'(') ||
            beginsWith(piece, m_rules.words.titles))
            return {};
        const auto place = findPhrase(piece, m_rules.words.signerTitles);
        if (!place)
            return {};
        std::size_t from = place->from;
        const auto goesBefore = [&](const Token &token) {
            return token.bare == u"pho" || m_rules.words.signsFor.contains(token.bare);
        };
        while (from > 0 && goesBefore(piece.tokens[from - 1]))
            --from;
        std::size_t to = place->to;
        while (to < piece.tokens.size() && isCapitalWord(piece.tokens[to]) &&
               !piece.tokens[to].bare.isEmpty())
            ++to;
        const QString post = trimmedPunctuation(piece.text(place->from, place->to)).toUpper();
        Reading title = readingOf(piece, from, to, trimmedPunctuation(piece.text(from, to)));
        static const QRegularExpression before(u"^(?:(?:KT|TL|TUQ|TM|Q)\\. ?)?(?:PHÓ )?"_s);
        if (m_rules.words.posts.contains(QString(title.value).remove(before))) {
            recognise(title);
        }
        constexpr std::size_t mostSpecks = 1;
        // Before "PHÓ GIÁM ĐỐC" nothing is missing.
        const bool open = !title.value.startsWith(u"PHÓ"_s);
        title.doubtful = title.doubtful || !m_rules.words.posts.contains(post) ||
                         (open && from > mostSpecks) || to + mostSpecks < piece.tokens.size();
        return title;
    }

    /// A line in capitals below "KT. GIÁM ĐỐC" is the signer's own post, though misread.
    Reading ownPost(std::size_t at, const Reading &title) const
    {
        for (std::size_t i = at + 1; i < m_pieces.size(); ++i) {
            const Line &line = m_pieces[i];
            if (line.side != m_pieces[at].side)
                break;
            if (!isRight(line))
                continue;
            const bool close = line.box().top() - m_pieces[at].box().bottom() < line.height();
            if (!close || !line.isCapitals() || line.tokens.size() < 2)
                break;
            Reading post = readingOf(line, 0, line.tokens.size(), trimmedPunctuation(line.text()));
            post.doubtful = true;
            return post;
        }
        // Who signs for somebody else has a post, and it was not read.
        Reading post = title;
        static const QRegularExpression forOthers(u"^(?:KT|TL|TUQ)\\b"_s);
        post.doubtful = post.doubtful || forOthers.match(post.value).hasMatch();
        return post;
    }

    bool titleIsAbove(std::size_t at) const
    {
        for (std::size_t i = at; i-- > 0;) {
            if (m_pieces[i].side != m_pieces[at].side || distance(i, at) > blockPercent)
                return false;
            if (titleIn(m_pieces[i]))
                return true;
        }
        return false;
    }

    /// Percent of the side's height.
    int distance(std::size_t above, std::size_t below) const
    {
        return (m_pieces[below].box().center().y() - m_pieces[above].box().center().y()) * 100 /
               std::max(1, m_paper.sizeOf(m_pieces[above].side).height());
    }

    std::optional<Reading> nameBelow(std::size_t title) const
    {
        std::optional<Reading> best;
        const int middle = m_pieces[title].box().center().x();
        const int width = m_paper.sizeOf(m_pieces[title].side).width();
        for (std::size_t i = title + 1; i < m_pieces.size(); ++i) {
            const Line &piece = m_pieces[i];
            if (piece.side != m_pieces[title].side || distance(title, i) > blockPercent)
                break;
            if (!isRight(piece) || beginsWith(piece, m_rules.words.titles) ||
                piece.text().startsWith(u'(') || titleIn(piece))
                continue;
            auto name = personNameIn(m_rules, piece);
            // The seal's own words are capitals; a name stands below the post.
            const int aside = name ? std::abs(name->box.center().x() - middle) : 0;
            if (!name || aside > width / 6)
                continue;
            // Names stand under the middle of the post; a short one beside it lacks a word.
            if (name->value.count(u' ') == 1 && aside > piece.height())
                name->doubtful = true;
            if (!best ||
                std::pair(!name->doubtful, name->score) > std::pair(!best->doubtful, best->score))
                best = name;
        }
        return best;
    }

    const RuleData &m_rules;
    const PaperText &m_paper;
    const std::vector<Line> &m_pieces;
};

}  // namespace

void readSigner(const RuleData &rules, const PaperText &paper, Readings &readings)
{
    Signatures(rules, paper).read(readings);
}

}  // namespace station::extraction
