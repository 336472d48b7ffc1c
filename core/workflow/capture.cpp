#include "core/workflow/capture.h"

#include "core/base/durable_file.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/workflow/intake.h"
#include "core/workflow/side_cleaner.h"

#include <QFileInfo>

#include <algorithm>
#include <mutex>

namespace station::workflow {
namespace {

/// Whether sides may go into the slot now. An open slot is decided first.
Expected<> prepareSlot(const StationContext &context, const dossier::Dossier &dossier,
                       const Slot &slot)
{
    const auto &state = slot.component->state;
    if (std::holds_alternative<dossier::OpenSlot>(state)) {
        const auto advised = dossier::decide({.onlyToBeShown = slot.rule->onlyToBeShown,
                                              .mustBeDigitized = slot.rule->mustBeDigitized()});
        if (advised != dossier::Decision::Digitize)
            return fail(Fault::WrongOrder, QStringLiteral("undecided"), slot.rule->code);
        auto store = store::Store::open(context.dataDir, context.clock);
        if (!store)
            return fail(store.error());
        return store->apply({.dossierUuid = dossier.uuid,
                             .componentCode = slot.component->code,
                             .from = state,
                             .next = dossier::DigitizeSlot{},
                             .actor = context.actor,
                             .action = QStringLiteral("decide")});
    }
    if (std::holds_alternative<dossier::DigitizeSlot>(state) ||
        std::holds_alternative<dossier::CapturedPaper>(state) ||
        std::holds_alternative<dossier::AttachedPaper>(state))
        return {};
    const bool decidedAway = std::holds_alternative<dossier::ReusedCopy>(state) ||
                             std::holds_alternative<dossier::ShownPaper>(state) ||
                             std::holds_alternative<dossier::RefusedPaper>(state);
    return fail(decidedAway ? Fault::ForbiddenByDecision : Fault::WrongOrder,
                dossier::stateName(state), slot.component->code);
}

int lastSheet(const dossier::Sides &sides)
{
    int last = 0;
    for (const auto &side : sides)
        last = std::max(last, side.sheet);
    return last;
}

}  // namespace

Capture::Capture(const StationContext &context, worker::PageWorkerPool &pool)
    : m_context(context), m_pool(pool)
{
}

Expected<CaptureReport> Capture::run(const QString &dossierUuid, const QString &component,
                                     ScanSource &source, ScanRequest request, const OnSide &onSide,
                                     std::stop_token stop)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const auto slot = slotOf(m_context.law, *dossier, component);
    if (!slot)
        return fail(slot.error());
    const int minimumDpi = m_context.law.profile.minimumDpi;
    if (request.dpi < minimumDpi)
        return fail(Fault::ResolutionTooLow, QStringLiteral("request"),
                    QStringLiteral("%1 < %2 dpi").arg(request.dpi).arg(minimumDpi));
    if (const auto ready = prepareSlot(m_context, *dossier, *slot); !ready)
        return fail(ready.error());
    const auto folder = store::Spool(m_context.dataDir).folder(dossier->uuid);
    if (!folder)
        return fail(folder.error());
    request.spoolFolder = *folder;

    auto store = store::Store::open(m_context.dataDir, m_context.clock);
    if (!store)
        return fail(store.error());
    std::mutex tellingOne;
    const auto tell = [&](const dossier::Side &side) {
        const std::lock_guard lock(tellingOne);
        if (onSide)
            onSide(side);
    };
    SideCleaner cleaner(m_context, m_pool, dossier->uuid, tell);
    const int sheetsBefore = lastSheet(dossier::sidesOf(slot->component->state));
    CaptureReport report;

    const auto takeOver = [&](const ScannedSide &scanned) -> Expected<> {
        if (scanned.dpi < minimumDpi) {
            // Never shown, so nothing is lost with it.
            (void)removeDurably(scanned.file);
            return fail(Fault::ResolutionTooLow, QStringLiteral("side"),
                        QStringLiteral("%1 < %2 dpi").arg(scanned.dpi).arg(minimumDpi));
        }
        const dossier::Side side{.id = QFileInfo(scanned.file).completeBaseName(),
                                 .sheet = sheetsBefore + scanned.sheet,
                                 .face = scanned.face,
                                 .widthPx = scanned.widthPx,
                                 .heightPx = scanned.heightPx,
                                 .dpi = scanned.dpi,
                                 .damaged = scanned.damaged};
        if (const auto added = store->addSide({.dossierUuid = dossier->uuid,
                                               .component = slot->component->code,
                                               .side = side,
                                               .runId = side.id},
                                              m_context.actor);
            !added)
            return added;
        ++report.sides;
        report.sheets = std::max(report.sheets, scanned.sheet);
        report.damaged += side.damaged ? 1 : 0;
        tell(side);
        cleaner.add(side);
        return {};
    };
    const auto scanned = source.scan(request, takeOver, stop);
    const auto totals = cleaner.finish();
    report.blank = totals.blank;
    report.uncleaned = totals.failed;
    if (!scanned)
        return fail(scanned.error());
    return report;
}

Expected<int> Capture::finish(const QString &dossierUuid, std::stop_token stop)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    SideCleaner cleaner(m_context, m_pool, dossier->uuid, {});
    for (const auto &component : dossier->components) {
        for (const auto &side : dossier::sidesOf(component.state)) {
            if (!side.cleaned && !stop.stop_requested())
                cleaner.add(side);
        }
    }
    return cleaner.finish().failed;
}

Expected<> Capture::setBlank(const QString &dossierUuid, const QString &sideId, bool blank)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    for (const auto &component : dossier->components) {
        for (auto side : dossier::sidesOf(component.state)) {
            if (side.id != sideId)
                continue;
            if (!std::holds_alternative<dossier::CapturedPaper>(component.state) &&
                !std::holds_alternative<dossier::AttachedPaper>(component.state))
                return fail(Fault::WrongOrder, dossier::stateName(component.state), component.code);
            side.blank = blank;
            auto store = store::Store::open(m_context.dataDir, m_context.clock);
            if (!store)
                return fail(store.error());
            return store->updateSide(dossier->uuid, side, m_context.actor);
        }
    }
    return fail(Fault::InvalidInput, QStringLiteral("side"),
                QStringLiteral("%1: no such side").arg(sideId));
}

}  // namespace station::workflow
