#include "core/pdf/printed_pdf.h"

#include "core/pdf/page_composer.h"
#include "tests/support/catch.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace station;
using namespace station::pdf;
using namespace Qt::StringLiterals;

namespace {

constexpr double sizePt = 12;

}  // namespace

TEST_CASE("words are wrapped to their column and faces may change within a line", "[pdf]")
{
    PageComposer composer(148, 210);
    composer.newPage();
    const TextColumn column{20, 60};
    const TextRuns runs{{u"Tiếp nhận hồ sơ của: "_s, Typeface::Serif},
                        {u"Trần Thị Thử"_s, Typeface::SerifBold},
                        {u", ở rất xa"_s, Typeface::Serif}};
    const double below = composer.paragraph(runs, sizePt, column, TextAlign::Left, 30);
    CHECK(below == Approx(30 + composer.heightMm(runs, sizePt, column.widthMm)));
    const auto pages = composer.finish();
    REQUIRE(pages);
    const auto &texts = pages->front().texts;
    REQUIRE(texts.size() >= 3);
    CHECK(texts[0].text == u"Tiếp nhận hồ sơ của: "_s);
    CHECK(texts[1].typeface == Typeface::SerifBold);
    CHECK(texts[1].leftMm > texts[0].leftMm);
    CHECK(texts.back().baselineMm > texts[0].baselineMm);
    for (const auto &text : texts)
        CHECK(text.leftMm + composer.widthMm({text.text, text.typeface}, sizePt) <= 80.01);
}

TEST_CASE("a line in the middle and one at the right end where their column says", "[pdf]")
{
    PageComposer composer(148, 210);
    composer.newPage();
    const TextRun words{u"Ghi chú"_s, Typeface::SerifItalic};
    const double width = composer.widthMm(words, sizePt);
    composer.paragraph({words}, sizePt, {10, 100}, TextAlign::Center, 20);
    composer.paragraph({words}, sizePt, {10, 100}, TextAlign::Right, 30);
    const auto pages = composer.finish();
    REQUIRE(pages);
    CHECK(pages->front().texts[0].leftMm == Approx(60 - width / 2));
    CHECK(pages->front().texts[1].leftMm == Approx(110 - width));
}

TEST_CASE("the same pages become the same bytes", "[pdf]")
{
    const PrintedPages pages{{.texts = {{.text = u"Giấy tiếp nhận hồ sơ"_s,
                                         .leftMm = 20,
                                         .baselineMm = 30,
                                         .typeface = Typeface::SerifBold}},
                              .bars = {{20, 40, 100, 0.3}}}};
    const auto first = printedPdf(pages);
    REQUIRE(first);
    CHECK(*first == printedPdf(pages).value());
    CHECK_FALSE(first->contains("CreationDate"));
    CHECK(printedPdf({}).error().fault == Fault::InvalidInput);
}
