#include "core/imaging/card.h"

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
