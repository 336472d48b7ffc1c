#include "core/imaging/cut_off.h"

#include "core/imaging/border.h"
#include "core/imaging/deskew.h"
#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("text that runs off an edge is told, askew or not", "[imaging]")
{
    const Image letter = fixture("letter_200dpi.jpg");
    const auto without = [](const Image &page, int leftMm) {
        const int px = static_cast<int>(leftMm * page.dpi() / 25.4);
        return cropped(page, QRect(px, 0, page.width() - px, page.height()));
    };
    CHECK_FALSE(isCutOff(letter));
    CHECK(isCutOff(without(letter, 34)));
    CHECK(isCutOff(without(deskewed(letter, 1.5), 34)));
    CHECK_FALSE(isCutOff(without(letter, 10)));
}

TEST_CASE("a dark lid, torn holes and rules up to the edge are not cut text", "[imaging]")
{
    const Image page = withWriting(sheet());
    CHECK_FALSE(isCutOff(withBox(page, {0, 0, 25, 1240}, 20)));
    Image marked = page;
    for (const int y : {300, 550, 800, 1050})
        marked = withBox(marked, {0, y, 30, 36}, 20);
    CHECK_FALSE(isCutOff(marked));
    Image ruled = page;
    for (int y = 185; y < 1040; y += 40)
        ruled = withBox(ruled, {0, y, 874, 3}, 20);
    CHECK_FALSE(isCutOff(ruled));
}
