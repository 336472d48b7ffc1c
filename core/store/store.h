#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/dossier/side_view.h"
#include "core/sealing/sealer.h"
#include "core/store/audit_entry.h"
#include "core/store/capture_rows.h"
#include "core/store/correction.h"
#include "core/store/desk_rows.h"
#include "core/store/dossier_summary.h"
#include "core/store/outbox.h"
#include "core/store/owner_answer.h"
#include "core/store/proven_copy.h"
#include "core/store/state_change.h"
#include "core/store/upgrade_rows.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace station::store {

enum class NewerSchema;

/// The station's own truth: `<data>/station.db`, an SQLite database that
/// survives kill and power cut. A Store is one connection: cheap to open, used
/// by one thread. Each thread and each use case opens its own.
///
/// Every function that changes something is one transaction: all of it is on
/// the disk when it returns without an error, nothing of it otherwise. Every
/// change of a paper writes its audit row in the same transaction.
///
/// While one is open its station's data are neither restored nor migrated (StorageInUse there).
///
/// Files come before rows: a blob or spool file that a row names is durable
/// before the row is written (BlobFolder, Spool).
///
/// Errors of every function: StorageFull, StorageFailed. Besides:
/// UnknownDossier, UnknownComponent where one is named that does not exist.
class Store {
public:
    /// Makes the folder and the database when they do not exist, and brings an
    /// older schema up to date. StorageNewer when a newer program wrote it.
    /// With a sealer what tells of a person is sealed; a database that is not yet
    /// becomes so now. KeyUnavailable when it was sealed with another key.
    static Expected<Store> open(const QString &dataDir);
    static Expected<Store> open(const QString &dataDir, const Clock &clock,
                                std::shared_ptr<const sealing::Sealer> sealer = nullptr);
    /// The same, but what a newer program wrote is opened, too, to be looked at: whatever would
    /// change it fails with StorageNewer, and what this program does not know is not seen.
    static Expected<Store> openForReading(const QString &dataDir, const Clock &clock,
                                          std::shared_ptr<const sealing::Sealer> sealer = nullptr);
    ~Store();
    Store(Store &&other) noexcept;
    Store &operator=(Store &&other) noexcept;

    /// As `upkeepTasks`, also of data whose key is not at hand; none without data.
    static Expected<QStringList> upkeepTasksIn(const QString &dataDir, const QString &beginning);

    const QString &dataDir() const;
    /// StorageNewer when it was opened for looking only: before work that has to be recorded.
    Expected<> checkChangeable() const;
    const QString &stationId() const;  ///< Random, made with the store; stands in the audit chain.

    // Dossiers.

    /// DuplicateDossier when its code (or uuid) is already on this station.
    Expected<> createDossier(const dossier::Dossier &dossier, const QString &actor);
    /// By uuid or by dossier code.
    Expected<dossier::Dossier> load(const QString &uuidOrCode) const;
    Expected<std::vector<DossierSummary>> listDay(const QDate &vietnamDay) const;
    /// Never handed over, or with a paper between decision and hand-over.
    Expected<std::vector<DossierSummary>> listUnfinished() const;
    /// Every word of `text` starts a word of the owner's name, the code or the
    /// owner's id; case and tone marks do not matter. Newest first.
    Expected<std::vector<DossierSummary>> search(const QString &text, int limit = 50) const;
    /// Dossiers of one owner, newest first.
    Expected<std::vector<DossierSummary>> listOwner(const QString &ownerId) const;

    /// Whom dossiers that were received since then are for.
    Expected<QStringList> departmentsSince(qint64 receivedMs) const;

    // Papers.

    /// A copy that got more proof since it was loaded keeps it: the step goes on with the better
    /// file. Conflict when the paper is no longer in the step `from`, or when its sides
    /// are others by now than the first ones of `next`: one came or went, the order
    /// changed, or what is blank, set aside or turned.
    Expected<> apply(const StateChange &change);
    /// A side whose file is in the spool folder: the slot becomes captured (or
    /// grows). WrongOrder when the component does not take sides (now). Does
    /// nothing when the side is there already.
    Expected<> addSide(const NewSide &side, const QString &actor);
    /// What clean-up found: size, dpi, damaged, cleaned, attention, fingerprint, items, and
    /// `blank` when the side was not cleaned before (later it is the clerk's word)
    /// and the clerk has not said so yet. Its placement stays; when the clerk turned it or
    /// changed its clean-up meanwhile, it is not clean. WrongOrder once the paper is signed.
    Expected<> updateSide(const QString &dossierUuid, const dossier::Side &side,
                          const QString &actor, const QString &objectSha256 = {});

