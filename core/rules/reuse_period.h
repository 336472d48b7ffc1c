#pragma once

#include "core/rules/paper_types.h"
#include "core/rules/rule_profile.h"

#include <QDate>

#include <optional>

namespace station::rules {

/// The last day on which a stored copy may be offered for reuse; nothing: for
/// ever. An expiry date on the paper comes first, then the months of its type
/// counted from the paper's date, then the profile's months.
std::optional<QDate> lastDayOfReuse(const RuleProfile &profile, const PaperType &type,
                                    QDate issuedOn, std::optional<QDate> expiresOn = {});

}  // namespace station::rules
