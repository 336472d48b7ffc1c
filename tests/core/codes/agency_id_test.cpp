#include "core/codes/agency_id.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::codes;
using namespace Qt::StringLiterals;

TEST_CASE("an agency id is read in its old and its new form", "[codes]")
{
    const auto [written, old, province] = GENERATE(table<QString, bool, QString>({
        {u"000.00.16.H62"_s, true, u"H62"_s},
        {u"000.17.22.H56"_s, true, u"H56"_s},
        {u"H26.170"_s, false, u"H26"_s},
        {u"H62.16"_s, false, u"H62"_s},
        {u"G04"_s, false, u"G04"_s},
        {u"H62.16.01.02.03.04.05"_s, false, u"H62"_s},
        {u" h62.16 "_s, false, u"H62"_s},
    }));
    const auto id = AgencyId::parse(written);
    REQUIRE(id);
    CHECK(id->text() == written.trimmed().toUpper());
    CHECK(id->isOldForm() == old);
    CHECK(id->province() == province);
}

TEST_CASE("an agency id of another form is refused", "[codes]")
{
    const auto written =
        GENERATE(u""_s, u"62.16"_s, u"HH2"_s, u"H62."_s, u"H62.1"_s, u"H62.1234"_s,
                 u"00.00.16.H62"_s, u"000.00.16.62"_s, u"H62.01.02.03.04.05.06.07"_s,
                 u"H62.16\nx"_s, u"H62 .16"_s, u"H62.16.ĐT"_s);
    const auto id = AgencyId::parse(written);
    REQUIRE_FALSE(id);
    CHECK(id.error().fault == Fault::InvalidInput);
    CHECK(id.error().subject.startsWith(u"agency id: "));
}

TEST_CASE("a regular agency id has both forms", "[codes]")
{
    const auto [old, fresh] = GENERATE(table<QString, QString>({
        {u"000.00.06.H56"_s, u"H56.06"_s},
        {u"000.00.16.H62"_s, u"H62.16"_s},
        {u"000.17.22.H56"_s, u"H56.22.17"_s},
        {u"001.17.22.H56"_s, u"H56.22.17.001"_s},
        {u"000.00.00.G04"_s, u"G04"_s},
        {u"000.17.00.H56"_s, u"H56.00.17"_s},
    }));
    CHECK(AgencyId::parse(old)->inNewForm().text() == fresh);
    const auto back = AgencyId::parse(fresh)->inOldForm();
    REQUIRE(back);
    CHECK(back->text() == old);
    CHECK(AgencyId::parse(old)->inOldForm()->text() == old);
    CHECK(AgencyId::parse(fresh)->inNewForm().text() == fresh);
}

TEST_CASE("an agency id that the old form has no room for stays in the new one", "[codes]")
{
    const auto written = GENERATE(u"H26.170"_s, u"H62.16.01.002.03"_s, u"H62.16.01.02.03"_s,
                                  u"H62.A1"_s, u"H62.16.01.02"_s);
    const auto old = AgencyId::parse(written)->inOldForm();
    REQUIRE_FALSE(old);
    CHECK(old.error().fault == Fault::InvalidInput);
}
