#include "core/imaging/blank.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("an empty side with dust, a punch hole, a fold and a dark edge is blank", "[imaging]")
{
    Image image = sheet();
    for (int i = 0; i < 60; ++i)
        image = withBox(image, {40 + 13 * i, 50 + 19 * i, 2, 2}, 10);
    image = withBox(image, {25, 600, 34, 34}, 15);
    image = withBox(image, {0, 700, 874, 2}, 120);
    image = withBox(image, {866, 0, 8, 1240}, 20);
    CHECK(isBlank(image));
}

TEST_CASE("print that shines through does not count, faint print does", "[imaging]")
{
    CHECK(isBlank(withWriting(sheet(), 210)));
    CHECK_FALSE(isBlank(withWriting(sheet(), 150)));
}

TEST_CASE("one line, a coloured seal or a signature is not blank", "[imaging]")
{
    Image line = sheet();
    for (int x = 120; x < 300; x += 14)
        line = withBox(line, {x, 400, 9, 16}, 20);
    CHECK_FALSE(isBlank(line));
    CHECK_FALSE(isBlank(withBox(sheet(true), {500, 800, 200, 200}, 0xd0203000U)));
    CHECK_FALSE(isBlank(fixture("letter_200dpi.jpg")));
}
