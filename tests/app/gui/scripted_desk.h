#pragma once

#include "app/gui/counter/counter_desk.h"
#include "tests/app/gui/scripted_edits.h"
#include "tests/app/gui/scripted_tray.h"
#include "tests/app/gui/training_page.h"

#include <QSemaphore>
#include <QTemporaryDir>

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>

namespace station::gui::test {

/// What lies in the feeder: one entry a side.
struct FeederSide {
    enum class Content { Certificate, Form, Blank } content = Content::Certificate;
    dossier::Face face = dossier::Face::Front;
    bool twoSided = false;
    bool damaged = false;
    dossier::Attentions attention{};
    std::vector<QRect> items{};
    std::optional<Fault> trouble{};  ///< The run stands still before this side.
    QString leadsTo{};               ///< A separator sheet: no side, but the next component.
    bool known = true;               ///< False: only after the side behind it has come.
    std::optional<workflow::ScannerNotice> notice{};  ///< Given before this side.
};

/// The counter's use cases in memory, for tests of the window alone. Keeps the
/// order of the law by the types of core/dossier; pictures are real files.
class ScriptedDesk final : public CounterDesk {
public:
    static inline const QString dossierCode = QStringLiteral("H56.16-261125-0042");
    static inline const QByteArray rightPin = QByteArrayLiteral("86420135");

    /// With `holdToken` the token is ready after two permits.
    explicit ScriptedDesk(QSemaphore *holdToken = nullptr);

    // The script.
    std::deque<std::vector<FeederSide>> feeder{};  ///< One pile a scan.
    std::optional<Error> scanEndsWith{};           ///< After the pile is through.
    std::optional<Error> importEndsWith{};
    QString signedVerdict{};  ///< Files that come in are signed, with this verdict.
    std::optional<Error> handOverEndsWith{};
    int reusableCopies = 1;
    std::vector<StoredCopy> spentCopies{};  ///< Behind those.
    QString storedCopiesAge{};
    /// Pages have to be looked at before they are signed. Off: the desk says that they were.
    bool asksForReview = false;
    bool originalsAreThere = true;
    QString looksLike{};                   ///< Every paper, to whoever reads it.
    std::atomic<bool> diskIsFull = false;  ///< What is typed is not kept.
    QString refusedValue{};                ///< Has the wrong form for every field.
    bool readsTable = false;               ///< Papers have many fields, and a table of vehicles.
    int cleansAfterMs = 0;                 ///< How long a side is there before it is clean.
    std::vector<SigningCertificate> certificates{};  ///< One good one.
    std::optional<Error> outlookEndsWith{};
    signing::ClockState clock{.verdict = signing::ClockVerdict::Good};
    std::map<QString, Fault> failingPapers{};  ///< By component; the others are signed.
    QString tokenGoneBefore{};                 ///< Component; once.
    bool pinEachTime = false;
    bool dueOpen = false;            ///< Of the receipt.
    QSemaphore *holdSign = nullptr;  ///< A paper is signed for each permit.
    QSemaphore *holdScan = nullptr;  ///< A side is taken from the feeder for each permit.
    std::atomic<bool> buttonIsPressed = false;  ///< The scanner's key; once.
    std::unique_ptr<ScriptedTray> tray{};
    bool isWatched() const;
    void tellTokens(const TokenNews &news);  ///< On another thread. While watched.
    void tellProof(const ProofState &state);
    void plugScanner();  ///< A scanner came or went, told on another thread. While watched.

