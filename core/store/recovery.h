#pragma once

#include "core/base/expected.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace station::store {

class Store;

/// A complete scan in the spool folder that no row names: the program was
/// killed between the rename of the file and the commit of its row.
struct OrphanSide {
    QString dossierUuid{};
    QString file{};  ///< Full path of the `.pnm`.

    bool operator==(const OrphanSide &) const = default;
};

struct RecoveryReport {
    int temporaryFilesRemoved = 0;
    std::vector<OrphanSide> orphans{};  ///< Kept; for the workflow to adopt.
    QStringList sidesWithoutFile{};     ///< Side ids of unfinished dossiers; a disk fault.
    QStringList blobsMissing{};         ///< SHA-256 that unfinished dossiers name; a disk fault.
};

/// First thing after a start. Removes temporary files that nobody has written to
/// for `staleAfterMs` (another program of the station may be scanning right
/// now), and compares files with the rows of the unfinished dossiers.
Expected<RecoveryReport> recover(const Store &store, qint64 staleAfterMs = 10 * 60 * 1000);

}  // namespace station::store
