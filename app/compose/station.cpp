#include "app/compose/station.h"

#include "app/compose/notifiers_of.h"
#include "app/compose/page_pool.h"
#include "app/compose/repository_care.h"
#include "app/compose/repository_of.h"
#include "app/compose/station_folder.h"
#include "app/compose/station_sealing.h"
#include "core/base/durable_file.h"
#include "core/config/share_folder.h"
#include "core/extraction/extraction_rules.h"
#include "core/store/blob_folder.h"
#include "core/store/column_form.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "scanner/client/network_scanner.h"
#include "scanner/client/training_scanner.h"
#include "signing/demo/training_token.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <set>

namespace station::compose {
namespace {

constexpr int blobsToSeal = 500;  // some seconds

/// By which the text queue knows a side: its files without their endings.
QString stemOf(const QString &dataDir, const QString &dossierUuid, const QString &side)
{
    const QString text = QStringLiteral("json");
    return store::Spool(dataDir).file(dossierUuid, side, text).chopped(text.size() + 1);
}

const SystemClock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

Expected<workflow::LawBook> loadLaw(const config::Settings &settings)
{
    const QString share = config::shareFolder();
    workflow::LawBook law;
    const auto profile =
        rules::loadRuleProfile(share + QStringLiteral("/rules/%1.toml").arg(settings.ruleProfile));
    if (!profile)
        return fail(profile.error());
    const auto papers = rules::loadPaperTypes(share + QStringLiteral("/papers/paper_types.toml"));
    if (!papers)
        return fail(papers.error());
    const auto office = rules::loadOffice(settings.officeFile);
    if (!office)
        return fail(office.error());
    const auto catalogue = rules::loadCatalogue(
        share + QStringLiteral("/catalogue/%1.toml").arg(office->catalogue), *papers);
    if (!catalogue)
        return fail(catalogue.error());
    const auto extraction = extraction::loadExtractionRules(share + QStringLiteral("/extraction"));
    if (!extraction)
        return fail(extraction.error());
    const auto calendar =
        rules::loadWorkCalendar(share + QStringLiteral("/calendar/holidays.toml"));
    if (!calendar)
        return fail(calendar.error());
    const auto forms = rules::loadReceiptForms(share + QStringLiteral("/forms/receipt.toml"));
    if (!forms)
        return fail(forms.error());
    return workflow::LawBook{*profile,    *catalogue, *papers, *office,
                             *extraction, *calendar,  *forms};
}

}  // namespace

Expected<signing::VerifyContext> trustIn(const QString &folder, const Clock &clock)
{
    auto context = signing::verifyContext(folder, clock);
    if (!context)
        return context;
    auto policy = signing::AlgorithmPolicy::load(config::shareFolder() +
                                                 QStringLiteral("/signing/algorithms.toml"));
    if (!policy)
        return fail(policy.error());
    context->policy = std::move(*policy);
    return context;
}

Expected<std::unique_ptr<Station>> Station::build(const StationOptions &options)
{
    const QString dataDir = dataFolder(options);
    auto settings = settingsFor(options);
    if (!settings)
        return fail(settings.error());
    const bool training = settings->token.trustDir.isEmpty();
    if (const auto real = config::realEndpoints(*settings); training && !real.isEmpty())
        return fail(
            Fault::SettingsInvalid, QStringLiteral("training token"),
            real.join(QStringLiteral(": not with the training token; set token.trust_dir\n")) +
                QStringLiteral(": not with the training token; set token.trust_dir"));
    auto law = loadLaw(*settings);
    if (!law)
        return fail(law.error());
    auto sealing = SealingKeys(settings->storage, options.configDir, dataDir).open();
    if (!sealing)
        return fail(sealing.error());
    // Fails while others work, or without room; the self-test says what is left.
    (void)store::sweepTraces(dataDir);
    // Opens once, so that a store that cannot be used is known before any paper moves.
    const auto store = store::Store::openForReading(dataDir, systemClock(), sealing->sealer);
    if (!store)
        return fail(store.error());
    if (const auto spool = makeDirectoryDurably(dataDir + QStringLiteral("/spool")); !spool)
        return fail(spool.error());
    auto key = repository::ProvinceKey::loadOrCreate(settings->repository.provinceKeyFile);
    if (!key)
        return fail(key.error());
    workflow::StationContext context{.dataDir = dataDir,
                                     .actor = settings->stationId,
                                     .law = std::move(*law),
                                     .clock = systemClock(),
                                     .reserveBytes = settings->storage.reserveMb * 1024LL * 1024,
                                     .sealer = std::move(sealing->sealer),
                                     .training = training};
    auto repository = repositoryOf(*settings, dataDir, systemClock());
    if (!repository)
        return fail(repository.error());
    return std::unique_ptr<Station>(new Station(std::move(*settings), std::move(context),
                                                std::move(*key), *std::move(repository),
                                                options.readsInBackground));
}

Station::Station(config::Settings settings, workflow::StationContext context,
                 repository::ProvinceKey key, std::unique_ptr<repository::Repository> repository,
                 bool readsInBackground)
    : m_settings(std::move(settings)), m_context(std::move(context)),
      m_repository(std::move(repository)),
      m_notifiers(notifiersOf(m_settings, m_context.law, m_context.clock)), m_key(std::move(key)),
      m_pageWorkers(pagePool({m_context.dataDir + QStringLiteral("/spool")})),
      m_texts(readsInBackground ? std::make_unique<workflow::TextQueue>(m_pageWorkers) : nullptr)
{
}

Expected<store::RecoveryReport> Station::recover()
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    auto report = store::recover(*store, m_context.actor);
    if (!report)
        return report;
    // From before there was a key; some at each start.
    if (const auto sealed = m_context.blobs().sealOld(blobsToSeal); !sealed)
        return fail(sealed.error());
    std::set<QString> dossiers;
    for (const auto &side : report->adopted)
        dossiers.insert(side.dossierUuid);
    for (const auto &uuid : dossiers) {
        if (const auto cleaned = capture().finish(uuid); !cleaned)
            return fail(cleaned.error());
    }
    return report;
}

