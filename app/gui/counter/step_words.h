#pragma once

#include "app/gui/counter/next_step.h"

#include <QCoreApplication>

namespace station::gui {

/// The primary button's words for a step, and the key that does it.
class StepWords {
    Q_DECLARE_TR_FUNCTIONS(StepWords)

public:
    static QString text(const NextStep &step, const std::optional<DossierView> &dossier);
    static QString key(const NextStep &step);
};

}  // namespace station::gui
