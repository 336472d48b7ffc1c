#include "core/imaging/double_feed.h"

#include "tests/support/catch.h"

using namespace station::imaging;

TEST_CASE("two overlapping sheets are longer than one, a skewed sheet is not", "[imaging]")
{
    CHECK(isDoubleFeed(340.0, 297.0));
    CHECK_FALSE(isDoubleFeed(297.0, 297.0));
    CHECK_FALSE(isDoubleFeed(307.0, 297.0));
    CHECK_FALSE(isDoubleFeed(340.0, 420.0));
    CHECK_FALSE(isDoubleFeed(340.0, 0.0));  // nothing is expected
}
