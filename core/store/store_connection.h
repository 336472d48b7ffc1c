#pragma once

#include "core/store/audit_table.h"
#include "core/store/components_table.h"
#include "core/store/corrections_table.h"
#include "core/store/database.h"
#include "core/store/dossiers_table.h"
#include "core/store/drafts_table.h"
#include "core/store/edits_table.h"
#include "core/store/fields_table.h"
#include "core/store/handovers_table.h"
#include "core/store/holds_table.h"
#include "core/store/loose_blobs_table.h"
#include "core/store/notices_table.h"
#include "core/store/outbox_table.h"
#include "core/store/owner_entries_table.h"
#include "core/store/personal_columns.h"
#include "core/store/proposals_table.h"
#include "core/store/reserve.h"
#include "core/store/scan_runs_table.h"
#include "core/store/side_views_table.h"
#include "core/store/sides_table.h"
#include "core/store/store.h"
#include "core/store/upgrades_table.h"
#include "core/store/upkeep_table.h"

#include <SQLiteCpp/Transaction.h>

#include <memory>

namespace station::store {

/// How long a file of the blob folder stays after the last row that named it.
constexpr qint64 keepOrphansMs = 7LL * 24 * 60 * 60 * 1000;

/// What the files of Store share: the database, its tables, and the few steps
/// that more than one function takes inside its transaction.
struct Store::Connection {
    QString dataDir;
    const Clock &clock;
    FileLock lock;        ///< Keeps migration and restore away as long as this is open.
    int newerSchema = 0;  ///< Not 0: of a newer program; for looking only.
    std::unique_ptr<SQLite::Database> database;
    PersonalColumns personal;
    QString stationId{};

    // Each names its table; they cost nothing to make.
    AuditTable audit{*database};
    ComponentsTable components{*database, personal};
    CorrectionsTable corrections{*database, personal};
    DossiersTable dossiers{*database, personal};
    DraftsTable drafts{*database, personal};
    EditsTable edits{*database};
    FieldsTable fields{*database, personal};
    HandoversTable handovers{*database, personal};
    HoldsTable holds{*database, personal};
    LooseBlobsTable looseBlobs{*database};
    NoticesTable notices{*database, personal};
    OutboxTable outbox{*database, personal};
    OwnerEntriesTable ownerEntries{*database, personal};
    ProposalsTable proposals{*database, personal};
    ScanRunsTable runs{*database};
    SidesTable sides{*database};
    SideViewsTable views{*database};
    UpgradesTable upgrades{*database};
    UpkeepTable upkeep{*database};

    /// Runs `work` in one transaction, which is rolled back when it fails; once more with the
    /// reserve's room when the disk is full. StorageNewer when nothing may be changed.
    template <typename Work>
    std::invoke_result_t<Work> transact(Work work)
    {
        if (newerSchema != 0)
            return fail(Fault::StorageNewer, QStringLiteral("schema %1").arg(newerSchema));
        auto done = attempt(work);
        if (!done && done.error().fault == Fault::StorageFull && releaseReserve(dataDir))
            done = attempt(work);
        return done;
    }
    template <typename Work>
    std::invoke_result_t<Work &> attempt(Work &work)
    {
        return guarded([&]() -> std::invoke_result_t<Work &> {
            SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
            auto done = work();
            if (done)
                transaction.commit();
            return done;
        });
    }

    void record(const QString &dossierUuid, const QString &componentCode, const QString &actor,
                const QString &action, const QString &objectSha256 = {},
                const QJsonObject &facts = {});
    /// Sides, fields and the row itself.
    Expected<> save(const QString &dossierUuid, const dossier::Component &component);
    Expected<> apply(const StateChange &change);
    Expected<> save(const StepOutcome &outcome);

    /// A paper that was handed over gets the state `next`, and can have its own again.
    Expected<> reopen(const QString &dossierUuid, const QString &componentCode,
                      const dossier::PaperState &next, const QString &actor);
    /// Those whose new copy is handed over, or what was withdrawn.
    Expected<> endCorrections(const QString &dossierUuid);

    /// ProofPending when the paper has another file than a blob step would send.
    Expected<> checkFile(const QString &dossierUuid, const OutboxStep &step) const;
    /// What was planned to be sent must stay as it is.
    bool hasOpenHandover(const QString &dossierUuid) const;

    /// WrongOrder when the paper takes no sides (now).
    Expected<> checkTakesSides(const QString &dossierUuid, const QString &componentCode) const;
    /// A paper to be digitized is captured while it has sides and else decided.
    Expected<> followSides(const QString &dossierUuid, const QString &componentCode);
    /// A new step: those that are undone are gone. Grows the last edit when that
    /// is of the same run.
    void addEdit(const QString &dossierUuid, const EditRow &row);
};

}  // namespace station::store
