#include "core/recognition/recognized_page.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::recognition;

namespace {

RecognizedPage page()
{
    return {.size = {1240, 1754},
            .dpi = 150,
            .words = {{QStringLiteral("Độc"), {10, 20, 30, 40}, 0.93, 0, 0},
                      {QStringLiteral("lập"), {50, 20, 30, 40}, 0.5, 0, 0},
                      {QStringLiteral("Số:"), {10, 90, 30, 40}, 1.0, 1, 1}},
            .barcodes = {{QStringLiteral("a|Đ"), QStringLiteral("QRCode"), {1, 2, 3, 4}}}};
}

}  // namespace

TEST_CASE("a recognized page survives its JSON", "[recognition]")
{
    const auto again = recognizedPageFromJson(toJson(page()));
    REQUIRE(again);
    CHECK((*again == page()));
}

TEST_CASE("the text has lines and blanks where the page has them", "[recognition]")
{
    CHECK(page().text() == QStringLiteral("Độc lập\nSố:"));
    CHECK(RecognizedPage{}.text().isEmpty());
}

TEST_CASE("a JSON that lacks a part or mistypes it is refused by name", "[recognition]")
{
    QJsonObject json = toJson(page());
    json.remove(QStringLiteral("dpi"));
    CHECK(recognizedPageFromJson(json).error().detail == QStringLiteral("dpi"));

    json = toJson(page());
    json[QStringLiteral("words")] = QStringLiteral("none");
    CHECK(recognizedPageFromJson(json).error().fault == Fault::FileUnreadable);
}
