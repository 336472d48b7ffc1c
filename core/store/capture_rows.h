#pragma once

#include "core/dossier/edit.h"
#include "core/dossier/side.h"

#include <QString>

#include <optional>

namespace station::store {

/// Where the sides of a scan go. A place whose side is no longer in the paper
/// means behind all.
struct SidePlace {
    QString before{};    ///< Id of the side that they go before; empty: behind all.
    QString replaces{};  ///< Id of the side that is scanned again; it is set aside, the
                         ///< new sides stand in its place. Empty: nothing.

    bool operator==(const SidePlace &) const = default;
};

/// One run of the scanner, or one import, into one paper.
struct ScanRun {
    QString id{};  ///< UUIDv7.
    QString dossierUuid{};
    QString component{};
    SidePlace place{};
    qint64 startedAtMs = 0;

    bool operator==(const ScanRun &) const = default;
};

/// A durable spool file that becomes a side of a paper.
struct NewSide {
    QString dossierUuid{};
    QString component{};
    dossier::Side side{};
    QString runId{};    ///< All sides of one run are one edit, when they are one at all.
    SidePlace place{};  ///< Not behind all: the change is an edit that can be undone,
                        ///< together with the run's other sides.
};

/// What Ctrl+Z and its opposite would do; nothing when there is nothing.
struct EditHistory {
    std::optional<dossier::EditKind> undo{};
    std::optional<dossier::EditKind> redo{};

    bool operator==(const EditHistory &) const = default;
};

}  // namespace station::store
