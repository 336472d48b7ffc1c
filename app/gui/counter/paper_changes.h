#pragma once

#include "app/gui/counter/counter_desk.h"

namespace station::gui {

/// Puts in a side that the scanner just made durable, or has cleaned: in front
/// of that side, or behind all (empty).
void putSide(dossier::PaperState &state, const dossier::Side &side, const QString &before);

/// Takes a side out; the last one leaves a slot that waits for a scan.
void takeSide(dossier::PaperState &state, const QString &side);

/// The file on disk shows the same.
bool samePicture(const dossier::Side &first, const dossier::Side &second);

/// The decision that a state stands for; none while the slot is open.
std::optional<dossier::Decision> decisionOf(const dossier::PaperState &state);

/// From 1, as in the checklist; 0: there is no such paper.
int paperNumber(const DossierView &dossier, const QString &component);

/// What F5 means for this paper: an undecided one takes the advised decision
/// when that leads to a scan. Nothing: the rules advise against scanning it.
std::optional<dossier::Decision> decisionToScan(const ChecklistPaper &paper);

}  // namespace station::gui
