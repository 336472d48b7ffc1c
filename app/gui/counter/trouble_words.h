#pragma once

#include "core/base/error.h"
#include "core/workflow/capture_events.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace station::gui {

/// A pause of the scan in words for the hands of the clerk.
class TroubleWords {
    Q_DECLARE_TR_FUNCTIONS(TroubleWords)

public:
    /// The feeder is empty, but sheets that were counted have not come.
    static bool isShort(const workflow::Pause &pause);
    static QString safe(const workflow::Pause &pause);       ///< "12 of 15 sheets are safe"
    static QString lastSheet(const workflow::Pause &pause);  ///< Below its picture.
    /// What to do, in order; the last step says what goes back into the feeder.
    static QStringList steps(const workflow::Pause &pause);
    /// What to do when the token is gone in the middle of a batch.
    static QStringList tokenSteps(Fault fault);

private:
    static QStringList repair(const workflow::Pause &pause);
    static QString putBack(const workflow::Pause &pause);
};

}  // namespace station::gui
