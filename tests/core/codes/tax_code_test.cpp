#include "core/codes/tax_code.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::codes;
using namespace Qt::StringLiterals;

TEST_CASE("a tax code of an organisation, a branch or a person is read", "[codes]")
{
    const auto [written, text, branch, personal] = GENERATE(table<QString, QString, QString, bool>({
        {u"0100233488"_s, u"0100233488"_s, u""_s, false},
        {u"2500300012"_s, u"2500300012"_s, u""_s, false},
        {u"2500410079"_s, u"2500410079"_s, u""_s, false},
        {u"2500555010"_s, u"2500555010"_s, u""_s, false},
        {u"2500410079-001"_s, u"2500410079-001"_s, u"001"_s, false},
        {u"2500410079999"_s, u"2500410079-999"_s, u"999"_s, false},
        {u" 026185001234 "_s, u"026185001234"_s, u""_s, true},
    }));
    const auto code = TaxCode::parse(written);
    REQUIRE(code);
    CHECK(code->text() == text);
    CHECK(code->branch() == branch);
    CHECK(code->isPersonal() == personal);
}

TEST_CASE("a tax code with a wrong check digit is told from a malformed one", "[codes]")
{
    const auto [written, fault] = GENERATE(table<QString, Fault>({
        {u"2500410078"_s, Fault::CheckDigitWrong},
        {u"2500410078-001"_s, Fault::CheckDigitWrong},
        {u"0100233489"_s, Fault::CheckDigitWrong},
        {u""_s, Fault::InvalidInput},
        {u"250041007"_s, Fault::InvalidInput},
        {u"25004100790"_s, Fault::InvalidInput},
        {u"2500410079-01"_s, Fault::InvalidInput},
        {u"2500410079-000"_s, Fault::InvalidInput},
        {u"2500410079 001"_s, Fault::InvalidInput},
        {u"2500000000"_s, Fault::InvalidInput},
        {u"O100233488"_s, Fault::InvalidInput},
    }));
    const auto code = TaxCode::parse(written);
    REQUIRE_FALSE(code);
    CHECK(code.error().fault == fault);
    CHECK(code.error().subject.startsWith(u"tax code: "));
}

TEST_CASE("a tax code for which no check digit exists is refused with any last digit", "[codes]")
{
    const auto start = GENERATE(u"250030002"_s, u"250030014"_s);
    const int digit = GENERATE(range(0, 10));
    const auto code = TaxCode::parse(start + QString::number(digit));
    REQUIRE_FALSE(code);
    CHECK(code.error().fault == Fault::CheckDigitWrong);
}
