#include "core/codes/digitization_code.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::codes;
using namespace Qt::StringLiterals;

TEST_CASE("a digitization code is read into owner, prefix and sequence", "[codes]")
{
    const auto [written, prefix, owner, sequence] = GENERATE(table<QString, QString, QString, int>({
        {u"026185001234.KQ.G04.000012.88-0123.01"_s, u"026185001234.KQ.G04.000012.88-0123"_s,
         u"026185001234"_s, 1},
        {u"026185001234.1.002809.GT0003.01"_s, u"026185001234.1.002809.GT0003"_s, u"026185001234"_s,
         1},
        {u"2500410079-001.KQ.G04.000003.15/GP.99"_s, u"2500410079-001.KQ.G04.000003.15/GP"_s,
         u"2500410079-001"_s, 99},
        {u"026185001234.GT01.STP-SCT.100"_s, u"026185001234.GT01.STP-SCT"_s, u"026185001234"_s,
         100},
        {u".1.002809.GT01.01"_s, u".1.002809.GT01"_s, u""_s, 1},
        {u" 026185001234.GT01.001 "_s, u"026185001234.GT01"_s, u"026185001234"_s, 1},
    }));
    const auto code = DigitizationCode::parse(written);
    REQUIRE(code);
    CHECK(code->text() == written.trimmed());
    CHECK(code->prefix() == prefix);
    CHECK(code->ownerId() == owner);
    CHECK(code->sequence() == sequence);
}

TEST_CASE("a malformed digitization code is refused and the wrong part is named", "[codes]")
{
    const auto [written, part] = GENERATE(table<QString, QString>({
        {u""_s, u"digitization code"_s},
        {u"026185001234.GT 01.01"_s, u"digitization code"_s},
        {u"026185001234.gt01.01"_s, u"digitization code"_s},
        {u"026185001234.ĐƠN.01"_s, u"digitization code"_s},
        {u"026185001234.01"_s, u"paper"_s},
        {u"026185001234..01"_s, u"paper"_s},
        {u"026185001234.GT01.0"_s, u"sequence"_s},
        {u"026185001234.GT01.00"_s, u"sequence"_s},
        {u"026185001234.GT01.1"_s, u"sequence"_s},
        {u"026185001234.GT01."_s, u"sequence"_s},
        {u"026185001234.GT01.123456789"_s, u"sequence"_s},
        {u"026185001234"_s, u"sequence"_s},
    }));
    const auto code = DigitizationCode::parse(written);
    REQUIRE_FALSE(code);
    CHECK(code.error().fault == Fault::InvalidInput);
    CHECK(code.error().detail.startsWith(part));
}

TEST_CASE("a digitization code may have 200 characters and no more", "[codes]")
{
    const QString end = u".01"_s;
    CHECK(DigitizationCode::parse(u"1."_s + QString(195, u'A') + end));
    const auto tooLong = DigitizationCode::parse(u"1."_s + QString(196, u'A') + end);
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().subject.contains(u"200"));
    CHECK_FALSE(DigitizationCode::parse(QString(1'000'000, u'A')));
}

TEST_CASE("the next paper of a kind gets the next sequence, also past 99", "[codes]")
{
    const auto code = DigitizationCode::parse(u"026185001234.GT01.99"_s);
    REQUIRE(code);
    CHECK(code->withSequence(7)->text() == u"026185001234.GT01.07"_s);
    CHECK(code->withSequence(100)->text() == u"026185001234.GT01.100"_s);
    CHECK(code->withSequence(1234)->sequence() == 1234);
    CHECK_FALSE(code->withSequence(0));
    CHECK_FALSE(code->withSequence(-1));
}
