#include "core/imaging/border.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

namespace {

/// White paper with writing that covers `paper` of a sheet-sized scan.
Image scanOn(l_uint32 lid, QRect paper, l_uint32 paperLevel)
{
    return withWriting(withBox(sheet(false, lid), paper, paperLevel));
}

}  // namespace

TEST_CASE("a dark lid around the paper is cut away on the sides where it shows", "[imaging]")
{
    const Image paper = withoutBorder(scanOn(35, {60, 0, 874 - 60, 1240 - 90}, 245));
    CHECK(paper.width() == Approx(814).margin(4));
    CHECK(paper.height() == Approx(1150).margin(4));
    CHECK(levelAt(paper, 4, 4) == 245);
}

TEST_CASE("a white lid is cut away around a paper that is darker", "[imaging]")
{
    const Image paper = withoutBorder(scanOn(254, {50, 40, 760, 1100}, 215));
    CHECK(paper.width() == Approx(760).margin(4));
    CHECK(paper.height() == Approx(1100).margin(4));
}

TEST_CASE("nothing is cut where the border could be part of the paper", "[imaging]")
{
    const auto keepsAll = [](const Image &image) {
        const Image same = withoutBorder(image);
        return same.width() == image.width() && same.height() == image.height();
    };
    CHECK(keepsAll(withWriting(sheet())));
    CHECK(keepsAll(sheet(false, 35)));
    // A white lid with something written on it.
    CHECK(keepsAll(withBox(scanOn(254, {0, 0, 874, 1100}, 215), {300, 1150, 40, 86}, 10)));
    // A printed band with bright letters at the top of the paper.
    Image band = withBox(withWriting(sheet()), {0, 0, 874, 90}, 30);
    for (int x = 100; x < 700; x += 30)
        band = withBox(band, {x, 25, 18, 40}, 250);
    CHECK(keepsAll(band));
}
