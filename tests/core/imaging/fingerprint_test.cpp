#include "core/imaging/fingerprint.h"

#include "core/imaging/cleanup.h"
#include "core/imaging/deskew.h"
#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

namespace {

QString printOf(const Image &side)
{
    return cleanUp(side, {}, {})->fingerprint;
}

Image moved(const Image &image, int dx, int dy)
{
    Pix *pix = pixCopy(nullptr, image.pix());
    pixSetAllGray(pix, 248);
    pixRasterop(pix, dx, dy, image.width(), image.height(), PIX_SRC, image.pix(), 0, 0);
    return {pix, image.dpi()};
}

}  // namespace

TEST_CASE("two scans of one sheet look the same, noise, skew and place aside", "[imaging]")
{
    const Image letter = fixture("letter_200dpi.jpg");
    const QString first = printOf(letter);
    CHECK(first.size() * 4 >= 256);
    CHECK(looksTheSame(first, first));
    CHECK(looksTheSame(first, printOf(noisy(deskewed(moved(letter, 16, -16), 0.5), 12))));
    CHECK(looksTheSame(first, printOf(faded(letter, 0.8))));
}

TEST_CASE("a form with three other words filled in is another sheet", "[imaging]")
{
    Image form = withWriting(sheet());
    Image one = form;
    Image other = form;
    for (const int y : {240, 480, 720}) {
        one = withBox(withBox(one, {400, y, 350, 16}, 250), {400, y, 90, 16}, 20);
        other = withBox(withBox(other, {400, y, 350, 16}, 250), {560, y, 90, 16}, 20);
    }
    CHECK_FALSE(looksTheSame(printOf(one), printOf(other)));
}

TEST_CASE("different papers, empty ones and foreign texts do not look the same", "[imaging]")
{
    CHECK_FALSE(looksTheSame(printOf(fixture("letter_200dpi.jpg")),
                             printOf(fixture("identity_card_300dpi.jpg"))));
    CHECK(printOf(sheet()).isEmpty());
    CHECK_FALSE(looksTheSame({}, {}));
    CHECK_FALSE(looksTheSame(QStringLiteral("ff"), QStringLiteral("ff")));
}
