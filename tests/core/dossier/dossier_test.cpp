#include "core/dossier/dossier.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::dossier;
using namespace Qt::StringLiterals;

TEST_CASE("a component is found by its code", "[dossier]")
{
    const Dossier dossier{
        .procedure = *codes::ProcedureCode::parse(u"1.002809"_s),
        .components = {{.code = u"GT01"_s}, {.code = u"GT02"_s, .state = ShownPaper{}}},
    };
    REQUIRE(dossier.component(u"GT02"_s));
    CHECK(stateName(dossier.component(u"GT02"_s)->state) == u"shown"_s);
    CHECK(dossier.component(u"GT03"_s) == nullptr);
    CHECK(dossier.component(u""_s) == nullptr);
}