    // What happened.
    DossierView view() const;
    std::vector<ScanWish> wishes() const;
    std::vector<workflow::PauseAnswer> answers() const;
    QStringList imported() const;
    int scannerCalls() const { return m_scannerCalls; }
    int buttonPolls() const { return m_buttonPolls; }
    int papersBegun() const { return m_papersBegun; }  ///< By the thread that signs.
    int signCalls() const { return m_signCalls; }
    int pinsGiven() const { return m_pinsGiven; }
    QString signedWith() const;  ///< SHA-256 of the certificate of the last login.
    QStringList seenSides() const;
    QStringList lookedAt() const;  ///< Sides whose text was asked to be read first.
    void forgetLooks();
    int locks() const { return m_locks; }
    int tokenLooks() const { return m_tokenLooks; }
    int proofRetries() const { return m_proofRetries; }
    int outboxRetries() const { return m_outboxRetries; }
    void tellOutbox(const OutboxState &state);
    std::vector<FieldValue> confirmedValues(const QString &component) const;
    bool handedOver() const { return m_handedOver; }
    NewDossier created() const { return m_created; }
    std::optional<store::Hold> held() const;
    std::optional<workflow::RescanReason> insteadOfReuse() const;  ///< Of the last decision.
    store::DraftFields typed(const QString &component) const;
    const TrainingPage &certificate() const { return m_certificate; }

    Expected<std::vector<ProcedureChoice>> procedures() override;
    Expected<std::vector<DossierSummary>> unfinished() override;
    Expected<QString> scanner() override;
    Expected<DossierView> openDossier(const QString &codeOrUuid) override;
    Expected<> hold(const QString &uuid, const store::Hold &note) override;
    Expected<DossierView> newDossier(const NewDossier &wanted) override;
    Expected<dossier::Owner> ownerFromCard(const QString &qrText) override;
    Expected<DossierView> decide(const QString &uuid, const QString &component,
                                 std::optional<dossier::Decision> decision,
                                 std::optional<workflow::RescanReason> insteadOfReuse) override;
    Expected<StoredCopies> storedCopies(const QString &uuid, const QString &component) override;
    Expected<DossierView> reuse(const QString &uuid, const QString &component,
                                const QString &code) override;
    Expected<DossierView> correct(const QString &uuid, const QString &component) override;
    Expected<DossierView> giveUpCorrection(const QString &uuid, const QString &component) override;
    Expected<DossierView> scan(const QString &uuid, const ScanWish &wish, const CaptureCalls &calls,
                               std::stop_token stop) override;
    bool hasScanButton() const override { return true; }
    bool scanButtonPressed() override;
    void watchScanners(std::function<void()> onChange) override;
    Expected<ImportOutcome> importFiles(const QString &uuid, const QString &component,
                                        const QStringList &files, const CaptureCalls &calls,
                                        std::stop_token stop) override;
    Expected<DossierView> setBlank(const QString &uuid, const QString &side, bool blank) override;
    Expected<DossierView> setOut(const QString &uuid, const QString &side, bool out) override;
    Expected<DossierView> turn(const QString &uuid, const QString &side, int byDeg) override;
    Expected<DossierView> move(const QString &uuid, const QString &side, const QString &component,
                               const QString &before) override;
    Expected<DossierView> split(const QString &uuid, const QString &side,
                                const QString &component) override;
    Expected<DossierView> setCleanup(const QString &uuid, const QString &side,
                                     const dossier::SideCleanup &cleanup) override;
    Expected<DossierView> divide(const QString &uuid, const QString &side) override;
    Expected<DossierView> undoEdit(const QString &uuid) override;
    Expected<DossierView> redoEdit(const QString &uuid) override;
    Expected<DossierView> expectSheets(const QString &uuid, const QString &component,
                                       int sheets) override;
    Expected<DossierView> explainCount(const QString &uuid, const QString &component,
                                       const QString &explanation) override;
    Expected<Printout> separatorSheets(const QString &uuid) override;
    Expected<Printout> receipt(const QString &uuid) override;
    TrainingTray *trainingTray() override { return tray.get(); }
    Expected<QString> sidePicture(const QString &uuid, const QString &side) override;
    Expected<QString> originalPicture(const QString &uuid, const QString &side) override;
    void lookAt(const QString &uuid, const QString &side) override;
    Expected<> seen(const QString &uuid, const QStringList &sides) override;
    Expected<SigningOutlook> signingOutlook() override;
    Expected<SignResult> sign(const QString &uuid, SignWish wish, const SignCalls &calls,
                              workflow::BatchControl &control) override;
    Expected<> lockToken() override;
    void watchTokens(std::function<void(const TokenNews &)> onChange,
                     const std::stop_token &stop = {}) override;
    Expected<QString> trainingPin(const std::stop_token &stop) override;
    void lookForTokens() override { ++m_tokenLooks; }
    void watchProof(std::function<void(const ProofState &)> onChange) override;
    void retryProof() override;
    void watchOutbox(std::function<void(const OutboxState &)> onChange) override;
    void retryOutbox() override;
    Expected<PaperReading> proposals(const QString &uuid, const QString &component) override;
    Expected<> keepTyped(const QString &uuid, const QString &component,
                         const store::DraftFields &fields) override;
    Expected<QString> checkedValue(const QString &key, const QString &value) override;
    Expected<QString> proposedCode(const QString &uuid, const QString &component,
                                   const std::vector<FieldValue> &values) override;
    Expected<DossierView> confirm(const QString &uuid, const QString &component,
                                  const std::vector<FieldValue> &values) override;
    Expected<DossierView> handOver(const QString &uuid) override;

private:
    struct Run;

