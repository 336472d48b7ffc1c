#include "app/cli/demo.h"

#include "core/base/durable_file.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"
#include "core/workflow/intake.h"
#include "scanner/client/training_scanner.h"

#include <QDir>
#include <QFileInfo>

namespace station::cli {
namespace {

/// What an earlier dossier of the owner has left in the repository.
const QString reusedComponent = QStringLiteral("GT06");

/// Goes with the dossier as a plain scan: neither signed nor coded.
const QString attachedComponent = QStringLiteral("GT07");

}  // namespace

Demo::Demo(const QString &folder, const Invocation &invocation)
    : m_folder(QFileInfo(folder).absoluteFilePath()), m_invocation(invocation)
{
    m_timer.start();
    m_total.start();
}

void Demo::step(const QString &what)
{
    const auto ms = m_timer.restart();
    m_invocation.progress(QStringLiteral("%1 ms  %2").arg(ms, 6).arg(what));
    m_steps.append(QJsonObject{{QStringLiteral("what"), what}, {QStringLiteral("ms"), ms}});
}

Expected<> Demo::prepare()
{
    const QString config = m_folder + QStringLiteral("/config");
    // Beside the data, so that what the province would see can be looked at alone.
    const auto written = writeDurably(config + QStringLiteral("/station.toml"),
                                      "[repository]\npath = \"../repository\"\n");
    if (!written)
        return written;
    auto station = compose::Station::build(
        {.dataDir = m_folder + QStringLiteral("/data"), .configDir = config});
    if (!station)
        return fail(station.error());
    m_station = std::move(*station);
    auto training = compose::loadTrainingDossier(m_station->trainingPapersFolder());
    if (!training)
        return fail(training.error());
    m_training = std::move(*training);
    return {};
}

Expected<Outcome> Demo::run()
{
    if (const auto ready = prepare(); !ready)
        return fail(ready.error());
    step(Cli::tr("station ready on embedded defaults"));

    const auto *known = m_training.paper(reusedComponent);
    if (known == nullptr)
        return fail(Fault::FileUnreadable, QStringLiteral("training papers"), reusedComponent);
    const auto earlier = walk({known}, {});
    if (!earlier)
        return fail(earlier.error());

    std::vector<const compose::TrainingPaper *> papers;
    for (const auto &paper : m_training.papers) {
        if (paper.component != reusedComponent)
            papers.push_back(&paper);
    }
    const auto main = walk(papers, reusedComponent);
    if (!main)
        return fail(main.error());
    if (const auto verified = verifyAll({*earlier, *main}); !verified)
        return fail(verified.error());

    const QString done = Cli::tr("every signature valid, every object as it was sent, %1 s in all")
                             .arg(static_cast<double>(m_total.elapsed()) / 1000.0, 0, 'f', 1);
    return Outcome{.lines = {done},
                   .json = {{QStringLiteral("folder"), m_folder},
                            {QStringLiteral("dossiers"), QJsonArray{*earlier, *main}},
                            {QStringLiteral("copies"), m_copies},
                            {QStringLiteral("steps"), m_steps},
                            {QStringLiteral("valid"), true},
                            {QStringLiteral("total_ms"), m_total.elapsed()}}};
}

Expected<QString> Demo::walk(const std::vector<const compose::TrainingPaper *> &papers,
                             const QString &reused)
{
    const auto dossier =
        workflow::openDossier(m_station->context(), {.procedure = m_training.procedure,
                                                     .ownerId = m_training.ownerId,
                                                     .ownerName = m_training.ownerName});
    if (!dossier)
        return fail(dossier.error());
    step(Cli::tr("dossier opened: %1, %2 components")
             .arg(dossier->procedure.text())
             .arg(dossier->components.size()));

    auto deciding = m_station->deciding();
    if (!reused.isEmpty()) {
        const auto code = deciding.reuse(dossier->uuid, reused);
        if (!code)
            return fail(code.error());
        step(Cli::tr("%1 reused from the repository, not scanned").arg(reused));
    }
    for (const auto *paper : papers) {
        if (const auto scanned = scan(dossier->uuid, *paper); !scanned)
            return fail(scanned.error());
    }
    const auto now = workflow::findDossier(m_station->context(), dossier->uuid);
    if (!now)
        return fail(now.error());
    for (const auto &component : now->components) {
        const auto slot = workflow::slotOf(m_station->context().law, *now, component.code);
        if (!slot || !slot->rule->onlyToBeShown ||
            !std::holds_alternative<dossier::OpenSlot>(component.state))
            continue;
        const auto shown =
            deciding.decide(dossier->uuid, component.code, dossier::Decision::ShownOnly);
        if (!shown)
            return fail(shown.error());
        step(Cli::tr("%1 shown and given back").arg(component.code));
    }
    if (const auto done = sign(dossier->uuid); !done)
        return fail(done.error());
    for (const auto *paper : papers) {
        if (paper->component == attachedComponent)
            continue;
        if (const auto confirmed = confirm(dossier->uuid, *paper); !confirmed)
            return fail(confirmed.error());
    }
    const auto handedOver = m_station->handingOver().run(dossier->uuid);
    if (!handedOver)
        return fail(handedOver.error());
    step(Cli::tr("%1 documents stored under their codes, department told")
             .arg(handedOver->codes.size()));
    return dossier->uuid;
}

Expected<> Demo::scan(const QString &dossier, const compose::TrainingPaper &paper)
{
    if (paper.component == attachedComponent) {
        const auto attached =
            m_station->deciding().decide(dossier, paper.component, dossier::Decision::Attach);
        if (!attached)
            return attached;
    }
    auto request = m_station->scanRequest();
    request.source = paper.duplex ? workflow::PaperSource::Duplex : workflow::PaperSource::Feeder;
    const auto scanner = m_station->scanner();
    if (!scanner)
        return fail(scanner.error());
    const auto laid = compose::layTrainingPaper(m_training, paper.component, request.source,
                                                m_station->trainingScannerFolder());
    if (!laid)
        return fail(laid.error());
    const int sides = static_cast<int>(paper.pictures.size());
    const auto report =
        m_station->capture().run(dossier, **scanner,
                                 {.component = paper.component,
                                  .request = request,
                                  .expectedSheets = paper.duplex ? (sides + 1) / 2 : sides});
    if (!report)
        return fail(report.error());
    step(Cli::tr("%1 scanned and cleaned: %2 sheets, %3 sides, %4 blank")
             .arg(paper.component)
             .arg(report->sheets)
             .arg(report->sides)
             .arg(report->blank));
    return {};
}

Expected<> Demo::sign(const QString &dossier)
{
    auto pin = m_station->trainingPin();
    if (!pin)
        return fail(pin.error());
    auto token = m_station->openToken({}, std::move(*pin));
    if (!token)
        return fail(token.error());
    step(Cli::tr("token unlocked: one PIN for the batch"));
    if (const auto seen = m_station->reviewing().allSeen(dossier, dossier::ViewKind::Stated); !seen)
        return fail(seen.error());
    const auto report = m_station->signing().run(dossier, **token, workflow::SigningBatch{});
    if (!report)
        return fail(report.error());
    if (report->ended)
        return fail(*report->ended);
    for (const auto &paper : report->papers) {
        if (paper.error)
            return fail(*paper.error);
    }
    step(Cli::tr("%1 copies signed and verified").arg(report->papers.size()));
    return {};
}

Expected<> Demo::confirm(const QString &dossier, const compose::TrainingPaper &paper)
{
    auto reading = m_station->reading();
    const auto proposals = reading.proposals(dossier, paper.component);
    if (!proposals)
        return fail(proposals.error());
    // The clerk's part: compare each value with the paper, correct and complete.
    workflow::FieldValues typed;
    int right = 0;
    QStringList seen;
    for (const auto &proposal : *proposals) {
        seen << proposal.key;
        const auto printed = paper.truth.constFind(proposal.key);
        if (printed == paper.truth.cend() || *printed == proposal.value)
            ++right;
        else
            typed.insert(proposal.key, *printed);
    }
    const auto corrected = typed.size();
    for (auto it = paper.truth.cbegin(); it != paper.truth.cend(); ++it) {
        if (!seen.contains(it.key()))
            typed.insert(it.key(), it.value());
    }
    const auto fields = reading.confirm(dossier, paper.component, typed, true);
    if (!fields)
        return fail(fields.error());
    step(Cli::tr("%1 confirmed: %2 fields read right, %3 corrected, %4 typed")
             .arg(paper.component)
             .arg(right)
             .arg(corrected)
             .arg(typed.size() - corrected));
    return {};
}

Expected<> Demo::verifyAll(const QStringList &dossiers)
{
    for (int i = 0; i < dossiers.size(); ++i) {
        if (const auto verified = verifyCopies(dossiers[i], i + 1); !verified)
            return verified;
    }
    step(Cli::tr("signatures of %1 copies verified").arg(m_copies.size()));
    if (const auto verified = verifyInbox(dossiers); !verified)
        return verified;
    step(Cli::tr("events, manifests and documents in the inbox verified"));
    const auto store = m_station->context().openStore();
    if (!store)
        return fail(store.error());
    const auto head = store->verifyAudit();
    if (!head)
        return fail(head.error());
    step(Cli::tr("audit chain of %1 records verified").arg(head->seq));
    return {};
}

Expected<> Demo::verifyCopies(const QString &dossier, int number)
{
    const auto trust = m_station->trust();
    if (!trust)
        return fail(trust.error());
    const auto loaded = workflow::findDossier(m_station->context(), dossier);
    if (!loaded)
        return fail(loaded.error());
    const auto blobs = m_station->context().blobs();
    for (const auto &component : loaded->components) {
        const auto *copy = dossier::signedCopyOf(component.state);
        if (copy == nullptr)
            continue;
        const auto &blob = copy->pdf;
        const auto bytes = blobs.get(blob);
        if (!bytes)
            return fail(bytes.error());
        const QString file = QStringLiteral("%1/copies/dossier-%2-%3.pdf")
                                 .arg(m_folder)
                                 .arg(number)
                                 .arg(component.code);
        if (const auto written = writeDurably(file, *bytes); !written)
            return written;
        const auto report = signing::verifyPdfFile(file, *trust);
        if (!report)
            return fail(report.error());
        m_copies.append(
            QJsonObject{{QStringLiteral("file"), file},
                        {QStringLiteral("sha256"), blob.sha256},
                        {QStringLiteral("size"), blob.size},
                        {QStringLiteral("verdict"), signing::verdictName(report->overall)}});
        if (report->overall != signing::Verdict::Valid)
            return fail(Fault::SignatureInvalid, report->code, component.code);
    }
    return {};
}

Expected<> Demo::verifyInbox(const QStringList &dossiers)
{
    auto inbox = m_station->inbox();
    const auto loaded = workflow::findDossier(m_station->context(), dossiers.last());
    if (!loaded)
        return fail(loaded.error());
    const auto events = inbox.events(loaded->department);
    if (!events)
        return fail(events.error());
    QStringList told;
    bool linked = false;
    for (const auto &event : *events) {
        const auto manifest = inbox.open(event);
        if (!manifest)
            return fail(manifest.error());
        told << event.dossierUuid;
        for (const auto &document : manifest->documents)
            linked |= document.kind == sync::DocumentKind::Reused;
    }
    for (const auto &dossier : dossiers) {
        if (told.count(dossier) != 1)
            return fail(Fault::RepositoryDamaged,
                        QStringLiteral("events %1").arg(told.count(dossier)), dossier);
    }
    if (!linked)
        return fail(Fault::RepositoryDamaged, QStringLiteral("no reused document"),
                    reusedComponent);
    return {};
}

}  // namespace station::cli
