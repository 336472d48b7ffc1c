#include "app/cli/dossier_json.h"
#include "app/cli/invocation.h"
#include "core/workflow/intake.h"

#include <CLI/Validators.hpp>

#include <QRect>

#include <cmath>
#include <map>
#include <optional>

namespace station::cli {
namespace {

struct SideOptions {
    std::string dossier, side, component, before, splitTo;
    std::optional<bool> blank{};
    std::optional<bool> out{};
    std::optional<int> turn{};
    std::string skew{}, crop{};
    std::optional<bool> upright{};
    std::optional<bool> tone{};
    bool divide = false;

    bool changesCleanup() const { return !skew.empty() || !crop.empty() || upright || tone; }
};

/// "auto" is nothing.
std::optional<double> degreesFrom(const std::string &text)
{
    bool isNumber = false;
    const double degrees = cli::text(text).toDouble(&isNumber);
    return isNumber ? std::optional(degrees) : std::nullopt;
}

std::optional<QRect> boxFrom(const std::string &text)
{
    const QStringList parts = cli::text(text).split(QLatin1Char(','));
    QList<int> numbers;
    for (const auto &part : parts) {
        bool isNumber = false;
        numbers << part.trimmed().toInt(&isNumber);
        if (!isNumber)
            return {};
    }
    if (numbers.size() != 4)
        return {};
    const QRect box(numbers[0], numbers[1], numbers[2], numbers[3]);
    return box.isValid() && box.x() >= 0 && box.y() >= 0 ? std::optional(box) : std::nullopt;
}

// CLI11 wants the complaint, empty for a good value.

std::string complaintAboutSkew(const std::string &text)
{
    const auto degrees = degreesFrom(text);
    const bool good = text == "auto" || (degrees && std::abs(*degrees) <= 45.0);
    return good ? std::string() : Cli::tr("auto, or degrees from -45 to 45").toStdString();
}

std::string complaintAboutCrop(const std::string &text)
{
    const bool good = text == "auto" || text == "off" || boxFrom(text);
    return good ? std::string()
                : Cli::tr("auto, off, or X,Y,WIDTH,HEIGHT in pixels of the scan").toStdString();
}

/// The side's clean-up with what the options say.
Expected<dossier::SideCleanup> wantedCleanup(const compose::Station &station,
                                             const SideOptions &options)
{
    const auto dossier = workflow::findDossier(station.context(), text(options.dossier));
    if (!dossier)
        return fail(dossier.error());
    dossier::SideCleanup cleanup;
    for (const auto &component : dossier->components) {
        for (const auto &side : dossier::sidesOf(component.state)) {
            if (side.id == text(options.side))
                cleanup = side.cleanup;
        }
    }
    if (!options.skew.empty())
        cleanup.skewDeg = degreesFrom(options.skew);
    if (!options.crop.empty()) {
        cleanup.paperCrop = options.crop == "auto";
        cleanup.part = boxFrom(options.crop);
    }
    cleanup.upright = options.upright.value_or(cleanup.upright);
    cleanup.tone = options.tone.value_or(cleanup.tone);
    return cleanup;
}

Expected<> edit(const compose::Station &station, workflow::Editing editing,
                const SideOptions &options)
{
    const QString dossier = text(options.dossier);
    const QString side = text(options.side);
    if (options.blank)
        return editing.markBlank(dossier, side, *options.blank);
    if (options.out)
        return editing.markOut(dossier, side, *options.out);
    if (options.divide)
        return editing.divide(dossier, side);
    if (options.changesCleanup()) {
        const auto cleanup = wantedCleanup(station, options);
        return cleanup ? editing.cleanup(dossier, side, *cleanup) : fail(cleanup.error());
    }
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
    return outcomeOf(station, *dossier);
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
    static const std::map<std::string, bool> choices{{"auto", true}, {"off", false}};

    const auto options = std::make_shared<SideOptions>();
    auto &command = subcommand(app, "side",
                               Cli::tr("Turn, move, divide, set aside a captured side, choose its "
                                       "clean-up, or call it blank"));
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
    change.add_flag("--divide", options->divide,
                    Cli::tr("What lies apart on it, cards or receipts, becomes sides of its own")
                        .toStdString());
    auto &steps = *change.add_option_group("clean-up");
    steps
        .add_option("--skew", options->skew,
                    Cli::tr("auto, or degrees clockwise; 0 leaves it as it is").toStdString())
        ->check(complaintAboutSkew);
    steps
        .add_option("--crop", options->crop,
                    Cli::tr("auto, off, or X,Y,WIDTH,HEIGHT in pixels of the scan").toStdString())
        ->check(complaintAboutCrop);
    steps
        .add_option("--upright", options->upright,
                    Cli::tr("auto; off: it is not turned by quarters").toStdString())
        ->transform(CLI::CheckedTransformer(choices));
    steps
        .add_option("--tone", options->tone,
                    Cli::tr("auto; off: the paper stays as bright as scanned").toStdString())
        ->transform(CLI::CheckedTransformer(choices));
    change.require_option(1);
    command.add_option("--before", options->before,
                       Cli::tr("With --move-to: in front of this side").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            if (const auto edited = edit(station, station.editing(), *options); !edited)
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
