#pragma once

#include "core/base/expected.h"
#include "core/dossier/side.h"

#include <QString>

#include <functional>

namespace station::workflow {

/// The run stands still: paper, cover or device need a hand. Everything that
/// was shown is safe. The drill is the same for all troubles, also for a scanner
/// that draws sheets in ahead: everything behind the last good sheet goes back
/// into the feeder.
struct Pause {
    Error error{};
    int lastSheet = 0;    ///< The last sheet that is complete; 0: none of this run.
    QString lastSide{};   ///< Its first side, to show its picture; empty: none.
    int putBackFrom = 1;  ///< Number of the first sheet that has to go in again.
    int sheets = 0;       ///< Complete sheets of the paper so far.
    int expected = 0;     ///< As counted by the clerk; 0: not counted.
};

enum class PauseAnswer {
    GoOn,     ///< Paper is back in place: scan on.
    EndHere,  ///< The run ends with what it has.
};

/// How a run is followed. Called from several threads, never two at once.
struct CaptureEvents {
    /// A side that is on disk. Called with the same side again once it is cleaned.
    std::function<void(const QString &component, const dossier::Side &)> onSide{};
    /// May block as long as the clerk needs. Without it every trouble ends the run.
    std::function<PauseAnswer(const Pause &)> onPause{};
    /// A separator sheet was read: what follows goes into this component.
    std::function<void(const QString &component)> onNextComponent{};
};

}  // namespace station::workflow
