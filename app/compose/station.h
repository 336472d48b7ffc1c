#pragma once

#include "app/compose/signature_services.h"
#include "app/compose/upkeep.h"
#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/base/file_hashes.h"
#include "core/base/secret.h"
#include "core/config/settings.h"
#include "core/repository/province_key.h"
#include "core/repository/repository.h"
#include "core/store/recovery.h"
#include "core/sync/inbox.h"
#include "core/sync/notifier.h"
#include "core/sync/owner_lookup.h"
#include "core/worker/page_worker.h"
#include "core/workflow/capture.h"
#include "core/workflow/deciding.h"
#include "core/workflow/editing.h"
#include "core/workflow/file_signing.h"
#include "core/workflow/handing_over.h"
#include "core/workflow/outbox_runner.h"
#include "core/workflow/reading.h"
#include "core/workflow/receiving.h"
#include "core/workflow/reviewing.h"
#include "core/workflow/signing.h"
#include "core/workflow/station_context.h"
#include "core/workflow/text_queue.h"
#include "core/workflow/upgrading.h"
#include "scanner/client/sane_scan_source.h"
#include "scanner/client/scanner_environment.h"
#include "signing/client/token_environment.h"
#include "signing/client/token_session.h"
#include "signing/online/clock_check.h"
#include "signing/verify/received_copy_verifier.h"
#include "signing/verify/verifier.h"

#include <QString>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace station::compose {

class RepositoryCare;
struct RepositoryNews;

struct StationOptions {
    QString dataDir{};    ///< Empty: the user's data folder.
    QString configDir{};  ///< Empty: embedded defaults only.
    /// Text is read while the clerk works, not when it is asked for: for a window
    /// that stays, not for a command that ends.
    bool readsInBackground = false;
};

/// Whom to believe: the certificates of a folder, and the algorithms that are good
/// enough by the data of this program.
Expected<signing::VerifyContext> trustIn(const QString &folder, const Clock &clock);

/// A whole station, built from settings: the only place that knows every
/// concrete class. Window and command line both work through it.
///
/// Building reads settings and law and makes the data folder; scanner, token
/// and page workers start when they are first asked for. Use cases are cheap
/// to make and may run on any thread.
class Station {
public:
    /// Fails with SettingsInvalid or a storage fault.
    static Expected<std::unique_ptr<Station>> build(const StationOptions &options);
    ~Station();

    /// Removes half files that a kill or a power cut left behind, and compares
    /// files with rows. It walks all folders, so it belongs to the start of the
    /// window and to `sync`, not to every command.
    Expected<store::RecoveryReport> recover();

    const workflow::StationContext &context() const { return m_context; }
    const config::Settings &settings() const { return m_settings; }
    /// No scanner, no token and no repository of an office is set up.
    bool isTraining() const { return usesTrainingScanner() && usesTrainingToken(); }

    worker::PageWorkerPool &pageWorkers() { return m_pageWorkers; }
    workflow::Deciding deciding();
    workflow::Capture capture();
    workflow::Editing editing();
    /// Fails when the trusted authorities cannot be read.
    Expected<workflow::Receiving> receiving();
    workflow::Reviewing reviewing();
    /// For files that belong to no dossier.
    Expected<workflow::FileSigning> fileSigning();
    workflow::Signing signing();
    workflow::Reading reading();
    /// Somebody looks at this side: its text is the next to be read, if it waits.
    void readFirst(const QString &dossierUuid, const QString &side);
    /// The page worker gave up on the side's text.
    bool isTextUnread(const QString &dossierUuid, const QString &side) const;
    workflow::HandingOver handingOver();
    /// A sender of the caller's own, which it runs or starts; `onRound` and `onTold` on threads of
    /// the sender.
    std::unique_ptr<workflow::OutboxRunner>
    outboxRunner(workflow::OutboxRunner::OnRound onRound = {},
                 workflow::OutboxRunner::OnTold onTold = {});
    RepositoryCare repositoryCare();
    /// Backups, the reserve and what the repository wants, for as long as it lives; for programs
    /// that stay. `onNews` after each turn, on a thread of its own.
    std::unique_ptr<Upkeep> upkeep(std::function<void(const RepositoryNews &)> onNews = {});
    /// "Try again" for what failed: of that dossier, or of all. Returns how many had failed.
    Expected<int> retryHandovers(const QString &dossierUuid = {});
    sync::OwnerLookup ownerLookup();
    sync::Inbox inbox();

