#pragma once

#include "core/dossier/side.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace station::dossier {

/// What a spool file says of itself, as a comment in its PNM header. A side
/// whose scan was cut off between its rename and its row in the store, by a kill
/// or a power cut, is found and put into its place by this.
///
///     # side run=0190a1b2-… number=5 sheet=3 face=front dpi=300 two-sided=1 damaged=0
struct SideNote {
    QString runId{};  ///< UUID of the scan run, a row of the store.
    int number = 1;   ///< Order within the run, from 1.
    int sheet = 1;
    Face face = Face::Front;
    int dpi = 0;
    bool twoSided = false;
    bool damaged = false;

    bool operator==(const SideNote &) const = default;
};

/// One line with its line end, of the same length whatever `damaged` is, so that
/// it can be written again when the side ends.
QByteArray pnmComment(const SideNote &note);

/// Nothing when the file has none or cannot be read.
std::optional<SideNote> sideNoteOf(const QString &pnmFile);

}  // namespace station::dossier
