#include "core/extraction/paper_text.h"

#include "core/text/vietnamese.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace station::extraction {

using namespace Qt::StringLiterals;

namespace {

int median(std::vector<int> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

constexpr double wideGap = 2.2;  // heights of a line; more separates columns

bool isLetters(QStringView text)
{
    return text.size() >= 2 &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

/// Where a label runs into what follows it.
QList<qsizetype> cutsIn(const QString &word)
{
    QList<qsizetype> cuts;
    qsizetype start = 0;
    for (qsizetype at = 0; at + 1 < word.size(); ++at) {
        const QStringView part = QStringView(word).sliced(start, at - start);
        const bool labelEnd = word[at] == u':' && !part.empty() && part.back().isLetter();
        const bool between =
            word[at] == u'/' && isLetters(part) && word[at + 1].isLetter() && at + 2 < word.size();
        if (labelEnd || between) {
            start = at + 1;
            cuts += start;
        }
    }
    return cuts;
}

/// Table rules and specks that were read as signs.
bool isNoise(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const bool accent = c.category() == QChar::Letter_Modifier;  // "ˆ"
        return accent || (!c.isLetterOrNumber() && !u"-–/:.,;()…"_s.contains(c));
    });
}

/// Rules of a table or a blank that stick to a word: "_59E-550.06", "HẢI_".
QString withoutRules(const QString &text)
{
    static const QRegularExpression rules(u"^[_|~«‹]+|[_|~»›]+$"_s);
    return QString(text).remove(rules);
}

/// Dots to write on and all behind them: "QUYỀN.........-.---c5c22" is QUYỀN.
struct WithoutLeader {
    QString text{};
    bool found = false;
    bool clean = true;  ///< Nothing but dots was cut off.
};

WithoutLeader withoutLeader(const QString &text)
{
    static const QRegularExpression leader(u"[.…]{3,}|…|\\.\\.(?![\\p{L}\\d])|[-–._]{4,}"_s);
    static const QRegularExpression dots(u"^[-–.…_]*$"_s);
    static const QRegularExpression before(u"^[.…]{3,}(?=\\p{L}{2}|\\d{2})"_s);
    if (const auto ahead = before.match(text); ahead.hasMatch())
        return {text.sliced(ahead.capturedEnd())};
    const auto match = leader.match(text);
    if (!match.hasMatch())
        return {text};
    return {text.first(match.capturedStart()), true,
            dots.match(text.sliced(match.capturedStart())).hasMatch()};
}

/// Dots that run through what is written on them: "CÔNG.TY..TNHH", "dân.phố.16". Abbreviations
/// ("TP.HCM", "KT.GIÁM ĐỐC"), addresses of mail and codes keep theirs.
QStringList betweenDots(const QString &text)
{
    static const QRegularExpression word(u"^[(\"]?\\p{L}{2,}[,;)\"]?$"_s);
    static const QRegularExpression shortForm(u"^(?:\\p{Lu}{2,3}|ThS)$"_s);
    static const QRegularExpression number(u"^\\d{1,4}[,;]?$"_s);
    if (!text.contains(u'.') || text.contains(u'@') || text.startsWith(u"www"))
        return {text};
    QStringList parts = text.split(u'.', Qt::SkipEmptyParts);
    const qsizetype dots = text.count(u'.');
    const auto words = std::count_if(parts.begin(), parts.end(), [&](const QString &part) {
        return word.match(part).hasMatch() && (dots > 1 || !shortForm.match(part).hasMatch());
    });
    const auto numbers = std::count_if(parts.begin(), parts.end(), [&](const QString &part) {
        return number.match(part).hasMatch();
    });
    const bool wordsOnly =
        words > 0 && words + numbers >= parts.size() - (dots > 1 ? 1 : 0) && numbers <= words;
    return wordsOnly && parts.size() > 1 ? parts : QStringList{text};
}

constexpr double asTouched = 0.5;  // of a word that was read together with dots

void appendTokens(std::vector<Token> &tokens, const recognition::Word &word, int printHeight)
{
    const bool speck = word.box.height() * 4 < printHeight && word.confidence < 0.1;
    if (speck && word.text.trimmed().size() == 1)
        return;
    // Ð is no Vietnamese letter; the engine writes it for Đ, also beside one ("QĐÐ").
    static const QRegularExpression eth(u"Đ*Ð[ĐÐ]*"_s);
    const WithoutLeader whole = withoutLeader(
        text::nfc(word.text.trimmed()).replace(eth, u"Đ"_s).replace(QChar(0x2044), u'/'));
    const QString text = withoutRules(whole.text);
    // A stored page may be damaged; what is no number is no confidence.
    double confidence =
        std::isfinite(word.confidence) ? std::clamp(word.confidence, 0.0, 1.0) : 0.0;
    const bool onlyLeader = whole.found && bareOf(text::folded(text)).isEmpty();
    if (onlyLeader) {
        // Dots right behind a word spoil its confidence, too.
        if (!tokens.empty() && !tokens.back().leader && !tokens.back().bare.isEmpty() &&
            tokens.back().confidence < asTouched) {
            tokens.back().confidence = asTouched;
            tokens.back().cut = true;
        }
        tokens.push_back({.text = u"…"_s,
                          .folded = u"…"_s,
                          .box = word.box,
                          .confidence = confidence,
                          .leader = true});
        return;
    }
    if (isNoise(text))
        return;
    const double perCharacter = double(word.box.width()) / double(word.text.trimmed().size());
    qsizetype start = 0;
    const QStringList parts = betweenDots(text);
    const bool dotted = parts.size() > 1;
    const bool doubled = word.text.contains(eth);
    const bool cut = dotted || doubled || (whole.found && !whole.clean);
    if (cut || whole.found)
        confidence = std::max(confidence, asTouched);
    for (const QString &piece : parts) {
        QList<qsizetype> edges = cutsIn(piece);
        edges.prepend(0);
        edges.append(piece.size());
        start = std::max<qsizetype>(start, dotted ? text.indexOf(piece, start) : 0);
        for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
            const QString part = piece.sliced(edges[i], edges[i + 1] - edges[i]);
            const QString folded = text::folded(part);
            const QRect box(word.box.left() + int(double(start + edges[i]) * perCharacter),
                            word.box.top(), int(double(part.size()) * perCharacter),
                            word.box.height());
            tokens.push_back({.text = part,
                              .folded = folded,
                              .bare = bareOf(folded),
                              .box = box,
                              .confidence = confidence,
                              .trust = confidence,
                              .glued = i > 0,
                              .cut = cut});
        }
        start += piece.size();
    }
    tokens.back().leader = whole.found;
}

