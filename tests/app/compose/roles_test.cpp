#include "app/compose/roles.h"

#include "tests/support/catch.h"

using namespace station;
using namespace Qt::StringLiterals;

TEST_CASE("without groups in the settings everybody may do everything", "[roles]")
{
    const auto roles = compose::rolesOf({}, {});
    CHECK(roles.clerk);
    CHECK(roles.supervisor);
    CHECK(roles.it);
}

TEST_CASE("a role that has a group belongs to its members", "[roles]")
{
    const config::RoleSettings settings{u"counter"_s, u"supervisors"_s, {}};
    const auto roles = compose::rolesOf(settings, {u"users"_s, u"supervisors"_s});
    CHECK_FALSE(roles.clerk);
    CHECK(roles.supervisor);
    CHECK(roles.it);
}

TEST_CASE("the account that runs the tests has a name and a group", "[roles]")
{
    CHECK_FALSE(compose::accountName().isEmpty());
    CHECK_FALSE(compose::ownGroups().isEmpty());
}
