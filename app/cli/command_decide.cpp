#include "app/cli/dossier_json.h"
#include "app/cli/invocation.h"
#include "core/workflow/intake.h"

#include <CLI/Validators.hpp>

#include <map>

namespace station::cli {
namespace {

const std::map<std::string, dossier::Decision> &decisions()
{
    static const std::map<std::string, dossier::Decision> words{
        {"digitize", dossier::Decision::Digitize}, {"reuse", dossier::Decision::Reuse},
        {"attach", dossier::Decision::Attach},     {"shown", dossier::Decision::ShownOnly},
        {"refuse", dossier::Decision::Refuse},
    };
    return words;
}

const std::map<std::string, workflow::RescanReason> &rescanReasons()
{
    using workflow::RescanReason;
    static const std::map<std::string, RescanReason> words = [] {
        std::map<std::string, RescanReason> map;
        for (const auto reason : {RescanReason::Unreadable, RescanReason::Changed,
                                  RescanReason::Wish, RescanReason::Other})
            map.emplace(workflow::rescanReasonName(reason).toStdString(), reason);
        return map;
    }();
    return words;
}

Expected<Outcome> dossierNow(compose::Station &station, const QString &dossier)
{
    const auto now = workflow::findDossier(station.context(), dossier);
    if (!now)
        return fail(now.error());
    return outcomeOf(station, *now);
}

void addCorrect(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, component;
        bool giveUp = false;
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(
        app, "correct",
        Cli::tr("Replace a copy that was handed over: scan, sign and confirm its paper again"));
    dossierOption(command, options->dossier);
    componentOption(command, options->component);
    command.add_flag(
        "--give-up", options->giveUp,
        Cli::tr("The copy that was handed over stays; not once the new one is on its way")
            .toStdString());
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            const QString dossier = text(options->dossier);
            const QString component = text(options->component);
            auto deciding = station.deciding();
            const auto done = options->giveUp ? deciding.giveUpCorrection(dossier, component)
                                              : deciding.correct(dossier, component);
            if (!done)
                return fail(done.error());
            return dossierNow(station, dossier);
        });
    });
}

void addWithdraw(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, component;
    };
    const auto options = std::make_shared<Options>();
    auto &command =
        subcommand(app, "withdraw",
                   Cli::tr("Take back a copy that was handed over in error; `store` tells the "
                           "department and whoever would reuse it"));
    dossierOption(command, options->dossier);
    componentOption(command, options->component);
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            const QString dossier = text(options->dossier);
            const auto done = station.deciding().withdraw(dossier, text(options->component));
            if (!done)
                return fail(done.error());
            return dossierNow(station, dossier);
        });
    });
}

}  // namespace

void addDecide(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, component, code;
        bool nationalStore = false;
        dossier::Decision decision = dossier::Decision::Digitize;
        std::optional<workflow::RescanReason> because{};
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "decide", Cli::tr("Decide what happens with one paper"));
    dossierOption(command, options->dossier);
    componentOption(command, options->component);
    command
        .add_option("--as", options->decision,
                    Cli::tr("digitize, reuse, attach, shown or refuse").toStdString())
        ->required()
        ->transform(CLI::CheckedTransformer(decisions()));
    command
        .add_option("--because", options->because,
                    Cli::tr("Why a paper that could be reused is digitized: unreadable, changed, "
                            "wish or other; kept in the audit chain")
                        .toStdString())
        ->transform(CLI::CheckedTransformer(rescanReasons()));
    command.add_option(
        "--code", options->code,
        Cli::tr("With reuse: digitization code or SHA-256 of the stored copy").toStdString());
    command.add_flag(
        "--national-store", options->nationalStore,
        Cli::tr("With reuse: the clerk found the paper in the national store").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            const QString dossier = text(options->dossier);
            const QString component = text(options->component);
            auto deciding = station.deciding();
            if (options->decision == dossier::Decision::Reuse) {
                const auto code =
                    deciding.reuse(dossier, component, text(options->code),
                                   options->nationalStore ? dossier::ReuseSource::NationalStore
                                                          : dossier::ReuseSource::Repository);
                if (!code)
                    return fail(code.error());
            } else if (const auto decided =
                           deciding.decide(dossier, component, options->decision, options->because);
                       !decided) {
                return fail(decided.error());
            }
            return dossierNow(station, dossier);
        });
    });
    addCorrect(app, invocation);
    addWithdraw(app, invocation);
}

}  // namespace station::cli
