#pragma once

#include "app/gui/counter/signing_values.h"
#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/pdf/printed_page.h"
#include "core/store/capture_rows.h"
#include "core/store/desk_rows.h"
#include "core/workflow/batch_control.h"
#include "core/workflow/capture_events.h"
#include "core/workflow/rescan_reason.h"
#include "core/workflow/scan_source.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <set>
#include <stop_token>
#include <vector>

namespace station::gui {

struct ProcedureChoice {
    QString code{};
    QString name{};  ///< Official Vietnamese name.

    bool operator==(const ProcedureChoice &) const = default;
};

/// One paper of the checklist: what the catalogue asks for, what the rules
/// advise, and how far the paper has come.
struct ChecklistPaper {
    dossier::Component component{};
    QString name{};        ///< Of the component, as the catalogue has it.
    bool required = true;  ///< The dossier cannot be handed over without it.
    dossier::Decision advised = dossier::Decision::Digitize;  ///< By the rules of today.
    QString returnReason{};    ///< Why the supervisor sent it back; empty: he did not.
    bool awaitsProof = false;  ///< Stays in the station until its time stamp or proof is there.
    bool corrects = false;     ///< Takes the place of a copy that was handed over.

    bool operator==(const ChecklistPaper &) const = default;
};

/// Everything that the window shows about one dossier. Each call that changes
/// a dossier returns it anew, as it stands on disk.
struct DossierView {
    dossier::Dossier dossier;
    QString procedureName{};
    std::vector<ChecklistPaper> papers{};  ///< In checklist order.
    store::EditHistory edits{};  ///< What undo and redo of sides would do; survives a restart.
    /// Pages of captured papers that nobody has looked at as they are now.
    std::set<QString> unseen{};
    std::optional<store::Hold> resumed{};  ///< It was put aside until it was opened now.

    bool operator==(const DossierView &) const = default;
};

/// A line in the list of dossiers that wait to be finished.
struct DossierSummary {
    QString uuid{};
    QString code{};  ///< Empty while the portal has not given one.
    QString procedureName{};
    QString ownerName{};
    qint64 receivedAtMs = 0;
    std::optional<store::Hold> held{};  ///< It was put aside.

    bool operator==(const DossierSummary &) const = default;
};

struct NewDossier {
    QString procedure{};  ///< Code of a ProcedureChoice.
    QString ownerId{};
    QString ownerName{};
    QString code{};  ///< Empty: the portal gives it later.
};

/// A copy in the repository of what a slot asks for.
struct StoredCopy {
    QString code{};    ///< Its digitization code.
    QString title{};   ///< Kind, number and date of the paper.
    QString whyNot{};  ///< Why it may not be reused: shown, never taken. Empty: it may.

    bool operator==(const StoredCopy &) const = default;
};

struct StoredCopies {
    std::vector<StoredCopy> copies{};  ///< Those that may be reused first.
    QString age{};  ///< Of when that is known, when the repository does not answer; else empty.
};

struct FieldSlot {
    dossier::FieldProposal proposal{};  ///< Empty value: nothing was recognized.
    bool required = false;

    bool operator==(const FieldSlot &) const = default;
};

/// What was read from a signed paper.
struct PaperReading {
    std::vector<FieldSlot> fields{};  ///< In the order of the paper kind.
    /// The kind of paper (official Vietnamese name) that it looks like, when that is
    /// clearly not the one that the checklist asks for there; else empty.
    QString looksLike{};
    store::DraftFields typed{};  ///< What a clerk had done before the window was closed.

    bool operator==(const PaperReading &) const = default;
};

struct FieldValue {
    QString key{};
    QString value{};

    bool operator==(const FieldValue &) const = default;
};

/// A scan as the clerk wishes it.
struct ScanWish {
    QString component{};
    workflow::PaperSource source = workflow::PaperSource::Feeder;
    store::SidePlace place{};  ///< Behind all, before a side, or instead of one.
};

/// What became of a batch of signatures.
struct SignResult {
    DossierView view;
    std::vector<PaperProgress> papers{};  ///< In the order of signing; none waits or runs.
    std::optional<Error> ended{};         ///< Why it ended before its last paper.
};

/// How a scan or an import is followed. On any thread, never two at once.
struct CaptureCalls {
    workflow::CaptureEvents events{};
    std::function<void(workflow::ScannerNotice)> onNotice{};
};

/// What became of files that were handed in.
struct ImportOutcome {
    DossierView view;
    int sides = 0;            ///< Of files without signature.
    QString signedVerdict{};  ///< valid, incomplete, attention, unverifiable: a signed file was
                              ///< taken as it is; empty: none was signed.
};

/// What is printed about a dossier.
struct Printout {
    pdf::PrintedPages pages{};
    QString fileName{};    ///< Proposed for saving; names no person and no dossier.
    bool dueOpen = false;  ///< On a receipt: when the result is due is left to the pen.
};

/// Paper for the virtual scanner, which nobody can touch. Null at an office's
/// station.
class TrainingTray {
public:
    enum class Cover { Closed, Open };