/// National motto lines start a column of their own, however narrow the gap.
bool startsMotto(const std::vector<Token> &tokens, std::size_t at)
{
    const auto word = [&](std::size_t i) { return i < tokens.size() ? tokens[i].bare : QString(); };
    return (word(at) == u"cong" && word(at + 1) == u"hoa" && word(at + 2) == u"xa") ||
           (word(at) == u"doc" && word(at + 1) == u"lap" && at + 2 < tokens.size());
}

std::vector<Line> splitIntoPieces(const Line &whole)
{
    const int height = whole.height();
    std::vector<Line> pieces;
    for (std::size_t i = 0; i < whole.tokens.size(); ++i) {
        const Token &token = whole.tokens[i];
        const bool apart = i > 0 && !token.glued &&
                           (token.box.left() - whole.tokens[i - 1].box.right() > wideGap * height ||
                            startsMotto(whole.tokens, i));
        if (i == 0 || apart)
            pieces.push_back({whole.side, {}, whole.printHeight});
        pieces.back().tokens.push_back(token);
    }
    return pieces;
}

/// In the case of the word that was read.
QString inCaseOf(const QString &read, const QString &word)
{
    if (read.size() > 1 && read == read.toUpper())
        return word.toUpper();
    return read[0].isUpper() ? word[0].toUpper() + word.mid(1) : word;
}

