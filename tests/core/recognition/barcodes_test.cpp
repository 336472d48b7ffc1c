#include "core/recognition/barcodes.h"

#include "core/imaging/pix_pointer.h"
#include "core/imaging/upright.h"
#include "tests/support/catch.h"

#define ZX_USE_UTF8
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>

using namespace station;
using namespace station::recognition;

namespace {

imaging::Image fixture(const char *name)
{
    return *imaging::loadImage(
        QStringLiteral(STATION_FIXTURES_DIR "/papers/") + QLatin1String(name), 300);
}

/// Puts a code of that size on a sheet; a blank is part of its edge.
void put(Pix *sheet, ZXing::BarcodeFormat format, const QString &text, QRect at)
{
    const auto code = ZXing::MultiFormatWriter(format)
                          .setEncoding(ZXing::CharacterSet::UTF8)
                          .encode(text.toStdString(), at.width(), at.height());
    for (int y = 0; y < code.height(); ++y) {
        for (int x = 0; x < code.width(); ++x) {
            if (code.get(x, y))
                pixSetPixel(sheet, at.x() + x, at.y() + y, 20);
        }
    }
}

}  // namespace

TEST_CASE("two codes of a page are read in each rotation, with their places", "[recognition]")
{
    const QString slip = QStringLiteral("H62.16-240715-0001");
    const QString name = QStringLiteral("Đặng Thị Thu Diệu");
    Pix *pix = pixCreate(2480, 3508, 8);
    pixSetAllGray(pix, 250);
    put(pix, ZXing::BarcodeFormat::QRCode, name.normalized(QString::NormalizationForm_D),
        {300, 400, 200, 200});
    put(pix, ZXing::BarcodeFormat::Code128, slip, {1200, 500, 700, 150});
    const imaging::Image page(pix, 300);
    for (const int rotation : {0, 90, 180, 270}) {
        const auto codes = readBarcodes(imaging::turned(page, rotation));
        REQUIRE(codes.size() == 2);
        const auto qr = std::ranges::find(codes, QStringLiteral("QRCode"), &Barcode::format);
        REQUIRE(qr != codes.end());
        CHECK(qr->text == name);  // NFC, whatever the paper says
        CHECK(std::ranges::count(codes, slip, &Barcode::text) == 1);
        if (rotation == 0)
            CHECK(QRect(300, 400, 200, 200).contains(qr->box.center()));
    }
}

TEST_CASE("a QR with a hole in it is read, one half torn off is not and breaks nothing",
          "[recognition]")
{
    const auto card = fixture("identity_card_300dpi.jpg");
    const QRect box = readBarcodes(card).at(0).box;
    const auto spoilt = [&](QRect at) {
        Pix *pix = pixCopy(nullptr, card.pix());
        pixRasterop(pix, at.x(), at.y(), at.width(), at.height(), PIX_SET, nullptr, 0, 0);
        return readBarcodes({pix, card.dpi()});
    };
    const QPoint middle = box.center();
    CHECK(spoilt({middle.x(), middle.y(), 16, 16}).size() == 1);
    CHECK(spoilt({box.x() - 5, middle.y(), box.width() + 10, box.height()}).empty());
}

TEST_CASE("the QR of an identity card is read exactly, in colour and in gray", "[recognition]")
{
    const auto [file, text] = GENERATE(table<const char *, QString>({
        {"identity_card_300dpi.jpg",
         QStringLiteral("001158594684|382784847|Đặng Thị Thu Diệu|03111958|Nữ|347, đường Nguyễn "
                        "Huệ, phường Thắng Lợi, Ba Đình, Hà Nội|21042023")},
        {"identity_card_gray_300dpi.jpg",
         QStringLiteral("040164650288|343317614|Võ Diễm Hương|03051964|Nữ|376, đường Nguyễn Huệ, "
                        "phường Mỹ Bình, Vinh, Nghệ An|21082023")},
    }));
    const auto codes = readBarcodes(fixture(file));
    REQUIRE(codes.size() == 1);
    CHECK(codes[0].text == text);
    CHECK(codes[0].format == QStringLiteral("QRCode"));
    CHECK(codes[0].box.width() == Approx(155).margin(6));
}

TEST_CASE("a QR too small to read is found in its enlarged region", "[recognition]")
{
    const auto card = fixture("identity_card_gray_300dpi.jpg");
    const imaging::Image small(pixScale(card.pix(), 0.53F, 0.53F), 159);
    const auto codes = readBarcodes(small);
    REQUIRE(codes.size() == 1);
    CHECK(codes[0].text.contains(QStringLiteral("Võ Diễm Hương")));
    const auto full = readBarcodes(card);
    CHECK(codes[0].box.x() == Approx(full[0].box.x() * 0.53).margin(6));
    CHECK(codes[0].box.y() == Approx(full[0].box.y() * 0.53).margin(6));
}

TEST_CASE("the QR tells the rotation of a card", "[recognition]")
{
    const auto card = fixture("identity_card_300dpi.jpg");
    for (const int rotation : {0, 90, 180, 270})
        CHECK(uprightRotationByBarcode(imaging::turned(card, rotation)) == (360 - rotation) % 360);
    CHECK_FALSE(uprightRotationByBarcode(fixture("letter_200dpi.jpg")));
}
