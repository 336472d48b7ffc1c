#pragma once

#include "core/extraction/reading.h"
#include "core/extraction/rule_data.h"

namespace station::extraction {

/// Who signed: the post and the name below it, bottom right.
void readSigner(const RuleData &rules, const PaperText &paper, Readings &readings);

}  // namespace station::extraction
