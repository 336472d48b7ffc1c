#include "core/rules/reuse_period.h"

#include "tests/support/catch.h"

using namespace station::rules;

TEST_CASE("an expiry date on the paper ends its reuse whatever its type says", "[rules]")
{
    const RuleProfile profile;
    const QDate issued(2024, 8, 31);
    const QDate expiry(2024, 9, 30);
    CHECK(lastDayOfReuse(profile, {.unlimited = true}, issued, expiry) == expiry);
    CHECK(lastDayOfReuse(profile, {.validityMonths = 12}, issued, expiry) == expiry);
    CHECK(lastDayOfReuse(profile, {}, issued, expiry) == expiry);
}

TEST_CASE("without an expiry date the type decides and then the profile", "[rules]")
{
    const RuleProfile profile;
    const QDate issued(2024, 8, 31);
    CHECK(lastDayOfReuse(profile, {.validityMonths = 12}, issued) == QDate(2025, 8, 31));
    CHECK(lastDayOfReuse(profile, {}, issued) == QDate(2025, 2, 28));
    CHECK_FALSE(lastDayOfReuse(profile, {.unlimited = true}, issued));
}
