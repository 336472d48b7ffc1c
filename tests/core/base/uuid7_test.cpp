#include "core/base/uuid7.h"

#include "core/base/clock.h"
#include "tests/support/catch.h"

using namespace station;

TEST_CASE("a new id is a version 7 UUID and later ids sort later", "[base]")
{
    const QString first = newUuid7();
    CHECK(isUuid(first));
    CHECK(first.at(14) == u'7');
    CHECK(QStringLiteral("89ab").contains(first.at(19)));
    CHECK(newUuid7() != first);
    CHECK(newUuid7().left(13) >= first.left(13));
}

TEST_CASE("time is written in Vietnam's zone whatever the machine says", "[base]")
{
    CHECK(isoVietnam(1721007012000) == QStringLiteral("2024-07-15T08:30:12+07:00"));
}