workflow::Deciding Station::deciding()
{
    return {m_context, ownerLookup()};
}

workflow::Capture Station::capture()
{
    return {m_context, m_pageWorkers, m_texts.get()};
}

workflow::Editing Station::editing()
{
    return workflow::Editing(m_context);
}

Expected<workflow::Receiving> Station::receiving()
{
    auto anchors = trust();
    if (!anchors)
        return fail(anchors.error());
    const std::lock_guard lock(m_mutex);
    if (!m_verifier)
        m_verifier = std::make_unique<signing::ReceivedCopyVerifier>(*std::move(anchors));
    return workflow::Receiving(m_context, m_pageWorkers, m_texts.get(), *m_verifier);
}

workflow::Signing Station::signing()
{
    return {m_context, m_pageWorkers};
}

void Station::readFirst(const QString &dossierUuid, const QString &side)
{
    if (m_texts)
        m_texts->prefer(stemOf(m_context.dataDir, dossierUuid, side));
}

bool Station::isTextUnread(const QString &dossierUuid, const QString &side) const
{
    return m_texts && m_texts->failed(stemOf(m_context.dataDir, dossierUuid, side));
}

workflow::Reading Station::reading()
{
    return {m_context, m_pageWorkers};
}

workflow::HandingOver Station::handingOver()
{
    return {m_context, *m_repository, m_key, m_settings.repository.parallel, notifiers()};
}

std::unique_ptr<workflow::OutboxRunner>
Station::outboxRunner(workflow::OutboxRunner::OnRound onRound,
                      workflow::OutboxRunner::OnTold onTold)
{
    return std::make_unique<workflow::OutboxRunner>(m_context, *m_repository, m_key,
                                                    m_settings.repository.parallel, notifiers(),
                                                    std::move(onRound), std::move(onTold));
}

sync::Notifiers Station::notifiers() const
{
    sync::Notifiers list;
    for (const auto &notifier : m_notifiers)
        list.push_back(notifier.get());
    return list;
}

RepositoryCare Station::repositoryCare()
{
    return {m_context, *m_repository, m_key, m_settings};
}

std::unique_ptr<Upkeep> Station::upkeep(std::function<void(const RepositoryNews &)> onNews)
{
    return std::make_unique<Upkeep>(m_context.dataDir, m_context.reserveBytes,
                                    backupPlan(m_settings), m_context.clock,
                                    [care = repositoryCare(), tell = std::move(onNews)](
                                        const std::stop_token &stop) { care.turn(stop, tell); });
}

