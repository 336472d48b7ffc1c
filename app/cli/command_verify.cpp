#include "app/cli/invocation.h"
#include "app/errors/error_text.h"
#include "core/base/clock.h"

#include <QFileInfo>
#include <QJsonArray>

namespace station::cli {
namespace {

Expected<Outcome> verify(const QStringList &files, const signing::VerifyContext &trust)
{
    Outcome outcome;
    QJsonArray list;
    for (const auto &file : files) {
        const auto report = signing::verifyPdfFile(file, trust);
        if (!report) {
            Error error = report.error();
            error.subject = QFileInfo(file).fileName();
            return fail(error);
        }
        QJsonObject json = report->toJson();
        json[QStringLiteral("file")] = file;
        list.append(json);
        outcome.lines << QStringLiteral("%1  %2").arg(signing::verdictName(report->overall), file);
        for (const auto &signature : report->signatures)
            outcome.lines << QStringLiteral("  %1  %2  %3  %4  %5")
                                 .arg(signing::verdictName(signature.verdict), signature.level,
                                      signature.signer, isoVietnam(signature.signedAtMs),
                                      signature.code);
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
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "verify", Cli::tr("Check the signatures of PDF files"));
    command.add_option("files", options->files, Cli::tr("PDF files").toStdString())->required();
    command.add_option(
        "--trust", options->trust,
        Cli::tr("Folder of trusted certificates; the station's when left out").toStdString());
    command.callback([options, &invocation] {
        if (options->trust.empty()) {
            invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
                const auto trust = station.trust();
                if (!trust)
                    return fail(trust.error());
                return verify(texts(options->files), *trust);
            });
            return;
        }
        invocation.run([&]() -> Expected<Outcome> {
            const auto trust = signing::verifyContext(text(options->trust), SystemClock());
            if (!trust)
                return fail(trust.error());
            return verify(texts(options->files), *trust);
        });
    });
}

}  // namespace station::cli
