#pragma once

#include "core/store/capture_rows.h"
#include "core/store/sides_table.h"

#include <optional>
#include <vector>

namespace station::store {

/// Where a new side comes to stand, and what that makes of others.
struct SideLanding {
    QString rank{};
    SheetId sheet{};
    dossier::Face face = dossier::Face::Front;
    std::optional<SideRow> aside{};           ///< The side that it stands for from now on.
    std::optional<dossier::EditKind> edit{};  ///< None: behind all.
};

/// `rows` are the paper's sides in their order, `ofRun` is how many sides of its
/// run came before.
///
/// A side that is scanned again gives its sheet, face and place to the first
/// side of the run, and what is on the other face to the second when that is a
/// back. A run that reads both faces replaces each by its like. Further sheets
/// of the run follow behind with numbers of their own.
SideLanding landingOf(const NewSide &added, const std::vector<SideRow> &rows, int ofRun);

}  // namespace station::store