    // Scan runs. A run is written before its paper moves, so that sides which a
    // kill left without a row find their place (dossier::SideNote).

    /// Conflict when there is one with its id.
    Expected<> beginRun(const ScanRun &run);
    /// Nothing when there is no such run.
    Expected<std::optional<ScanRun>> run(const QString &runId) const;
    /// Those of dossiers that were handed over, after 30 days. Returns how many.
    Expected<int> forgetOldRuns();

    // Edits. Linear: a new edit drops those that were undone.

    /// Where the dossier's sides stand, by side id.
    Expected<QHash<QString, dossier::Placement>> placements(const QString &dossierUuid) const;
    /// Conflict when a side is not where `before` says or its new place is taken,
    /// InvalidInput when the edit says nothing or an impossible place; WrongOrder when a paper
    /// that is touched does not take sides (now). A paper that loses its last
    /// side becomes decided again, one that gets its first becomes captured.
    /// A side that is turned, or whose clean-up changes, is no longer clean.
    Expected<> applyEdit(const QString &dossierUuid, const dossier::Edit &edit,
                         const QString &actor);
    /// One edit: `parts`, whose files are in the spool folder, come behind `whole`, each a
    /// sheet of its own, and `whole` is set aside. Conflict when `whole` is not in any paper
    /// (now) or a part is; WrongOrder when its paper takes no sides.
    Expected<> divideSide(const QString &dossierUuid, const QString &whole,
                          const dossier::Sides &parts, const QString &actor);
    /// The edit that was taken back or done again. NothingToDo when there is none;
    /// else as applyEdit, where only what the edit changed has to be as it left it.
    Expected<dossier::Edit> undoEdit(const QString &dossierUuid, const QString &actor);
    Expected<dossier::Edit> redoEdit(const QString &dossierUuid, const QString &actor);
    Expected<EditHistory> editHistory(const QString &dossierUuid) const;

    /// The clerk's count and explanation; part of dossier::Component when loaded.
    /// WrongOrder once the paper is signed.
    Expected<> saveCount(const QString &dossierUuid, const QString &componentCode,
                         const dossier::SheetCount &count, const QString &actor);

    // The clerk's desk.

    /// Puts the dossier aside (again); `sinceMs` becomes now.
    Expected<> hold(const QString &dossierUuid, Hold hold);
    /// NothingToDo when it was not put aside. A hand-over does the same.
    Expected<> resume(const QString &dossierUuid, const QString &actor);
    Expected<QHash<QString, Hold>> holds() const;  ///< By the dossier's uuid.

    /// What stands in the fields of a signed paper; forgotten once they are confirmed together.
    /// WrongOrder in any other step.
    Expected<> saveDraft(const QString &dossierUuid, const QString &componentCode,
                         const DraftFields &fields);
    Expected<DraftFields> draft(const QString &dossierUuid, const QString &componentCode) const;

    /// Replaces what was proposed before.
    Expected<> saveProposals(const QString &dossierUuid, const QString &componentCode,
                             const dossier::FieldProposals &proposals);
    Expected<dossier::FieldProposals> proposals(const QString &dossierUuid,
                                                const QString &componentCode) const;
    /// Fields confirmed so far, before all of them make an ExtractedCopy.
    Expected<> saveFields(const QString &dossierUuid, const QString &componentCode,
                          const dossier::Fields &fields, const QString &actor);
    /// Also what an ExtractedCopy holds.
    Expected<dossier::Fields> fields(const QString &dossierUuid,
                                     const QString &componentCode) const;

    /// The PDF files of the dossier's papers, which lie in the blob folder.
    Expected<std::vector<dossier::Blob>> blobs(const QString &dossierUuid) const;

    // Corrections: copies that were handed over and are replaced.

