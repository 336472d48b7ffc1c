#include "core/codes/personal_id.h"

#include "core/codes/province_codes.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::codes;
using namespace Qt::StringLiterals;

TEST_CASE("a personal id tells province, year of birth and sex", "[codes]")
{
    const auto [written, province, year, sex] = GENERATE(table<QString, QString, int, Sex>({
        {u"026185001234"_s, u"Vĩnh Phúc"_s, 1985, Sex::Female},
        {u"026305000777"_s, u"Vĩnh Phúc"_s, 2005, Sex::Female},
        {u"001099000001"_s, u"Hà Nội"_s, 1999, Sex::Male},
        {u"079200000001"_s, u"TP. Hồ Chí Minh"_s, 2000, Sex::Male},
        {u"096412000001"_s, u"Cà Mau"_s, 2112, Sex::Male},
        {u"038799000001"_s, u"Thanh Hóa"_s, 2299, Sex::Female},
        {u"025999000001"_s, u"Phú Thọ"_s, 2399, Sex::Female},
        {u"123085000001"_s, u""_s, 1985, Sex::Male},
    }));
    const auto id = PersonalId::parse(written);
    REQUIRE(id);
    CHECK(id->text() == written);
    CHECK_FALSE(id->isOldCard());
    CHECK(provinceOfBirth(id->provinceCode()) == province);
    CHECK(id->birthYear() == year);
    CHECK(id->sex() == sex);
}

TEST_CASE("a nine-digit number is taken and says nothing about the person", "[codes]")
{
    const auto id = PersonalId::parse(u" 135123456 "_s);
    REQUIRE(id);
    CHECK(id->text() == u"135123456"_s);
    CHECK(id->isOldCard());
    CHECK(id->provinceCode().isEmpty());
    CHECK_FALSE(id->birthYear());
    CHECK_FALSE(id->sex());
}

TEST_CASE("a personal id of another form is refused without repeating it", "[codes]")
{
    const auto written = GENERATE(u""_s, u"02618500123"_s, u"0261850012345"_s, u"1351234567"_s,
                                  u"026185O01234"_s, u"026 185 001 234"_s,
                                  u"０２６１８５００１２３４"_s, u"026185001234\n026185001234"_s);
    const auto id = PersonalId::parse(written);
    REQUIRE_FALSE(id);
    CHECK(id.error().fault == Fault::InvalidInput);
    CHECK(id.error().subject == u"personal id: 12 digits expected"_s);
    CHECK(id.error().detail == id.error().subject);
}
