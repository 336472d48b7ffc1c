#pragma once

#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QStringList>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

namespace station::sample {

/// A store with one dossier of three papers, decided to be digitized; the last
/// one is attached only.
struct CaptureWorld {
    using Store = station::store::Store;

    CaptureWorld()
    {
        for (auto &component : dossier.components)
            component.state = dossier::DigitizeSlot{};
        dossier.components.back().state = dossier::AttachedPaper{};
        REQUIRE(store.createDossier(dossier, actor));
    }

    Store &reopen() { return store = *Store::open(data.path()); }

    /// Adds a side to a paper; returns its id.
    QString scan(const QString &component, const dossier::Side &side,
                 station::store::SidePlace place = {}, const QString &run = {})
    {
        REQUIRE(store.addSide({.dossierUuid = dossier.uuid,
                               .component = component,
                               .side = side,
                               .runId = run.isEmpty() ? side.id : run,
                               .place = std::move(place)},
                              actor));
        return side.id;
    }
    QStringList scanMany(const QString &component, int count)
    {
        QStringList ids;
        for (int n = 1; n <= count; ++n)
            ids << scan(component, aSide(n));
        return ids;
    }

    dossier::PaperState state(const QString &component) const
    {
        return store.load(dossier.uuid)->component(component)->state;
    }
    dossier::Sides sides(const QString &component) const
    {
        return dossier::sidesOf(state(component));
    }
    /// Ids in order, without those that are set aside.
    QStringList ids(const QString &component) const
    {
        QStringList list;
        for (const auto &side : sides(component)) {
            if (!side.out)
                list << side.id;
        }
        return list;
    }
    dossier::Side side(const QString &component, const QString &id) const
    {
        const auto all = sides(component);
        const auto found = std::ranges::find(all, id, &dossier::Side::id);
        REQUIRE(found != all.end());
        return *found;
    }
    QHash<QString, dossier::Placement> placements() const
    {
        return store.placements(dossier.uuid).value();
    }

    /// One change of one side, from where it stands now.
    template <typename Change>
    dossier::Edit edit(dossier::EditKind kind, const QString &side, Change change) const
    {
        const auto before = placements().value(side);
        auto after = before;
        change(after);
        return {.id = newUuid7(), .kind = kind, .changes = {{side, before, after}}};
    }
    /// To the end of a paper.
    dossier::Edit moveTo(const QString &component, const QString &side) const
    {
        QString last;
        for (const auto &placement : placements()) {
            if (placement.component == component && placement.rank > last)
                last = placement.rank;
        }
        return edit(dossier::EditKind::Move, side, [&](dossier::Placement &placement) {
            placement.component = component;
            placement.rank = dossier::rankBetween(last, {});
        });
    }
    dossier::Edit turn(const QString &side, int turnDeg) const
    {
        return edit(dossier::EditKind::Turn, side,
                    [&](dossier::Placement &placement) { placement.turnDeg = turnDeg; });
    }
    dossier::Edit markOut(const QString &side) const
    {
        return edit(dossier::EditKind::MarkOut, side,
                    [](dossier::Placement &placement) { placement.out = true; });
    }
    Expected<> apply(const dossier::Edit &edit)
    {
        return store.applyEdit(dossier.uuid, edit, actor);
    }
    Expected<dossier::Edit> undo() { return store.undoEdit(dossier.uuid, actor); }
    Expected<dossier::Edit> redo() { return store.redoEdit(dossier.uuid, actor); }

    void sign(const QString &component)
    {
        const auto paper = std::get<dossier::CapturedPaper>(state(component));
        REQUIRE(store.apply({dossier.uuid,
                             component,
                             paper,
                             dossier::sign(paper, {sha256Hex("pdf"), 3}, aClerk(), receivedAtMs),
                             actor,
                             u"sign"_s,
                             {}}));
    }
    QStringList actions(const QString &component) const
    {
        QStringList list;
        const auto rows = store.audit(dossier.uuid).value();
        for (const auto &row : rows) {
            if (row.componentCode == component)
                list << row.action;
        }
        return list;
    }

    QTemporaryDir data;
    Store store = *Store::open(data.path());
    dossier::Dossier dossier = aDossier({u"GT01"_s, u"GT02"_s, u"GT03"_s});
};

}  // namespace station::sample
