#include "app/cli/invocation.h"
#include "app/cli/pin_entry.h"
#include "app/cli/signing_tokens.h"
#include "app/errors/error_text.h"
#include "core/base/signature_level.h"
#include "core/workflow/intake.h"
#include "signing/client/soft_key_signer.h"

#include <QJsonArray>

namespace station::cli {
namespace {

/// How long a command waits for a time stamp before it leaves it to the queue.
constexpr int stampPatienceMs = 3'000;

struct SignOptions {
    std::string dossier, token, certificate, pinFile;
    std::string agencyKey, agencyToken, agencyPinFile;
};

using AgencySigner = std::unique_ptr<workflow::CopySigner>;

/// The agency's signature on certified copies; null when none is asked for.
Expected<AgencySigner> agencySigner(compose::Station &station, const SignOptions &options)
{
    if (options.agencyKey.empty() && options.agencyToken.empty())
        return AgencySigner();
    auto pin = readPin(text(options.agencyPinFile));
    if (!pin)
        return fail(pin.error());
    if (options.agencyKey.empty()) {
        auto token = openToken(station, {.label = text(options.agencyToken)}, std::move(*pin),
                               text(options.agencyPinFile));
        if (!token)
            return fail(token.error());
        return AgencySigner(std::move(*token));
    }
    auto environment = station.tokenEnvironment();
    if (!environment)
        return fail(environment.error());
    environment->rules.ownCertificates.clear();  // the office's, not a clerk's
    auto key = signing::SoftKeySigner::open(text(options.agencyKey), std::move(*pin), *environment);
    if (!key)
        return fail(key.error());
    return AgencySigner(std::move(*key));
}

QString outcomeName(workflow::SignedPaper::Outcome outcome)
{
    switch (outcome) {
    case workflow::SignedPaper::Outcome::Signed:
        return QStringLiteral("signed");
    case workflow::SignedPaper::Outcome::Failed:
        return QStringLiteral("failed");
    case workflow::SignedPaper::Outcome::NotReached:
        return QStringLiteral("not_reached");
    }
    return {};
}

void addPaper(const workflow::SignedPaper &paper, const QString &signer, Outcome &outcome,
              QJsonArray &list)
{
    QJsonObject json{{QStringLiteral("component"), paper.component},
                     {QStringLiteral("outcome"), outcomeName(paper.outcome)}};
    if (paper.error) {
        outcome.lines << QStringLiteral("%1  %2").arg(paper.component,
                                                      errorText(*paper.error).line());
        json[QStringLiteral("error")] = errorCode(paper.error->fault);
    } else if (paper.outcome == workflow::SignedPaper::Outcome::Signed) {
        outcome.lines << Cli::tr("%1: %2 pages signed by %3, %4")
                             .arg(paper.component)
                             .arg(paper.pages)
                             .arg(signer, paper.pdf.sha256);
        json[QStringLiteral("sha256")] = paper.pdf.sha256;
        json[QStringLiteral("size")] = paper.pdf.size;
        json[QStringLiteral("pages")] = paper.pages;
    } else {
        outcome.lines << Cli::tr("%1: not reached").arg(paper.component);
    }
    outcome.needsAttention |= paper.outcome != workflow::SignedPaper::Outcome::Signed;
    list.append(json);
}

/// What can be had of time stamps and proof in a moment; the rest waits in the queue.
Expected<> addProof(compose::Station &station, const QString &dossierUuid, Outcome &outcome)
{
    auto upgrading = station.upgrading();
    if (!upgrading)
        return fail(upgrading.error());
    const auto report =
        upgrading->runOnce({.dossierUuid = dossierUuid, .patienceMs = stampPatienceMs});
    if (!report)
        return fail(report.error());
    outcome.json[QStringLiteral("proof")] =
        QJsonObject{{QStringLiteral("complete"), report->complete},
                    {QStringLiteral("waiting"), report->waiting}};
    if (report->waiting > 0)
        outcome.lines << Cli::tr("%n copies wait for their time stamp or proof", nullptr,
                                 report->waiting);
    return {};
}

Expected<Outcome> sign(compose::Station &station, const SignOptions &options,
                       const Invocation &invocation)
{
    auto pin = readPin(text(options.pinFile));
    if (!pin)
        return fail(pin.error());
    const auto dossier = workflow::findDossier(station.context(), text(options.dossier));
    if (!dossier)
        return fail(dossier.error());
    auto token = openToken(
        station, {.label = text(options.token), .certificateSha256 = text(options.certificate)},
        std::move(*pin), text(options.pinFile));
    if (!token)
        return fail(token.error());
    const auto agency = agencySigner(station, options);
    if (!agency)
        return fail(agency.error());
    // What a kill left uncleaned has no picture yet that could have been seen.
    if (const auto clean = station.capture().finish(dossier->uuid); !clean)
        return fail(clean.error());
    // Whoever gives this command says that the pages were looked at; the journal keeps it so.
    if (const auto seen = station.reviewing().allSeen(dossier->uuid, dossier::ViewKind::Stated);
        !seen)
        return fail(seen.error());
    const auto report = station.signing().run(
        dossier->uuid, **token,
        {.agency = agency->get(), .onProgress = [&](int done, int total) {
             invocation.progress(Cli::tr("signed %1 of %2").arg(done).arg(total));
         }});
    if (!report)
        return fail(report.error());

    Outcome outcome;
    QJsonArray list;
    bool anySigned = false;
    for (const auto &paper : report->papers) {
        addPaper(paper, (*token)->clerk().name, outcome, list);
        anySigned |= paper.outcome == workflow::SignedPaper::Outcome::Signed;
    }
    if (report->ended && !anySigned)
        return fail(*report->ended);
    outcome.json = {{QStringLiteral("signer"), (*token)->clerk().name},
                    {QStringLiteral("papers"), list}};
    if (report->ended) {
        outcome.lines << errorText(*report->ended).line();
        outcome.json[QStringLiteral("ended")] = errorCode(report->ended->fault);
    }
    token->reset();  // locked again before anything waits for the network
    if (const auto proof = addProof(station, dossier->uuid, outcome); !proof)
        return fail(proof.error());
    return outcome;
}

}  // namespace

void addSign(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<SignOptions>();
    auto &command = subcommand(app, "sign", Cli::tr("Sign every captured copy of a dossier"));
    dossierOption(command, options->dossier);
    command.add_option("--token", options->token, Cli::tr("Label of the token").toStdString());
    command.add_option("--certificate", options->certificate,
                       Cli::tr("SHA-256 of the certificate, when several can sign").toStdString());
    command.add_option("--pin-file", options->pinFile,
                       Cli::tr("File that holds the PIN; asked for when left out").toStdString());
    auto *key = command.add_option(
        "--agency-key", options->agencyKey,
        Cli::tr("PKCS#12 file of the agency, whose signature follows the clerk's").toStdString());
    command
        .add_option("--agency-token", options->agencyToken,
                    Cli::tr("Label of the agency's token").toStdString())
        ->excludes(key);
    command.add_option("--agency-pin-file", options->agencyPinFile,
                       Cli::tr("File that holds the agency's PIN or password").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt(
            [&](compose::Station &station) { return sign(station, *options, invocation); });
    });
}

}  // namespace station::cli