    /// The paper is captured again, with its sides; those of a file that its issuer signed are
    /// set aside. What was confirmed and proposed is gone, its code stays with it. WrongOrder
    /// unless it is handed over, and while another hand-over of the dossier is open.
    Expected<> beginCorrection(const QString &dossierUuid, const QString &componentCode,
                               const QString &actor);
    /// The next hand-over leaves the paper out: its slot is open, its sides are set aside.
    /// WrongOrder as `beginCorrection`.
    Expected<> withdraw(const QString &dossierUuid, const QString &componentCode,
                        const QString &actor);
    /// The paper is again what it was; sides that came since are set aside. NothingToDo when it
    /// is not being corrected; WrongOrder once the new copy is on its way; Conflict when a side
    /// has gone to another paper.
    Expected<> giveUpCorrection(const QString &dossierUuid, const QString &componentCode,
                                const QString &actor);
    /// Those whose new copy is not handed over.
    Expected<std::vector<Correction>> corrections(const QString &dossierUuid) const;

    // Answers about owners; for core/sync.

    /// Of one owner, by the prefix of his keys in the repository's index.
    Expected<OwnerAnswer> ownerAnswer(const QString &prefix) const;
    /// The repository answered now; `entries` are those that were not known.
    Expected<> saveOwnerAnswer(const QString &prefix, const std::vector<OwnerEntry> &entries);
    /// It was asked now and did not answer.
    Expected<> noteNoOwnerAnswer(const QString &prefix);

    // What was seen, and copies on their way to more proof.

    Expected<> saveViews(const std::vector<dossier::SideView> &views);
    /// The last one of each kind of each side.
    Expected<std::vector<dossier::SideView>> views(const QString &dossierUuid) const;

    /// Oldest first. A copy enters with StateChange::upgrade and leaves with all that is
    /// wanted, or when it is stored in the repository.
    Expected<std::vector<UpgradeRow>> upgrades() const;
    /// For a copy that was signed when the rules asked for less. Does nothing when it is in the
    /// queue already.
    Expected<> queueUpgrade(const QString &dossierUuid, const QString &componentCode,
                            const NewUpgrade &target);
    /// Nobody else works on that copy until `untilMs`. False when somebody does already, when it
    /// has left the queue, or while a hand-over of the dossier is open: what was planned to be
    /// sent stays as it is. `claim` is any fresh id.
    Expected<bool> claimUpgrade(const QString &dossierUuid, const QString &componentCode,
                                const QString &claim, qint64 untilMs);
    /// Gives the claim back; nothing changed but the wait. Does nothing when it is lost.
    Expected<> postponeUpgrade(const QString &dossierUuid, const QString &componentCode,
                               const QString &claim, const UpgradeWait &wait,
                               qint64 renewBeforeMs = 0);
    /// The new file, its level, the queue and the audit row "upgrade". The old file becomes
    /// loose. Conflict when the claim is lost or the copy is another one by now.
    Expected<> saveUpgrade(const UpgradeGain &gain);
    /// Takes the copy out of the queue with what it has.
    Expected<> endUpgrade(const QString &dossierUuid, const QString &componentCode,
                          const QString &actor, const QString &action, const QJsonObject &facts);

    /// Before a blob is made that a kill might leave without a name: from that time on
    /// `removeLooseBlobs` may remove it.
    Expected<> announceBlob(const QString &sha256, qint64 removableAtMs);
    /// Removes the loose files that no row names. Returns how many.
    Expected<int> removeLooseBlobs();
    /// Removes the files of sides whose copy was purged. Returns of how many.
    Expected<int> removePurgedPictures();

    // Copies that the repository has for certain, and this station no longer.

    /// Papers that were handed over (or whose file was fetched back) before `beforeMs` and whose
    /// copy, code, manifest and event are all proven; none of a dossier with an open hand-over.
    Expected<std::vector<ProvenCopy>> purgeable(qint64 beforeMs, int limit) const;
    /// Their files become loose: `removeLooseBlobs` removes those that nothing else names,
    /// `removePurgedPictures` the pages'. Those that are not as they were are left out. Returns how
    /// many were not.
    Expected<int> purge(const std::vector<ProvenCopy> &copies, const QString &actor);
    /// The file is in the blob folder again. Conflict when the paper names another one by now.
    Expected<> unpurge(const QString &dossierUuid, const QString &componentCode,
                       const QString &sha256, const QString &actor);
    /// Since when the repository alone has a paper's copy, by component.
    Expected<QMap<QString, qint64>> purged(const QString &dossierUuid) const;
    /// Dossiers of this station that link that copy.
    Expected<int> reuseCount(const QString &sha256) const;
    /// Dossiers that were handed over, uuids, picked by chance; fewer when there are not as many.
    Expected<QStringList> someHandedOver(int count) const;
    /// All of them, one part after the other: those whose number on this station is higher.
    Expected<std::vector<NumberedDossier>> handedOverAfter(qint64 number, int limit) const;

