#include "core/workflow/upgrading.h"

#include "core/base/error_code.h"
#include "core/base/uuid7.h"
#include "core/store/blob_folder.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/workflow/work_file.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace station::workflow {
namespace {

using store::UpgradeRow;
using store::UpgradeWait;

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;

// A service that is away for a moment is asked again soon, one that is away for the day is left
// in peace.
constexpr std::array<int, 6> backOffMinutes{1, 2, 5, 15, 30, 60};

// A claim outlasts what the upgrader was given by so much: the disk, and a clock that is set.
constexpr qint64 claimReserveMs = 5 * minuteMs;

// Half a year in which authorities may be away, budgets used up, machines switched off.
constexpr qint64 renewAheadMs = 180 * dayMs;

qint64 deadlineOf(const UpgradeRow &row)
{
    return row.isRenewal() ? row.renewBeforeMs : row.target.deadlineMs;
}

bool isOver(const UpgradeRow &row, qint64 nowMs)
{
    return deadlineOf(row) > 0 && deadlineOf(row) <= nowMs;
}

bool isDue(const UpgradeRow &row, qint64 nowMs)
{
    return row.wait.nextAtMs <= nowMs;
}

/// What must not leave before it has more, then what has the least time, then what waits longest.
auto urgency(const UpgradeRow &row)
{
    const qint64 deadline = deadlineOf(row);
    return std::tuple(row.level >= row.target.required,
                      deadline > 0 ? deadline : std::numeric_limits<qint64>::max(), row.queuedAtMs);
}

void sortByUrgency(std::vector<UpgradeRow> &rows)
{
    std::ranges::stable_sort(rows, {}, urgency);
}

/// The trouble is the service's: it would meet the next copy as well.
bool endsRound(Fault fault)
{
    switch (fault) {
    case Fault::NetworkDown:
    case Fault::ProxyRefused:
    case Fault::ServiceRefused:
    case Fault::ServiceAnswerInvalid:
    case Fault::TimedOut:
    case Fault::ClockWrong:
    case Fault::StorageFull:
    case Fault::StorageFailed:
    case Fault::Cancelled:
        return true;
    default:
        return false;
    }
}

UpgradeWait afterTrouble(int attemptsBefore, const Error &error, qint64 nowMs)
{
    const auto step = std::min(static_cast<std::size_t>(attemptsBefore), backOffMinutes.size() - 1);
    return {.attempts = attemptsBefore + 1,
            .nextAtMs = nowMs + backOffMinutes.at(step) * minuteMs,
            .lastFault = errorCode(error.fault),
            .lastDetail = error.detail};
}

/// One copy, from its claim to its commit.
class CopyUpgrade {
public:
    struct Result {
        bool risen = false;
        bool complete = false;
        std::optional<Error> trouble{};
    };

    CopyUpgrade(const StationContext &context, store::Store &store, CopyUpgrader &upgrader,
                const UpgradeRow &row, int patienceMs)
        : m_context(context), m_store(store), m_upgrader(upgrader), m_row(row),
          m_patienceMs(patienceMs)
    {
    }

    Expected<Result> run(const std::stop_token &stop)
    {
        const auto claimed =
            m_store.claimUpgrade(m_row.dossierUuid, m_row.componentCode, m_claim, claimEndsMs());
        if (!claimed)
            return fail(claimed.error());
        if (!*claimed)
            return Result{};
        // Loaded under the claim: nobody changes the file any more.
        const auto dossier = m_store.load(m_row.dossierUuid);
        if (!dossier)
            return fail(dossier.error());
        const auto *component = dossier->component(m_row.componentCode);
        const auto *copy = component ? dossier::signedCopyOf(component->state) : nullptr;
        if (copy == nullptr)
            return Result{};
        const auto folder = store::Spool(m_context.dataDir).folder(m_row.dossierUuid);
        if (!folder)
            return fail(folder.error());
        const auto signedPdf = m_context.blobs().plainFile(copy->pdf);
        if (!signedPdf)
            return without(signedPdf.error());
        const WorkFile better(*folder);
        auto upgraded = m_upgrader.upgrade(signedPdf->path(), better.path(), m_row.target.wanted,
                                           m_patienceMs, stop);
        if (!upgraded)
            return without(upgraded.error());
        if (hasGained(*upgraded, *copy, better.path()))
            return with(*upgraded, *copy, better.path());
        if (upgraded->halted)
            return without(*upgraded->halted);
        return nothingToAdd();
    }

private:
    qint64 now() const { return m_context.clock.nowMs(); }
    qint64 claimEndsMs() const { return now() + m_patienceMs + claimReserveMs; }

