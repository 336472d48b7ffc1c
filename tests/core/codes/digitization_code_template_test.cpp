#include "core/codes/digitization_code_template.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::codes;
using namespace Qt::StringLiterals;

TEST_CASE("a code is built from the parts that its template names", "[codes]")
{
    const DigitizationCodeParts parts{.owner = u"026185001234"_s,
                                      .procedure = u"1.002809"_s,
                                      .paper = u"GT03"_s,
                                      .result = u"KQ.G04.000012"_s,
                                      .number = u"88-0123"_s};
    const auto [form, sequence, text] = GENERATE(table<QString, int, QString>({
        {u"{owner}.{procedure}.{paper}.{seq:2}"_s, 1, u"026185001234.1.002809.GT03.01"_s},
        {u"{owner}.{result}.{number}.{seq:2}"_s, 1, u"026185001234.KQ.G04.000012.88-0123.01"_s},
        {u"{owner}.{paper}.STP-SCT.{seq:2}"_s, 7, u"026185001234.GT03.STP-SCT.07"_s},
        {u"{owner}.{paper}.{seq:2}"_s, 100, u"026185001234.GT03.100"_s},
        {u"{owner}.{paper}.{seq:4}"_s, 12, u"026185001234.GT03.0012"_s},
    }));
    const auto pattern = DigitizationCodeTemplate::parse(form);
    REQUIRE(pattern);
    const auto code = pattern->code(parts, sequence);
    REQUIRE(code);
    CHECK(code->text() == text);
    CHECK(code->sequence() == sequence);
}

TEST_CASE("parts lose diacritics and blanks and become capitals", "[codes]")
{
    const auto pattern = DigitizationCodeTemplate::parse(u"{owner}.{number}.{seq:2}"_s);
    REQUIRE(pattern);
    const auto [number, text] = GENERATE(table<QString, QString>({
        {u"05/2026/GĐN-VTAB"_s, u"1.05/2026/GDN-VTAB.01"_s},
        {u"  15 / QĐ - sgtvt "_s, u"1.15/QD-SGTVT.01"_s},
        {u"88(1)_a"_s, u"1.88-1-_A.01"_s},
        {u"{owner}"_s, u"1.-OWNER-.01"_s},
    }));
    const auto code = pattern->code({.owner = u"1"_s, .number = number});
    REQUIRE(code);
    CHECK(code->text() == text);
}

TEST_CASE("an owner without an identity number leaves the part blank", "[codes]")
{
    const auto pattern = DigitizationCodeTemplate::parse(u"{owner}.{procedure}.{paper}.{seq:2}"_s);
    const auto code = pattern->code({.procedure = u"1.002809"_s, .paper = u"GT01"_s});
    REQUIRE(code);
    CHECK(code->text() == u".1.002809.GT01.01"_s);
    CHECK(code->ownerId().isEmpty());
}

TEST_CASE("any other empty part is refused by name", "[codes]")
{
    const auto pattern = DigitizationCodeTemplate::parse(u"{owner}.{result}.{number}.{seq:2}"_s);
    const auto code = pattern->code({.owner = u"1"_s, .result = u"KQ.G04.000012"_s});
    REQUIRE_FALSE(code);
    CHECK(code.error().fault == Fault::InvalidInput);
    CHECK(code.error().subject.startsWith(u"number: "));
}

TEST_CASE("a code that would pass 200 characters is refused, not cut", "[codes]")
{
    const auto pattern = DigitizationCodeTemplate::parse(u"{owner}.{number}.{seq:2}"_s);
    CHECK_FALSE(pattern->code({.owner = u"1"_s, .number = QString(196, u'7')}));
    CHECK(pattern->code({.owner = u"1"_s, .number = QString(195, u'7')}));
}

TEST_CASE("a template that cannot give codes is refused", "[codes]")
{
    const auto form = GENERATE(u""_s, u"{owner}.{seq:2}"_s, u"{owner}.{paper}"_s,
                               u"{paper}.{seq:2}"_s, u"{owner}.{paper}.{seq}"_s,
                               u"{owner}.{paper}.{seq:1}"_s, u"{owner}.{papers}.{seq:2}"_s,
                               u"{owner}{paper}.{seq:2}"_s, u"{owner}.{paper}.{seq:2}.{number}"_s,
                               u"{owner}.{name}.{seq:2}"_s, u"{owner}.giấy.{seq:2}"_s);
    const auto pattern = DigitizationCodeTemplate::parse(form);
    REQUIRE_FALSE(pattern);
    CHECK(pattern.error().fault == Fault::InvalidInput);
}
