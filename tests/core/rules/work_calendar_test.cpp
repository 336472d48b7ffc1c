#include "core/rules/work_calendar.h"

#include "tests/core/rules/law_file.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::rules;
using namespace Qt::StringLiterals;

namespace {

const OfficeHours hours{{7 * 60 + 30, 11 * 60 + 30}, {13 * 60 + 30, 17 * 60}};

QDateTime at(const QString &dayAndTime)
{
    auto time = QDateTime::fromString(dayAndTime, u"yyyy-MM-dd HH:mm"_s);
    time.setOffsetFromUtc(7 * 3600);
    return time;
}

WorkCalendar shippedCalendar()
{
    return loadWorkCalendar(shared(u"calendar/holidays.toml"_s)).value();
}

}  // namespace

TEST_CASE("a due time counts office hours and leaves out weekends and holidays", "[rules]")
{
    const auto calendar = shippedCalendar();
    const DueTime dueTime(calendar, hours);
    const auto [received, days, due] = GENERATE(table<QString, double, QString>({
        {u"2025-06-02 09:20"_s, 5, u"2025-06-09 09:20"_s},    // over a weekend
        {u"2025-06-02 09:20"_s, 0.5, u"2025-06-02 15:05"_s},  // half of the hours of a day
        {u"2025-06-02 14:00"_s, 0.5, u"2025-06-03 08:15"_s},
        {u"2025-06-02 14:00"_s, 1.5, u"2025-06-04 08:15"_s},
        {u"2025-06-07 10:00"_s, 1, u"2025-06-10 07:30"_s},  // Saturday counts from Monday
        {u"2025-06-02 06:00"_s, 1, u"2025-06-03 07:30"_s},  // before opening
        {u"2025-06-02 12:00"_s, 1, u"2025-06-03 13:30"_s},  // noon
        {u"2025-06-02 18:00"_s, 1, u"2025-06-04 07:30"_s},  // after closing
        {u"2025-01-24 08:00"_s, 5, u"2025-02-07 08:00"_s},  // Tết of Ất Tỵ
        {u"2025-04-25 08:00"_s, 1, u"2025-04-26 08:00"_s},  // a Saturday that is worked
        {u"2025-04-29 08:00"_s, 1, u"2025-05-05 08:00"_s},  // and the Friday for it
        {u"2026-02-13 16:00"_s, 1, u"2026-02-23 16:00"_s},  // Tết of Bính Ngọ
        {u"2025-12-31 16:00"_s, 1, u"2026-01-05 16:00"_s},  // over the year, swapped Friday
        {u"2026-08-21 09:00"_s, 7, u"2026-09-03 09:00"_s},  // National Day with its swap
        {u"2026-11-23 09:00"_s, 1, u"2026-11-25 09:00"_s},  // Day of Vietnamese Culture
    }));
    CAPTURE(received.toStdString(), days);
    const auto found = dueTime.after(at(received), days);
    REQUIRE(found);
    CHECK(found->toString(u"yyyy-MM-dd HH:mm"_s) == due);
    CHECK(found->offsetFromUtc() == 7 * 3600);
}

TEST_CASE("a due time in a year without an announced calendar is not guessed", "[rules]")
{
    const auto calendar = shippedCalendar();
    const DueTime dueTime(calendar, hours);
    CHECK(dueTime.after(at(u"2026-12-30 09:00"_s), 1));
    CHECK_FALSE(dueTime.after(at(u"2026-12-30 09:00"_s), 5));
    CHECK_FALSE(dueTime.after(at(u"2026-06-03 09:00"_s), 0));
    CHECK_FALSE(calendar.isWorkingDay(QDate(2019, 6, 3)));
}

TEST_CASE("a calendar's day outside its year and a year that stands twice are refused", "[rules]")
{
    const LawFile file("[[year]]\nyear = 2025\nsource = 'a'\n"
                       "[[year.holiday]]\nname = 'b'\nfrom = 2026-01-01\n"
                       "[[year]]\nyear = 2025\nsource = 'a'\n"
                       "[[year.holiday]]\nname = 'b'\nfrom = 2025-03-01\nuntil = 2025-02-01\n");
    const auto calendar = loadWorkCalendar(file.path());
    REQUIRE_FALSE(calendar);
    CHECK(calendar.error().subject ==
          file.at(u"2:8: year.year: a day of it lies in another year\n"_s) +
              file.at(u"8:8: year.year: appears twice\n"_s) +
              file.at(u"13:9: year.holiday.until: expected a day within a month from the first"_s));
}