    bool hasGained(const UpgradedFile &upgraded, const dossier::SignedCopy &copy,
                   const QString &file) const
    {
        const bool renewed = m_row.isRenewal() && upgraded.level == copy.level &&
                             upgraded.renewBeforeMs > m_row.renewBeforeMs &&
                             QFileInfo::exists(file);
        return renewed || upgraded.level > copy.level;
    }

    Expected<Result> with(const UpgradedFile &upgraded, const dossier::SignedCopy &copy,
                          const QString &file)
    {
        // Noted first, so that a kill before the commit leaves no file for ever.
        if (auto noted = m_store.announceBlob(upgraded.file.sha256, claimEndsMs()); !noted)
            return fail(noted.error());
        const auto blob = m_context.blobs().take(file);
        if (!blob)
            return fail(blob.error());
        if (blob->sha256 != upgraded.file.sha256)
            return fail(Fault::StorageFailed, u"upgraded bytes changed on disk"_s);
        store::UpgradeGain gain{.dossierUuid = m_row.dossierUuid,
                                .componentCode = m_row.componentCode,
                                .claim = m_claim,
                                .fromSha256 = copy.pdf.sha256,
                                .pdf = *blob,
                                .level = upgraded.level,
                                .provenAtMs = upgraded.stampedAtMs,
                                .isComplete = upgraded.level >= m_row.target.wanted,
                                .actor = m_context.actor,
                                .facts = factsOf(upgraded, copy, *blob)};
        if (upgraded.level == SignatureLevel::LTA && upgraded.renewBeforeMs > 0)
            gain.renewBeforeMs = upgraded.renewBeforeMs;
        if (gain.isComplete)
            gain.wait.nextAtMs = std::max(upgraded.renewBeforeMs - renewAheadMs, now() + dayMs);
        else if (upgraded.halted)
            gain.wait = afterTrouble(0, *upgraded.halted, now());
        if (const auto saved = m_store.saveUpgrade(gain); !saved) {
            // Somebody was faster, or the dossier is being handed over. The new file is loose.
            return saved.error().fault == Fault::Conflict ? Expected<Result>(Result{})
                                                          : fail(saved.error());
        }
        return Result{true, gain.isComplete, upgraded.halted};
    }

    QJsonObject factsOf(const UpgradedFile &upgraded, const dossier::SignedCopy &copy,
                        const dossier::Blob &blob) const
    {
        return {{u"before"_s, copy.pdf.sha256},
                {u"after"_s, blob.sha256},
                {u"size"_s, blob.size},
                {u"level_before"_s, levelName(copy.level)},
                {u"level"_s, levelName(upgraded.level)},
                {u"proven_at_ms"_s, upgraded.stampedAtMs},
                {u"stamp_serial"_s, upgraded.stampSerial},
                {u"clock_offset_ms"_s, upgraded.clockOffsetMs},
                {u"result"_s, upgraded.halted ? errorCode(upgraded.halted->fault) : u"risen"_s},
                {u"duration_ms"_s, m_timer.elapsed()}};
    }

    Expected<Result> without(const Error &error)
    {
        // Whoever stopped it is no trouble of the copy's.
        const auto wait = error.fault == Fault::Cancelled
                              ? m_row.wait
                              : afterTrouble(m_row.wait.attempts, error, now());
        return postponed(wait, error);
    }

    /// A renewal that is not needed yet, or a copy that cannot get more here.
    Expected<Result> nothingToAdd() { return postponed({.nextAtMs = now() + dayMs}, std::nullopt); }

    Expected<Result> postponed(const UpgradeWait &wait, const std::optional<Error> &trouble)
    {
        const auto saved = m_store.postponeUpgrade(m_row.dossierUuid, m_row.componentCode, m_claim,
                                                   wait, m_row.renewBeforeMs);
        return saved ? Expected<Result>(Result{.trouble = trouble}) : fail(saved.error());
    }

