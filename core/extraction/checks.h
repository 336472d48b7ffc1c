#pragma once

#include "core/extraction/propose.h"
#include "core/extraction/reading.h"
#include "core/extraction/rule_data.h"

namespace station::extraction {

/// Lets the readings of one paper vouch for or speak against each other. Mostly only trust in
/// them changes. What was read better at another place of the paper, or is a known symbol but for
/// strokes, is proposed so, with what was read here as `asRead` and never as sure.
void crossCheck(const RuleData &rules, const PaperRule &rule, Readings &readings,
                const ExtractionContext &context);

}  // namespace station::extraction
