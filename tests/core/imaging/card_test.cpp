#include "core/imaging/card.h"
#include "core/imaging/upright.h"
#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("a copy of an identity card is told from a letter", "[imaging]")
{
    CHECK(isCardSized(fixture("identity_card_300dpi.jpg")));
    CHECK(isCardSized(fixture("identity_card_gray_300dpi.jpg")));
    CHECK_FALSE(isCardSized(fixture("letter_200dpi.jpg")));
    CHECK_FALSE(isCardSized(sheet()));
}

TEST_CASE("a card that lies on its side is one at a first look", "[imaging]")
{
    for (const int turn : {0, 90, 270}) {
        CAPTURE(turn);
        CHECK(isCardSizedAnyWay(turned(fixture("identity_card_300dpi.jpg"), turn)));
        CHECK_FALSE(isCardSizedAnyWay(turned(fixture("letter_200dpi.jpg"), turn)));
    }
}
