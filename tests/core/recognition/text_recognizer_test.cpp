#include "core/recognition/text_recognizer.h"

#include "core/imaging/cleanup.h"
#include "core/imaging/pix_pointer.h"
#include "core/imaging/upright.h"
#include "core/recognition/page_recognition.h"
#include "tests/support/catch.h"

#include <QFile>

#include <algorithm>
#include <vector>

using namespace station;
using namespace station::recognition;

namespace {

const QString papers = QStringLiteral(STATION_FIXTURES_DIR "/papers/");

imaging::Image cleaned(const char *name)
{
    const auto image = imaging::loadImage(papers + QLatin1String(name), 300);
    return imaging::cleanUp(*image, {}, {})->image;
}

TextRecognizer &recognizer()
{
    static auto engine = TextRecognizer::start();
    REQUIRE(engine);
    return *engine;
}

/// Fewest edits that make `line` out of some part of `text`.
int distanceWithin(const QString &line, const QString &text)
{
    std::vector<int> above(static_cast<std::size_t>(text.size()) + 1, 0);
    for (int i = 0; i < line.size(); ++i) {
        std::vector<int> row(above.size(), i + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = line[i] == text[static_cast<qsizetype>(j) - 1];
            row[j] = std::min({above[j - 1] + (same ? 0 : 1), above[j] + 1, row[j - 1] + 1});
        }
        above = std::move(row);
    }
    return *std::ranges::min_element(above);
}

}  // namespace

TEST_CASE("a letter at 200 dpi is read with less than half a percent of errors", "[recognition]")
{
    const auto letter = cleaned("letter_200dpi.jpg");
    const auto page = recognise(recognizer(), letter, {}, 60'000, {});
    REQUIRE(page);
    CHECK(page->dpi == 200);
    CHECK(page->size == QSize(letter.width(), letter.height()));

    QFile truth(papers + QStringLiteral("letter_200dpi.txt"));
    REQUIRE(truth.open(QIODevice::ReadOnly));
    const QString text = page->text().simplified();
    int errors = 0;
    qsizetype letters = 0;
    for (const auto &line : QString::fromUtf8(truth.readAll()).split(u'\n')) {
        errors += distanceWithin(line, text);
        letters += line.size();
    }
    CHECK(errors * 200 < letters);
}

TEST_CASE("words lie where they stand on the side, in NFC, in reading order", "[recognition]")
{
    const auto letter = cleaned("letter_200dpi.jpg");
    const auto words = recognizer().words(letter, {}, 60'000, {});
    REQUIRE(words);
    const auto motto = std::ranges::find(*words, QStringLiteral("Độc"), &Word::text);
    REQUIRE(motto != words->end());
    CHECK(motto->box.height() == Approx(34).margin(8));
    CHECK(motto->box.left() > letter.width() / 2);
    CHECK(motto->box.top() < letter.height() / 8);
    CHECK(motto->confidence > 0.8);
    CHECK(std::ranges::is_sorted(*words, {}, &Word::line));
    for (const auto &word : *words)
        CHECK(word.text == word.text.normalized(QString::NormalizationForm_C));
}

TEST_CASE("the name and number of an identity card are read", "[recognition]")
{
    const auto page = recognise(
        recognizer(), cleaned("identity_card_300dpi.jpg"),
        {.recipe = {.dropColour = false}, .segmentation = Segmentation::Sparse}, 60'000, {});
    REQUIRE(page);
    CHECK(page->text().contains(QStringLiteral("ĐẶNG THỊ THU DIỆU")));
    CHECK(page->text().contains(QStringLiteral("001158594684")));
    REQUIRE(page->barcodes.size() == 1);
    for (const auto &word : page->words)
        CHECK_FALSE(page->barcodes[0].box.contains(word.box.center()));
}

TEST_CASE("the engine finds the rotation of a letter", "[recognition]")
{
    const auto letter = cleaned("letter_200dpi.jpg");
    CHECK(recognizer().uprightRotation(imaging::turned(letter, 90)) == 270);
    CHECK(recognizer().uprightRotation(imaging::turned(letter, 180)) == 180);
    CHECK_FALSE(recognizer().uprightRotation({pixCreate(1000, 1000, 1), 150}));
}

TEST_CASE("reading ends at its time limit and when it is stopped", "[recognition]")
{
    const auto letter = cleaned("letter_200dpi.jpg");
    CHECK(recognizer().words(letter, {}, 1, {}).error().fault == Fault::TimedOut);
    std::stop_source stop;
    stop.request_stop();
    CHECK(recognizer().words(letter, {}, 60'000, stop.get_token()).error().fault ==
          Fault::Cancelled);
    CHECK(recognizer().words(letter, {}, 60'000, {}));
}

TEST_CASE("a missing model is said so", "[recognition]")
{
    CHECK(TextRecognizer::start(QStringLiteral("/nonexistent")).error().fault == Fault::Internal);
}
