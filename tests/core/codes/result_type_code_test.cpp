#include "core/codes/result_type_code.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::codes;
using namespace Qt::StringLiterals;

TEST_CASE("a result code is read in its present and its older form", "[codes]")
{
    const auto [written, ministry] = GENERATE(table<QString, QString>({
        {u"KQ.G15.000031"_s, u"G15"_s},
        {u"KQ.G15.000032"_s, u"G15"_s},
        {u"KQ.G04.000012"_s, u"G04"_s},
        {u"000.00.00.G12-KQ0345"_s, u"G12"_s},
    }));
    const auto code = ResultTypeCode::parse(written);
    REQUIRE(code);
    CHECK(code->text() == written);
    CHECK(code->ministry() == ministry);
}

TEST_CASE("a result code of another form is refused", "[codes]")
{
    const auto written = GENERATE(u""_s, u"KQ.G15.31"_s, u"KQ.15.000031"_s, u"KQG15000031"_s,
                                  u"KQ.G15.0000311"_s, u"000.00.00.G12-KQ345"_s, u"G15.000031"_s);
    const auto code = ResultTypeCode::parse(written);
    REQUIRE_FALSE(code);
    CHECK(code.error().fault == Fault::InvalidInput);
    CHECK(code.error().subject.startsWith(u"result code: "));
}
