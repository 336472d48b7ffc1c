#include "app/gui/counter/trouble_words.h"

#include "app/errors/error_text.h"

namespace station::gui {

bool TroubleWords::isShort(const workflow::Pause &pause)
{
    const Fault fault = pause.error.fault;
    const bool missing = pause.sheets > 0 && pause.expected > pause.sheets;
    return fault == Fault::CountMismatch || (fault == Fault::FeederEmpty && missing);
}

QString TroubleWords::safe(const workflow::Pause &pause)
{
    if (pause.expected > 0)
        //: %1 of %n counted sheets.
        return tr("%1 of %n sheet(s) are safe", nullptr, pause.expected).arg(pause.sheets);
    return tr("%n sheet(s) are safe", nullptr, pause.sheets);
}

QString TroubleWords::lastSheet(const workflow::Pause &pause)
{
    return tr("Sheet %1, the last good one").arg(pause.lastSheet);
}

QStringList TroubleWords::steps(const workflow::Pause &pause)
{
    QStringList steps = repair(pause);
    if (const QString back = putBack(pause); !back.isEmpty())
        steps << back;
    return steps;
}

QStringList TroubleWords::repair(const workflow::Pause &pause)
{
    if (isShort(pause))
        return {tr("Look for sheets in the feeder, in the output tray and on the desk."),
                tr("Put the missing ones into the feeder."),
                tr("If there are no more, end here. The reason is asked for later.")};
    switch (pause.error.fault) {
    case Fault::PaperJam:
        return {tr("Open the cover."),
                tr("Take the stuck sheet out slowly and straight, with both hands."),
                tr("Close the cover until it clicks.")};
    case Fault::CoverOpen:
        return {tr("Take out a sheet that lies inside."), tr("Close the cover until it clicks.")};
    case Fault::DoubleFeed:
        return {tr("Take out the two sheets and part them. Look for staples and clips."),
                tr("Fan the pile, so that its sheets come apart.")};
    case Fault::FeederEmpty:
        return {tr("Put the paper into the feeder as far as it goes.")};
    case Fault::DeviceStalled:
    case Fault::TimedOut:
        return {tr("Take out a sheet that is inside the scanner."),
                tr("If its lamp blinks, switch it off and on and wait until it is quiet.")};
    case Fault::WorkerDied:
        return {tr("The connection to the scanner is made anew by itself."),
                tr("Take out a sheet that is inside the scanner.")};
    case Fault::DeviceLost:
    case Fault::DeviceNotFound:
        return {tr("Look at both ends of the cable and plug it in."),
                tr("Look whether the scanner is switched on, and wait until it is quiet."),
                tr("Take out a sheet that is inside.")};
    case Fault::StorageLow:
    case Fault::StorageFull:
        return {tr("Call IT to make room on the disk of this station. The paper may lie here "
                   "until then.")};
    case Fault::DeviceFailed:
        return {tr("Take out a sheet that is inside."),
                tr("Switch the scanner off and on and wait until it is quiet.")};
    default:
        return {errorText(pause.error).remedy};
    }
}

QStringList TroubleWords::tokenSteps(Fault fault)
{
    QStringList steps;
    if (fault != Fault::TokenRemoved)
        steps << tr("Pull the token out and wait a moment.");
    steps << tr("Plug the token in.") << tr("Enter the PIN again when it is asked for.")
          << tr("Signing goes on with the copies that are left.");
    return steps;
}

QString TroubleWords::putBack(const workflow::Pause &pause)
{
    // Nothing has to go in again: what came is read, what is missing lies aside.
    const bool nothingCame = pause.error.fault == Fault::FeederEmpty && pause.lastSheet == 0;
    if (isShort(pause) || nothingCame)
        return {};
    if (pause.lastSheet == 0)
        return tr("Put the whole pile back into the feeder: no sheet of it is read yet.");
    return tr("Put back the sheets from number %1 on: everything that lies on top of sheet %2 or "
              "behind it in the output tray, and the one that was inside.")
        .arg(pause.putBackFrom)
        .arg(pause.putBackFrom - 1);
}

}  // namespace station::gui