    const StationContext &m_context;
    store::Store &m_store;
    CopyUpgrader &m_upgrader;
    const UpgradeRow &m_row;
    const int m_patienceMs;
    const QString m_claim = newUuid7();
    QElapsedTimer m_timer = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
};

/// What came too late for more proof stays as it is; the journal says so.
Expected<> endOverdue(store::Store &store, const StationContext &context)
{
    const auto rows = store.upgrades();
    if (!rows)
        return fail(rows.error());
    for (const auto &row : *rows) {
        if (!isOver(row, context.clock.nowMs()))
            continue;
        const auto ended = store.endUpgrade(row.dossierUuid, row.componentCode, context.actor,
                                            u"upgrade_expired"_s,
                                            {{u"level"_s, levelName(row.level)},
                                             {u"wanted"_s, levelName(row.target.wanted)},
                                             {u"deadline_ms"_s, deadlineOf(row)}});
        if (!ended)
            return ended;
    }
    return {};
}

}  // namespace

Upgrading::Upgrading(const StationContext &context, CopyUpgrader &upgrader)
    : m_context(context), m_upgrader(upgrader)
{
}

Expected<std::vector<PendingUpgrade>> Upgrading::pending() const
{
    const auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    auto rows = store->upgrades();
    if (!rows)
        return fail(rows.error());
    sortByUrgency(*rows);
    std::vector<PendingUpgrade> list;
    for (const auto &row : *rows) {
        const bool restsForLong = row.isRenewal() && row.wait.attempts == 0;
        if (restsForLong && !isDue(row, m_context.clock.nowMs()))
            continue;
        list.push_back({.dossierUuid = row.dossierUuid,
                        .component = row.componentCode,
                        .level = row.level,
                        .wanted = row.target.wanted,
                        .required = row.target.required,
                        .attempts = row.wait.attempts,
                        .nextAtMs = row.wait.nextAtMs,
                        .deadlineMs = deadlineOf(row),
                        .lastFault = row.wait.lastFault,
                        .lastDetail = row.wait.lastDetail});
    }
    return list;
}

Expected<UpgradeReport> Upgrading::runOnce(const Selection &selection, const OnProgress &onProgress,
                                           std::stop_token stop)
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    if (const auto ended = endOverdue(*store, m_context); !ended)
        return fail(ended.error());
    auto rows = store->upgrades();
    if (!rows)
        return fail(rows.error());
    const qint64 now = m_context.clock.nowMs();
    const auto isSelected = [&](const QString &dossierUuid) {
        return selection.dossierUuid.isEmpty() || dossierUuid == selection.dossierUuid;
    };
    std::erase_if(*rows, [&](const UpgradeRow &row) {
        const bool begins = isDue(row, now) || (selection.evenIfNotDue && !row.isRenewal());
        return !isSelected(row.dossierUuid) || !begins;
    });
    sortByUrgency(*rows);
    if (!m_upgrader.isConfigured())
        rows->clear();

    UpgradeReport report;
    int done = 0;
    for (const auto &row : *rows) {
        if (stop.stop_requested())
            report.last = Error{Fault::Cancelled};
        if (report.last && endsRound(report.last->fault))
            break;
        if (onProgress)
            onProgress(done, static_cast<int>(rows->size()));
        const auto result =
            CopyUpgrade(m_context, *store, m_upgrader, row, selection.patienceMs).run(stop);
        if (!result)
            return fail(result.error());
        report.risen += result->risen ? 1 : 0;
        report.complete += result->complete ? 1 : 0;
        if (result->trouble)
            report.last = result->trouble;
        ++done;
    }
    if (onProgress && !rows->empty())
        onProgress(done, static_cast<int>(rows->size()));
    if (const auto removed = store->removeLooseBlobs(); !removed)
        return fail(removed.error());
    const auto waiting = pending();
    if (!waiting)
        return fail(waiting.error());
    report.waiting =
        static_cast<int>(std::ranges::count_if(*waiting, isSelected, &PendingUpgrade::dossierUuid));
    return report;
}

}  // namespace station::workflow