Expected<int> Station::retryHandovers(const QString &dossierUuid)
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    return store->retryHandovers(dossierUuid, m_context.actor);
}

sync::OwnerLookup Station::ownerLookup()
{
    return {*m_repository, m_key};
}

sync::Inbox Station::inbox()
{
    return {*m_repository, m_key};
}

workflow::ScanRequest Station::scanRequest() const
{
    const auto &scanner = m_settings.scanner;
    const auto source = [&] {
        switch (scanner.source) {
        case config::ScannerSource::Flatbed:
            return workflow::PaperSource::Flatbed;
        case config::ScannerSource::Feeder:
            return workflow::PaperSource::Feeder;
        case config::ScannerSource::Duplex:
            return workflow::PaperSource::Duplex;
        }
        return workflow::PaperSource::Feeder;
    };
    return {.source = source(),
            .mode = scanner.mode == config::ScannerMode::Gray ? workflow::ColourMode::Gray
                                                              : workflow::ColourMode::Colour,
            .dpi = scanner.dpi.value_or(m_context.law.profile.defaultDpi)};
}

QString Station::trainingScannerFolder() const
{
    return m_context.dataDir + QStringLiteral("/training-scanner");
}

QString Station::trainingPapersFolder() const
{
    return config::shareFolder() + QStringLiteral("/training");
}

Expected<scanner::ScannerEnvironment> Station::scannerEnvironment()
{
    const auto &scanner = m_settings.scanner;
    auto environment = [&]() -> Expected<scanner::ScannerEnvironment> {
        if (usesTrainingScanner())
            return scanner::trainingScanner(trainingScannerFolder());
        const QString folder = m_context.dataDir + QStringLiteral("/scanner");
        if (scanner.network != config::ScannerNetwork::None)
            return scanner::networkScanner(folder,
                                           {.kind = scanner.network == config::ScannerNetwork::Escl
                                                        ? scanner::NetworkScanner::Kind::Escl
                                                        : scanner::NetworkScanner::Kind::Saned,
                                            .address = scanner.address,
                                            .name = scanner.device});
        scanner::ScannerEnvironment local{
            .binding = {.device = scanner.device,
                        .vendor = scanner.vendor,
                        .model = scanner.model,
                        .serial = scanner.serial,
                        .statePath = folder + QStringLiteral("/last-seen.json")}};
        if (!scanner.saneConfigDir.isEmpty())
            local.variables.insert(QStringLiteral("SANE_CONFIG_DIR"), scanner.saneConfigDir);
        return local;
    }();
    if (environment) {
        environment->quirksFolder = config::shareFolder() + QStringLiteral("/scanners");
        environment->loginFile = scanner.loginFile;
    }
    return environment;
}

Expected<scanner::SaneScanSource *> Station::scanner()
{
    const std::lock_guard lock(m_mutex);
    if (!m_scanner) {
        auto environment = scannerEnvironment();
        if (!environment)
            return fail(environment.error());
        const auto &scanner = m_settings.scanner;
        m_scanner = std::make_unique<scanner::SaneScanSource>(
            std::move(*environment),
            scanner::ScanDeadlines{.openMs = scanner.openDeadlineMs,
                                   .firstDataMs = scanner.firstDataDeadlineMs,
                                   .followingDataMs = scanner.followingDataDeadlineMs,
                                   .discoveryMs = scanner.discoveryDeadlineMs});
    }
    return m_scanner.get();
}

/// One makes it, the others wait for that one; when it gave up, the next does.
Expected<QString> Station::setUpToken(const std::stop_token &stop)
{
    std::unique_lock lock(m_tokenMutex);
    if (!m_tokenMade.wait(lock, stop, [this] { return !m_makingToken; }))
        return fail(Fault::Cancelled);
    if (m_token)
        return m_tokenLabel;
    m_makingToken = true;
    lock.unlock();
    const auto made = makeToken(stop);
    lock.lock();
    m_makingToken = false;
    m_tokenMade.notify_all();
    if (!made)
        return fail(made.error());
    return m_tokenLabel;
}

