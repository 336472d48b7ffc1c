#include "signing/pades/stamp_placement.h"

#include "signing/structure/pdf_date.h"
#include "tests/signing/support/sample_pdf.h"
#include "tests/support/catch.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

/// Every letter is 5 points wide.
double fixedWidth(const QString &text)
{
    return 5.0 * static_cast<double>(text.size());
}

const QRectF a4(0, 0, 595, 842);

/// Ink in boxes whose y counts from the top of an A4 page, as a reader sees them.
workflow::InkMap inked(const std::vector<QRectF> &boxes)
{
    workflow::InkMap ink{.cellPt = 4.0, .columns = 149, .rows = 211};
    ink.cells = QByteArray(qsizetype(ink.columns) * ink.rows, '\0');
    for (int row = 0; row < ink.rows; ++row) {
        for (int column = 0; column < ink.columns; ++column) {
            const QRectF cell(column * ink.cellPt, row * ink.cellPt, ink.cellPt, ink.cellPt);
            for (const auto &box : boxes) {
                if (cell.intersects(box))
                    ink.cells[qsizetype(row) * ink.columns + column] = 1;
            }
        }
    }
    return ink;
}

}  // namespace

TEST_CASE("lines of a mark break between words, and inside a word only when it must",
          "[signing][stamp]")
{
    CHECK(wrapped({u"Sở Giao thông vận tải"_s}, 60, fixedWidth) ==
          QStringList{u"Sở Giao"_s, u"thông vận"_s, u"tải"_s});
    CHECK(wrapped({u"ngắn"_s, u"  hai   từ "_s}, 60, fixedWidth) ==
          QStringList{u"ngắn"_s, u"hai từ"_s});
    CHECK(wrapped({u"a 2026-03-02T09:15:00"_s}, 50, fixedWidth) ==
          QStringList{u"a"_s, u"2026-03-02"_s, u"T09:15:00"_s});
    CHECK(wrapped({u"Hà"_s.normalized(QString::NormalizationForm_D)}, 10, fixedWidth) ==
          QStringList{u"Hà"_s});
    CHECK(wrapped({u" "_s}, 50, fixedWidth).isEmpty());
}

TEST_CASE("the clerk's mark and the agency's stand side by side on any paper", "[signing][stamp]")
{
    const QRectF page =
        GENERATE(QRectF(0, 0, 595, 842), QRectF(0, 0, 420, 595), QRectF(10, 20, 298, 420));
    const auto left = placedStamp(sampleMark(), {.page = page}, fixedWidth);
    const auto right =
        placedStamp(sampleMark(workflow::MarkCorner::TopRight), {.page = page}, fixedWidth);
    REQUIRE(left);
    REQUIRE(right);
    CHECK_FALSE(left->box.intersects(right->box));
    CHECK(page.contains(left->box));
    CHECK(page.contains(right->box));
    CHECK(left->box.left() == page.left() + 28);
    CHECK(left->box.bottom() == page.bottom() - 14);
    CHECK(right->box.right() == page.right() - 28);
}

TEST_CASE("a mark without text or without room is refused", "[signing][stamp]")
{
    workflow::CopyMark mark = sampleMark();
    CHECK(placedStamp(mark, {.page = QRectF(0, 0, 595, 20)}, fixedWidth).error().fault ==
          Fault::InvalidInput);
    CHECK(placedStamp(mark, {.page = QRectF(0, 0, 60, 842)}, fixedWidth).error().fault ==
          Fault::InvalidInput);
    mark.lines = {u" "_s};
    CHECK(placedStamp(mark, {.page = a4}, fixedWidth).error().fault == Fault::InvalidInput);
}

TEST_CASE("a mark moves off content: along the edge, with narrower lines, then down",
          "[signing][stamp]")
{
    workflow::CopyMark mark{.lines = {u"Lò Văn Khánh"_s, u"2026-03-02"_s}};  // 60 and 50 wide
    const auto place = [&](const QRectF &inkFromTop) {
        return placedStamp(mark, {.page = a4, .ink = inked({inkFromTop})}, fixedWidth);
    };
    const auto ruled = place(QRectF(0, 400, 595, 40));
    REQUIRE(ruled);
    CHECK(ruled->box.topLeft() == QPointF(28, 842 - 14 - 23));

    const auto beside = place(QRectF(20, 0, 40, 100));  // a stamp in the corner
    REQUIRE(beside);
    CHECK(beside->box.left() > 60 + 2);
    CHECK(beside->box.left() < 60 + 8);
    CHECK(beside->box.bottom() == 842 - 14);
    CHECK(beside->lines.size() == 2);

    const auto below = place(QRectF(0, 0, 595, 50));  // a letterhead
    REQUIRE(below);
    CHECK(below->box.left() == 28);
    CHECK(below->box.bottom() < 842 - 52);
    CHECK(below->box.bottom() > 842 - 60);

    // Only a gap of 91 points is free.
    mark.lines = {u"Uỷ ban nhân dân xã"_s};  // 90 wide
    const auto narrow = placedStamp(
        mark, {.page = a4, .ink = inked({QRectF(0, 0, 205, 842), QRectF(296, 0, 299, 842)})},
        fixedWidth);
    REQUIRE(narrow);
    CHECK(narrow->lines.size() == 2);
    CHECK(narrow->box.left() > 207);
    CHECK(narrow->box.right() < 294);
}

TEST_CASE("a mark stays in its half, off earlier marks, and says when there is no room",
          "[signing][stamp]")
{
    const workflow::CopyMark left = sampleMark();
    const workflow::CopyMark right = sampleMark(workflow::MarkCorner::TopRight);
    const auto fault = [](const workflow::CopyMark &mark, const TakenSpace &taken) {
        const auto placed = placedStamp(mark, taken, fixedWidth);
        return placed ? std::optional<Fault>() : placed.error().fault;
    };
    const workflow::InkMap leftFull = inked({QRectF(0, 0, 297, 842)});
    CHECK(fault(left, {.page = a4, .ink = leftFull}) == Fault::NoRoomForMark);
    const auto placed = placedStamp(right, {.page = a4, .ink = leftFull}, fixedWidth);
    REQUIRE(placed);
    CHECK(placed->box.right() == 595 - 28);

    const auto first = placedStamp(right, {.page = a4}, fixedWidth);
    const TakenSpace taken{.page = a4, .ink = inked({}), .marks = {first->box}};
    const auto second = placedStamp(right, taken, fixedWidth);
    REQUIRE(second);
    CHECK_FALSE(second->box.intersects(first->box));
    CHECK(second->box.left() >= 297.5);
    // Where the content is, is not known: better none than one over another.
    CHECK(fault(right, {.page = a4, .marks = {first->box}}) == Fault::NoRoomForMark);
}

TEST_CASE("dates of a signature are in Vietnam's zone and read in any", "[signing][stamp]")
{
    CHECK(pdfDate(sampleTimeMs) == "D:20260302091500+07'00'");
    CHECK(parsePdfDate("D:20260302091500+07'00'") == sampleTimeMs);
    CHECK(parsePdfDate("D:20260302091500+07'00") == sampleTimeMs);
    CHECK(parsePdfDate("D:20260302021500Z") == sampleTimeMs);
    CHECK(parsePdfDate("D:20260301214500-04'30'") == sampleTimeMs);
    CHECK_FALSE(parsePdfDate("D:20261302091500Z"));
    CHECK_FALSE(parsePdfDate("yesterday"));
}

}  // namespace station::signing
