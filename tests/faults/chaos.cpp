#include "tests/faults/chaos.h"

#include "core/base/durable_file.h"
#include "core/base/error_code.h"
#include "core/base/sha256.h"
#include "core/sync/handover.h"
#include "tests/core/store/sample_dossier.h"
#include "tests/faults/chaos_world.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QUrl>
#include <QXmlStreamReader>

#include <algorithm>
#include <memory>
#include <random>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace station::faults {
namespace {

constexpr int papersOfDossier = 4;

void need(bool good, const char *what)
{
    if (!good)
        throw std::runtime_error(what);
}

/// Signed and extracted papers, each planned to be handed over.
void fillOutbox(ChaosWorld &world, const ChaosPlan &plan)
{
    std::mt19937_64 random(plan.seed);
    sync::Handover handover(*world.store, world.blobs, **world.repository, *world.key, world.clock);
    for (int n = 0; n * papersOfDossier < plan.copies; ++n) {
        QStringList components;
        for (int paper = 1; paper <= papersOfDossier; ++paper)
            components << u"GT%1"_s.arg(paper, 2, 10, QChar(u'0'));
        auto dossier = sample::aDossier(components);
        dossier.code =
            *codes::DossierCode::parse(u"000.00.16.H62-240715-%1"_s.arg(n + 1, 4, 10, QChar(u'0')));
        std::vector<sync::PaperOfHandover> papers;
        for (auto &component : dossier.components) {
            QByteArray bytes(plan.copyBytes, Qt::Uninitialized);
            std::ranges::generate(bytes, [&] { return static_cast<char>(random()); });
            const auto blob = world.blobs.put(bytes);
            need(blob.has_value(), "no blob");
            component.state = sample::anExtractedCopy(*blob);
            const auto code = codes::DigitizationCode::parse(
                u"%1.KQ.G04.000012.%2-%3.01"_s.arg(sample::ownerId)
                    .arg(10 + n / 1000)
                    .arg((n % 1000) * papersOfDossier + papers.size() + 1, 4, 10, QChar(u'0')));
            need(code.has_value(), "no code");
            papers.push_back({.component = component.code,
                              .paperType = u"KQ.G04.000012"_s,
                              .proposedCode = *code});
        }
        need(world.store->createDossier(dossier, sample::actor).has_value(), "no dossier");
        need(handover
                 .plan({.dossier = dossier,
                        .office = u"H62.16.1"_s,
                        .department = u"H62.16"_s,
                        .actor = sample::actor,
                        .papers = papers})
                 .has_value(),
             "no plan");
    }
}

/// All steps of all hand-overs.
std::vector<store::OutboxStep> allSteps(const store::Store &store, const QStringList &dossiers)
{
    std::vector<store::OutboxStep> all;
    for (const auto &dossier : dossiers) {
        const auto handovers = store.handovers(dossier);
        need(handovers.has_value(), "no hand-overs");
        for (const auto &row : *handovers) {
            const auto steps = store.steps(row.id);
            need(steps.has_value(), "no steps");
            all.insert(all.end(), steps->begin(), steps->end());
        }
    }
    return all;
}

/// A program that sends, or waits until the other one no longer does.
class Sender {
public:
    Sender(const QString &data, const QString &url, qint64 epochMs)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(STATION_CHAOS_SENDER),
                        {data, url, QString::number(epochMs)});
        need(m_process.waitForStarted(), "no sender");
    }
    bool hasEnded() { return m_process.waitForFinished(2); }
    bool isDone() const
    {
        return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QStringList deadLetters()
    {
        return QString::fromLatin1(m_process.readAllStandardOutput())
            .split(u'\n', Qt::SkipEmptyParts);
    }

private:
    QProcess m_process;
};

/// False when so many requests were made before. A sender that makes none any more is cut by the
/// watch.
bool endsBefore(Sender &sender, const FaultProxy &proxy, int requests)
{
    constexpr int watchMs = 20'000;
    const int last = proxy.requests() + requests;
    QElapsedTimer watch;
    watch.start();
    while (!sender.hasEnded()) {
        if (proxy.requests() >= last || watch.elapsed() > watchMs)
            return false;
    }
    return true;
}

bool isThere(repository::Repository &repository, const store::OutboxStep &step)
{
    // A claim's own words say for whom it is; nobody else writes under its key here.
    return step.kind == store::StepKind::CodeClaim
               ? repository.get(step.key).has_value()
               : repository.verify(step.key, step.sha256, {}).has_value();
}

struct Version {
    QString key{};
    QString id{};
    QString etag{};
};

