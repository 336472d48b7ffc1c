#include "core/workflow/editing.h"

#include "core/base/uuid7.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/workflow/edit_builder.h"
#include "core/workflow/intake.h"
#include "core/workflow/slot_opening.h"

#include <algorithm>
#include <optional>

namespace station::workflow {
namespace {

constexpr int shortestExplanation = 5;

Error noSuchSide(const QString &side)
{
    return {Fault::InvalidInput, QStringLiteral("side"),
            QStringLiteral("%1: no such side").arg(side)};
}

/// The open dossier and its store, for one edit.
struct Desk {
    dossier::Dossier dossier;
    store::Store store;
    QHash<QString, dossier::Placement> placements{};

    static Expected<Desk> open(const StationContext &context, const QString &uuid)
    {
        auto dossier = findDossier(context, uuid);
        if (!dossier)
            return fail(dossier.error());
        auto store = context.openStore();
        if (!store)
            return fail(store.error());
        auto placements = store->placements(dossier->uuid);
        if (!placements)
            return fail(placements.error());
        return Desk{*std::move(dossier), *std::move(store), *std::move(placements)};
    }

    std::optional<dossier::Side> side(const QString &id) const
    {
        for (const auto &component : dossier.components) {
            for (const auto &one : dossier::sidesOf(component.state)) {
                if (one.id == id)
                    return one;
            }
        }
        return {};
    }