/// Where a word that is none falls into two that are, and only there: "PHÚTHỌ".
std::optional<qsizetype> blankIn(const QString &word, const Spelling &spelling)
{
    constexpr qsizetype shortest = 5;
    const QString small = word.toLower();
    if (word.size() < shortest || !isLetters(word) || spelling.contains(small) || isSyllable(small))
        return {};
    std::optional<qsizetype> only;
    for (qsizetype at = 2; at + 2 <= word.size(); ++at) {
        if (!spelling.contains(small.first(at)) || !spelling.contains(small.sliced(at)))
            continue;
        if (only)
            return {};
        only = at;
    }
    return only;
}

/// Gives words that were read as one their blank back.
void partWords(Line &piece, const Spelling &spelling)
{
    for (std::size_t i = 0; i < piece.tokens.size(); ++i) {
        const auto at = blankIn(piece.tokens[i].text, spelling);
        if (!at)
            continue;
        Token right = piece.tokens[i];
        Token &left = piece.tokens[i];
        const auto width = left.box.width() * *at / left.text.size();
        right.text = left.text.sliced(*at);
        left.text.truncate(*at);
        right.box.setLeft(left.box.left() + int(width));
        left.box.setWidth(int(width));
        for (Token *part : {&left, &right}) {
            part->folded = text::folded(part->text);
            part->bare = bareOf(part->folded);
            part->cut = true;
        }
        right.glued = false;
        left.leader = false;
        piece.tokens.insert(piece.tokens.begin() + std::ptrdiff_t(i) + 1, right);
    }
}

/// "VIÊT" has a mark of our language and is no syllable of it; "LOGISTICS" may be a name.
bool isImpossible(const QString &word)
{
    return isLetters(word) && text::folded(word) != word.toLower() && !isSyllable(word);
}

bool isSmall(const QString &text)
{
    return text == text.toLower();
}

/// Behind a label or a comma, and where a name begins among small words: "cư trú: Số", "phường An".
bool opensPhrase(const Token &before, const Token &token)
{
    return u":,;"_s.contains(before.text.back()) || (isSmall(before.text) && !isSmall(token.text));
}

/// "Ngõ 12, phố …, P. Đồng Tâm": what a part of an address begins with, and its name behind it.
bool opensAddressPart(const Line &piece, std::size_t at, const Spelling &spelling)
{
    if (at + 1 >= piece.tokens.size() || !spelling.isPartWord(piece.tokens[at].text.toLower()) ||
        (at > 0 && !u":,"_s.contains(piece.tokens[at - 1].text.back())))
        return false;
    const QString &name = piece.tokens[at + 1].text;
    return name[0].isUpper() || name[0].isDigit();
}

/// What the spelling of its words says about a piece.
void judge(Line &piece, const Spelling &spelling)
{
    constexpr double atMostWithRival = 0.97;  // "Đai Đồng" beside "Đại Đồng"
    constexpr double likelyMisread = 0.5;
    // A pen writes no words that are in our lists, mark by mark, and is not read so.
    constexpr double legible = 0.9;
    QStringList words;
    for (const Token &token : piece.tokens)
        words << trimmedPunctuation(token.text);
    QStringList small;
    for (const QString &word : std::as_const(words))
        small << word.toLower();
    std::vector<bool> opening;
    for (std::size_t i = 0; i < piece.tokens.size(); ++i)
        opening.push_back(i > 0 && opensPhrase(piece.tokens[i - 1], piece.tokens[i]));
    const auto judged = spelling.judged(small, opening);
    for (std::size_t i = 0; i < judged.size(); ++i) {
        Token &token = piece.tokens[i];
        token.trust = spelling.trustIn(judged[i].kind, token.confidence);
        if (judged[i].isRivalled)
            token.trust = std::min(token.trust, atMostWithRival);
        if (opensAddressPart(piece, i, spelling))
            token.trust = spelling.trustIn(WordKind::Confirmed, token.confidence);
        if (judged[i].kind == WordKind::Other && isImpossible(words[qsizetype(i)]))
            token.trust = std::min(token.trust, likelyMisread);
        token.confirmed = judged[i].kind == WordKind::Confirmed;
        if (token.confirmed)
            token.confidence = std::max(token.confidence, legible);
        else if (judged[i].kind == WordKind::Contradicted && token.trust < likelyMisread)
            token.listed = inCaseOf(words[qsizetype(i)], judged[i].listed);
    }
}

