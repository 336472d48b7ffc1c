#pragma once

#include "core/base/expected.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace station::store {

class Store;

/// A complete scan in the spool folder that no row named: the program was
/// killed between the rename of the file and the commit of its row. It is a side
/// of its paper now.
struct AdoptedSide {
    QString dossierUuid{};
    QString component{};
    QString sideId{};
    int sheet = 1;  ///< Within the paper.

    bool operator==(const AdoptedSide &) const = default;
};

/// One that found no place; its file is kept.
struct OrphanSide {
    QString dossierUuid{};
    QString file{};  ///< Full path of the `.pnm`.
    Error why{};     ///< FileUnreadable: it does not say what it is; NothingToDo: its run is
                     ///< unknown; Conflict: the run is another dossier's; else as Store::addSide.
};

struct RecoveryReport {
    int temporaryFilesRemoved = 0;
    int orphanBlobs = 0;      ///< Found; they are kept for seven days.
    int blobsRemoved = 0;     ///< Orphans of long ago, and what a purge had not removed yet.
    int picturesRemoved = 0;  ///< Of sides whose copy a purge took away.
    int waitsEnded = 0;       ///< The clock had been wrong.
    std::vector<AdoptedSide> adopted{};
    std::vector<OrphanSide> orphans{};
    QStringList sidesWithoutFile{};  ///< Side ids of unfinished dossiers; a disk fault.
    QStringList blobsMissing{};      ///< SHA-256 that unfinished dossiers name; a disk fault.
};

/// First thing after a start. Removes temporary files that nobody has written to
/// for `staleAfterMs` (another program of the station may be scanning right
/// now), compares files with the rows of the unfinished dossiers, and puts scans
/// without a row into the place that their run was to fill. `actor` stands for
/// that in the audit chain. Scan runs that nobody needs any more are forgotten. The blob folder
/// is read once a day: its size is that of all the years.
Expected<RecoveryReport> recover(Store &store, const QString &actor,
                                 qint64 staleAfterMs = 10 * 60 * 1000);

}  // namespace station::store