/// By the one that may write what others read when it is made.
Expected<> Station::makeToken(const std::stop_token &stop)
{
    if (usesTrainingToken()) {
        auto training =
            signing::setUpTrainingToken(m_context.dataDir + QStringLiteral("/token"), {}, stop);
        if (!training)
            return fail(training.error());
        m_token = training->environment;
        m_tokenLabel = training->label;
        m_trainingPinFile = training->pinFile;
        m_trustFolder = training->trustFolder;
    } else {
        m_token = signing::TokenEnvironment{.modules = m_settings.token.modules};
        m_tokenLabel = m_settings.token.label;
        m_trustFolder = m_settings.token.trustDir;
    }
    m_token->deadlines.listMs = m_settings.token.listDeadlineMs;
    m_token->deadlines.loginMs = m_settings.token.loginDeadlineMs;
    m_token->deadlines.signMs = m_settings.token.signDeadlineMs;
    m_token->clock = &m_context.clock;
    return {};
}

Expected<signing::TokenEnvironment> Station::tokenEnvironment(const std::stop_token &stop)
{
    if (const auto label = setUpToken(stop); !label)
        return fail(label.error());
    const auto behind = services(stop);
    if (!behind)
        return fail(behind.error());
    signing::TokenEnvironment environment = *m_token;
    environment.rules = (*behind)->certificateRules();
    return environment;
}

Expected<std::unique_ptr<signing::TokenSession>>
Station::openToken(const signing::TokenChoice &choice, Secret pin,
                   std::function<Secret()> pinPrompt)
{
    auto environment = tokenEnvironment();
    if (!environment)
        return fail(environment.error());
    environment->pinPrompt = std::move(pinPrompt);
    if (const auto clock = checkClock(); !clock)
        return fail(clock.error());
    signing::TokenChoice wanted = choice;
    if (wanted.label.isEmpty() && wanted.serial.isEmpty())
        wanted.label = m_tokenLabel;
    return signing::TokenSession::open(*environment, wanted, std::move(pin));
}

Expected<Secret> Station::trainingPin(const std::stop_token &stop)
{
    if (const auto label = setUpToken(stop); !label)
        return fail(label.error());
    if (m_trainingPinFile.isEmpty())
        return fail(Fault::TokenNotFound, QStringLiteral("no training token"));
    auto pin = readWhole(m_trainingPinFile, 64);
    if (!pin)
        return fail(pin.error());
    while (pin->endsWith('\n'))
        pin->chop(1);
    return Secret(std::move(*pin));
}

Expected<signing::VerifyContext> Station::trust()
{
    if (const auto label = setUpToken(); !label)
        return fail(label.error());
    return trustIn(m_trustFolder, m_context.clock);
}

Expected<> Station::checkClock()
{
    const auto clock = clockState();
    if (clock.verdict == signing::ClockVerdict::Wrong)
        return fail(Fault::ClockWrong, QStringLiteral("%1 ms off").arg(clock.offsetMs.value_or(0)));
    return {};
}

signing::ClockState Station::clockState()
{
    const auto behind = services();
    return behind ? (*behind)->clockState() : signing::ClockState{};
}

Station::~Station() = default;

Expected<SignatureServices *> Station::services(const std::stop_token &stop)
{
    const auto label = setUpToken(stop);
    if (!label)
        return fail(label.error());
    const std::lock_guard lock(m_mutex);
    if (!m_services) {
        const auto trusted = trustIn(m_trustFolder, m_context.clock);
        if (!trusted)
            return fail(trusted.error());
        const QString folder = m_context.dataDir + QStringLiteral("/signing");
        if (const auto made = makeDirectoryDurably(folder); !made)
            return fail(made.error());
        m_services =
            std::make_unique<SignatureServices>(m_settings, *trusted, folder, m_context.clock);
    }
    return m_services.get();
}

Expected<workflow::CopyUpgrader *> Station::upgrader(const std::stop_token &stop)
{
    const auto behind = services(stop);
    if (!behind)
        return fail(behind.error());
    return &(*behind)->upgrader();
}

Expected<workflow::FileSigning> Station::fileSigning()
{
    const auto raiser = upgrader();
    if (!raiser)
        return fail(raiser.error());
    return workflow::FileSigning(m_context, m_pageWorkers, **raiser);
}

Expected<workflow::Upgrading> Station::upgrading(const std::stop_token &stop)
{
    const auto raiser = upgrader(stop);
    if (!raiser)
        return fail(raiser.error());
    return workflow::Upgrading(m_context, **raiser);
}

workflow::Reviewing Station::reviewing()
{
    return {m_context, m_pictureHashes};
}

}  // namespace station::compose
