#include "app/gui/counter/capture_words.h"

namespace station::gui {

QString CaptureWords::notice(workflow::ScannerNotice notice)
{
    using workflow::ScannerNotice;
    switch (notice) {
    case ScannerNotice::Opening:
        return tr("The scanner is being opened …");
    case ScannerNotice::WarmingUp:
        return tr("The scanner is warming up …");
    case ScannerNotice::Restarting:
        return tr("The scanner did not answer and is being started again; all pages so far are "
                  "safe");
    case ScannerNotice::Searching:
        return tr("The scanner is not where it was; looking for it on all connections …");
    }
    Q_UNREACHABLE();
}

QString CaptureWords::sheets(const dossier::SheetTally &tally)
{
    if (tally.expected == 0)
        return tr("%n sheet(s)", nullptr, tally.sheets);
    //: %1 sheets were scanned of %n that were counted.
    return tr("%1 / %n sheet(s)", nullptr, tally.expected).arg(tally.sheets);
}

QStringList CaptureWords::oddities(const dossier::SheetTally &tally)
{
    QStringList odd;
    for (const int sheet : tally.halfSheets)
        odd << tr("sheet %1 has no back").arg(sheet);
    for (const int sheet : tally.damagedSheets)
        odd << tr("sheet %1 is cut short").arg(sheet);
    return odd;
}

QString CaptureWords::missing(const dossier::SheetTally &tally)
{
    if (tally.expected > 0 && tally.expected != tally.sheets)
        return tr("%1 of %n sheet(s)", nullptr, tally.expected).arg(tally.sheets);
    const QStringList odd = oddities(tally);
    return odd.isEmpty() ? QString() : odd.front();
}

QString CaptureWords::edit(dossier::EditKind kind)
{
    using dossier::EditKind;
    switch (kind) {
    case EditKind::MarkBlank:
        return tr("blank or not");
    case EditKind::MarkOut:
        return tr("set aside");
    case EditKind::Turn:
        return tr("turn");
    case EditKind::Move:
        return tr("move");
    case EditKind::Split:
        return tr("split");
    case EditKind::Replace:
        return tr("scanned again");
    case EditKind::Insert:
        return tr("scanned in between");
    case EditKind::Separate:
        return tr("separator sheet");
    case EditKind::Refeed:
        return tr("half sheet set aside after a trouble");
    case EditKind::Cleanup:
        //: Of a scanned page: straightened, cut to the paper …
        return tr("clean-up");
    case EditKind::Divide:
        return tr("divide");
    }
    Q_UNREACHABLE();
}

QString CaptureWords::verdict(const QString &verdict)
{
    if (verdict == QLatin1String("valid"))
        //: Of a signature (chữ ký số).
        return tr("valid");
    if (verdict == QLatin1String("incomplete"))
        return tr("not complete");
    if (verdict == QLatin1String("attention"))
        return tr("valid, but look at it");
    if (verdict == QLatin1String("unverifiable"))
        return tr("cannot be checked here");
    return verdict;
}

}  // namespace station::gui
