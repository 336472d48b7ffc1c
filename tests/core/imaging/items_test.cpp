#include "core/imaging/items.h"

#include "core/imaging/rotation.h"
#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

namespace {

/// Two cards side by side and a receipt below, on a bed of one colour.
Image bedWith(l_uint32 bed, double angleDeg)
{
    Image image = sheet(true, bed);
    for (const QRect &card :
         {QRect(60, 100, 330, 210), QRect(470, 120, 330, 210), QRect(200, 500, 300, 500)}) {
        image = withBox(image, card, 0xd4e0e600U);
        for (int x = card.left() + 40; x < card.right() - 40; x += 14)
            image = withBox(image, {x, card.top() + 80, 9, 16}, 0x20202000U);
    }
    return rotated(image, angleDeg, static_cast<int>(bed));
}

}  // namespace

TEST_CASE("cards and receipts that lie apart are found row by row, askew or not", "[imaging]")
{
    for (const l_uint32 bed : {30U, 254U}) {
        for (const double angle : {0.0, 3.0}) {
            const auto items = itemsOn(bedWith(bed, angle));
            REQUIRE(items.size() == 3);
            CHECK(items[0].center().x() < items[1].center().x());
            CHECK(items[2].center().y() > items[1].bottom());
            CHECK(items[0].width() == Approx(345).margin(30));
        }
    }
}

TEST_CASE("a letter and a sheet with both faces of a card are one page", "[imaging]")
{
    CHECK(itemsOn(fixture("letter_200dpi.jpg")).empty());
    CHECK(itemsOn(fixture("identity_card_300dpi.jpg")).empty());
    CHECK(itemsOn(fixture("identity_card_gray_300dpi.jpg")).empty());
    CHECK(itemsOn(sheet()).empty());
    CHECK(itemsOn(withBox(sheet(false, 30), {100, 100, 600, 1000}, 245)).empty());
    // Print between two pictures belongs to a report.
    Image report = withBox(withBox(sheet(true, 254), {100, 100, 300, 200}, 0xa0b0a000U),
                           {100, 700, 300, 200}, 0xa0b0a000U);
    for (int x = 120; x < 300; x += 14)
        report = withBox(report, {x, 400, 9, 16}, 0x20202000U);
    CHECK(itemsOn(report).empty());
}