    Expected<> save(const EditBuilder &builder, const QString &actor)
    {
        const auto edit = builder.edit();
        return edit.changes.empty() ? Expected<>() : store.applyEdit(dossier.uuid, edit, actor);
    }
};

/// One side, one change.
template <typename Change>
Expected<> changeOne(const StationContext &context, const QString &uuid, const QString &side,
                     dossier::EditKind kind, Change change)
{
    auto desk = Desk::open(context, uuid);
    if (!desk)
        return fail(desk.error());
    if (!desk->placements.contains(side))
        return fail(noSuchSide(side));
    EditBuilder builder(kind, desk->placements);
    change(builder.change(side));
    return desk->save(builder, context.actor);
}

/// The side and, of the same paper, those that `belongs` names; in order.
template <typename Belongs>
std::vector<QString> sidesOfPaper(const dossier::Component &component, Belongs belongs)
{
    std::vector<QString> ids;
    for (const auto &side : dossier::sidesOf(component.state)) {
        if (belongs(side))
            ids.push_back(side.id);
    }
    return ids;
}

}  // namespace

Editing::Editing(const StationContext &context) : m_context(context) {}

Expected<> Editing::markBlank(const QString &dossierUuid, const QString &side, bool blank)
{
    return changeOne(m_context, dossierUuid, side, dossier::EditKind::MarkBlank,
                     [&](dossier::Placement &placement) { placement.blank = blank; });
}

Expected<> Editing::markOut(const QString &dossierUuid, const QString &side, bool out)
{
    return changeOne(m_context, dossierUuid, side, dossier::EditKind::MarkOut,
                     [&](dossier::Placement &placement) { placement.out = out; });
}

Expected<> Editing::turn(const QString &dossierUuid, const QString &side, int byDeg)
{
    if (byDeg % 90 != 0)
        return fail(Fault::InvalidInput, QStringLiteral("turn"), QStringLiteral("%1°").arg(byDeg));
    return changeOne(m_context, dossierUuid, side, dossier::EditKind::Turn,
                     [&](dossier::Placement &placement) {
                         placement.turnDeg = ((placement.turnDeg + byDeg) % 360 + 360) % 360;
                     });
}

Expected<> Editing::cleanup(const QString &dossierUuid, const QString &side,
                            const dossier::SideCleanup &cleanup)
{
    if (dossier::sideCleanupFrom(toJson(cleanup)) != cleanup)
        return fail(Fault::InvalidInput, QStringLiteral("clean-up"));
    return changeOne(m_context, dossierUuid, side, dossier::EditKind::Cleanup,
                     [&](dossier::Placement &placement) { placement.cleanup = cleanup; });
}

Expected<> Editing::divide(const QString &dossierUuid, const QString &side)
{
    auto desk = Desk::open(m_context, dossierUuid);
    if (!desk)
        return fail(desk.error());
    const auto whole = desk->side(side);
    if (!whole)
        return fail(noSuchSide(side));
    if (!whole->cleaned)
        return fail(Fault::WrongOrder, QStringLiteral("not cleaned"));
    if (whole->items.size() < 2)
        return fail(Fault::InvalidInput, QStringLiteral("items"),
                    QStringLiteral("side: nothing lies apart on it"));
    const store::Spool spool(m_context.dataDir);
    dossier::Sides parts;
    for (const QRect &item : whole->items) {
        dossier::Side part{.id = newUuid7(),
                           .widthPx = item.width(),
                           .heightPx = item.height(),
                           .dpi = whole->dpi};
        part.cleanup = {.part = item, .tone = whole->cleanup.tone};
        // The file before its row.
        if (const auto shared = spool.shareOriginal(desk->dossier.uuid, side, part.id); !shared)
            return shared;
        parts.push_back(std::move(part));
    }
    return desk->store.divideSide(desk->dossier.uuid, side, parts, m_context.actor);
}

Expected<> Editing::move(const QString &dossierUuid, const QString &side, const QString &component,
                         const QString &before)
{
    auto desk = Desk::open(m_context, dossierUuid);
    if (!desk)
        return fail(desk.error());
    const auto place = desk->placements.constFind(side);
    const auto target = desk->placements.constFind(before);
    if (place == desk->placements.constEnd())
        return fail(noSuchSide(side));
    if (!before.isEmpty() &&
        (target == desk->placements.constEnd() || target->component != component))
        return fail(noSuchSide(before));
    if (const auto open = openForSides(m_context, desk->dossier, component); !open)
        return open;
    const auto &paper = *desk->dossier.component(place->component);
    const auto sides = dossier::sidesOf(paper.state);
    const auto moved = std::ranges::find_if(sides, [&](const auto &one) { return one.id == side; });
    // To another paper goes the whole sheet: paper is not split into its faces.
    const bool within = place->component == component;
    EditBuilder builder(dossier::EditKind::Move, desk->placements);
    for (const auto &id : sidesOfPaper(paper, [&](const dossier::Side &one) {
             return one.id == side || (!within && one.sheet == moved->sheet && !one.out);
         }))
        builder.move(id, component, before);
    return desk->save(builder, m_context.actor);
}

Expected<> Editing::split(const QString &dossierUuid, const QString &side, const QString &component)
{
    auto desk = Desk::open(m_context, dossierUuid);
    if (!desk)
        return fail(desk.error());
    const auto place = desk->placements.constFind(side);
    if (place == desk->placements.constEnd())
        return fail(noSuchSide(side));
    if (place->component == component)
        return fail(Fault::InvalidInput, QStringLiteral("split"), component);
    if (const auto open = openForSides(m_context, desk->dossier, component); !open)
        return open;
    const auto there = dossier::sidesOf(desk->dossier.component(component)->state);
    const QString first = there.empty() ? QString() : there.front().id;
    bool behind = false;
    EditBuilder builder(dossier::EditKind::Split, desk->placements);
    for (const auto &id :
         sidesOfPaper(*desk->dossier.component(place->component), [&](const dossier::Side &one) {
             behind = behind || one.id == side;
             return behind;
         }))
        builder.move(id, component, first);
    return desk->save(builder, m_context.actor);
}

Expected<dossier::Edit> Editing::undo(const QString &dossierUuid)
{
    auto desk = Desk::open(m_context, dossierUuid);
    return desk ? desk->store.undoEdit(desk->dossier.uuid, m_context.actor) : fail(desk.error());
}

Expected<dossier::Edit> Editing::redo(const QString &dossierUuid)
{
    auto desk = Desk::open(m_context, dossierUuid);
    return desk ? desk->store.redoEdit(desk->dossier.uuid, m_context.actor) : fail(desk.error());
}

Expected<store::EditHistory> Editing::history(const QString &dossierUuid) const
{
    const auto store = m_context.openStore();
    return store ? store->editHistory(dossierUuid) : fail(store.error());
}

Expected<> Editing::expectSheets(const QString &dossierUuid, const QString &component, int sheets)
{
    auto desk = Desk::open(m_context, dossierUuid);
    if (!desk)
        return fail(desk.error());
    const auto *paper = desk->dossier.component(component);
    if (!paper)
        return fail(Fault::UnknownComponent, {}, component);
    if (sheets < 0)
        return fail(Fault::InvalidInput, QStringLiteral("sheets"), QString::number(sheets));
    return desk->store.saveCount(desk->dossier.uuid, component, {.expected = sheets},
                                 m_context.actor);
}

Expected<> Editing::explainCount(const QString &dossierUuid, const QString &component,
                                 const QString &explanation)
{
    auto desk = Desk::open(m_context, dossierUuid);
    if (!desk)
        return fail(desk.error());
    const auto *paper = desk->dossier.component(component);
    if (!paper)
        return fail(Fault::UnknownComponent, {}, component);
    const QString words = explanation.simplified();
    if (words.size() < shortestExplanation)
        return fail(Fault::InvalidInput, QStringLiteral("explanation"), component);
    auto count = paper->count;
    count.explanation = words;
    count.explainedTally = dossier::tallyOf(dossier::sidesOf(paper->state), count).text();
    return desk->store.saveCount(desk->dossier.uuid, component, count, m_context.actor);
}

}  // namespace station::workflow
