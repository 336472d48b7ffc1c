#pragma once

#include "core/base/expected.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace station::rules {

/// The days on which public offices work, as announced (`resources/calendar/holidays.toml`).
class WorkCalendar {
public:
    struct Year {
        std::set<QDate> off{};     ///< Holidays, days in lieu and days that were swapped.
        std::set<QDate> worked{};  ///< Days of a weekend that were swapped.
    };

    WorkCalendar() = default;
    explicit WorkCalendar(std::map<int, Year> years) : m_years(std::move(years)) {}

    /// Nothing: the year's calendar is not known; nobody may guess it.
    std::optional<bool> isWorkingDay(QDate day) const;

private:
    std::map<int, Year> m_years;
};

/// Fails with SettingsInvalid, as loadRuleProfile.
Expected<WorkCalendar> loadWorkCalendar(const QString &path);

/// A stretch of office hours, in minutes since midnight.
struct WorkSession {
    int fromMinute = 0;
    int untilMinute = 0;  ///< Not included.

    bool operator==(const WorkSession &) const = default;
};

/// Of one day, in order, at least one.
using OfficeHours = std::vector<WorkSession>;

/// When a dossier is due. Working days are counted as office hours, so a dossier that came
/// in at 9:20 is due at 9:20, half a day is half of the hours, and what came in while the
/// office was closed counts from the next opening (Civil Code 2015, Art. 147 and 148).
class DueTime {
public:
    /// Both must live as long as this.
    DueTime(const WorkCalendar &calendar, const OfficeHours &hours);

    /// In the zone of `received`. Nothing: no time is given (0), or it runs into a year that the
    /// calendar does not know.
    std::optional<QDateTime> after(const QDateTime &received, double workingDays) const;

private:
    const WorkCalendar &m_calendar;
    const OfficeHours &m_hours;
};

}  // namespace station::rules
