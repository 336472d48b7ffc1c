#include "app/compose/roles.h"

#include "tests/support/catch.h"

using namespace station;
using namespace Qt::StringLiterals;

TEST_CASE("without a group in the settings everybody may work at the counter", "[roles]")
{
    CHECK(compose::mayWorkAtCounter({}, {}));
}

TEST_CASE("a counter that has a group belongs to its members", "[roles]")
{
    CHECK_FALSE(compose::mayWorkAtCounter({u"counter"_s}, {u"users"_s, u"supervisors"_s}));
    CHECK(compose::mayWorkAtCounter({u"counter"_s}, {u"users"_s, u"counter"_s}));
}

TEST_CASE("the account that runs the tests has a name and a group", "[roles]")
{
    CHECK_FALSE(compose::accountName().isEmpty());
    CHECK_FALSE(compose::ownGroups().isEmpty());
}
