#pragma once

#include "core/dossier/dossier.h"
#include "core/store/store.h"
#include "core/workflow/capture.h"
#include "core/workflow/side_cleaner.h"

#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace station::workflow {

/// One capture while it runs: what was taken over, what clean-up found on it, and
/// where the next side goes. The scanner's thread hands in sides, the cleaner's
/// threads what they found; all state is behind one mutex.
class CaptureRun {
public:
    CaptureRun(const StationContext &context, worker::PageWorkerPool &pool, TextQueue *texts,
               const dossier::Dossier &dossier, const CaptureWish &wish,
               const CaptureEvents &events, store::Store store);

    /// The next pass of the scanner through the pile: its run is in the store, so
    /// that sides without a row would find their place.
    Expected<ScanRequest> beginPass();
    /// A durable side of the running pass. StorageLow once it is taken over but
    /// no other should be.
    Expected<> take(const ScannedSide &scanned);
    /// Waits until everything taken over is clean and separated.
    void finishCleaning();

    /// Where the pile stands, for the clerk: sheets counted in the paper.
    Pause pauseFor(Error error) const;
    /// The feeder is empty before the counted sheets were all in.
    bool isShortOfCount() const;
    /// Sides of a sheet that will be fed again are set aside, or go when no row found room.
    Expected<> setHalfSheetAside();

    CaptureReport report() const;

private:
    struct Taken {
        dossier::Side side{};
        QString component{};
        bool resolved = false;  ///< Clean, or given up: its separator, if any, is known.
        std::optional<worker::Separator> separator{};
    };

    void cleaned(const dossier::Side &side, const worker::CleanedSide *found);
    void resolveInOrder();
    void separate(std::size_t at);
    /// Where a separator leads; nothing when it leads nowhere here.
    std::optional<QString> targetOf(const worker::Separator &separator);
    Expected<> applyEdit(dossier::EditKind kind, const std::vector<QString> &out,
                         const std::vector<QString> &moved, const QString &component);
    void tell(const Taken &told) const;
    void save(const dossier::Side &side);
    bool isSeenBefore(const dossier::Side &side) const;
    bool isComplete(int sheet) const;
    std::vector<int> sheetsTaken() const;
    dossier::Component currentComponent() const;

    const StationContext &m_context;
    const dossier::Dossier m_dossier;
    const CaptureWish m_wish;
    const CaptureEvents &m_events;
    store::Store m_store;  // of the scanner's thread
    QString m_runId{};
    QStringList m_withoutRow{};  // files; a start would find their place
    int m_nextSheet = 1;

    mutable std::mutex m_mutex;
    QString m_component{};  // where the next side goes
    std::vector<Taken> m_taken{};
    std::size_t m_resolved = 0;
    std::set<int> m_separatorSheets{};
    std::set<int> m_asideSheets{};
    QStringList m_components{};
    CaptureReport m_report{};

    SideCleaner m_cleaner;  // last: its threads use all of the above
};

}  // namespace station::workflow
