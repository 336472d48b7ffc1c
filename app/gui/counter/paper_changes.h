#pragma once

#include "app/gui/counter/counter_desk.h"

namespace station::gui {

/// The state with a side that the scanner just made durable, or has cleaned.
dossier::PaperState withSide(const dossier::PaperState &state, const dossier::Side &side);

/// The decision that a state stands for; none while the slot is open.
std::optional<dossier::Decision> decisionOf(const dossier::PaperState &state);

/// What F5 means for this paper: an undecided one takes the advised decision
/// when that leads to a scan. Nothing: the rules advise against scanning it.
std::optional<dossier::Decision> decisionToScan(const ChecklistPaper &paper);

}  // namespace station::gui
