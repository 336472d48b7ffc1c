#include "core/imaging/border.h"

#include "core/imaging/rotation.h"
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

Image onlyPaper(const Image &scan)
{
    return cropped(scan, paperOf(scan));
}

}  // namespace

TEST_CASE("a dark lid around the paper is cut away on the sides where it shows", "[imaging]")
{
    const Image paper = onlyPaper(scanOn(35, {60, 0, 874 - 60, 1240 - 90}, 245));
    CHECK(paper.width() == Approx(814).margin(4));
    CHECK(paper.height() == Approx(1150).margin(4));
    CHECK(levelAt(paper, 4, 4) == 245);
}

TEST_CASE("a white lid is cut away around a paper that is darker", "[imaging]")
{
    const Image paper = onlyPaper(scanOn(254, {50, 40, 760, 1100}, 215));
    CHECK(paper.width() == Approx(760).margin(4));
    CHECK(paper.height() == Approx(1100).margin(4));
}

TEST_CASE("a sheet that lay askew on a dark bed loses its wedges and no writing", "[imaging]")
{
    const Image scan = rotated(scanOn(35, {70, 60, 740, 1120}, 245), 1.0, 35);
    const Image paper = onlyPaper(scan);
    for (int y = 0; y < paper.height(); y += 7) {
        CHECK(levelAt(paper, 0, y) > 200);
        CHECK(levelAt(paper, paper.width() - 1, y) > 200);
    }
    CHECK(paper.width() > 740 - 30);
    CHECK(paper.height() > 1120 - 30);
}

TEST_CASE("a receipt on a large dark bed is found before anything is measured", "[imaging]")
{
    const QRect receipt(300, 500, 330, 520);
    const Image scan = withBox(sheet(true, 30), receipt, 0xf0f0f000U);
    const QRect part = aroundPaper(scan);
    CHECK(part.contains(receipt));
    CHECK(part.width() < receipt.width() + 60);
    CHECK(aroundPaper(scanOn(35, {60, 0, 814, 1150}, 245)) == QRect(0, 0, 874, 1240));
}

TEST_CASE("nothing is cut where the border could be part of the paper", "[imaging]")
{
    const auto keepsAll = [](const Image &image) {
        const Image same = onlyPaper(image);
        return same.width() == image.width() && same.height() == image.height();
    };
    CHECK(keepsAll(withWriting(sheet())));
    CHECK(keepsAll(sheet(false, 35)));
    // A white lid with something lying on it.
    CHECK(keepsAll(withBox(scanOn(254, {0, 0, 874, 1100}, 215), {300, 1150, 40, 80}, 10)));
    // A printed band with bright letters at the top of the paper.
    Image band = withBox(withWriting(sheet()), {0, 0, 874, 90}, 30);
    for (int x = 100; x < 700; x += 30)
        band = withBox(band, {x, 25, 18, 40}, 250);
    CHECK(keepsAll(band));
}
