#pragma once

#include "core/base/expected.h"
#include "core/codes/agency_id.h"
#include "core/rules/work_calendar.h"

#include <QString>

#include <optional>
#include <vector>

namespace station::rules {

struct Counter {
    QString id{};  ///< "Q05"
    QString name{};
};

/// Where the station stands (`resources/offices/*.toml`).
struct Office {
    std::optional<codes::AgencyId> agency{};  ///< Of the office. Set once loaded.
    QString name{};                           ///< The one-stop centre.
    QString department{};                     ///< Name of the department it receives for.
    QString province{};
    QString catalogue{};  ///< Name of the procedure catalogue: `catalogue/<name>.toml`.
    QString address{};    ///< Printed on slips; empty: not given.
    QString phone{};      ///< As address.
    OfficeHours hours{{7 * 60 + 30, 11 * 60 + 30}, {13 * 60 + 30, 17 * 60}};  ///< Of a working day.
    std::vector<Counter> counters{};
};

/// Fails with SettingsInvalid, as loadRuleProfile.
Expected<Office> loadOffice(const QString &path);

}  // namespace station::rules
