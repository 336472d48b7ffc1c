#include "core/base/side_geometry.h"

#include "tests/support/catch.h"

#include <cmath>

using namespace station;

namespace {

bool near(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y()) < 1e-6;
}

const SideGeometry plain{
    .original = {400, 600}, .part = {0, 0, 400, 600}, .crop = {0, 0, 400, 600}};

}  // namespace

TEST_CASE("what was not touched keeps its places")
{
    CHECK(plain.toOriginal(QRect(10, 20, 30, 40)) == QRect(10, 20, 30, 40));
    CHECK(plain.cleaned() == QSize(400, 600));
}

TEST_CASE("a quarter turn clockwise brings the top left corner to the right")
{
    SideGeometry turned = plain;
    turned.turnDeg = 90;
    turned.crop = {0, 0, 600, 400};
    CHECK(near(turned.toCleaned(QPointF(0, 0)), {600, 0}));
    CHECK(turned.toCleaned(QRect(0, 0, 10, 20)) == QRect(580, 0, 20, 10));
    CHECK(turned.toOriginal(QRect(580, 0, 20, 10)) == QRect(0, 0, 10, 20));
}

TEST_CASE("a clockwise turn of the lines lifts the left and lowers the right")
{
    SideGeometry level = plain;
    level.skewDeg = 2.0;
    const QPointF right = level.toCleaned(QPointF(400, 300));
    CHECK(right.y() > 300);
    CHECK(level.toCleaned(QPointF(0, 300)).y() < 300);
}

TEST_CASE("there and back is the same place for every step together")
{
    const int turn = GENERATE(0, 90, 180, 270);
    const bool across = turn % 180 != 0;
    const SideGeometry all{.original = {1000, 1400},
                           .part = {100, 200, 700, 900},
                           .turnDeg = turn,
                           .skewDeg = -1.7,
                           .crop = across ? QRect(30, 20, 800, 600) : QRect(20, 30, 600, 800),
                           .scale = 2.0 / 3};
    for (const QPointF at : {QPointF(150, 250), QPointF(480, 700), QPointF(790, 1090)})
        CHECK(near(all.toOriginal(all.toCleaned(at)), at));
}

TEST_CASE("a box that leaves the picture is cut at its edge")
{
    SideGeometry half = plain;
    half.crop = {0, 0, 200, 300};
    CHECK(half.toCleaned(QRect(150, 250, 100, 100)) == QRect(150, 250, 50, 50));
    half.scale = 0.5;
    CHECK(half.toCleaned(QRect(150, 250, 100, 100)) == QRect(75, 125, 25, 25));
    CHECK(half.cleaned() == QSize(100, 150));
}
