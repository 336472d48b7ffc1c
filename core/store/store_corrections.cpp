#include "core/store/store_connection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

/// After so long an answer about an owner nobody asks again.
constexpr qint64 keepAnswersMs = 180LL * 24 * 60 * 60 * 1000;

dossier::Placement setAside(dossier::Placement placement)
{
    placement.out = true;
    return placement;
}

/// The row holds where they stood.
dossier::HandedOverCopy withoutSides(dossier::HandedOverCopy copy)
{
    copy.copy.copy.copy.copy.sides.clear();
    return copy;
}

}  // namespace

Expected<> Store::beginCorrection(const QString &dossierUuid, const QString &componentCode,
                                  const QString &actor)
{
    return m_connection->transact([&] {
        return m_connection->reopen(dossierUuid, componentCode, dossier::DigitizeSlot{}, actor);
    });
}

Expected<> Store::withdraw(const QString &dossierUuid, const QString &componentCode,
                           const QString &actor)
{
    return m_connection->transact([&] {
        return m_connection->reopen(dossierUuid, componentCode, dossier::OpenSlot{}, actor);
    });
}

Expected<> Store::Connection::reopen(const QString &dossierUuid, const QString &componentCode,
                                     const dossier::PaperState &next, const QString &actor)
{
    const auto state = components.find(dossierUuid, componentCode);
    if (!state)
        return fail(state.error());
    const auto *handedOver = std::get_if<dossier::HandedOverCopy>(&*state);
    if (!handedOver)
        return fail(Fault::WrongOrder, dossier::stateName(*state), componentCode);
    if (hasOpenHandover(dossierUuid))
        return fail(Fault::WrongOrder, u"a handover is open"_s, componentCode);
    const bool withdrawn = std::holds_alternative<dossier::OpenSlot>(next);
    const auto &copy = handedOver->copy.copy.copy.copy;
    CorrectionRow row{.correction = {componentCode, withoutSides(*handedOver), clock.nowMs()},
                      .purgedAtMs = components.purgedAtMs(dossierUuid, componentCode)};
    for (const auto &side : sides.rowsOf(dossierUuid, componentCode)) {
        row.sides.insert(side.side.id, side.placement());
        // Pictures of somebody else's file are not what the clerk copies and signs,
        // and what was purged has none.
        if (withdrawn || copy.received || side.side.purged)
            sides.place(side.side.id, setAside(side.placement()));
    }
    corrections.insert(dossierUuid, row);
    fields.replace(dossierUuid, componentCode, {});
    proposals.replace(dossierUuid, componentCode, {});
    components.update(dossierUuid, {componentCode, next});
    components.setPurged(dossierUuid, componentCode, 0);
    record(dossierUuid, componentCode, actor, withdrawn ? u"withdraw"_s : u"correct"_s,
           copy.pdf.sha256);
    return followSides(dossierUuid, componentCode);
}

Expected<> Store::giveUpCorrection(const QString &dossierUuid, const QString &componentCode,
                                   const QString &actor)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        const auto rows = store.corrections.ofDossier(dossierUuid);
        if (!rows)
            return fail(rows.error());
        const auto row = std::ranges::find_if(*rows, [&](const CorrectionRow &one) {
            return one.correction.componentCode == componentCode;
        });
        if (row == rows->end())
            return fail(Fault::NothingToDo, u"no correction"_s, componentCode);
        if (store.hasOpenHandover(dossierUuid))
            return fail(Fault::WrongOrder, u"a handover is open"_s, componentCode);
        const auto state = store.components.find(dossierUuid, componentCode);
        if (!state)
            return fail(state.error());
        qsizetype found = 0;
        for (const auto &side : store.sides.rowsOf(dossierUuid, componentCode)) {
            const auto former = row->sides.constFind(side.side.id);
            found += former != row->sides.cend() ? 1 : 0;
            store.sides.place(side.side.id,
                              former != row->sides.cend() ? *former : setAside(side.placement()));
        }
        if (found != row->sides.size())
            return fail(Fault::Conflict, u"a side is in another paper"_s, componentCode);
        if (const auto *copy = dossier::signedCopyOf(*state))
            store.looseBlobs.insert(copy->pdf.sha256, store.clock.nowMs());
        const auto &former = row->correction.former;
        store.upgrades.remove(dossierUuid, componentCode);
        store.drafts.remove(dossierUuid, componentCode);
        store.proposals.replace(dossierUuid, componentCode, {});
        store.fields.replace(dossierUuid, componentCode, former.copy.copy.copy.fields);
        store.components.update(dossierUuid, {componentCode, former});
        store.components.setPurged(dossierUuid, componentCode, row->purgedAtMs);
        store.corrections.remove(dossierUuid, componentCode);
        store.record(dossierUuid, componentCode, actor, u"give_up_correction"_s,
                     former.copy.copy.copy.copy.pdf.sha256);
        return {};
    });
}

Expected<std::vector<Correction>> Store::corrections(const QString &dossierUuid) const
{
    return guarded([&]() -> Expected<std::vector<Correction>> {
        const auto rows = m_connection->corrections.ofDossier(dossierUuid);
        if (!rows)
            return fail(rows.error());
        std::vector<Correction> list;
        for (const auto &row : *rows)
            list.push_back(row.correction);
        return list;
    });
}

Expected<OwnerAnswer> Store::ownerAnswer(const QString &prefix) const
{
    return guarded([&]() -> Expected<OwnerAnswer> {
        const SQLite::Transaction snapshot(*m_connection->database);
        auto answer = m_connection->ownerEntries.of(prefix);
        const auto own = m_connection->outbox.ownerEntries(prefix);
        answer.entries.insert(answer.entries.end(), own.begin(), own.end());
        std::ranges::sort(answer.entries, {}, &OwnerEntry::key);
        const auto twice = std::ranges::unique(answer.entries, {}, &OwnerEntry::key);
        answer.entries.erase(twice.begin(), twice.end());
        return answer;
    });
}

Expected<> Store::saveOwnerAnswer(const QString &prefix, const std::vector<OwnerEntry> &entries)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        const qint64 nowMs = store.clock.nowMs();
        store.ownerEntries.insert(entries);
        store.ownerEntries.noteAsked(prefix, nowMs, nowMs);
        store.ownerEntries.forgetBefore(nowMs - keepAnswersMs);
        return {};
    });
}

Expected<> Store::noteNoOwnerAnswer(const QString &prefix)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        store.ownerEntries.noteAsked(prefix, store.ownerEntries.of(prefix).askedAtMs,
                                     store.clock.nowMs());
        return {};
    });
}

}  // namespace station::store