/// All versions in a bucket, asked past the code under test.
std::vector<Version> versionsIn(const CephCluster &cluster, const QString &bucket)
{
    std::vector<Version> all;
    QByteArray marker;
    for (bool more = true; more;) {
        const auto answer =
            cluster.ask("GET", '/' + bucket.toLatin1() + "?versions&max-keys=1000" + marker);
        need(answer.status == 200, "no list of versions");
        more = false;
        Version next;
        Version version;
        QXmlStreamReader xml(answer.body);
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                if (xml.tokenType() == QXmlStreamReader::EndElement && xml.name() == u"Version")
                    all.push_back(version);
                continue;
            }
            const auto name = xml.name();
            if (name == u"IsTruncated")
                more = xml.readElementText() == u"true";
            else if (name == u"NextKeyMarker")
                next.key = xml.readElementText();
            else if (name == u"NextVersionIdMarker")
                next.id = xml.readElementText();
            else if (name == u"Key")
                version.key = xml.readElementText();
            else if (name == u"VersionId")
                version.id = xml.readElementText();
            else if (name == u"ETag")
                version.etag = xml.readElementText();
        }
        marker = "&key-marker=" + QUrl::toPercentEncoding(next.key) +
                 "&version-id-marker=" + QUrl::toPercentEncoding(next.id);
    }
    return all;
}

/// What the key says that the bytes must hash to; empty where it says nothing.
QString hashInKey(const QString &key)
{
    static const QRegularExpression hash(u"^doc/.*/([0-9a-f]{64})(\\.json)?$"_s);
    return hash.match(key).captured(1);
}

ChaosFindings compare(CephCluster &cluster, ChaosWorld &direct, const QStringList &dossiers)
{
    ChaosFindings found;
    QSet<QString> planned;
    for (const auto &step : allSteps(*direct.store, dossiers)) {
        planned.insert(step.key);
        if (step.state != store::StepState::Verified) {
            found.unfinished << store::kindName(step.kind) + u' ' + step.reason;
            continue;
        }
        ++found.objects;
        found.lost += isThere(**direct.repository, step) ? 0 : 1;
    }
    for (const auto &bucket : {CephCluster::versionedBucket(), CephCluster::plainBucket()}) {
        QHash<QString, QSet<QString>> etags;
        QHash<QString, int> versions;
        for (const auto &version : versionsIn(cluster, bucket)) {
            if (version.key.contains(u"/probe/"))
                continue;
            etags[version.key].insert(version.etag);
            ++versions[version.key];
            const auto hash = hashInKey(version.key);
            if (hash.isEmpty())
                continue;
            const auto answer =
                cluster.ask("GET", '/' + bucket.toLatin1() + '/' + version.key.toLatin1() +
                                       (bucket == CephCluster::versionedBucket()
                                            ? "?versionId=" + version.id.toLatin1()
                                            : QByteArray()));
            found.corrupt += answer.status == 200 && sha256Hex(answer.body) == hash ? 0 : 1;
        }
        for (auto it = etags.begin(); it != etags.end(); ++it) {
            found.duplicates += it->size() > 1 || !planned.contains(it.key()) ? 1 : 0;
            found.identical += it->size() == 1 && versions[it.key()] > 1 ? 1 : 0;
        }
    }
    return found;
}

/// An event that is gone, a copy that is another one, and an object that nobody sent.
void damage(const CephCluster &cluster, const store::Store &store, const QStringList &dossiers)
{
    const auto steps = allSteps(store, dossiers);
    const auto pathOf = [&](store::StepKind kind, const QString &bucket) {
        const auto step = std::ranges::find(steps, kind, &store::OutboxStep::kind);
        need(step != steps.end(), "nothing to damage");
        return QByteArray('/' + bucket.toLatin1() + '/' + step->key.toLatin1());
    };
    const auto control = CephCluster::plainBucket();
    const auto event = pathOf(store::StepKind::Event, control);
    const auto copy = pathOf(store::StepKind::Blob, CephCluster::versionedBucket());
    need(cluster.ask("DELETE", event).status == 204, "the event stays");
    need(cluster.ask("PUT", copy, "another one").status == 200, "the copy stays");
    need(cluster.ask("PUT", '/' + control.toLatin1() + "/ctl/stray", "x").status == 200,
         "nothing is added");
}

}  // namespace

bool ChaosReport::isGood() const
{
    // Bytes that arrived otherwise three times in a row, or answers that made no sense.
    const auto mayBeDead = [](const QString &fault) {
        return fault == errorCode(Fault::RepositoryDamaged) ||
               fault == errorCode(Fault::ServiceAnswerInvalid);
    };
    return finished && wrongly == 0 && found.lost == 0 && found.corrupt == 0 &&
           found.duplicates == 0 && std::ranges::all_of(deadLetters.keys(), mayBeDead);
}

