#include "core/text/dates.h"

#include "tests/support/catch.h"

using namespace station::text;
using namespace Qt::StringLiterals;

TEST_CASE("a date is read in every form in which papers write it", "[text]")
{
    const auto written = GENERATE(u"05/07/2022"_s, u"5/7/2022"_s, u"5-7-2022"_s, u"05.07.2022"_s,
                                  u"05 / 07 / 2022"_s, u"05072022"_s, u"ngày 05 tháng 7 năm 2022"_s,
                                  u"Ngày 5  tháng 07 năm 2022"_s, u"NGÀY 05 THÁNG 7 NĂM 2022"_s,
                                  u"ngay 05 thang 7 nam 2022"_s, u"  05/07/2022\n"_s);
    const auto date = parsedDate(written);
    REQUIRE(date);
    CHECK(*date == QDate(2022, 7, 5));
    CHECK(shortDate(*date) == u"05/07/2022"_s);
}

TEST_CASE("decomposed letters in a date are read as well", "[text]")
{
    const QString decomposed =
        u"ngày 05 tháng 7 năm 2022"_s.normalized(QString::NormalizationForm_D);
    CHECK(parsedDate(decomposed) == QDate(2022, 7, 5));
}

TEST_CASE("what is not a real date is not read", "[text]")
{
    const auto written = GENERATE(
        u""_s, u"31/02/2022"_s, u"29/02/2023"_s, u"00/01/2022"_s, u"5/13/2022"_s, u"5/7/22"_s,
        u"05072"_s, u"5072022"_s, u"2022-07-05"_s, u"05/07/1899"_s, u"ngày 32 tháng 7 năm 2022"_s,
        u"sinh ngày 05 tháng 7 năm 2022"_s, u"05/07/2022 và 06/07/2022"_s);
    CHECK_FALSE(parsedDate(written));
}

TEST_CASE("a very long text is no date and takes no time", "[text]")
{
    CHECK_FALSE(parsedDate(QString(1'000'000, u'1')));
}

TEST_CASE("the official date has a zero before days below ten and months one and two", "[text]")
{
    const auto [date, written] = GENERATE(table<QDate, QString>({
        {QDate(2020, 1, 5), u"ngày 05 tháng 01 năm 2020"_s},
        {QDate(2020, 2, 29), u"ngày 29 tháng 02 năm 2020"_s},
        {QDate(2022, 3, 9), u"ngày 09 tháng 3 năm 2022"_s},
        {QDate(2022, 7, 10), u"ngày 10 tháng 7 năm 2022"_s},
        {QDate(2025, 12, 31), u"ngày 31 tháng 12 năm 2025"_s},
    }));
    CHECK(longDate(date) == written);
    CHECK(parsedDate(written) == date);
}
