#include "core/workflow/capture_run.h"

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"
#include "core/imaging/fingerprint.h"
#include "core/store/spool.h"
#include "core/workflow/edit_builder.h"
#include "core/workflow/intake.h"
#include "core/workflow/slot_opening.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace station::workflow {
namespace {

int lastSheetOf(const dossier::Component *component)
{
    int last = 0;
    for (const auto &side : component ? dossier::sidesOf(component->state) : dossier::Sides())
        last = std::max(last, side.sheet);
    return last;
}

}  // namespace

CaptureRun::CaptureRun(const StationContext &context, worker::PageWorkerPool &pool,
                       TextQueue *texts, const dossier::Dossier &dossier, const CaptureWish &wish,
                       const CaptureEvents &events, store::Store store)
    : m_context(context), m_dossier(dossier), m_wish(wish), m_events(events),
      m_store(std::move(store)), m_nextSheet(lastSheetOf(dossier.component(wish.component)) + 1),
      m_component(wish.component),
      m_cleaner(context, pool, texts, dossier.uuid, wish.request.heightMm,
                [this](const dossier::Side &side, const worker::CleanedSide *found) {
                    cleaned(side, found);
                })
{
}

Expected<ScanRequest> CaptureRun::beginPass()
{
    const auto folder = store::Spool(m_context.dataDir).folder(m_dossier.uuid);
    if (!folder)
        return fail(folder.error());
    m_runId = newUuid7();
    const std::lock_guard lock(m_mutex);
    const auto begun = m_store.beginRun({.id = m_runId,
                                         .dossierUuid = m_dossier.uuid,
                                         .component = m_component,
                                         .place = m_wish.place,
                                         .startedAtMs = m_context.clock.nowMs()});
    if (!begun)
        return fail(begun.error());
    ScanRequest request = m_wish.request;
    request.spoolFolder = *folder;
    request.runId = m_runId;
    request.firstSheet = m_nextSheet;
    return request;
}

Expected<> CaptureRun::take(const ScannedSide &scanned)
{
    const int minimumDpi = m_context.law.profile.minimumDpi;
    if (scanned.dpi < minimumDpi) {
        // Never shown, so nothing is lost with it.
        (void)removeDurably(scanned.file);
        return fail(Fault::ResolutionTooLow, QStringLiteral("side"),
                    QStringLiteral("%1 < %2 dpi").arg(scanned.dpi).arg(minimumDpi));
    }
    dossier::Side side{.id = QFileInfo(scanned.file).completeBaseName(),
                       .sheet = scanned.sheet,
                       .face = scanned.face,
                       .widthPx = scanned.widthPx,
                       .heightPx = scanned.heightPx,
                       .dpi = scanned.dpi,
                       .damaged = scanned.damaged,
                       .twoSided = scanned.twoSided};
    {
        const std::lock_guard lock(m_mutex);
        const auto added = m_store.addSide({.dossierUuid = m_dossier.uuid,
                                            .component = m_component,
                                            .side = side,
                                            .runId = m_runId,
                                            .place = m_wish.place},
                                           m_context.actor);
        if (!added) {
            m_withoutRow << scanned.file;
            return added;
        }
        m_nextSheet = std::max(m_nextSheet, scanned.sheet + 1);
        m_taken.push_back({.side = side, .component = m_component});
        if (!m_components.contains(m_component))
            m_components << m_component;
        ++m_report.sides;
        m_report.damaged += side.damaged ? 1 : 0;
        // The back of a sheet whose front was a separator.
        if (m_separatorSheets.contains(side.sheet)) {
            if (auto aside = applyEdit(dossier::EditKind::Separate, {side.id}, {}, m_component);
                !aside)
                return aside;
            side.out = true;
        }
        m_taken.back().side.out = side.out;
        tell(m_taken.back());
    }
    m_cleaner.add(side);
    return requireRoom(m_context);
}

void CaptureRun::finishCleaning()
{
    m_cleaner.finish();
}

