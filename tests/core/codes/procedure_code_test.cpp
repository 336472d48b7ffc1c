#include "core/codes/procedure_code.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::codes;
using namespace Qt::StringLiterals;

TEST_CASE("a procedure code is read with what portals append to it", "[codes]")
{
    const auto [written, base, service, issuedBy] =
        GENERATE(table<QString, QString, QString, QString>({
            {u"1.002809"_s, u"1.002809"_s, u""_s, u""_s},
            {u"2.002288"_s, u"2.002288"_s, u""_s, u""_s},
            {u"1.000894.01"_s, u"1.000894"_s, u"01"_s, u""_s},
            {u"1.013229.01"_s, u"1.013229"_s, u"01"_s, u""_s},
            {u"1.002809.000.00.00.H56"_s, u"1.002809"_s, u""_s, u"000.00.00.H56"_s},
            {u" 1.002809 "_s, u"1.002809"_s, u""_s, u""_s},
        }));
    const auto code = ProcedureCode::parse(written);
    REQUIRE(code);
    CHECK(code->text() == written.trimmed());
    CHECK(code->base() == base);
    CHECK(code->service() == service);
    CHECK(code->issuedBy() == issuedBy);
}

TEST_CASE("a procedure code of another form is refused", "[codes]")
{
    const auto written =
        GENERATE(u""_s, u"1002809"_s, u"1.00280"_s, u"1.0028091"_s, u"11.002809"_s, u"1.002809."_s,
                 u"1.002809.1"_s, u"1.002809.001"_s, u"1.002809.H62.16"_s, u"1,002809"_s);
    const auto code = ProcedureCode::parse(written);
    REQUIRE_FALSE(code);
    CHECK(code.error().fault == Fault::InvalidInput);
    CHECK(code.error().subject.startsWith(u"procedure code: "));
}
