#pragma once

#include "app/cli/invocation.h"
#include "core/workflow/capture.h"

namespace station::cli {

/// What a capture has to say: sides and sheets of each paper that got some, and
/// everything that a person should look at.
Expected<Outcome> captureOutcome(compose::Station &station, const QString &dossier,
                                 const workflow::CaptureReport &report);

/// Sides are announced on the terminal. With `waits` a trouble is told there and
/// the run goes on after Enter; otherwise it ends the run.
workflow::CaptureEvents captureEvents(const Invocation &invocation, bool waits);

}  // namespace station::cli
