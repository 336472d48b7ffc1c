#include "core/dossier/side_cleanup.h"

#include "tests/support/catch.h"

#include <QJsonArray>

using namespace station::dossier;
using namespace Qt::StringLiterals;

TEST_CASE("an automatic clean-up leaves no word")
{
    CHECK(toJson(SideCleanup{}).isEmpty());
    CHECK(sideCleanupFrom({}) == SideCleanup{});
}

TEST_CASE("what a clerk decided comes back as it was")
{
    const SideCleanup all{.upright = false,
                          .skewDeg = -1.25,
                          .paperCrop = false,
                          .part = QRect(10, 20, 300, 200),
                          .tone = false};
    CHECK(sideCleanupFrom(toJson(all)) == all);
    CHECK(sideCleanupFrom(toJson({.skewDeg = 0.0})).skewDeg == 0.0);
}

TEST_CASE("nonsense is read as automatic")
{
    CHECK(sideCleanupFrom({{u"skew_deg"_s, 400}, {u"part"_s, QJsonArray{1, 2, 3}}}) ==
          SideCleanup{});
    CHECK(sideCleanupFrom({{u"part"_s, QJsonArray{-1, 2, 30, 40}}}) == SideCleanup{});
    CHECK(sideCleanupFrom({{u"upright"_s, u"no"_s}}) == SideCleanup{});
}