    virtual ~TrainingTray() = default;
    virtual std::vector<ChecklistPaper> papers() = 0;  ///< Training papers that can be fed.
    virtual int sheetsInFeeder() = 0;
    virtual Expected<> feed(const QString &component) = 0;  ///< Lays its sheets behind the others.
    virtual Expected<> feedSeparator(const QString &component) = 0;
    virtual Expected<> empty() = 0;
    virtual bool isCoverOpen() = 0;
    virtual Expected<> setCover(Cover cover) = 0;
    virtual Expected<> jamNextSheet() = 0;  ///< The sheet after the next one jams.
    virtual Expected<> doubleFeedNext() = 0;
    virtual Expected<> hangNext() = 0;  ///< The scanner stops answering.
    virtual bool isJammed() = 0;
    /// Frees the jam and lays back `sheets` of the sheets that have gone through.
    virtual Expected<> putBack(int sheets) = 0;
    virtual bool isPlugged() = 0;
    virtual Expected<> setPlugged(bool plugged) = 0;
    virtual Expected<> pressButton() = 0;  ///< The scanner's own key.
};

/// The use cases of the counter as the window sees them: values in, values out.
///
/// Calls that return an Expected block and are made away from the GUI thread. Calls come one at a
/// time, except that three have a thread of their own beside the others: what
/// moves paper (`scanner`, `scan`, `importFiles`), pictures (`sidePicture` and
/// `originalPicture`, on several), and the training tray, which is worked also while a scan waits.
/// Callbacks come on any thread, never two at once. A dossier is named by its
/// uuid, a paper by its component code.
class CounterDesk {
public:
    virtual ~CounterDesk() = default;

    virtual Expected<std::vector<ProcedureChoice>> procedures() = 0;
    /// Oldest first; those that were put aside come behind the others.
    virtual Expected<std::vector<DossierSummary>> unfinished() = 0;
    /// Name of the office's scanner; fails when it does not answer.
    virtual Expected<QString> scanner() = 0;

    virtual Expected<DossierView> openDossier(const QString &codeOrUuid) = 0;
    /// Puts it aside until somebody opens it; who and when is the desk's to say.
    virtual Expected<> hold(const QString &uuid, const store::Hold &note) = 0;
    virtual Expected<DossierView> newDossier(const NewDossier &wanted) = 0;
    /// Reads the QR text of an identity card.
    virtual Expected<dossier::Owner> ownerFromCard(const QString &qrText) = 0;

    /// No decision opens the slot again (undo of the first decision). A reason when a copy of the
    /// repository could be reused.
    virtual Expected<DossierView> decide(const QString &uuid, const QString &component,
                                         std::optional<dossier::Decision> decision,
                                         std::optional<workflow::RescanReason> insteadOfReuse) = 0;
    virtual Expected<StoredCopies> storedCopies(const QString &uuid, const QString &component) = 0;
    virtual Expected<DossierView> reuse(const QString &uuid, const QString &component,
                                        const QString &code) = 0;
    /// A copy that was handed over is to be replaced: its paper is captured again. WrongOrder
    /// unless it is handed over.
    virtual Expected<DossierView> correct(const QString &uuid, const QString &component) = 0;
    /// It stays after all; not once the new copy is on its way.
    virtual Expected<DossierView> giveUpCorrection(const QString &uuid,
                                                   const QString &component) = 0;

    /// Sides that were announced stay, whatever the scan ends with. A trouble is
    /// first offered to `calls.events.onPause`, which may wait for the clerk.
    virtual Expected<DossierView> scan(const QString &uuid, const ScanWish &wish,
                                       const CaptureCalls &calls, std::stop_token stop) = 0;
    /// Whether the scanner's own key starts a scan here. Returns at once.
    virtual bool hasScanButton() const = 0;
    /// Whether that key was pressed; asked twice a second while idle.
    virtual bool scanButtonPressed() = 0;
    /// Called when scanners come and go (from any thread); empty: no longer.
    virtual void watchScanners(std::function<void()> onChange) = 0;
    virtual Expected<ImportOutcome> importFiles(const QString &uuid, const QString &component,
                                                const QStringList &files, const CaptureCalls &calls,
                                                std::stop_token stop) = 0;

