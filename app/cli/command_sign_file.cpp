#include "app/cli/invocation.h"
#include "app/cli/pin_entry.h"
#include "app/cli/signing_tokens.h"
#include "app/errors/error_text.h"
#include "core/base/durable_file.h"
#include "core/base/signature_level.h"
#include "core/base/uuid7.h"
#include "core/store/store.h"
#include "core/workflow/copy_upgrader.h"

#include <QFile>
#include <QFileInfo>

namespace station::cli {
namespace {

constexpr int patienceMs = 180'000;

struct Options {
    std::string in, out, token, certificate, pinFile;
    std::string level = "B";
    std::string corner;
};

/// The visible mark as the rule profile has it; the agency's in the other corner.
std::optional<workflow::CopyMark> markFor(const compose::Station &station, const QString &corner,
                                          const QString &signer, qint64 atMs)
{
    if (corner.isEmpty() || corner == QStringLiteral("none"))
        return std::nullopt;
    const auto &rule = station.context().law.profile.mark;
    return workflow::CopyMark{.corner = corner == QStringLiteral("top-left")
                                            ? workflow::MarkCorner::TopLeft
                                            : workflow::MarkCorner::TopRight,
                              .marginLeftPt = rule.marginLeftPt,
                              .marginTopPt = rule.marginTopPt,
                              .widthPt = rule.widthPt,
                              .fontPt = rule.fontPt,
                              .lines = rule.filledLines(signer, isoVietnam(atMs))};
}

Expected<Outcome> signFile(compose::Station &station, const Options &options,
                           const Invocation &invocation)
{
    const auto wanted = levelFrom(text(options.level));
    if (!wanted)
        return fail(Fault::InvalidInput, {}, text(options.level));
    auto pin = readPin(text(options.pinFile));
    if (!pin)
        return fail(pin.error());
    const auto upgrader = station.upgrader();
    if (!upgrader)
        return fail(upgrader.error());
    auto token = openToken(
        station, {.label = text(options.token), .certificateSha256 = text(options.certificate)},
        std::move(*pin), text(options.pinFile));
    if (!token)
        return fail(token.error());

    const qint64 now = station.context().clock.nowMs();
    const QString destination = text(options.out);
    auto file =
        (*token)->sign({.sourcePdf = text(options.in),
                        .destinationPdf = destination,
                        .mark = markFor(station, text(options.corner), (*token)->clerk().name, now),
                        .signedAtMs = now});
    if (!file)
        return fail(file.error());
    Outcome outcome;
    SignatureLevel level = SignatureLevel::B;
    if (*wanted > SignatureLevel::B) {
        invocation.progress(Cli::tr("asking for the time stamp"));
        const auto raised = (*upgrader)->upgrade(destination, destination, *wanted, patienceMs);
        if (!raised)
            return fail(raised.error());
        level = raised->level;
        if (level > SignatureLevel::B)
            file = raised->file;
        if (raised->halted) {
            // The signed file stays: it can be brought further later.
            outcome.needsAttention = true;
            outcome.lines << errorText(*raised->halted).line();
            outcome.json[QStringLiteral("halted")] = errorCode(raised->halted->fault);
        }
    }
    outcome.lines.prepend(
        Cli::tr("%1: level %2, signed by %3, %4")
            .arg(destination, levelName(level), (*token)->clerk().name, file->sha256));
    outcome.json[QStringLiteral("file")] = destination;
    outcome.json[QStringLiteral("level")] = levelName(level);
    outcome.json[QStringLiteral("signer")] = (*token)->clerk().name;
    outcome.json[QStringLiteral("sha256")] = file->sha256;
    outcome.json[QStringLiteral("size")] = file->size;
    return outcome;
}

}  // namespace

void addSignFile(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<Options>();
    auto &command =
        subcommand(app, "sign-file", Cli::tr("Sign one PDF that belongs to no dossier"));
    command.add_option("in", options->in, Cli::tr("PDF to sign; it stays as it is").toStdString())
        ->required();
    command.add_option("out", options->out, Cli::tr("Signed PDF").toStdString())->required();
    command
        .add_option("--level", options->level,
                    Cli::tr("How much proof: B, T, LT or LTA").toStdString())
        ->check(CLI::IsMember({"B", "T", "LT", "LTA"}));
    command
        .add_option("--mark", options->corner,
                    Cli::tr("Corner of the visible mark; none when left out").toStdString())
        ->check(CLI::IsMember({"none", "top-left", "top-right"}));
    command.add_option("--token", options->token, Cli::tr("Label of the token").toStdString());
    command.add_option("--certificate", options->certificate,
                       Cli::tr("SHA-256 of the certificate, when several can sign").toStdString());
    command.add_option("--pin-file", options->pinFile,
                       Cli::tr("File that holds the PIN; asked for when left out").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt(
            [&](compose::Station &station) { return signFile(station, *options, invocation); });
    });
}

}  // namespace station::cli
