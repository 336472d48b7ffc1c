#pragma once

#include "app/gui/base/theme.h"
#include "app/gui/counter/counter_desk.h"
#include "app/gui/widgets/mark.h"

#include <QCoreApplication>
#include <QString>

namespace station::gui {

/// A state as the clerk meets it: icon, word and colour always together.
struct StateWord {
    Mark mark = Mark::Waiting;
    Tone tone = Tone::Quiet;
    QString word{};
};

/// The field's own words, in the language of the loaded translation.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    static StateWord state(const dossier::PaperState &state);
    static QString decision(dossier::Decision decision);
    static QString field(const QString &key);
    /// A cell of a table is its row and its column.
    static QString tableRow(const dossier::field_key::Cell &cell);
    static QString source(dossier::FieldSource source);
    /// Why a value cannot stand in that field.
    static QString problem(const QString &key, Fault fault);
    static QString sides(int count);
};

}  // namespace station::gui