void CaptureRun::cleaned(const dossier::Side &side, const worker::CleanedSide *found)
{
    const std::lock_guard lock(m_mutex);
    const auto taken =
        std::ranges::find_if(m_taken, [&](const Taken &one) { return one.side.id == side.id; });
    if (taken == m_taken.end())
        return;
    taken->resolved = true;
    if (!found) {
        ++m_report.uncleaned;
        if (side.damaged && !taken->side.damaged) {
            ++m_report.damaged;
            taken->side.damaged = true;
            tell(*taken);
        }
        return resolveInOrder();
    }
    dossier::Side known = side;
    known.out = taken->side.out;  // its sheet's other face may have been a separator
    if (!found->separator && isSeenBefore(side)) {
        known.attention |= dossier::Attention::Duplicate;
        save(known);
    }
    taken->side = known;
    taken->separator = found->separator;
    m_report.blank += known.blank ? 1 : 0;
    m_report.flagged +=
        (known.attention & ~dossier::Attentions(dossier::Attention::TurnedUpright)) ? 1 : 0;
    tell(*taken);
    resolveInOrder();
}

void CaptureRun::resolveInOrder()
{
    for (; m_resolved < m_taken.size() && m_taken[m_resolved].resolved; ++m_resolved) {
        const auto &taken = m_taken[m_resolved];
        if (taken.separator && !m_separatorSheets.contains(taken.side.sheet))
            separate(m_resolved);
    }
}

/// The separator's sheet is set aside, what came behind it moves on.
void CaptureRun::separate(std::size_t at)
{
    const int sheet = m_taken[at].side.sheet;
    m_separatorSheets.insert(sheet);
    const auto target = targetOf(*m_taken[at].separator);
    std::vector<QString> out;
    std::vector<QString> moved;
    for (std::size_t i = 0; i < m_taken.size(); ++i) {
        if (m_taken[i].side.sheet == sheet)
            out.push_back(m_taken[i].side.id);
        else if (i > at && target && m_taken[i].component == m_component)
            moved.push_back(m_taken[i].side.id);
    }
    if (!target) {
        m_taken[at].side.attention |= dossier::Attention::Separator;
        save(m_taken[at].side);
    }
    const QString component = target.value_or(m_component);
    if (component == m_component)
        moved.clear();
    if (!applyEdit(dossier::EditKind::Separate, out, moved, component))
        return;  // stays one paper; the count shows it
    for (auto &taken : m_taken) {
        if (std::ranges::find(moved, taken.side.id) != moved.end())
            taken.component = component;
        if (taken.side.sheet == sheet)
            taken.side.out = true;
        const bool changed = taken.side.sheet == sheet || taken.component == component;
        if (changed)
            tell(taken);
    }
    if (component == m_component)
        return;
    m_component = component;
    if (!m_components.contains(component))
        m_components << component;
    if (m_events.onNextComponent)
        m_events.onNextComponent(component);
}

std::optional<QString> CaptureRun::targetOf(const worker::Separator &separator)
{
    const auto dossier = findDossier(m_context, m_dossier.uuid);
    if (!dossier)
        return {};
    if (separator.component == m_component)
        return m_component;
    bool behind = false;
    for (const auto &component : dossier->components) {
        const bool named = component.code == separator.component;
        const bool next =
            separator.component.isEmpty() && behind && dossier::sidesOf(component.state).empty();
        behind = behind || component.code == m_component;
        if ((named || next) && openForSides(m_context, *dossier, component.code))
            return component.code;
        if (named)
            return {};
    }
    return {};
}

Expected<> CaptureRun::applyEdit(dossier::EditKind kind, const std::vector<QString> &out,
                                 const std::vector<QString> &moved, const QString &component)
{
    // A connection of its own: the cleaner's threads come here, too.
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto placements = store->placements(m_dossier.uuid);
    if (!placements)
        return fail(placements.error());
    EditBuilder builder(kind, *placements);
    for (const auto &side : out)
        builder.change(side).out = true;
    for (const auto &side : moved)
        builder.move(side, component, {});
    const auto edit = builder.edit();
    return edit.changes.empty() ? Expected<>()
                                : store->applyEdit(m_dossier.uuid, edit, m_context.actor);
}

/// The sheet's number as the paper will have it: a pile that is parted by
/// separators counts on, each of its papers counts from 1.
void CaptureRun::tell(const Taken &told) const
{
    if (!m_events.onSide)
        return;
    std::set<int> sheets;
    for (const auto &taken : m_taken) {
        if (taken.component == told.component && taken.side.sheet <= told.side.sheet)
            sheets.insert(taken.side.sheet);
    }
    dossier::Side side = told.side;
    side.sheet = lastSheetOf(m_dossier.component(told.component)) + static_cast<int>(sheets.size());
    m_events.onSide(told.component, side);
}

void CaptureRun::save(const dossier::Side &side)
{
    // A flag that cannot be kept is no reason to stop the scanner.
    if (auto store = m_context.openStore())
        (void)store->updateSide(m_dossier.uuid, side, m_context.actor);
}

