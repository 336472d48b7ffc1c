#include "core/rules/reuse_period.h"

namespace station::rules {

std::optional<QDate> lastDayOfReuse(const RuleProfile &profile, const PaperType &type,
                                    QDate issuedOn, std::optional<QDate> expiresOn)
{
    if (expiresOn)
        return expiresOn;
    if (type.unlimited)
        return {};
    return issuedOn.addMonths(type.validityMonths.value_or(profile.storedPaperMonths));
}

}  // namespace station::rules
