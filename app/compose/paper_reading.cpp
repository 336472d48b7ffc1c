#include "app/compose/paper_reading.h"

#include "core/config/share_folder.h"

namespace station::compose {

Expected<rules::PaperTypes> paperTypes()
{
    return rules::loadPaperTypes(config::shareFolder() +
                                 QStringLiteral("/papers/paper_types.toml"));
}

Expected<PaperReading> paperReading()
{
    auto types = paperTypes();
    if (!types)
        return fail(types.error());
    auto rules =
        extraction::loadExtractionRules(config::shareFolder() + QStringLiteral("/extraction"));
    if (!rules)
        return fail(rules.error());
    return PaperReading{*std::move(types), *std::move(rules)};
}

}  // namespace station::compose