/// Looks like another side of the dossier that is a page of a copy. What is
/// scanned again in place looks like what it replaces, of course.
bool CaptureRun::isSeenBefore(const dossier::Side &side) const
{
    if (side.fingerprint.isEmpty() || !m_wish.place.replaces.isEmpty())
        return false;
    const auto isTwin = [&](const dossier::Side &other) {
        return other.id != side.id && !other.out && !other.fingerprint.isEmpty() &&
               imaging::looksTheSame(other.fingerprint, side.fingerprint);
    };
    const auto hasTwin = [&](const dossier::Component &component) {
        return std::ranges::any_of(dossier::sidesOf(component.state), isTwin);
    };
    return std::ranges::any_of(m_taken, [&](const Taken &one) { return isTwin(one.side); }) ||
           std::ranges::any_of(m_dossier.components, hasTwin);
}

std::vector<int> CaptureRun::sheetsTaken() const
{
    std::vector<int> sheets;
    for (const auto &taken : m_taken) {
        if (!m_asideSheets.contains(taken.side.sheet) &&
            std::ranges::find(sheets, taken.side.sheet) == sheets.end())
            sheets.push_back(taken.side.sheet);
    }
    return sheets;
}

bool CaptureRun::isComplete(int sheet) const
{
    const auto sides = std::ranges::count_if(
        m_taken, [&](const Taken &taken) { return taken.side.sheet == sheet; });
    const auto any = std::ranges::find_if(
        m_taken, [&](const Taken &taken) { return taken.side.sheet == sheet; });
    return any != m_taken.end() && (!any->side.twoSided || sides >= 2);
}

Pause CaptureRun::pauseFor(Error error) const
{
    const auto paper = currentComponent();
    const std::lock_guard lock(m_mutex);
    const auto tally = dossier::tallyOf(dossier::sidesOf(paper.state), paper.count);
    Pause pause{.error = std::move(error), .expected = paper.count.expected};
    int half = 0;
    for (const int sheet : sheetsTaken()) {
        if (!isComplete(sheet))
            ++half;
        else
            pause.lastSheet = sheet;
    }
    pause.sheets = tally.sheets - half;
    pause.putBackFrom = pause.sheets + 1;
    for (const auto &taken : m_taken) {
        if (taken.side.sheet == pause.lastSheet && taken.side.face == dossier::Face::Front)
            pause.lastSide = taken.side.id;
    }
    // The scanner counts the sheets of its run, the clerk those of this paper.
    pause.lastSheet = pause.lastSheet > 0 ? pause.sheets : 0;
    if (pause.error.subject.toInt() > 0)
        pause.error.subject = QString::number(pause.putBackFrom);
    return pause;
}

bool CaptureRun::isShortOfCount() const
{
    const auto paper = currentComponent();
    return paper.count.expected >
           dossier::tallyOf(dossier::sidesOf(paper.state), paper.count).sheets;
}

Expected<> CaptureRun::setHalfSheetAside()
{
    for (const auto &file : std::exchange(m_withoutRow, {}))
        (void)removeDurably(file);
    const std::lock_guard lock(m_mutex);
    std::vector<QString> half;
    for (auto &taken : m_taken) {
        if (isComplete(taken.side.sheet) || m_asideSheets.contains(taken.side.sheet))
            continue;
        half.push_back(taken.side.id);
        taken.side.out = true;
    }
    if (half.empty())
        return {};
    if (const auto aside = applyEdit(dossier::EditKind::Refeed, half, {}, m_component); !aside)
        return aside;
    for (const auto &taken : m_taken) {
        if (!taken.side.out || std::ranges::find(half, taken.side.id) == half.end())
            continue;
        m_asideSheets.insert(taken.side.sheet);
        tell(taken);
    }
    return {};
}

dossier::Component CaptureRun::currentComponent() const
{
    const auto dossier = findDossier(m_context, m_dossier.uuid);
    const std::lock_guard lock(m_mutex);
    const auto *component = dossier ? dossier->component(m_component) : nullptr;
    return component ? *component : dossier::Component{.code = m_component};
}

CaptureReport CaptureRun::report() const
{
    const std::lock_guard lock(m_mutex);
    CaptureReport report = m_report;
    report.components = m_components;
    report.sheets = static_cast<int>(sheetsTaken().size());
    return report;
}

}  // namespace station::workflow
