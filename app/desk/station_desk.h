#pragma once

#include "app/compose/station.h"
#include "app/desk/outbox_news.h"
#include "app/desk/proof_keeper.h"
#include "app/desk/scanner_watch.h"
#include "app/desk/token_keeper.h"
#include "app/desk/training_tray.h"
#include "app/gui/counter/counter_desk.h"
#include "signing/client/certificate_catalog.h"
#include "signing/client/token_watch.h"

#include <memory>
#include <mutex>
#include <set>

namespace station::desk {

/// The counter window's use cases over a real station. Keeps a token unlocked
/// between two batches; any error of the token, and some idle minutes, lock it again.
class StationDesk final : public gui::CounterDesk {
public:
    explicit StationDesk(compose::Station &station);
    ~StationDesk() override;

    Expected<std::vector<gui::ProcedureChoice>> procedures() override;
    Expected<std::vector<gui::DossierSummary>> unfinished() override;
    Expected<QString> scanner() override;

    Expected<gui::DossierView> openDossier(const QString &codeOrUuid) override;
    Expected<> hold(const QString &uuid, const store::Hold &note) override;
    Expected<gui::DossierView> newDossier(const gui::NewDossier &wanted) override;
    Expected<dossier::Owner> ownerFromCard(const QString &qrText) override;

    Expected<gui::DossierView>
    decide(const QString &uuid, const QString &component, std::optional<dossier::Decision> decision,
           std::optional<workflow::RescanReason> insteadOfReuse) override;
    Expected<gui::StoredCopies> storedCopies(const QString &uuid,
                                             const QString &component) override;
    Expected<gui::DossierView> reuse(const QString &uuid, const QString &component,
                                     const QString &code) override;
    Expected<gui::DossierView> correct(const QString &uuid, const QString &component) override;
    Expected<gui::DossierView> giveUpCorrection(const QString &uuid,
                                                const QString &component) override;

    Expected<gui::DossierView> scan(const QString &uuid, const gui::ScanWish &wish,
                                    const gui::CaptureCalls &calls, std::stop_token stop) override;
    bool hasScanButton() const override;
    bool scanButtonPressed() override;
    void watchScanners(std::function<void()> onChange) override;
    Expected<gui::ImportOutcome> importFiles(const QString &uuid, const QString &component,
                                             const QStringList &files,
                                             const gui::CaptureCalls &calls,
                                             std::stop_token stop) override;

    Expected<gui::DossierView> setBlank(const QString &uuid, const QString &side,
                                        bool blank) override;
    Expected<gui::DossierView> setOut(const QString &uuid, const QString &side, bool out) override;
    Expected<gui::DossierView> turn(const QString &uuid, const QString &side, int byDeg) override;
    Expected<gui::DossierView> move(const QString &uuid, const QString &side,
                                    const QString &component, const QString &before) override;
    Expected<gui::DossierView> split(const QString &uuid, const QString &side,
                                     const QString &component) override;
    Expected<gui::DossierView> setCleanup(const QString &uuid, const QString &side,
                                          const dossier::SideCleanup &cleanup) override;
    Expected<gui::DossierView> divide(const QString &uuid, const QString &side) override;
    Expected<gui::DossierView> undoEdit(const QString &uuid) override;
    Expected<gui::DossierView> redoEdit(const QString &uuid) override;

    Expected<gui::DossierView> expectSheets(const QString &uuid, const QString &component,
                                            int sheets) override;
    Expected<gui::DossierView> explainCount(const QString &uuid, const QString &component,
                                            const QString &explanation) override;
    Expected<gui::Printout> separatorSheets(const QString &uuid) override;
    Expected<gui::Printout> receipt(const QString &uuid) override;
    gui::TrainingTray *trainingTray() override;

    Expected<QString> sidePicture(const QString &uuid, const QString &side) override;
    Expected<QString> originalPicture(const QString &uuid, const QString &side) override;
    void lookAt(const QString &uuid, const QString &side) override;

    Expected<> seen(const QString &uuid, const QStringList &sides) override;
    Expected<gui::SigningOutlook> signingOutlook() override;
    Expected<gui::SignResult> sign(const QString &uuid, gui::SignWish wish,
                                   const gui::SignCalls &calls,
                                   workflow::BatchControl &control) override;
    Expected<> lockToken() override;
    void watchTokens(std::function<void(const gui::TokenNews &)> onChange,
                     const std::stop_token &stop = {}) override;
    Expected<QString> trainingPin(const std::stop_token &stop) override;
    void lookForTokens() override;
    void watchProof(std::function<void(const gui::ProofState &)> onChange) override;
    void retryProof() override;
    void watchOutbox(std::function<void(const gui::OutboxState &)> onChange) override;
    void retryOutbox() override;

    Expected<gui::PaperReading> proposals(const QString &uuid, const QString &component) override;
    Expected<> keepTyped(const QString &uuid, const QString &component,
                         const store::DraftFields &fields) override;
    Expected<QString> checkedValue(const QString &key, const QString &value) override;
    Expected<QString> proposedCode(const QString &uuid, const QString &component,
                                   const std::vector<gui::FieldValue> &values) override;
    Expected<gui::DossierView> confirm(const QString &uuid, const QString &component,
                                       const std::vector<gui::FieldValue> &values) override;

    Expected<gui::DossierView> handOver(const QString &uuid) override;

private:
    /// As it stands on disk, after whatever was done with it.
    Expected<gui::DossierView> dossierNow(const QString &codeOrUuid);
    Expected<gui::DossierView> view(const dossier::Dossier &dossier);
    std::optional<store::Hold> takeUp(const QString &uuid);
    dossier::Component withUnreadText(const QString &uuid, dossier::Component component) const;
    QString otherKind(const dossier::Dossier &dossier, const QString &component) const;
    Expected<> layTrainingPaper(const QString &component, workflow::ScanRequest &request);
    /// The dossier as it is after an edit; what a turn left unclean is cleaned.
    Expected<gui::DossierView> edited(const QString &uuid, const Expected<> &edit);

    /// Which copies of the dossier may not leave yet.
    Expected<std::set<QString>> awaitingProof(const dossier::Dossier &dossier);
    Expected<std::vector<signing::CertificateCandidate>>
    certificates(std::vector<gui::SigningCertificate> &shown);
    Expected<> unlock(gui::SignWish wish);
    void tellTokens();
    void tellWaiting(Fault why);
    void tokenTurned(bool unlocked);

    compose::Station &m_station;
    VirtualScannerTray m_tray;
    std::unique_ptr<ScannerWatch> m_watch;  // null: nobody listens
    std::mutex m_mutex;                     // guards the five below
    std::function<void(const gui::TokenNews &)> m_onTokens;
    std::function<Secret()> m_askPin;                         // of the batch that runs; empty: none
    std::vector<signing::CertificateCandidate> m_candidates;  // as they were shown last
    bool m_tokenPresent = false;
    std::unique_ptr<signing::TokenWatch> m_tokenWatch;  // null: nobody listens
    TokenKeeper m_token;
    std::unique_ptr<ProofKeeper> m_proof;              // null: nobody listens
    std::shared_ptr<OutboxNews> m_outboxNews;          // null: nobody listens
    std::unique_ptr<workflow::OutboxRunner> m_outbox;  // null: nobody listens
    std::unique_ptr<compose::Upkeep> m_upkeep;         // null: nobody listens
};

}  // namespace station::desk
