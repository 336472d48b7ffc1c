#include "core/recognition/second_look.h"

#include "core/imaging/pix_pointer.h"

#include <algorithm>
#include <optional>
#include <span>

namespace station::recognition {
namespace {

// Measured: closer to the letters, the engine takes hooks and accents for one another.
constexpr double marginAside = 0.3;  // of the height of the words
constexpr double marginAbove = 0.18;
constexpr int widestGap = 3;             // heights; beyond it is another column
constexpr double leastConfidence = 0.6;  // of a reading that takes another's place
// Measured: of 80 numbers that were read alike twice, all were right from 0.85 on.
constexpr double leastAgreed = 0.85;
constexpr double doubtLeft = 0.5;

QString lettersOf(const QString &text)
{
    QString letters;
    std::ranges::copy_if(text, std::back_inserter(letters),
                         [](QChar c) { return c.isLetterOrNumber(); });
    return letters;
}

/// What ruling lines look like to the engine; the second picture still has them.
bool hasRules(const QString &text)
{
    return text.contains(u'|') || text.contains(u'_');
}

/// Words of one line that stand beside each other, the first and the last of them doubtful.
struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
};

bool hasDigit(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

bool isDoubtful(const Word &word, const SecondLook &how)
{
    const bool isNumber = how.below > 0.0 && hasDigit(word.text);
    return word.confidence < (isNumber ? how.numbersBelow : how.below);
}

/// The second picture is coarser: it loses the dot of "65H-986.22".
bool areAlike(const QString &first, const QString &second)
{
    return first == second || (hasDigit(first) && first.size() > second.size() &&
                               lettersOf(first) == lettersOf(second));
}

std::vector<Run> doubtfulRuns(const std::vector<Word> &words, const SecondLook &how)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!isDoubtful(words[i], how))
            continue;
        const bool continues = !runs.empty() && words[runs.back().last].line == words[i].line &&
                               i - runs.back().last <= 2;
        if (continues)
            runs.back().last = i;
        else
            runs.push_back({i, i});
    }
    return runs;
}

bool areNeighbours(const Word &left, const Word &right)
{
    return left.line == right.line &&
           right.box.left() - left.box.right() < widestGap * right.box.height();
}

/// Where the run and its neighbours stand: the engine tells words by those around them.
QRect stripOf(const std::vector<Word> &words, Run run, const SecondLook &how)
{
    for (int i = 0; i < how.neighbours; ++i) {
        if (run.first > 0 && areNeighbours(words[run.first - 1], words[run.first]))
            --run.first;
        if (run.last + 1 < words.size() && areNeighbours(words[run.last], words[run.last + 1]))
            ++run.last;
    }
    QRect box;
    for (std::size_t i = run.first; i <= run.last; ++i)
        box |= words[i].box;
    const int aside = static_cast<int>(marginAside * box.height());
    const int above = static_cast<int>(marginAbove * box.height());
    return box.adjusted(-aside, -above, aside, above);
}

std::optional<imaging::Image> partOf(const imaging::Image &side, const QRect &box)
{
    Box *at = boxCreate(box.x(), box.y(), box.width(), box.height());
    Pix *part = pixClipRectangle(side.pix(), at, nullptr);
    boxDestroy(&at);
    if (part == nullptr)
        return {};
    return imaging::Image(part, side.dpi());
}

bool coverEachOther(const Word &a, const Word &b)
{
    const int common =
        std::min(a.box.right(), b.box.right()) - std::max(a.box.left(), b.box.left());
    return 2 * common > std::min(a.box.width(), b.box.width());
}

/// The one word of `others` at the place of `word`.
const Word *counterpartOf(const Word &word, std::span<const Word> others)
{
    const Word *found = nullptr;
    for (const Word &other : others) {
        if (!coverEachOther(word, other))
            continue;
        if (found != nullptr)
            return nullptr;
        found = &other;
    }
    return found;
}

void compare(std::vector<Word> &words, const Run &run, const std::vector<Word> &again,
             const SecondLook &how)
{
    const std::size_t before = run.first > 0 ? run.first - 1 : 0;
    const std::size_t behind = std::min(run.last + 2, words.size());
    const std::vector<Word> first(words.begin() + std::ptrdiff_t(before),
                                  words.begin() + std::ptrdiff_t(behind));
    for (std::size_t i = run.first; i <= run.last; ++i) {
        const Word *second = counterpartOf(words[i], again);
        // One for one: where words were parted otherwise, nothing tells which is right.
        if (second == nullptr || !isDoubtful(words[i], how) ||
            counterpartOf(*second, first) == nullptr)
            continue;
        // A number that was read well can only be confirmed by the coarser picture.
        if (words[i].confidence < how.below || areAlike(words[i].text, second->text))
            words[i] = betterOf(words[i], *second, how.disputed);
    }
}

}  // namespace

Word betterOf(const Word &first, const Word &second, double disputed)
{
    Word better = first;
    if (areAlike(first.text, second.text)) {
        better.confidence = std::max(first.confidence, second.confidence);
        if (hasDigit(first.text) && better.confidence >= leastAgreed)
            better.confidence = 1.0 - (1.0 - better.confidence) * doubtLeft;
        return better;
    }
    const bool sameLetters = lettersOf(first.text) == lettersOf(second.text);
    // Dots of a blank and specks read as marks; the first picture is clean of them.
    const bool addsMarks = sameLetters && second.text.size() > first.text.size();
    if (second.confidence > first.confidence && second.confidence >= leastConfidence &&
        !addsMarks && !hasRules(second.text)) {
        better.text = second.text;
        better.confidence = second.confidence;
    }
    better.confidence = std::min(better.confidence, disputed);
    return better;
}

Expected<> lookAgain(std::vector<Word> &words, TextRecognizer &recognizer,
                     const imaging::Image &side, const ReadingMode &mode, QDeadlineTimer deadline,
                     const std::stop_token &stop)
{
    const SecondLook &how = mode.secondLook;
    const ReadingMode again{.recipe =
                                imaging::RecognitionRecipe::plain(mode.recipe.dropColour, how.dpi),
                            .segmentation = Segmentation::Line};
    auto runs = doubtfulRuns(words, how);
    if (runs.size() > std::size_t(how.most))
        runs.resize(std::size_t(how.most));
    for (const Run &run : runs) {
        const QRect strip = stripOf(words, run, how) & QRect(0, 0, side.width(), side.height());
        const auto part = partOf(side, strip);
        if (!part || deadline.hasExpired())
            continue;
        auto read = recognizer.words(*part, again, int(deadline.remainingTime()), stop);
        if (!read && read.error().fault == Fault::Cancelled)
            return fail(read.error());
        if (!read)
            continue;
        for (Word &word : *read)
            word.box.translate(strip.topLeft());
        compare(words, run, *read, how);
    }
    return {};
}

}  // namespace station::recognition