    // Upkeep.

    /// When a task that runs now and then ran last; 0: never, or in the future, because the clock
    /// was wrong then.
    Expected<qint64> lastUpkeep(const QString &task) const;
    Expected<> noteUpkeep(const QString &task);
    /// How far a long task has come, by its own count; 0: it has not begun.
    Expected<qint64> upkeepMark(const QString &task) const;
    Expected<> noteUpkeepMark(const QString &task, qint64 mark);
    /// Those whose name begins so, sorted.
    Expected<QStringList> upkeepTasks(const QString &beginning) const;
    Expected<> forgetUpkeep(const QString &task);
    /// Of these files of the blob folder, those that no row names become loose: a kill came
    /// before their row. They are kept for seven days. Returns how many.
    Expected<int> noteOrphanBlobs(const QStringList &sha256);
    /// Waits and claims that end further ahead than any does end now: the clock was wrong when
    /// they were written. Returns how many.
    Expected<int> endOverlongWaits();

    // Outbox; for core/sync.

    /// Conflict when the dossier's last hand-over is not `previousId` (empty: none).
    /// ProofPending when a copy has got more proof since the plan was made: plan anew.
    Expected<> beginHandover(const HandoverRow &handover, const std::vector<OutboxStep> &steps,
                             const QString &previousId);
    /// The steps that could be composed once every code was final. Does nothing
    /// when they are there already.
    Expected<> completePlan(const QString &handoverId, const QString &manifestSha256,
                            const std::vector<OutboxStep> &steps,
                            const std::vector<NewNotice> &notices = {});
    /// All steps that are not verified: `Sending`, one attempt more.
    Expected<> beginSending(const QString &handoverId);
    /// Writes what became of some steps of one hand-over and, in the same
    /// transaction, moves on the papers. Steps that another sender has verified
    /// meanwhile are skipped with their papers. With a step that failed among
    /// them, those still `Sending` become `Queued` again.
    Expected<> saveOutcomes(const std::vector<StepOutcome> &outcomes);
    /// Why it could not go on and when it may again. Does nothing once it is complete.
    Expected<> postponeHandover(const QString &handoverId, const RetryWait &wait);
    /// "Try again": open hand-overs and notices of that dossier (empty: of all) are due at once,
    /// dead ones among them. Returns how many had failed.
    Expected<int> retryHandovers(const QString &dossierUuid, const QString &actor);
    Expected<HandoverRow> handover(const QString &handoverId) const;  ///< UnknownDossier.
    Expected<std::vector<HandoverRow>> openHandovers() const;         ///< Oldest first.
    Expected<std::vector<HandoverRow>> handovers(const QString &dossierUuid) const;
    Expected<std::vector<OutboxStep>> steps(const QString &handoverId) const;
    /// Of complete hand-overs; the oldest first.
    Expected<std::vector<Notice>> openNotices() const;
    /// The target has taken it. With `replacesEarlier`, open ones of earlier hand-overs of the
    /// dossier to that target are done, too: it says everything that they would.
    Expected<> closeNotice(const Notice &notice, bool replacesEarlier);
    /// Writes its wait and words. Does nothing once it is closed.
    Expected<> postponeNotice(const Notice &notice);

    // Audit.

    /// An action that changes no paper's state, e.g. "display", "export". The dossier may be
    /// empty: a file of no dossier.
    Expected<> record(const QString &dossierUuid, const QString &componentCode,
                      const QString &actor, const QString &action, const QString &objectSha256 = {},
                      const QJsonObject &facts = {});
    Expected<std::vector<AuditEntry>> audit(const QString &dossierUuid) const;
    /// Reads the whole chain. AuditBroken names the first bad row in its detail.
    Expected<AuditHead> verifyAudit() const;
    Expected<AuditHead> auditHead() const;

private:
    struct Connection;
    struct EditWork;
    explicit Store(std::unique_ptr<Connection> connection);
    static Expected<Store> connect(const QString &dataDir, const Clock &clock, NewerSchema newer,
                                   std::shared_ptr<const sealing::Sealer> sealer);
    std::unique_ptr<Connection> m_connection;
};

}  // namespace station::store