bool ChaosReport::sawDamage() const
{
    return damaged.lost == found.lost + 2 && damaged.corrupt == found.corrupt + 1 &&
           damaged.duplicates == found.duplicates + 2;
}

ChaosReport runChaos(CephCluster &cluster, const ChaosPlan &plan)
{
    const QTemporaryDir folder;
    const QString data = folder.filePath(u"data"_s);
    need(writeDurably(data + u"/login"_s,
                      CephCluster::accessKey() + '\n' + CephCluster::secretKey() + '\n')
             .has_value(),
         "no login");
    ChaosWorld direct(data, cluster.url());
    need(direct.isGood(), "no station");
    fillOutbox(direct, plan);
    QStringList dossiers;
    const auto open = direct.store->openHandovers();
    need(open.has_value(), "no outbox");
    for (const auto &row : *open)
        dossiers << row.dossierUuid;

    ChaosReport report;
    QElapsedTimer timer;
    timer.start();
    const QUrl server(cluster.url());
    FaultProxy proxy(
        server.host(), static_cast<quint16>(server.port()),
        {.seed = plan.seed, .rates = {{"", plan.rate}}, .stallMs = 400, .slowMs = 100});
    std::mt19937_64 random(plan.seed);
    const qint64 epochMs = direct.clock.nowMs();
    const auto started = [&] { return std::make_unique<Sender>(data, proxy.url(), epochMs); };
    const auto hear = [&](Sender &sender) {
        for (const auto &fault : sender.deadLetters())
            ++report.deadLetters[fault];
    };
    auto sender = started();
    while (timer.elapsed() < plan.deadlineMs) {
        auto rival = started();
        const int third = plan.longestLife / 3;
        if (endsBefore(*sender, proxy, third + static_cast<int>(random() % unsigned(2 * third)))) {
            hear(*sender);
            report.finished = sender->isDone();
            need(report.finished, "the sender ended with a fault");
            rival->kill();
            break;
        }
        sender->kill();
        hear(*sender);
        ++report.senderKills;
        // What is called verified now must be there now.
        auto steps = allSteps(*direct.store, dossiers);
        std::erase_if(steps,
                      [](const auto &step) { return step.state != store::StepState::Verified; });
        for (int look = 0; look < 8 && !steps.empty(); ++look) {
            ++report.looks;
            const auto &step = steps[random() % steps.size()];
            report.wrongly += isThere(**direct.repository, step) ? 0 : 1;
        }
        if (report.senderKills % plan.gatewayKillEvery == 0) {
            // In the middle of the other sender's work.
            endsBefore(*rival, proxy, static_cast<int>(random() % unsigned(third)));
            cluster.killGateway();
            ++report.gatewayKills;
            cluster.startGateway();
        }
        sender = std::move(rival);
    }
    report.seconds = double(timer.elapsed()) / 1000;
    report.requests = proxy.requests();
    report.faults = proxy.faults();
    report.faultCount = proxy.faultCount();
    report.found = compare(cluster, direct, dossiers);
    damage(cluster, *direct.store, dossiers);
    report.damaged = compare(cluster, direct, dossiers);
    return report;
}

QString told(const ChaosReport &report)
{
    QString text =
        u"%1 in %2 s: %3 requests, %4 faults, %5 kills of a sender, %6 of the gateway\n"_s
            .arg(report.finished ? u"finished"_s : u"NOT FINISHED"_s)
            .arg(report.seconds, 0, 'f', 1)
            .arg(report.requests)
            .arg(report.faultCount)
            .arg(report.senderKills)
            .arg(report.gatewayKills);
    for (auto it = report.faults.begin(); it != report.faults.end(); ++it)
        text += u"  %1 %2\n"_s.arg(faultName(it.key())).arg(it.value());
    for (auto it = report.deadLetters.begin(); it != report.deadLetters.end(); ++it)
        text += u"  waited for a person: %1 %2\n"_s.arg(it.key()).arg(it.value());
    text += u"%1 of %2 wrongly acknowledged at a kill\n"_s.arg(report.wrongly).arg(report.looks);
    for (const auto &[what, found] :
         {std::pair(u"found"_s, report.found), std::pair(u"damaged"_s, report.damaged)}) {
        text += u"%1: %2 objects verified, %3 lost, %4 corrupt, %5 duplicates, %6 keys with "
                "identical versions\n"_s.arg(what)
                    .arg(found.objects)
                    .arg(found.lost)
                    .arg(found.corrupt)
                    .arg(found.duplicates)
                    .arg(found.identical);
    }
    for (const auto &why : report.found.unfinished.mid(0, 5))
        text += u"  open: "_s + why + u'\n';
    return text;
}

}  // namespace station::faults
