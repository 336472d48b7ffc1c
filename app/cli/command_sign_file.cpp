#include "app/cli/invocation.h"
#include "app/cli/pin_entry.h"
#include "app/cli/signing_tokens.h"
#include "app/errors/error_text.h"
#include "core/base/signature_level.h"

namespace station::cli {
namespace {

struct SignFileOptions {
    std::string in, out, token, certificate, pinFile;
    std::string level = "B";
    std::string corner;
};

std::optional<workflow::MarkCorner> cornerFrom(const std::string &word)
{
    if (word == "top-left")
        return workflow::MarkCorner::TopLeft;
    if (word == "top-right")
        return workflow::MarkCorner::TopRight;
    return std::nullopt;
}

Expected<Outcome> signFile(compose::Station &station, const SignFileOptions &options)
{
    const auto level = levelFrom(text(options.level));
    if (!level)
        return fail(Fault::InvalidInput, {}, text(options.level));
    auto pin = readPin(text(options.pinFile));
    if (!pin)
        return fail(pin.error());
    auto signing = station.fileSigning();
    if (!signing)
        return fail(signing.error());
    auto token = openToken(
        station, {.label = text(options.token), .certificateSha256 = text(options.certificate)},
        std::move(*pin), text(options.pinFile));
    if (!token)
        return fail(token.error());
    const QString destination = text(options.out);
    const auto done = signing->run({.source = text(options.in),
                                    .destination = destination,
                                    .mark = cornerFrom(options.corner),
                                    .level = *level},
                                   **token);
    if (!done)
        return fail(done.error());

    Outcome outcome;
    outcome.lines << Cli::tr("%1: level %2, signed by %3, %4")
                         .arg(destination, levelName(done->level), (*token)->clerk().name,
                              done->file.sha256);
    outcome.json = {{QStringLiteral("file"), destination},
                    {QStringLiteral("level"), levelName(done->level)},
                    {QStringLiteral("signer"), (*token)->clerk().name},
                    {QStringLiteral("sha256"), done->file.sha256},
                    {QStringLiteral("size"), done->file.size}};
    if (done->halted) {
        outcome.needsAttention = true;
        outcome.lines << errorText(*done->halted).line();
        outcome.json[QStringLiteral("halted")] = errorCode(done->halted->fault);
    }
    return outcome;
}

}  // namespace

void addSignFile(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<SignFileOptions>();
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
        invocation.runAt([&](compose::Station &station) { return signFile(station, *options); });
    });
}

}  // namespace station::cli
