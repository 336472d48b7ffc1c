#include "core/text/similarity.h"

#include "tests/support/catch.h"

using namespace station::text;
using namespace Qt::StringLiterals;

TEST_CASE("likeness counts wrong, missing, extra and swapped letters once each", "[text]")
{
    const auto [first, second, likeness] = GENERATE(table<QString, QString, double>({
        {u"Nguyễn Thị A"_s, u"NGUYEN THI A"_s, 1.0},
        {u"Hoà"_s, u"hòa"_s, 1.0},
        {u"minh"_s, u"mimh"_s, 0.75},
        {u"minh"_s, u"mih"_s, 0.75},
        {u"minh"_s, u"minhh"_s, 0.8},
        {u"minh"_s, u"mnih"_s, 0.75},
        {u"abc"_s, u"xyz"_s, 0.0},
        {u"abc"_s, u""_s, 0.0},
        {u""_s, u""_s, 1.0},
    }));
    CHECK(similarity(first, second) == Approx(likeness));
    CHECK(similarity(second, first) == Approx(likeness));
}
