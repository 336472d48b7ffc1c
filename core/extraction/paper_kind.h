#pragma once

#include "core/extraction/paper_text.h"
#include "core/extraction/propose.h"
#include "core/extraction/rule_data.h"

namespace station::extraction {

/// The kind whose title, words and codes the paper shows best.
TypeProposal kindOf(const RuleData &rules, const std::vector<recognition::RecognizedPage> &pages,
                    const PaperText &paper);

}  // namespace station::extraction
