#pragma once

#include "app/cli/invocation.h"
#include "core/workflow/capture.h"

namespace station::cli {

/// What scan and import say when they are done. Needs attention when the number
/// of sheets is not the expected one (0: none expected) or a side is damaged or
/// could not be cleaned.
Outcome captureOutcome(const workflow::CaptureReport &report, const QString &component,
                       int expectedSheets = 0);

/// The running line of scan and import: a side that is safe on disk.
workflow::Capture::OnSide announceSide(const Invocation &invocation);

}  // namespace station::cli
