#include "app/cli/capture_outcome.h"

namespace station::cli {

Outcome captureOutcome(const workflow::CaptureReport &report, const QString &component,
                       int expectedSheets)
{
    const bool countDiffers = expectedSheets > 0 && report.sheets != expectedSheets;
    Outcome outcome;
    outcome.lines << Cli::tr("%1: %2 sides of %3 sheets, %4 blank")
                         .arg(component)
                         .arg(report.sides)
                         .arg(report.sheets)
                         .arg(report.blank);
    if (countDiffers)
        outcome.lines << Cli::tr("attention: %1 sheets expected, %2 scanned; count the paper and "
                                 "scan what is missing")
                             .arg(expectedSheets)
                             .arg(report.sheets);
    if (report.damaged > 0)
        outcome.lines
            << Cli::tr("attention: %1 sides are incomplete; scan them again").arg(report.damaged);
    if (report.uncleaned > 0)
        outcome.lines << Cli::tr("attention: %1 sides are not cleaned yet; signing tries again")
                             .arg(report.uncleaned);
    outcome.needsAttention = countDiffers || report.damaged > 0 || report.uncleaned > 0;
    outcome.json = {{QStringLiteral("component"), component},
                    {QStringLiteral("sides"), report.sides},
                    {QStringLiteral("sheets"), report.sheets},
                    {QStringLiteral("blank"), report.blank},
                    {QStringLiteral("damaged"), report.damaged},
                    {QStringLiteral("uncleaned"), report.uncleaned}};
    if (expectedSheets > 0)
        outcome.json[QStringLiteral("expected_sheets")] = expectedSheets;
    return outcome;
}

workflow::Capture::OnSide announceSide(const Invocation &invocation)
{
    return [&invocation](const dossier::Side &side) {
        if (side.cleaned)
            return;
        invocation.progress(
            Cli::tr("side %1 of sheet %2 is safe: %3")
                .arg(side.face == dossier::Face::Front ? Cli::tr("front") : Cli::tr("back"))
                .arg(side.sheet)
                .arg(side.id));
    };
}

}  // namespace station::cli
