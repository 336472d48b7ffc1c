#include "signing/pades/stamp_layout.h"

#include "signing/structure/pdf_date.h"
#include "tests/signing/support/sample_pdf.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

/// Every letter is 5 points wide.
double fixedWidth(const QString &text)
{
    return 5.0 * static_cast<double>(text.size());
}

const QRectF a4(0, 0, 595, 842);

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
    const auto left = stampLayout(sampleMark(), page, fixedWidth);
    const auto right = stampLayout(sampleMark(workflow::MarkCorner::TopRight), page, fixedWidth);
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
    CHECK(stampLayout(mark, QRectF(0, 0, 595, 20), fixedWidth).error().fault ==
          Fault::InvalidInput);
    CHECK(stampLayout(mark, QRectF(0, 0, 60, 842), fixedWidth).error().fault ==
          Fault::InvalidInput);
    mark.lines = {u" "_s};
    CHECK(stampLayout(mark, a4, fixedWidth).error().fault == Fault::InvalidInput);
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