    // Edits of captured sides (workflow::Editing). WrongOrder once they are signed.
    virtual Expected<DossierView> setBlank(const QString &uuid, const QString &side,
                                           bool blank) = 0;
    virtual Expected<DossierView> setOut(const QString &uuid, const QString &side, bool out) = 0;
    virtual Expected<DossierView> turn(const QString &uuid, const QString &side, int byDeg) = 0;
    virtual Expected<DossierView> move(const QString &uuid, const QString &side,
                                       const QString &component, const QString &before) = 0;
    virtual Expected<DossierView> split(const QString &uuid, const QString &side,
                                        const QString &component) = 0;
    virtual Expected<DossierView> setCleanup(const QString &uuid, const QString &side,
                                             const dossier::SideCleanup &cleanup) = 0;
    /// The things that lie apart on it become sides of their own; it is set aside.
    virtual Expected<DossierView> divide(const QString &uuid, const QString &side) = 0;
    virtual Expected<DossierView> undoEdit(const QString &uuid) = 0;
    virtual Expected<DossierView> redoEdit(const QString &uuid) = 0;

    /// How many sheets the clerk counted; 0: not counted.
    virtual Expected<DossierView> expectSheets(const QString &uuid, const QString &component,
                                               int sheets) = 0;
    virtual Expected<DossierView> explainCount(const QString &uuid, const QString &component,
                                               const QString &explanation) = 0;
    /// Separator sheets for the dossier's papers.
    virtual Expected<Printout> separatorSheets(const QString &uuid) = 0;
    /// The receipt and appointment slip, with the papers that were taken in so far.
    virtual Expected<Printout> receipt(const QString &uuid) = 0;
    virtual TrainingTray *trainingTray() = 0;  ///< Null: a real scanner.

    /// The best picture there is of a side: cleaned, else as it was scanned.
    virtual Expected<QString> sidePicture(const QString &uuid, const QString &side) = 0;
    /// As the scanner gave it, before any clean-up.
    virtual Expected<QString> originalPicture(const QString &uuid, const QString &side) = 0;
    /// The clerk looks at this side now: its text is read first. Returns at once.
    virtual void lookAt(const QString &uuid, const QString &side) = 0;

    /// These sides stood in the page view. Does nothing for a side that is not cleaned.
    virtual Expected<> seen(const QString &uuid, const QStringList &sides) = 0;

    /// Asks token and authority, which takes seconds; at once while a token is unlocked.
    virtual Expected<SigningOutlook> signingOutlook() = 0;
    /// Signs every captured paper of the dossier. Fails when none could be tried (the PIN,
    /// the clock, a page that nobody has seen); from the first paper on all is in the result.
    virtual Expected<SignResult> sign(const QString &uuid, SignWish wish, const SignCalls &calls,
                                      workflow::BatchControl &control) = 0;
    /// Any further signature needs the PIN again.
    virtual Expected<> lockToken() = 0;
    /// Called when tokens come and go and when one is unlocked or locked (from any
    /// thread); empty: no longer. The training token is made first where there is none, which takes
    /// seconds unless it is stopped; nothing is watched then.
    virtual void watchTokens(std::function<void(const TokenNews &)> onChange,
                             const std::stop_token &stop = {}) = 0;
    /// What nobody else could tell in training; TokenNotFound at an office's station.
    virtual Expected<QString> trainingPin(const std::stop_token &stop) = 0;
    /// Somebody came back to the window: not every token tells that it was pulled. Returns at once.
    virtual void lookForTokens() = 0;

    /// Called at once and on each change (from any thread); empty: no longer.
    virtual void watchProof(std::function<void(const ProofState &)> onChange) = 0;
    /// Asks the authorities now. Returns at once.
    virtual void retryProof() = 0;

    /// What waits to be stored is sent from now on. Called after each round (from any thread);
    /// empty: no longer, and nothing is sent any more.
    virtual void watchOutbox(std::function<void(const OutboxState &)> onChange) = 0;
    /// Sends what waits now, also what waits for a person. Returns at once.
    virtual void retryOutbox() = 0;

    virtual Expected<PaperReading> proposals(const QString &uuid, const QString &component) = 0;
    /// Keeps what was typed and not accepted yet, so that a restart finds it.
    virtual Expected<> keepTyped(const QString &uuid, const QString &component,
                                 const store::DraftFields &fields) = 0;
    /// The value in the form it is kept in; InvalidInput or CheckDigitWrong. Returns at once.
    virtual Expected<QString> checkedValue(const QString &key, const QString &value) = 0;
    /// The digitization code that these values would give. Not claimed yet.
    virtual Expected<QString> proposedCode(const QString &uuid, const QString &component,
                                           const std::vector<FieldValue> &values) = 0;
    /// The clerk stands for these values and this code.
    virtual Expected<DossierView> confirm(const QString &uuid, const QString &component,
                                          const std::vector<FieldValue> &values) = 0;

    /// Claims the codes, stores the copies and tells the department. Fails with
    /// what sync::goesOnByItself when that is queued instead: the clerk's work is done.
    /// ProofPending: a copy may not leave before its time stamp is there.
    virtual Expected<DossierView> handOver(const QString &uuid) = 0;
};

}  // namespace station::gui
