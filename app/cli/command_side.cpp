#include "app/cli/dossier_json.h"
#include "app/cli/invocation.h"
#include "core/workflow/intake.h"

#include <CLI/Validators.hpp>

#include <map>
#include <optional>

namespace station::cli {
namespace {

struct SideOptions {
    std::string dossier, side, component, before, splitTo;
    std::optional<bool> blank{};
    std::optional<bool> out{};
    std::optional<int> turn{};
};

Expected<> edit(workflow::Editing editing, const SideOptions &options)
{
    const QString dossier = text(options.dossier);
    const QString side = text(options.side);
    if (options.blank)
        return editing.markBlank(dossier, side, *options.blank);
    if (options.out)
        return editing.markOut(dossier, side, *options.out);
    if (options.turn)
        return editing.turn(dossier, side, *options.turn);
    if (!options.splitTo.empty())
        return editing.split(dossier, side, text(options.splitTo));
    return editing.move(dossier, side, text(options.component), text(options.before));
}

Expected<Outcome> shown(compose::Station &station, const QString &name)
{
    // A side that was turned, by an edit or its undo, is made clean again.
    if (const auto cleaned = station.capture().finish(name); !cleaned)
        return fail(cleaned.error());
    const auto dossier = workflow::findDossier(station.context(), name);
    if (!dossier)
        return fail(dossier.error());
    const auto &law = station.context().law;
    return Outcome{.lines = toLines(*dossier, law), .json = toJson(*dossier, law)};
}

void addUndo(CLI::App &app, Invocation &invocation, const char *name, const QString &description,
             Expected<dossier::Edit> (workflow::Editing::*act)(const QString &))
{
    const auto dossier = std::make_shared<std::string>();
    auto &command = subcommand(app, name, description);
    dossierOption(command, *dossier);
    command.callback([dossier, &invocation, act] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            auto editing = station.editing();
            const auto edit = (editing.*act)(text(*dossier));
            if (!edit)
                return fail(edit.error());
            auto outcome = shown(station, text(*dossier));
            if (outcome)
                outcome->json[QStringLiteral("edit")] = dossier::editKindName(edit->kind);
            return outcome;
        });
    });
}

}  // namespace

void addSide(CLI::App &app, Invocation &invocation)
{
    static const std::map<std::string, bool> answers{{"yes", true}, {"no", false}};

    const auto options = std::make_shared<SideOptions>();
    auto &command =
        subcommand(app, "side", Cli::tr("Turn, move, set aside a captured side, or call it blank"));
    dossierOption(command, options->dossier);
    command.add_option("side", options->side, Cli::tr("Id of the side").toStdString())->required();
    auto &change = *command.add_option_group("change");
    change
        .add_option("--blank", options->blank,
                    Cli::tr("yes: no page of the copy; no: it carries content").toStdString())
        ->transform(CLI::CheckedTransformer(answers));
    change
        .add_option("--out", options->out,
                    Cli::tr("yes: set aside; no: take it back in").toStdString())
        ->transform(CLI::CheckedTransformer(answers));
    change
        .add_option("--turn", options->turn,
                    Cli::tr("Degrees clockwise: 90, 180, 270 or -90").toStdString())
        ->check(CLI::IsMember({-90, 90, 180, 270}));
    change.add_option(
        "--move-to", options->component,
        Cli::tr("Component that it goes to, or stays in with --before").toStdString());
    change.add_option("--split-to", options->splitTo,
                      Cli::tr("This side and all behind it go to this component").toStdString());
    change.require_option(1);
    command.add_option("--before", options->before,
                       Cli::tr("With --move-to: in front of this side").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            if (const auto edited = edit(station.editing(), *options); !edited)
                return fail(edited.error());
            return shown(station, text(options->dossier));
        });
    });
}

void addUndoRedo(CLI::App &app, Invocation &invocation)
{
    addUndo(app, invocation, "undo", Cli::tr("Take the last edit of a dossier's sides back"),
            &workflow::Editing::undo);
    addUndo(app, invocation, "redo", Cli::tr("Do again what was taken back"),
            &workflow::Editing::redo);
}

}  // namespace station::cli