/// What stands twice on a paper was read twice: the same marks confirm both places, other marks
/// on the same letters show that one of them is wrong, and a word that no list has is the one.
void compareRepeats(std::vector<Line> &pieces, const Spelling &spelling)
{
    constexpr double oneIsWrong = 0.5;
    constexpr double doubtLeft = 0.4;
    constexpr qsizetype tellingLetters = 5;
    const auto pairAt = [](const Line &piece, std::size_t i) {
        const QString first = trimmedPunctuation(piece.tokens[i].text);
        const QString second = trimmedPunctuation(piece.tokens[i + 1].text);
        return first.isEmpty() || second.isEmpty() ? QString() : (first + u' ' + second).toLower();
    };
    struct Spellings {
        QStringList seen{};
        int places = 0;
    };
    QHash<QString, Spellings> pairs;
    // "cư trú: Số" is no other spelling of "trụ sở".
    const auto lettersOf = [](const Token &first, const Token &second, const QString &pair) {
        return text::folded(pair) + (opensPhrase(first, second) ? u"|"_s : u""_s);
    };
    const auto forEachPair = [&](auto &&see) {
        for (Line &piece : pieces) {
            for (std::size_t i = 0; i + 1 < piece.tokens.size(); ++i) {
                const QString pair = pairAt(piece, i);
                if (pair.size() >= tellingLetters)
                    see(piece.tokens[i], piece.tokens[i + 1], pair);
            }
        }
    };
    forEachPair([&](const Token &first, const Token &second, const QString &pair) {
        Spellings &known = pairs[lettersOf(first, second, pair)];
        ++known.places;
        if (!known.seen.contains(pair))
            known.seen << pair;
    });
    forEachPair([&](Token &first, Token &second, const QString &pair) {
        const Spellings &known = pairs[lettersOf(first, second, pair)];
        if (known.places < 2)
            return;
        for (Token *const token : {&first, &second}) {
            const qsizetype side = token == &first ? 0 : 1;
            const QString word = pair.section(u' ', side, side);
            bool agree = true;
            bool isWrong = false;
            for (const QString &pairSeen : known.seen) {
                const QString other = pairSeen.section(u' ', side, side);
                const bool same = withTonesLast(other) == withTonesLast(word);
                agree = agree && same;
                isWrong =
                    isWrong || (!same && (spelling.contains(other) || !spelling.contains(word)));
            }
            if (isWrong && !token->confirmed)
                token->trust *= oneIsWrong;
            else if (agree && token->listed.isEmpty())
                token->trust = 1.0 - (1.0 - token->trust) * doubtLeft;
        }
    });
}

std::vector<Line> rowsOf(const std::vector<Line> &pieces)
{
    std::vector<Line> rows;
    for (const Line &piece : pieces) {
        const QRect box = piece.box();
        const auto sameHeight = [&](const Line &row) {
            const QRect other = row.box();
            return row.side == piece.side && std::abs(other.center().y() - box.center().y()) * 2 <
                                                 std::min(other.height(), box.height());
        };
        const auto row = std::find_if(rows.rbegin(), rows.rend(), sameHeight);
        if (row == rows.rend()) {
            rows.push_back(piece);
            continue;
        }
        // In front of what stands right of it; words of one line are in order already.
        const auto right =
            std::find_if(row->tokens.begin(), row->tokens.end(),
                         [&](const Token &token) { return token.box.left() > box.center().x(); });
        row->tokens.insert(right, piece.tokens.begin(), piece.tokens.end());
    }
    return rows;
}

void sortTopDown(std::vector<Line> &lines)
{
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) {
        return std::pair(a.side, a.box().center().y()) < std::pair(b.side, b.box().center().y());
    });
}

}  // namespace

