#pragma once

#include "core/base/expected.h"
#include "core/store/capture_rows.h"
#include "core/worker/page_worker.h"
#include "core/workflow/capture_events.h"
#include "core/workflow/scan_source.h"
#include "core/workflow/station_context.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>

namespace station::workflow {

class TextQueue;

struct CaptureReport {
    int sides = 0;  ///< Taken over by this run, all durable.
    int sheets = 0;
    int blank = 0;             ///< Flagged; kept, but not part of the copy.
    int damaged = 0;           ///< Ended early; kept, to be scanned again.
    int uncleaned = 0;         ///< The page worker failed on them; tried again before signing.
    int flagged = 0;           ///< With anything else that a person should look at.
    QStringList components{};  ///< That got sides, in order; several after separator sheets.
};

struct CaptureWish {
    QString component{};
    ScanRequest request{};     ///< Spool folder, run id and first sheet are filled in here.
    store::SidePlace place{};  ///< Behind all sides, between them, or instead of one.
    /// Sheets counted for this paper; 0 leaves the count as it is.
    int expectedSheets = 0;
};

/// Step 1 of TT 01/2023 Art. 7: paper into the slot of a component. A side is
/// durable, and in the store, before anybody is told of it; clean-up runs
/// beside the scanner, text is read after it. Sides taken before an error stay.
class Capture {
public:
    /// `texts` may be null: text is then read when it is asked for.
    Capture(const StationContext &context, worker::PageWorkerPool &pool, TextQueue *texts);

    /// Scans into one component. An undecided component for which the rules say
    /// "digitize" is decided by this. ForbiddenByDecision when it takes no sides,
    /// WrongOrder when its copy is already signed, ResolutionTooLow below the rule
    /// profile's dpi, StorageLow when the disk is nearly full. A trouble of scanner
    /// or paper, and a disk that fills up while a pile is scanned, is first offered to
    /// `onPause`; when that ends the run, it is the error, and the sides so far stay.
    Expected<CaptureReport> run(const QString &dossierUuid, ScanSource &source, CaptureWish wish,
                                const CaptureEvents &events = {}, std::stop_token stop = {});

    /// Cleans what a kill, a failing page worker or a changed turn left uncleaned;
    /// returns how many sides are still not clean.
    Expected<int> finish(const QString &dossierUuid, std::stop_token stop = {});

private:
    const StationContext &m_context;
    worker::PageWorkerPool &m_pool;
    TextQueue *m_texts;
};

}  // namespace station::workflow
