#pragma once

#include "core/extraction/propose.h"
#include "core/extraction/reading.h"
#include "core/extraction/rule_data.h"

namespace station::extraction {

/// Lets the readings of one paper vouch for or speak against each other. Values
/// are never changed here: only trust in them.
void crossCheck(const RuleData &rules, Readings &readings, const ExtractionContext &context);

}  // namespace station::extraction
