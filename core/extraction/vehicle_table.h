#pragma once

#include "core/extraction/reading.h"
#include "core/extraction/rule_data.h"

namespace station::extraction {

/// The rows of a table of vehicles as cells `vehicles.<row>.<column>`. A row is where a plate
/// stands below the head "Biển số"; its other cells are what stands below their heads.
void readVehicles(const RuleData &rules, const PaperText &paper, Readings &readings);

}  // namespace station::extraction
