#include "core/rules/office.h"

#include "tests/core/rules/law_file.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::rules;
using namespace Qt::StringLiterals;

TEST_CASE("the shipped training office can be loaded", "[rules]")
{
    const auto office = loadOffice(shared(u"offices/training.toml"_s));
    REQUIRE(office);
    CHECK(office->agency->text() == u"H62.16"_s);
    CHECK(office->department == u"Sở Giao thông vận tải"_s);
    CHECK(office->province == u"Vĩnh Phúc"_s);
    CHECK(office->catalogue == u"transport"_s);
    CHECK(office->counters.size() == 2);
}

TEST_CASE("an office with a malformed agency id or without a counter is refused", "[rules]")
{
    const LawFile file("agency = 'X'\nname = 'a'\ndepartment = 'b'\nprovince = 'c'\n"
                       "catalogue = 'd'\n");
    const auto office = loadOffice(file.path());
    REQUIRE_FALSE(office);
    CHECK(office.error().fault == Fault::SettingsInvalid);
    CHECK(office.error().subject ==
          file.at(u"1:1: counter: expected at least one\n"_s) +
              file.at(u"1:10: agency: agency id: H62.16 or 000.00.16.H62 expected"_s));
}

TEST_CASE("office hours are read in order and anything else is refused", "[rules]")
{
    const auto officeWith = [](const QByteArray &hours) {
        const LawFile file("agency = 'H62.16'\nname = 'a'\ndepartment = 'b'\nprovince = 'c'\n"
                           "catalogue = 'd'\nhours = " +
                           hours + "\n[[counter]]\nid = 'Q1'\nname = 'e'\n");
        return loadOffice(file.path());
    };
    const auto office = officeWith("['08:00-12:00']");
    REQUIRE(office);
    CHECK(office->hours == OfficeHours{{480, 720}});
    for (const char *wrong :
         {"[]", "['8-12']", "['12:00-08:00']", "['13:00-17:00', '08:00-12:00']"})
        CHECK_FALSE(officeWith(wrong));
}
