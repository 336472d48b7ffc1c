#pragma once

#include "core/extraction/reading.h"
#include "core/extraction/rule_data.h"

namespace station::extraction {

/// Values that stand after printed labels ("Họ và tên:", "Sinh ngày:" …), on cards also below
/// them.
void readLabels(const RuleData &rules, const PaperRule &rule, const PaperText &paper,
                Readings &readings);

/// Values that are known by the words around them (`PaperRule::patterns`).
void readPatterns(const PaperRule &rule, const PaperText &paper, Readings &readings);

}  // namespace station::extraction
