#include "core/imaging/paper_size.h"

#include "tests/support/catch.h"

using namespace station::imaging;

TEST_CASE("the resolution of a whole sheet is told by its pixels", "[imaging]")
{
    CHECK(dpiOfWholeSheet({2480, 3508}) == 300);
    CHECK(dpiOfWholeSheet({2338, 1653}) == 200);
    CHECK(dpiOfWholeSheet({874, 1240}) == 150);
    CHECK(dpiOfWholeSheet({4961, 7016}) == 600);
    CHECK(dpiOfWholeSheet({3508, 4961}) == 300);  // A3
    CHECK_FALSE(dpiOfWholeSheet({1920, 1080}));
    CHECK_FALSE(dpiOfWholeSheet({2480, 3300}));
}
