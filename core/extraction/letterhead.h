#pragma once

#include "core/extraction/reading.h"
#include "core/extraction/rule_data.h"

namespace station::extraction {

/// The parts of a document that Decree 30/2020 (Annex I) gives a place at its head: agencies
/// top left, number below them, place and date top right.
void readLetterhead(const RuleData &rules, const PaperText &paper, Readings &readings);

/// There is a number or the place of one ("Số:     /SGTVT-VP") at the head.
bool hasNumberLine(const RuleData &rules, const PaperText &paper);

/// The day on which a form was filled in: the last date in words, with its place.
void readClosingDate(const PaperText &paper, Readings &readings);

}  // namespace station::extraction
