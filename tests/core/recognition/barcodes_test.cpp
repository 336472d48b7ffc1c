#include "core/recognition/barcodes.h"

#include "core/imaging/pix_pointer.h"
#include "core/imaging/upright.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::recognition;

namespace {

imaging::Image fixture(const char *name)
{
    return *imaging::loadImage(
        QStringLiteral(STATION_FIXTURES_DIR "/papers/") + QLatin1String(name), 300);
}

}  // namespace

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
