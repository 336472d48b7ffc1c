#include "core/workflow/capture.h"

#include "core/store/store.h"
#include "core/workflow/capture_run.h"
#include "core/workflow/intake.h"
#include "core/workflow/slot_opening.h"

namespace station::workflow {
namespace {

bool isLackOfRoom(Fault fault)
{
    return fault == Fault::StorageLow || fault == Fault::StorageFull;
}

/// The clerk can set it right at the scanner, or somebody makes room, and the run goes on.
bool canBeMended(Fault fault)
{
    switch (fault) {
    case Fault::FeederEmpty:
    case Fault::PaperJam:
    case Fault::DoubleFeed:
    case Fault::CoverOpen:
    case Fault::DeviceNotFound:
    case Fault::DeviceBusy:
    case Fault::DeviceLost:
    case Fault::DeviceFailed:
    case Fault::DeviceStalled:
        return true;
    default:
        return isLackOfRoom(fault);
    }
}

Expected<> saveCount(const StationContext &context, const dossier::Dossier &dossier,
                     const CaptureWish &wish)
{
    const auto count = dossier.component(wish.component)->count;
    if (wish.expectedSheets <= 0 || wish.expectedSheets == count.expected)
        return {};
    auto store = context.openStore();
    if (!store)
        return fail(store.error());
    return store->saveCount(dossier.uuid, wish.component, {.expected = wish.expectedSheets},
                            context.actor);
}

}  // namespace

Capture::Capture(const StationContext &context, worker::PageWorkerPool &pool, TextQueue *texts)
    : m_context(context), m_pool(pool), m_texts(texts)
{
}

Expected<CaptureReport> Capture::run(const QString &dossierUuid, ScanSource &source,
                                     CaptureWish wish, const CaptureEvents &events,
                                     std::stop_token stop)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const int minimumDpi = m_context.law.profile.minimumDpi;
    if (wish.request.dpi < minimumDpi)
        return fail(Fault::ResolutionTooLow, QStringLiteral("request"),
                    QStringLiteral("%1 < %2 dpi").arg(wish.request.dpi).arg(minimumDpi));
    if (const auto open = openForSides(m_context, *dossier, wish.component); !open)
        return fail(open.error());
    if (const auto room = requireRoom(m_context); !room)
        return fail(room.error());
    if (const auto counted = saveCount(m_context, *dossier, wish); !counted)
        return fail(counted.error());
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());

    CaptureRun run(m_context, m_pool, m_texts, *dossier, wish, events, *std::move(store));
    for (;;) {
        const auto request = run.beginPass();
        if (!request)
            return fail(request.error());
        const auto scanned = source.scan(
            *request, [&](const ScannedSide &side) { return run.take(side); }, stop);
        run.finishCleaning();
        const bool isPile =
            request->source != PaperSource::Flatbed && wish.place.replaces.isEmpty();
        const bool isShort = scanned && isPile && run.isShortOfCount();
        if (scanned && !(isShort && events.onPause))
            return run.report();
        Error error =
            scanned ? Error{Fault::FeederEmpty, QStringLiteral("short of count")} : scanned.error();
        for (bool mended = false; !mended;) {
            // Without room a single side is safe all the same: it would only come twice.
            const bool canGoOn = events.onPause && canBeMended(error.fault) &&
                                 (isPile || !isLackOfRoom(error.fault)) && !stop.stop_requested();
            const auto pause = run.pauseFor(error);
            if (!canGoOn || events.onPause(pause) == PauseAnswer::EndHere)
                return isShort ? Expected<CaptureReport>(run.report()) : fail(pause.error);
            // Asked again before a sheet moves.
            const auto room = requireRoom(m_context);
            mended = room.has_value();
            if (!room)
                error = room.error();
        }
        if (const auto aside = run.setHalfSheetAside(); !aside)
            return fail(aside.error());
    }
}

Expected<int> Capture::finish(const QString &dossierUuid, std::stop_token stop)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    dossier::Sides unclean;
    for (const auto &component : dossier->components) {
        for (const auto &side : dossier::sidesOf(component.state)) {
            if (!side.cleaned)
                unclean.push_back(side);
        }
    }
    // After most edits, and before most signatures, there is nothing to start threads for.
    if (unclean.empty())
        return 0;
    int failed = 0;
    SideCleaner cleaner(
        m_context, m_pool, m_texts, dossier->uuid, ScanRequest{}.heightMm,
        [&](const dossier::Side &, const worker::CleanedSide *found) { failed += found ? 0 : 1; });
    for (const auto &side : unclean) {
        if (!stop.stop_requested())
            cleaner.add(side);
    }
    cleaner.finish();
    return failed;
}

}  // namespace station::workflow
