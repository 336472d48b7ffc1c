#pragma once

#include "core/base/expected.h"
#include "core/extraction/extraction_rules.h"
#include "core/rules/paper_types.h"

namespace station::compose {

/// How papers are read, from this program's own data: for commands without a station.
struct PaperReading {
    rules::PaperTypes types{};
    extraction::ExtractionRules rules{};
};

/// Fails with SettingsInvalid.
Expected<rules::PaperTypes> paperTypes();
Expected<PaperReading> paperReading();

}  // namespace station::compose
