#include "core/imaging/solid_marks.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("a punch hole and a dark edge go, letters and rules stay", "[imaging]")
{
    Image page = withBox(withWriting(sheet()), {40, 600, 34, 34}, 15);
    page = withBox(withBox(page, {860, 0, 14, 1240}, 20), {100, 180, 700, 4}, 20);
    const PixPointer gray(pixCopy(nullptr, page.pix()));
    removeSolidMarks(gray.get(), 150);
    const Image clean(pixClone(gray.get()), 150);
    CHECK(levelAt(clean, 57, 617) == 255);
    CHECK(levelAt(clean, 41, 601) == 255);
    CHECK(levelAt(clean, 866, 620) == 255);
    CHECK(levelAt(clean, 124, 208) == 20);
    CHECK(levelAt(clean, 400, 182) == 20);
}
