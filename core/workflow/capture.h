#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/worker/page_worker.h"
#include "core/workflow/scan_source.h"
#include "core/workflow/station_context.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace station::workflow {

struct CaptureReport {
    int sides = 0;  ///< Taken over by this run, all durable.
    int sheets = 0;
    int blank = 0;      ///< Flagged; kept, but not part of the copy.
    int damaged = 0;    ///< Ended early; kept, to be scanned again.
    int uncleaned = 0;  ///< The page worker failed on them; tried again before signing.
};

/// Step 1 of TT 01/2023 Art. 7: paper into the slot of a component. A side is
/// durable, and in the store, before anybody is told of it; clean-up and
/// recognition run beside the scanner. Sides taken before an error stay.
class Capture {
public:
    /// Called with the same side again once it is cleaned; from several threads,
    /// never two at once.
    using OnSide = std::function<void(const dossier::Side &)>;

    Capture(const StationContext &context, worker::PageWorkerPool &pool);

    /// Scans into one component, behind the sides it has. An undecided
    /// component for which the rules say "digitize" is decided by this.
    /// ForbiddenByDecision when it takes no sides, WrongOrder when its copy is
    /// already signed, ResolutionTooLow below the rule profile's dpi.
    /// `request.spoolFolder` is filled in here.
    Expected<CaptureReport> run(const QString &dossierUuid, const QString &component,
                                ScanSource &source, ScanRequest request, const OnSide &onSide = {},
                                std::stop_token stop = {});

    /// Cleans what a kill or a failing page worker left uncleaned; returns how
    /// many sides are still not clean.
    Expected<int> finish(const QString &dossierUuid, std::stop_token stop = {});

    /// The clerk's word on a side: blank ones are no page of the copy, but stay.
    /// InvalidInput when there is no such side; WrongOrder once it is signed.
    Expected<> setBlank(const QString &dossierUuid, const QString &side, bool blank);

private:
    const StationContext &m_context;
    worker::PageWorkerPool &m_pool;
};

}  // namespace station::workflow
