#pragma once

#include "core/dossier/edit.h"
#include "core/dossier/sheet_tally.h"
#include "core/workflow/scan_source.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace station::gui {

/// Scanner, sheets and edits in plain words.
class CaptureWords {
    Q_DECLARE_TR_FUNCTIONS(CaptureWords)

public:
    /// Ready says nothing: the next side does.
    static QString notice(workflow::ScannerNotice notice);
    /// "12 / 15 sheets"; without a count only how many there are.
    static QString sheets(const dossier::SheetTally &tally);
    /// What is odd about single sheets: "sheet 7 has no back".
    static QStringList oddities(const dossier::SheetTally &tally);
    /// The first thing that the sheets lack, short; empty: nothing.
    static QString missing(const dossier::SheetTally &tally);
    static QString edit(dossier::EditKind kind);  ///< "turn", for the words "Undone: …".
    /// What the check of a received file's signatures said.
    static QString verdict(const QString &verdict);
};

}  // namespace station::gui