    /// Defaults of the office for a scan; the spool folder stays empty.
    workflow::ScanRequest scanRequest() const;
    Expected<scanner::ScannerEnvironment> scannerEnvironment();
    /// The office's scanner, its device held open between scans.
    Expected<scanner::SaneScanSource *> scanner();

    /// The training token is made on first use of it, of the trust in it or of the services behind
    /// it, which takes seconds: whoever can be asked to end gives its stop (Cancelled).
    Expected<signing::TokenEnvironment> tokenEnvironment(const std::stop_token &stop = {});
    /// One login attempt. An empty choice means the office's token and the only certificate
    /// on it that may sign. ClockWrong before anything is tried when the clock is known to be.
    /// `pinPrompt` is asked for keys that want a PIN for each signature.
    Expected<std::unique_ptr<signing::TokenSession>>
    openToken(const signing::TokenChoice &choice, Secret pin,
              std::function<Secret()> pinPrompt = {});
    /// What is known of the station's clock.
    signing::ClockState clockState();
    /// ClockWrong when nothing may be signed by it.
    Expected<> checkClock();
    /// More proof for signed copies; without a time-stamp authority it does nothing.
    Expected<workflow::Upgrading> upgrading(const std::stop_token &stop = {});
    /// The same for single files.
    Expected<workflow::CopyUpgrader *> upgrader(const std::stop_token &stop = {});
    Expected<SignatureServices *> services(const std::stop_token &stop = {});
    /// The training token's PIN; TokenNotFound at a station with a real token.
    Expected<Secret> trainingPin(const std::stop_token &stop = {});
    Expected<signing::VerifyContext> trust();

    /// The scanner's own key starts a scan: as the office has set it.
    bool usesScanButton() const { return isTraining() || m_settings.scanner.button; }

    /// Folder of the virtual scanner; paper is put into `devices/<name>/feeder`.
    QString trainingScannerFolder() const;
    /// Pictures of the training papers and their `truth.json`.
    QString trainingPapersFolder() const;

private:
    Station(config::Settings settings, workflow::StationContext context,
            repository::ProvinceKey key, std::unique_ptr<repository::Repository> repository,
            bool readsInBackground);
    sync::Notifiers notifiers() const;
    bool usesTrainingScanner() const { return !m_settings.scanner.isSet(); }
    bool usesTrainingToken() const { return m_settings.token.trustDir.isEmpty(); }
    /// Made on first use; the label in it names the token.
    Expected<QString> setUpToken(const std::stop_token &stop = {});
    Expected<> makeToken(const std::stop_token &stop);

    config::Settings m_settings;
    workflow::StationContext m_context;
    FileHashes m_pictureHashes{};
    std::unique_ptr<repository::Repository> m_repository;
    std::vector<std::unique_ptr<sync::Notifier>> m_notifiers;
    repository::ProvinceKey m_key;
    worker::PageWorkerPool m_pageWorkers;
    std::unique_ptr<workflow::TextQueue> m_texts;  // null: read when asked for
    std::mutex m_mutex;                            // guards what is made on first use
    std::mutex m_tokenMutex;  // guards the six below; not held while the token is made
    std::condition_variable_any m_tokenMade;
    bool m_makingToken = false;
    std::optional<signing::TokenEnvironment> m_token;
    QString m_tokenLabel;
    QString m_trainingPinFile;
    QString m_trustFolder;
    std::unique_ptr<scanner::SaneScanSource> m_scanner;
    std::unique_ptr<signing::ReceivedCopyVerifier> m_verifier;
    std::unique_ptr<SignatureServices> m_services;
};

}  // namespace station::compose
