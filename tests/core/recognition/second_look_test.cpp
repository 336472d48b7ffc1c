#include "core/recognition/second_look.h"

#include "core/imaging/cleanup.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace station;
using namespace station::recognition;
using namespace Qt::StringLiterals;

namespace {

constexpr double disputed = 0.8;

Word word(const QString &text, double confidence)
{
    return {.text = text, .box = {10, 20, 30, 40}, .confidence = confidence, .line = 3};
}

Word better(const Word &first, const Word &second)
{
    return betterOf(first, second, disputed);
}

/// A real letter, what was read on it, and its word "Độc" read wrongly.
struct Letter {
    imaging::Image side =
        imaging::cleanUp(*imaging::loadImage(
                             QStringLiteral(STATION_FIXTURES_DIR "/papers/letter_200dpi.jpg"), 300),
                         {}, {})
            ->image;
    TextRecognizer recognizer = *TextRecognizer::start();
    std::vector<Word> words = *recognizer.words(side, {}, 60'000, {});
    std::vector<Word> doubtful = words;
    std::size_t at = std::size_t(std::ranges::find(words, u"Độc"_s, &Word::text) - words.begin());

    Letter()
    {
        for (Word &word : doubtful)
            word.confidence = 0.95;
        doubtful.at(at).text = u"Đọc"_s;
        doubtful.at(at).confidence = 0.6;
    }
};

}  // namespace

TEST_CASE("two readings that agree are as sure as the surer one", "[recognition]")
{
    CHECK(better(word(u"quyền"_s, 0.7), word(u"quyền"_s, 0.96)) == word(u"quyền"_s, 0.96));
    CHECK(better(word(u"quyền"_s, 0.7), word(u"quyền"_s, 0.4)) == word(u"quyền"_s, 0.7));
}

TEST_CASE("a number that was read twice alike is surer and may have lost its dot", "[recognition]")
{
    const auto twice = better(word(u"65H-986.22"_s, 0.88), word(u"65H-98622"_s, 0.6));
    CHECK(twice.text == u"65H-986.22"_s);
    CHECK(twice.confidence == Approx(0.94));
    CHECK(better(word(u"22_"_s, 0.7), word(u"22_"_s, 0.8)).confidence == Approx(0.8));
    CHECK(better(word(u"65H-986.22"_s, 0.88), word(u"65H-98822"_s, 0.6)).confidence ==
          Approx(disputed));
}

TEST_CASE("a word with digits is read again though a word as sure is not", "[recognition]")
{
    Letter letter;
    const auto number = std::ranges::find_if(letter.words, [](const Word &one) {
        return std::ranges::all_of(one.text, [](QChar c) { return c.isDigit(); });
    });
    REQUIRE(number != letter.words.end());
    auto words = letter.doubtful;
    const auto at = std::size_t(number - letter.words.begin());
    words.at(at).confidence = 0.92;
    words.at(letter.at) = letter.words.at(letter.at);
    words.at(letter.at).confidence = 0.92;
    REQUIRE(lookAgain(words, letter.recognizer, letter.side, {}, QDeadlineTimer(60'000), {}));
    CHECK(words.at(at).text == number->text);
    CHECK(words.at(at).confidence >= 0.96);
    CHECK(words.at(letter.at).confidence == 0.92);
}

TEST_CASE("of two readings that differ the surer one stays but is never sure", "[recognition]")
{
    CHECK(better(word(u"điêu"_s, 0.7), word(u"điều"_s, 0.97)) == word(u"điều"_s, disputed));
    CHECK(better(word(u"điều"_s, 0.89), word(u"điêu"_s, 0.7)) == word(u"điều"_s, disputed));
    CHECK(better(word(u"điều"_s, 0.6), word(u"điêu"_s, 0.5)) == word(u"điều"_s, 0.6));
    CHECK(better(word(u"ZZ"_s, 0.1), word(u"œ"_s, 0.4)) == word(u"ZZ"_s, 0.1));
}

TEST_CASE("marks and rules of the plain picture are not read into a word", "[recognition]")
{
    CHECK(better(word(u"Khê"_s, 0.8), word(u"Khê."_s, 0.9)).text == u"Khê"_s);
    CHECK(better(word(u"5"_s, 0.5), word(u"5_"_s, 0.9)).text == u"5"_s);
    CHECK(better(word(u"Sát"_s, 0.8), word(u"|Sát"_s, 0.9)).text == u"Sát"_s);
    CHECK(better(word(u"VT;,"_s, 0.3), word(u"VT,"_s, 0.9)).text == u"VT,"_s);
}

TEST_CASE("a doubtful word is read again where it stands", "[recognition]")
{
    Letter letter;
    auto words = letter.doubtful;
    REQUIRE(lookAgain(words, letter.recognizer, letter.side, {}, QDeadlineTimer(60'000), {}));
    CHECK(words.at(letter.at).text == u"Độc"_s);
    CHECK(words.at(letter.at).confidence == Approx(disputed));
    CHECK(words.at(letter.at).box == letter.words.at(letter.at).box);
    words.at(letter.at) = letter.doubtful.at(letter.at);
    CHECK(words == letter.doubtful);  // the sure ones were left alone
}

TEST_CASE("the second look ends with its time and when it is stopped", "[recognition]")
{
    Letter letter;
    auto words = letter.doubtful;
    CHECK(lookAgain(words, letter.recognizer, letter.side, {}, QDeadlineTimer(0), {}));
    CHECK(words == letter.doubtful);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = lookAgain(words, letter.recognizer, letter.side, {},
                                   QDeadlineTimer(60'000), stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().fault == Fault::Cancelled);
    CHECK(words == letter.doubtful);
}
