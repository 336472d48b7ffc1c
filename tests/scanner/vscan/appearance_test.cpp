#include "scanner/vscan/render.h"
#include "tests/scanner/support.h"
#include "tests/scanner/vscan/device.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace vscan::testing;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;
using vscan::Mode;

namespace {

/// A gray sheet of 100 × 60 mm at 25.4 dpi, a pixel a millimetre, with a black
/// line of 4 mm across its middle.
vscan::Picture ruled()
{
    vscan::Picture picture{100, 60, 25.4, std::vector<std::uint8_t>(100 * 60 * 3, 200)};
    for (std::size_t i = 28 * 300; i < 32 * 300; ++i)
        picture.rgb[i] = 0;
    return picture;
}

vscan::Frame seen(const vscan::Look &look)
{
    return vscan::render(ruled(), {0, 0, 120, 80}, 127, Mode::Gray, look);
}

/// The middle of the dark line below a point of the top edge, in pixels.
double lineAt(const vscan::Frame &frame, int x)
{
    double sum = 0;
    int count = 0;
    for (int y = 50; y < 250; ++y) {
        if (frame.bytes[static_cast<std::size_t>(y * frame.width + x)] < 100) {
            sum += y;
            ++count;
        }
    }
    REQUIRE(count > 0);
    return sum / count;
}

std::string scanned(const QString &entries)
{
    const Device device(u"type = flatbed\n"_s + entries);
    device.layOnGlass(3);
    Opened opened(device);
    opened.chooseSmallPage();
    return opened.frame();
}

int largestDifference(const std::string &left, const std::string &right)
{
    REQUIRE(left.size() == right.size());
    int largest = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<unsigned char>(left[i]) -
                                             static_cast<unsigned char>(right[i])));
    return largest;
}

}  // namespace

TEST_CASE("a sheet lies as skewed as was asked for, clockwise", "[vscan]")
{
    const double angle = GENERATE(-5.0, 1.0, 3.0);
    const auto frame = seen({.skewDeg = angle});
    const double slope = (lineAt(frame, 400) - lineAt(frame, 100)) / 300;
    CHECK(std::atan(slope) * 180 / 3.14159265 == Approx(angle).margin(0.1));
}

TEST_CASE("around the sheet is the background", "[vscan]")
{
    const bool black = GENERATE(false, true);
    const double angle = GENERATE(0.0, 4.0);
    const auto frame = seen({.skewDeg = angle, .blackBackground = black});
    CHECK(frame.bytes.back() == (black ? 0 : 255));
    CHECK(frame.bytes[std::size_t(100) * std::size_t(frame.width) + 250] == 200);
    CHECK(frame.bytes.front() == (angle == 0 ? 200 : black ? 0 : 255));
}

TEST_CASE("a device draws its sheets skewed and its software can lay them straight", "[vscan]")
{
    const Device device(u"type = adf\ndialect = fujitsu\nskew-deg = 3\nbackground = black"_s);
    device.load(1, 2);
    Opened opened(device);
    REQUIRE(opened.choose("mode", "Color") == SANE_STATUS_GOOD);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == -1);
    REQUIRE(opened.set("swdeskew", SANE_TRUE) == SANE_STATUS_GOOD);
    CHECK(pageIn(opened.frame()) == 2);
}

TEST_CASE("noise stays within its bounds and is the same each time", "[vscan]")
{
    const auto clean = scanned({});
    const auto noisy = scanned(u"noise = 6"_s);
    CHECK((clean == pageBytes(3)));
    CHECK(largestDifference(clean, noisy) == 6);
    CHECK((scanned(u"noise = 6"_s) == noisy));
}

TEST_CASE("noise differs from page to page", "[vscan]")
{
    const Device device(u"type = flatbed\nnoise = 6"_s);
    device.layOnGlass(3);
    Opened opened(device);
    opened.chooseSmallPage();
    const auto first = opened.frame();
    CHECK((opened.frame() != first));
    opened.session().cancel();
    CHECK((opened.frame() == first));
}

TEST_CASE("the front shines through a blank back, mirrored", "[vscan]")
{
    const vscan::Picture front{2, 1, 300, {0, 0, 0, 255, 155, 55}};
    CHECK(vscan::blankBackOf(front, 0).rgb == std::vector<std::uint8_t>(6, 255));
    CHECK(vscan::blankBackOf(front, 10).rgb ==
          std::vector<std::uint8_t>{255, 245, 235, 230, 230, 230});

    const Device device(u"type = adf-duplex\nblank-back = yes\nshow-through = 10"_s);
    device.load(1, 1);
    Opened opened(device);
    REQUIRE(opened.choose("source", "ADF Duplex") == SANE_STATUS_GOOD);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);
    const auto back = opened.frame();
    CHECK(pageIn(back) == -1);
    CHECK(largestDifference(back, std::string(back.size(), '\xff')) == 25);
}
