#include "app/cli/interrupt.h"
#include "app/cli/invocation.h"
#include "core/exporting/dossier_export.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"

#include <QJsonArray>

#include <CLI/Validators.hpp>

#include <ranges>

namespace station::cli {
namespace {

/// As it lies in the repository; empty when the dossier was never handed over.
Expected<QByteArray> lastManifest(const store::Store &store, const QString &dossierUuid)
{
    const auto handovers = store.handovers(dossierUuid);
    if (!handovers)
        return fail(handovers.error());
    for (const auto &handover : *handovers | std::views::reverse) {
        if (!handover.complete)
            continue;
        const auto steps = store.steps(handover.id);
        if (!steps)
            return fail(steps.error());
        for (const auto &step : *steps) {
            if (step.kind == store::StepKind::Manifest)
                return step.body;
        }
    }
    return QByteArray();
}

/// Names of the catalogue that was in force; without them codes have to do.
void addNames(exporting::ExportRequest &request, const workflow::LawBook &law)
{
    const auto &dossier = request.dossier;
    request.procedureName = dossier.procedure.text();
    request.officeName = law.office.name;
    request.departmentName = law.office.department;
    const auto procedure =
        law.catalogue.find(dossier.procedure, inVietnam(dossier.receivedAtMs).date());
    if (!procedure)
        return;
    request.procedureName = (*procedure)->name;
    for (const auto &component : (*procedure)->components)
        request.paperNames.insert(component.code, component.name);
}

Expected<exporting::ExportRequest> requestFor(const workflow::StationContext &context,
                                              const store::Store &store, const QString &wanted)
{
    auto dossier = store.load(wanted);
    if (!dossier)
        return fail(dossier.error());
    auto audit = store.audit(dossier->uuid);
    if (!audit)
        return fail(audit.error());
    auto manifest = lastManifest(store, dossier->uuid);
    if (!manifest)
        return fail(manifest.error());
    exporting::ExportRequest request{.dossier = *std::move(dossier),
                                     .producer = workflow::producerName(),
                                     .audit = *std::move(audit),
                                     .manifest = *std::move(manifest)};
    addNames(request, context.law);
    return request;
}

Expected<Outcome> exportTo(compose::Station &station, const Invocation &invocation,
                           const QString &wanted, const QString &folder,
                           exporting::PackageForm form)
{
    const auto &context = station.context();
    auto store = context.openStore();
    if (!store)
        return fail(store.error());
    // Whatever leaves the station is recorded.
    if (const auto recordable = store->checkChangeable(); !recordable)
        return fail(recordable.error());
    auto request = requestFor(context, *store, wanted);
    if (!request)
        return fail(request.error());
    request->folder = folder;
    request->form = form;

    const auto blobs = context.blobs();
    auto inbox = station.inbox();
    const Interrupt interrupt;
    const auto report = exporting::exportDossier(
        *request,
        [&](const dossier::Blob &blob) {
            // Reused copies never were here, others may have been purged.
            return blobs.contains(blob.sha256) ? blobs.get(blob) : inbox.document(blob);
        },
        context.clock,
        [&](int done, int copies) {
            if (done < copies)
                invocation.progress(Cli::tr("copy %1 of %2").arg(done + 1).arg(copies));
        },
        interrupt.token());
    if (!report)
        return fail(report.error());
    const QString formName =
        form == exporting::PackageForm::Bag ? QStringLiteral("bagit") : QStringLiteral("eark");
    const auto recorded = store->record(
        request->dossier.uuid, {}, context.actor, QStringLiteral("export"), report->sha256,
        {{QStringLiteral("form"), formName}, {QStringLiteral("copies"), report->copies}});
    if (!recorded)
        return fail(recorded.error());

    Outcome outcome{
        .lines = {Cli::tr("%1 signed copies: %2").arg(report->copies).arg(report->path)},
        .json = {{QStringLiteral("package"), report->path},
                 {QStringLiteral("form"), formName},
                 {QStringLiteral("copies"), report->copies},
                 {QStringLiteral("sha256"), report->sha256},
                 {QStringLiteral("left_out"), QJsonArray::fromStringList(report->leftOut)}},
        .needsAttention = !report->leftOut.isEmpty()};
    for (const QString &component : report->leftOut)
        outcome.lines << Cli::tr("%1: left out, no signature covers it").arg(component);
    return outcome;
}

}  // namespace

void addExport(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, folder;
        std::string form = "bagit";
    };
    const auto options = std::make_shared<Options>();
    auto &command =
        subcommand(app, "export", Cli::tr("Write the signed copies of a dossier into a package"));
    dossierOption(command, options->dossier);
    command.add_option("--to", options->folder, Cli::tr("Folder for the package").toStdString())
        ->required();
    command.add_option("--as", options->form, Cli::tr("Form: bagit or eark").toStdString())
        ->check(CLI::IsMember({"bagit", "eark"}));
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) {
            return exportTo(station, invocation, text(options->dossier), text(options->folder),
                            options->form == "eark" ? exporting::PackageForm::Eark
                                                    : exporting::PackageForm::Bag);
        });
    });
}

}  // namespace station::cli