    void waitForToken(const std::stop_token &stop) const;
    std::vector<FieldSlot> fieldsOf(const QString &component) const;
    std::vector<FieldSlot> tableFields() const;
    DossierView shown() const;  ///< With what was not looked at; the lock is held.
    Expected<DossierView> shown(const Expected<DossierView> &edited) const;
    void setUnlocked(bool unlocked);
    PaperProgress signOne(ChecklistPaper &paper);
    dossier::PaperState &state(const QString &component);
    void setCorrects(const QString &component, bool corrects);
    dossier::Component &component(const QString &code);
    void addSide(Run &run, const FeederSide &taken);
    void separate(Run &run, const QString &component, bool withLast);
    workflow::Pause pauseFor(const Run &run, Fault fault);
    void endRun(const Run &run);
    bool waitForPermit(const std::stop_token &stop) const;

    mutable std::mutex m_mutex{};
    QTemporaryDir m_folder{};
    TrainingPage m_certificate{};
    DossierView m_view;
    ScriptedEdits m_edits{m_view};
    std::vector<ScanWish> m_wishes{};
    std::vector<workflow::PauseAnswer> m_answers{};
    QStringList m_imported{};
    std::function<void()> m_onScanners{};
    std::function<void(const TokenNews &)> m_onTokens{};
    std::function<void(const ProofState &)> m_onProof{};
    std::function<void(const OutboxState &)> m_onOutbox{};
    std::map<QString, dossier::Side> m_seen{};
    QStringList m_seenSides{};
    QStringList m_lookedAt{};
    QString m_signedWith{};
    std::atomic<int> m_locks = 0;
    std::atomic<int> m_tokenLooks = 0;
    QSemaphore *const m_holdToken;
    std::atomic<int> m_proofRetries = 0;
    std::atomic<int> m_outboxRetries = 0;
    std::atomic<int> m_scannerCalls = 0;
    std::atomic<int> m_buttonPolls = 0;
    std::map<QString, QString> m_pictures{};  ///< Side to file.
    QString m_original{};                     ///< Of every side: a crooked page on dark ground.
    std::map<QString, std::vector<FieldValue>> m_confirmed{};
    NewDossier m_created{};
    std::optional<store::Hold> m_held{};
    std::optional<workflow::RescanReason> m_insteadOfReuse{};
    std::map<QString, store::DraftFields> m_typed{};
    std::optional<dossier::HandedOverCopy> m_former{};  // of the paper that is being corrected
    std::atomic<int> m_papersBegun = 0;
    std::atomic<int> m_signCalls = 0;
    std::atomic<int> m_pinsGiven = 0;
    std::atomic<bool> m_unlocked = false;
    std::atomic<bool> m_handedOver = false;
};

}  // namespace station::gui::test
