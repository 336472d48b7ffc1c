#include "core/recognition/separator.h"

#include "core/imaging/pix_pointer.h"
#include "core/imaging/rotation.h"
#include "core/imaging/upright.h"
#include "core/recognition/barcodes.h"
#include "core/recognition/patch_code.h"
#include "core/recognition/separator_finder.h"
#include "tests/support/catch.h"

#define ZX_USE_UTF8
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <vector>

using namespace station;
using namespace station::recognition;

namespace {

constexpr int dpi = 200;

imaging::Image fixture(const char *name)
{
    return *imaging::loadImage(
        QStringLiteral(STATION_FIXTURES_DIR "/papers/") + QLatin1String(name), 300);
}

void fill(Pix *pix, double left, double top, double width, double height)
{
    const auto px = [](double mm) { return qRound(mm * dpi / 25.4); };
    pixRasterop(pix, px(left), px(top), px(left + width) - px(left), px(top + height) - px(top),
                PIX_CLR, nullptr, 0, 0);
}

/// Bars of these widths in mm, 2.03 mm apart, near the upper edge of an A4 sheet.
imaging::Image barsOf(const std::vector<double> &widths, double lengthMm = 120)
{
    Pix *pix = pixCreate(1654, 2339, 8);
    pixSetAllGray(pix, 250);
    double top = 12;
    for (const double width : widths) {
        fill(pix, 40, top, lengthMm, width);
        top += width + 2.03;
    }
    return {pix, dpi};
}

imaging::Image codeOf(ZXing::BarcodeFormat format, const QString &text, int width, int height)
{
    const auto code = ZXing::MultiFormatWriter(format).encode(text.toStdString(), width, height);
    Pix *pix = pixCreate(1654, 2339, 8);
    pixSetAllGray(pix, 250);
    for (int y = 0; y < code.height(); ++y) {
        for (int x = 0; x < code.width(); ++x) {
            if (code.get(x, y))
                pixSetPixel(pix, 300 + x, 500 + y, 10);
        }
    }
    return {pix, dpi};
}

const std::vector<double> patchT{2.03, 5.08, 2.03, 5.08};

}  // namespace

TEST_CASE("a component's code survives the way onto a sheet and back", "[recognition]")
{
    CHECK(separatorOf(separatorPayload(QStringLiteral("G04"))) ==
          SeparatorMark{QStringLiteral("G04")});
    CHECK(separatorOf(QStringLiteral("PATCHT")) == SeparatorMark{});
    for (const auto *foreign : {"", "PATCH", "TSH1:GIAY:", "TSH1:GIAY:a b", "TSH2:GIAY:G04",
                                "001158594684|382784847|A|03111958|N|B|21042023"})
        CHECK_FALSE(separatorOf(QString::fromLatin1(foreign)));
    CHECK_FALSE(separatorOf(separatorPayload(QString(65, u'x'))));
}

TEST_CASE("patch T is found in each rotation and askew", "[recognition]")
{
    const imaging::Image upright = barsOf(patchT);
    for (const int rotation : {0, 90, 180, 270}) {
        const auto sheet = imaging::turned(upright, rotation);
        for (const double skew : {-5.0, 0.0, 5.0})
            CHECK(findSeparator(imaging::rotated(sheet, skew, 250)) == SeparatorMark{});
    }
}

TEST_CASE("other patches, short bars and rules are no patch T", "[recognition]")
{
    CHECK_FALSE(hasPatchT(barsOf({5.08, 2.03, 2.03, 5.08})));  // patch 2
    CHECK_FALSE(hasPatchT(barsOf({5.08, 5.08, 2.03, 2.03})));  // patch 1
    CHECK_FALSE(hasPatchT(barsOf({2.03, 2.03, 2.03, 2.03})));
    CHECK_FALSE(hasPatchT(barsOf({2.03, 5.08, 2.03})));
    CHECK_FALSE(hasPatchT(barsOf(patchT, 15)));
}

TEST_CASE("a component's QR and a PATCHT barcode are read in each rotation", "[recognition]")
{
    using ZXing::BarcodeFormat;
    const auto qr =
        codeOf(BarcodeFormat::QRCode, separatorPayload(QStringLiteral("G04")), 390, 390);
    const auto code39 = codeOf(BarcodeFormat::Code39, QStringLiteral("PATCHT"), 700, 200);
    const auto code128 = codeOf(BarcodeFormat::Code128, QStringLiteral("PATCHT"), 500, 200);
    for (const int rotation : {0, 90, 180, 270}) {
        CHECK(findSeparator(imaging::turned(qr, rotation)) == SeparatorMark{QStringLiteral("G04")});
        CHECK(findSeparator(imaging::turned(code39, rotation)) == SeparatorMark{});
        CHECK(findSeparator(imaging::turned(code128, rotation)) == SeparatorMark{});
    }
}

TEST_CASE("a long barcode does not end the reader, whatever its rotation", "[recognition]")
{
    const auto code =
        codeOf(ZXing::BarcodeFormat::Code128, QStringLiteral("H62.16-240715-0001"), 900, 600);
    for (const int rotation : {0, 90, 180, 270}) {
        const auto codes = readBarcodes(imaging::turned(code, rotation));
        REQUIRE_FALSE(codes.empty());
        CHECK(codes[0].text == QStringLiteral("H62.16-240715-0001"));
    }
}

TEST_CASE("letters, identity cards and foreign codes are no separators", "[recognition]")
{
    CHECK_FALSE(findSeparator(fixture("letter_200dpi.jpg")));
    CHECK_FALSE(findSeparator(fixture("identity_card_300dpi.jpg")));
    CHECK_FALSE(findSeparator(fixture("identity_card_gray_300dpi.jpg")));
    CHECK_FALSE(findSeparator(codeOf(ZXing::BarcodeFormat::QRCode,
                                     QStringLiteral("https://dichvucong.gov.vn"), 390, 390)));
}
