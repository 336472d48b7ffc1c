#include "core/rules/work_calendar.h"

#include "core/rules/toml_reader.h"

#include <QTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace station::rules {

namespace {

constexpr int longestHolidayDays = 31;

void readHoliday(TomlTable &table, std::set<QDate> &off)
{
    QString name;
    QDate from;
    table.read("name", name, TomlTable::Required);
    if (!table.read("from", from, TomlTable::Required))
        return;
    QDate until = from;
    table.read("until", until);
    if (until < from || from.daysTo(until) > longestHolidayDays)
        return table.report("until", u"expected a day within a month from the first"_s);
    for (QDate day = from; day <= until; day = day.addDays(1))
        off.insert(day);
}

std::pair<int, WorkCalendar::Year> readYear(TomlTable &table)
{
    int number = 0;
    QString source;
    WorkCalendar::Year year;
    if (!table.read("year", number, 2000, 2100))
        table.report("year", u"is missing"_s);
    table.read("source", source, TomlTable::Required);
    table.readTables("holiday", [&year](TomlTable &holiday) { readHoliday(holiday, year.off); });
    table.readTables("swap", [&year](TomlTable &swap) {
        QDate off;
        QDate worked;
        swap.read("off", off, TomlTable::Required);
        swap.read("worked", worked, TomlTable::Required);
        year.off.insert(off);
        year.worked.insert(worked);
    });
    const auto elsewhere = [number](QDate day) { return day.year() != number; };
    if (std::ranges::any_of(year.off, elsewhere) || std::ranges::any_of(year.worked, elsewhere))
        table.report("year", u"a day of it lies in another year"_s);
    return {number, std::move(year)};
}

}  // namespace

std::optional<bool> WorkCalendar::isWorkingDay(QDate day) const
{
    const auto year = m_years.find(day.year());
    if (year == m_years.end())
        return std::nullopt;
    const bool weekend = day.dayOfWeek() >= Qt::Saturday;
    return weekend ? year->second.worked.contains(day) : !year->second.off.contains(day);
}

Expected<WorkCalendar> loadWorkCalendar(const QString &path)
{
    std::map<int, WorkCalendar::Year> years;
    const auto read = TomlTable::readFile(path, [&years](TomlTable &file) {
        file.readTables("year", [&years](TomlTable &table) {
            if (!years.insert(readYear(table)).second)
                table.report("year", u"appears twice"_s);
        });
    });
    if (!read)
        return fail(read.error());
    return WorkCalendar(std::move(years));
}

DueTime::DueTime(const WorkCalendar &calendar, const OfficeHours &hours)
    : m_calendar(calendar), m_hours(hours)
{
}

std::optional<QDateTime> DueTime::after(const QDateTime &received, double workingDays) const
{
    int dayMinutes = 0;
    for (const WorkSession &session : m_hours)
        dayMinutes += session.untilMinute - session.fromMinute;
    if (dayMinutes <= 0 || workingDays <= 0)
        return std::nullopt;
    int left = static_cast<int>(std::lround(workingDays * dayMinutes));
    QDate day = received.date();
    int minute = received.time().msecsSinceStartOfDay() / 60'000;
    for (;; day = day.addDays(1), minute = 0) {
        const auto working = m_calendar.isWorkingDay(day);
        if (!working)
            return std::nullopt;
        if (!*working)
            continue;
        for (const WorkSession &session : m_hours) {
            const int start = std::max(minute, session.fromMinute);
            const int length = session.untilMinute - start;
            // The end of a session is the beginning of the next one.
            if (length <= 0)
                continue;
            if (left < length)
                return QDateTime(day, QTime::fromMSecsSinceStartOfDay((start + left) * 60'000),
                                 Qt::OffsetFromUTC, received.offsetFromUtc());
            left -= length;
        }
    }
}

}  // namespace station::rules
