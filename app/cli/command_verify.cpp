#include "app/cli/invocation.h"
#include "app/errors/error_text.h"
#include "app/errors/finding_text.h"
#include "core/base/clock.h"
#include "signing/verify/verify_process.h"

#include <QFileInfo>
#include <QJsonArray>

namespace station::cli {
namespace {

/// Asks authorities what a report leaves open and adds their answers to the
/// context; how many came. Empty: nobody is asked.
using AskAuthorities = std::function<int(const signing::VerifyReport &, signing::VerifyContext &)>;

QStringList linesOf(const std::vector<signing::Finding> &findings)
{
    QStringList lines;
    for (const auto &finding : findings) {
        QString line = QStringLiteral("    %1 (%2").arg(findingText(finding.code), finding.code);
        if (!finding.detail.isEmpty())
            line += QStringLiteral(": ") + finding.detail;
        lines << line + QChar(')');
    }
    return lines;
}

QStringList linesOf(const signing::SignatureReport &signature)
{
    QStringList lines;
    lines << QStringLiteral("  %1  %2  %3  %4")
                 .arg(signing::verdictName(signature.verdict), signature.level, signature.signer,
                      signature.signedAtMs != 0 ? isoVietnam(signature.signedAtMs) : QString());
    if (signature.provenAtMs != 0)
        lines << QStringLiteral("    ") +
                     Cli::tr("time stamp of %1 by %2")
                         .arg(isoVietnam(signature.provenAtMs), signature.timestampBy);
    return lines + linesOf(signature.findings);
}

/// The report's findings with their sentences.
QJsonArray withSentences(const QJsonValue &findings)
{
    QJsonArray list;
    for (const auto value : findings.toArray()) {
        QJsonObject finding = value.toObject();
        finding[QStringLiteral("message")] =
            findingText(finding.value(QLatin1String("code")).toString());
        list.append(finding);
    }
    return list;
}

QJsonObject jsonOf(const signing::VerifyReport &report, const QString &file)
{
    QJsonObject json = report.toJson();
    QJsonArray signatures;
    for (const auto value : json.value(QLatin1String("signatures")).toArray()) {
        QJsonObject signature = value.toObject();
        signature[QStringLiteral("findings")] =
            withSentences(signature.value(QLatin1String("findings")));
        signatures.append(signature);
    }
    json[QStringLiteral("signatures")] = signatures;
    json[QStringLiteral("findings")] = withSentences(json.value(QLatin1String("findings")));
    json[QStringLiteral("file")] = file;
    return json;
}

Expected<signing::VerifyReport> judge(const QString &file, signing::VerifyContext trust,
                                      const AskAuthorities &ask)
{
    auto report = signing::verifyApart(file, trust);
    if (report && ask && !report->openQuestions.empty() && ask(*report, trust) > 0)
        report = signing::verifyApart(file, trust);
    return report;
}

Expected<Outcome> verify(const QStringList &files, const signing::VerifyContext &trust,
                         const AskAuthorities &ask)
{
    Outcome outcome;
    QJsonArray list;
    for (const auto &file : files) {
        const auto report = judge(file, trust, ask);
        if (!report) {
            Error error = report.error();
            error.subject = QFileInfo(file).fileName();
            return fail(error);
        }
        list.append(jsonOf(*report, file));
        outcome.lines << QStringLiteral("%1  %2").arg(signing::verdictName(report->overall), file);
        for (const auto &signature : report->signatures)
            outcome.lines += linesOf(signature);
        outcome.lines += linesOf(report->findings);
        outcome.needsAttention |= report->overall != signing::Verdict::Valid;
    }
    outcome.json = {{QStringLiteral("files"), list}};
    return outcome;
}

}  // namespace

void addVerify(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::vector<std::string> files;
        std::string trust;
        bool online = false;
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "verify", Cli::tr("Check the signatures of PDF files"));
    command.add_option("files", options->files, Cli::tr("PDF files").toStdString())->required();
    command.add_option(
        "--trust", options->trust,
        Cli::tr("Folder of trusted certificates; the station's when left out").toStdString());
    command.add_flag("--online", options->online,
                     Cli::tr("Ask authorities whether certificates were withdrawn").toStdString());
    command.callback([options, &invocation] {
        if (!options->trust.empty() && !options->online) {
            invocation.run([&]() -> Expected<Outcome> {
                const auto trust = compose::trustIn(text(options->trust), SystemClock());
                if (!trust)
                    return fail(trust.error());
                return verify(texts(options->files), *trust, {});
            });
            return;
        }
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            const auto trust = options->trust.empty()
                                   ? station.trust()
                                   : compose::trustIn(text(options->trust), SystemClock());
            if (!trust)
                return fail(trust.error());
            const auto services = station.services();
            if (!services)
                return fail(services.error());
            AskAuthorities ask;
            if (options->online)
                ask = [&](const signing::VerifyReport &report, signing::VerifyContext &context) {
                    return (*services)->answerQuestions(report, context);
                };
            return verify(texts(options->files), *trust, ask);
        });
    });
}

}  // namespace station::cli
