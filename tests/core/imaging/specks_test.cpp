#include "core/imaging/specks.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("dust goes, dots beside letters and the letters stay", "[imaging]")
{
    Image page = withWriting(sheet());
    const QRect dust(400, 100, 4, 4);            // 0.7 mm, far from any letter
    const QRect stop(120 + 45 * 14, 212, 3, 3);  // after the first line's last letter
    page = withBox(withBox(page, dust, 20), stop, 20);
    const PixPointer gray(pixCopy(nullptr, page.pix()));
    removeSpecks(gray.get(), 150);
    const Image clean(pixClone(gray.get()), 150);
    CHECK(levelAt(clean, 401, 101) == 255);
    CHECK(levelAt(clean, stop.x() + 1, stop.y() + 1) == 20);
    CHECK(levelAt(clean, 124, 208) == 20);
}

TEST_CASE("a colon between blanks is no dust", "[imaging]")
{
    Image page = withWriting(sheet());
    for (const int y : {100, 108})
        page = withBox(page, {400, y, 3, 3}, 20);
    const PixPointer gray(pixCopy(nullptr, page.pix()));
    removeSpecks(gray.get(), 150);
    const Image clean(pixClone(gray.get()), 150);
    CHECK(levelAt(clean, 401, 101) == 20);
    CHECK(levelAt(clean, 401, 109) == 20);
}
