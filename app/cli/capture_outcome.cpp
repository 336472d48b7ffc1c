#include "app/cli/capture_outcome.h"

#include "app/cli/dossier_json.h"
#include "app/errors/error_text.h"
#include "core/workflow/intake.h"

#include <QJsonArray>

#include <iostream>
#include <string>

namespace station::cli {
namespace {

QString numbers(const std::vector<int> &sheets)
{
    QStringList words;
    for (const int sheet : sheets)
        words << QString::number(sheet);
    return words.join(QStringLiteral(", "));
}

/// Lines about one paper whose sheets and count do not fit.
QStringList countLines(const dossier::SheetTally &tally)
{
    QStringList lines;
    if (tally.expected > 0 && tally.sheets != tally.expected)
        lines << Cli::tr("attention: %1 sheets expected, %2 scanned; count the paper and scan "
                         "what is missing, or explain it with \"count\"")
                     .arg(tally.expected)
                     .arg(tally.sheets);
    if (!tally.halfSheets.empty())
        lines << Cli::tr("attention: the back is missing of sheet %1; scan it again")
                     .arg(numbers(tally.halfSheets));
    if (!tally.damagedSheets.empty())
        lines << Cli::tr("attention: sheet %1 is incomplete; scan it again")
                     .arg(numbers(tally.damagedSheets));
    return lines;
}

workflow::PauseAnswer askOnTerminal(const Invocation &invocation, const workflow::Pause &pause)
{
    const ErrorText words = errorText(pause.error);
    invocation.progress(words.what + QLatin1Char('.'));
    invocation.progress(words.remedy);
    if (pause.expected > 0)
        invocation.progress(
            Cli::tr("%1 of %2 sheets are safe").arg(pause.sheets).arg(pause.expected));
    if (pause.lastSheet > 0)
        invocation.progress(Cli::tr("Sheet %1 is the last good one. Put back everything behind "
                                    "it, from sheet %2 on.")
                                .arg(pause.lastSheet)
                                .arg(pause.putBackFrom));
    invocation.progress(Cli::tr("Enter: scan on.  q and Enter: end here."));
    std::string answer;
    if (!std::getline(std::cin, answer) || answer == "q")
        return workflow::PauseAnswer::EndHere;
    return workflow::PauseAnswer::GoOn;
}

}  // namespace

Expected<Outcome> captureOutcome(compose::Station &station, const QString &dossierName,
                                 const workflow::CaptureReport &report)
{
    const auto dossier = workflow::findDossier(station.context(), dossierName);
    if (!dossier)
        return fail(dossier.error());
    Outcome outcome;
    QJsonArray papers;
    for (const auto &code : report.components) {
        const auto &component = *dossier->component(code);
        const auto sides = dossier::sidesOf(component.state);
        const auto tally = dossier::tallyOf(sides, component.count);
        outcome.lines
            << Cli::tr("%1: %2 sides of %3 sheets").arg(code).arg(tally.sides).arg(tally.sheets);
        if (!dossier::isSettled(sides, component.count)) {
            outcome.lines << countLines(tally);
            outcome.needsAttention = true;
        }
        papers.append(toJson(code, tally));
    }
    if (report.blank > 0)
        outcome.lines
            << Cli::tr("%1 sides are blank and are no pages of the copy").arg(report.blank);
    if (report.uncleaned > 0)
        outcome.lines << Cli::tr("attention: %1 sides are not cleaned yet; signing tries again")
                             .arg(report.uncleaned);
    if (report.flagged > 0)
        outcome.lines << Cli::tr("attention: look at %1 sides; \"dossier show\" says why")
                             .arg(report.flagged);
    outcome.needsAttention =
        outcome.needsAttention || report.uncleaned > 0 || report.damaged > 0 || report.flagged > 0;
    outcome.json = {{QStringLiteral("papers"), papers},
                    {QStringLiteral("sides"), report.sides},
                    {QStringLiteral("sheets"), report.sheets},
                    {QStringLiteral("blank"), report.blank},
                    {QStringLiteral("damaged"), report.damaged},
                    {QStringLiteral("uncleaned"), report.uncleaned},
                    {QStringLiteral("flagged"), report.flagged}};
    return outcome;
}

workflow::CaptureEvents captureEvents(const Invocation &invocation, bool waits)
{
    workflow::CaptureEvents events;
    events.onSide = [&invocation](const QString &component, const dossier::Side &side) {
        if (side.cleaned || side.out)
            return;
        const QString words = side.damaged ? Cli::tr("%1, sheet %2, %3 is incomplete: %4")
                                           : Cli::tr("%1, sheet %2, %3 is safe: %4");
        invocation.progress(
            words.arg(component)
                .arg(side.sheet)
                .arg(side.face == dossier::Face::Front ? Cli::tr("front") : Cli::tr("back"),
                     side.id));
    };
    events.onNextComponent = [&invocation](const QString &component) {
        invocation.progress(Cli::tr("separator sheet: what follows is %1").arg(component));
    };
    if (waits)
        events.onPause = [&invocation](const workflow::Pause &pause) {
            return askOnTerminal(invocation, pause);
        };
    return events;
}

}  // namespace station::cli