QRect Line::box() const
{
    QRect box;
    for (const Token &token : tokens)
        box |= token.box;
    return box;
}

int Line::height() const
{
    std::vector<int> heights;
    for (const Token &token : tokens)
        heights.push_back(token.box.height());
    return median(std::move(heights));
}

bool Line::isCapitals() const
{
    int upper = 0;
    int letters = 0;
    for (const Token &token : tokens) {
        for (const QChar c : token.text) {
            letters += c.isLetter() ? 1 : 0;
            upper += c.isUpper() ? 1 : 0;
        }
    }
    return letters >= 2 && upper * 10 >= letters * 9;
}

QString Line::text(std::size_t from, std::size_t to) const
{
    QString joined;
    for (std::size_t i = from; i < std::min(to, tokens.size()); ++i)
        joined += (i == from || tokens[i].glued ? QString() : u" "_s) + tokens[i].text;
    return joined;
}

Line Line::part(std::size_t from, std::size_t to) const
{
    const std::size_t end = std::min(to, tokens.size());
    Line cut{side, {}, printHeight};
    if (from < end)
        cut.tokens.assign(tokens.begin() + std::ptrdiff_t(from),
                          tokens.begin() + std::ptrdiff_t(end));
    return cut;
}

PaperText::PaperText(const std::vector<recognition::RecognizedPage> &pages,
                     const Spelling &spelling)
{
    for (const recognition::RecognizedPage &page : pages) {
        const int side = int(m_sizes.size());
        m_sizes.push_back(page.size);
        std::vector<int> heights;
        for (const recognition::Word &word : page.words)
            heights.push_back(word.box.height());
        const int printHeight = median(std::move(heights));
        std::map<int, Line> lines;
        for (const recognition::Word &word : page.words) {
            Line &line = lines.try_emplace(word.line, Line{side, {}, printHeight}).first->second;
            appendTokens(line.tokens, word, printHeight);
        }
        for (const auto &[number, line] : lines) {
            for (Line &piece : splitIntoPieces(line)) {
                partWords(piece, spelling);
                judge(piece, spelling);
                m_pieces.push_back(std::move(piece));
            }
        }
    }
    std::erase_if(m_pieces, [](const Line &piece) {  // specks alone at their height are no text
        return std::all_of(piece.tokens.begin(), piece.tokens.end(),
                           [](const Token &token) { return token.bare.isEmpty(); });
    });
    sortTopDown(m_pieces);
    compareRepeats(m_pieces, spelling);
    m_rows = rowsOf(m_pieces);
    sortTopDown(m_rows);
}

std::pair<int, int> PaperText::margins(int side) const
{
    const int width = sizeOf(side).width();
    int left = width;
    int right = 0;
    for (const Line &piece : m_pieces) {
        const QRect box = piece.box();
        if (piece.side != side || box.width() * 10 < width * 4)
            continue;
        left = std::min(left, box.left());
        right = std::max(right, box.right());
    }
    return left < right ? std::pair(left, right) : std::pair(0, width);
}

int PaperText::middle(int side) const
{
    const int width = sizeOf(side).width();
    QRect text;
    for (const Line &piece : m_pieces)
        text |= piece.side == side ? piece.box() : QRect();
    return text.width() * 10 < width * 6 ? text.center().x() : width / 2;
}

QString bareOf(const QString &folded)
{
    QString bare;
    std::copy_if(folded.begin(), folded.end(), std::back_inserter(bare),
                 [](QChar c) { return c.isLetterOrNumber(); });
    return bare;
}

QString trimmedPunctuation(const QString &text)
{
    const auto isNoise = [](QChar c) {
        return (!c.isLetterOrNumber() && c != u')') || c.category() == QChar::Letter_Modifier;
    };
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && isNoise(text[from]))
        ++from;
    const auto endsNoise = [&] {
        const QChar last = text[to - 1];
        return isNoise(last) ||
               (last == u')' && !QStringView(text).sliced(from, to - from).contains(u'('));
    };
    while (to > from && endsNoise())
        --to;
    return text.sliced(from, to - from).simplified();
}

}  // namespace station::extraction
