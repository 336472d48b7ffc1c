#pragma once

#include "app/gui/counter/next_step.h"

#include <QCoreApplication>

class QAction;

namespace station::gui {

class CounterActions;

/// The primary button's words for a step, and the key that does it.
class StepWords {
    Q_DECLARE_TR_FUNCTIONS(StepWords)

public:
    static QString text(const NextStep &step, const std::optional<DossierView> &dossier);
    static QString key(const NextStep &step, const CounterActions &actions);
    /// Why a dossier was put aside, and for whom.
    static QString note(const store::Hold &note);

private:
    static const QAction *decisionAction(dossier::Decision decision, const CounterActions &actions);
};

}  // namespace station::gui
