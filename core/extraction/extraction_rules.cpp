#include "core/extraction/extraction_rules.h"

#include <QFileInfo>

namespace station::extraction {

struct RuleData {};

Expected<ExtractionRules> loadExtractionRules(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return fail(Fault::SettingsInvalid, QStringLiteral("no such folder"), folder);
    return ExtractionRules(std::make_shared<const RuleData>());
}

}  // namespace station::extraction
