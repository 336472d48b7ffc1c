#include "core/workflow/deciding.h"

#include "core/store/store.h"
#include "core/text/dates.h"
#include "core/workflow/intake.h"

#include <algorithm>

namespace station::workflow {
namespace {

bool fits(const sync::StoredPaper &paper, const rules::CatalogueComponent &rule)
{
    if (paper.paperType == rule.paperType)
        return true;
    return rule.replaceableBy && paper.copy.code.text().contains(rule.replaceableBy->text());
}

/// Why a copy may not be reused.
tl::unexpected<Error> refused(const sync::StoredPaper &paper, const QString &component)
{
    const auto because = [&](Fault fault, const QString &what) {
        return fail(fault, QStringLiteral("lookup"), component + QStringLiteral(", ") + what);
    };
    if (paper.standing == sync::Standing::Expired)
        return because(Fault::CopyExpired, text::shortDate(*paper.expiresOn));
    if (paper.standing == sync::Standing::Superseded)
        return because(Fault::CopySuperseded, paper.supersededBy);
    if (paper.standing == sync::Standing::Withdrawn)
        return because(Fault::CopyWithdrawn, paper.paperName);
    return fail(Fault::NoReusableCopy, QStringLiteral("lookup"), component);
}

Expected<bool> isBeingCorrected(const store::Store &store, const QString &dossierUuid,
                                const QString &component)
{
    const auto corrections = store.corrections(dossierUuid);
    if (!corrections)
        return fail(corrections.error());
    return store::correctionOf(*corrections, component) != nullptr;
}

}  // namespace

Deciding::Deciding(const StationContext &context, sync::OwnerLookup lookup)
    : m_context(context), m_lookup(lookup)
{
}

Expected<std::vector<dossier::Decision>> Deciding::advice(const dossier::Dossier &dossier)
{
    auto store = m_context.openStore();
    const auto stored =
        store ? m_lookup.papersOf(*store, dossier.owner.id.reveal(), m_context.clock.nowMs(),
                                  sync::OwnerLookup::Ask::WhenOld)
              : fail(store.error());
    if (!stored)
        return fail(stored.error());
    std::vector<dossier::Decision> advice;
    for (const auto &component : dossier.components) {
        const auto slot = slotOf(m_context.law, dossier, component.code);
        if (!slot)
            return fail(slot.error());
        const bool held = std::ranges::any_of(stored->papers, [&](const auto &paper) {
            return paper.isReusable() && fits(paper, *slot->rule);
        });
        advice.push_back(dossier::decide({
            .validCopyStored = held,
            .onlyToBeShown = slot->rule->onlyToBeShown,
            .origin =
                slot->rule->originals > 0 ? dossier::Origin::Original : dossier::Origin::Photocopy,
            .mustBeDigitized = slot->rule->mustBeDigitized(),
        }));
    }
    return advice;
}

Expected<sync::OwnerPapers> Deciding::stored(const QString &dossierUuid, const QString &component)
{
    return fitting(dossierUuid, component, sync::OwnerLookup::Ask::WhenOld);
}

Expected<sync::OwnerPapers> Deciding::fitting(const QString &dossierUuid, const QString &component,
                                              sync::OwnerLookup::Ask ask)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const auto slot = slotOf(m_context.law, *dossier, component);
    if (!slot)
        return fail(slot.error());
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    auto found =
        m_lookup.papersOf(*store, dossier->owner.id.reveal(), m_context.clock.nowMs(), ask);
    if (!found)
        return found;
    if (found->papers.empty() && found->unanswered)
        return fail(*found->unanswered);
    std::erase_if(found->papers, [&](const auto &paper) { return !fits(paper, *slot->rule); });
    return found;
}

Expected<> Deciding::decide(const QString &dossierUuid, const QString &component,
                            std::optional<dossier::Decision> decision,
                            std::optional<RescanReason> insteadOfReuse)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const auto slot = slotOf(m_context.law, *dossier, component);
    if (!slot)
        return fail(slot.error());
    // Opening again follows the rule of any other change of mind.
    auto next =
        changed(*dossier, *slot->component, decision.value_or(dossier::Decision::ShownOnly));
    if (!next)
        return fail(next.error());
    if (!decision)
        next = dossier::OpenSlot{};
    QJsonObject facts;
    if (insteadOfReuse)
        facts[QStringLiteral("instead_of_reuse")] = rescanReasonName(*insteadOfReuse);
    return move(*dossier, *slot->component, *next, QStringLiteral("decide"), {}, facts);
}

Expected<codes::DigitizationCode> Deciding::reuse(const QString &dossierUuid,
                                                  const QString &component, const QString &copy,
                                                  dossier::ReuseSource source)
{
    const auto found = fitting(dossierUuid, component, sync::OwnerLookup::Ask::Always);
    if (!found)
        return fail(found.error());
    // Those that may be reused come first.
    const auto chosen = std::ranges::find_if(found->papers, [&](const sync::StoredPaper &paper) {
        return copy.isEmpty() || paper.copy.code.text() == copy || paper.copy.pdf.sha256 == copy;
    });
    if (chosen == found->papers.end())
        return fail(Fault::NoReusableCopy, QStringLiteral("lookup"), component);
    if (!chosen->isReusable())
        return refused(*chosen, component);
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const auto *target = dossier->component(component);
    // Whatever may still become "shown" may also be linked: it holds no side.
    if (const auto free = changed(*dossier, *target, dossier::Decision::ShownOnly); !free)
        return fail(free.error());
    auto linked = chosen->copy;
    linked.source = source;
    const QJsonObject facts =
        source == dossier::ReuseSource::NationalStore
            ? QJsonObject{{QStringLiteral("source"), dossier::reuseSourceName(source)}}
            : QJsonObject();
    const auto moved =
        move(*dossier, *target, linked, QStringLiteral("reuse"), linked.pdf.sha256, facts);
    if (!moved)
        return fail(moved.error());
    return chosen->copy.code;
}

Expected<dossier::PaperState> Deciding::changed(const dossier::Dossier &dossier,
                                                const dossier::Component &component,
                                                dossier::Decision decision) const
{
    dossier::PaperState now = component.state;
    if (std::holds_alternative<dossier::DigitizeSlot>(now) ||
        std::holds_alternative<dossier::OpenSlot>(now)) {
        const auto store = m_context.openStore();
        const auto corrected = store ? isBeingCorrected(*store, dossier.uuid, component.code)
                                     : Expected<bool>(fail(store.error()));
        if (!corrected)
            return fail(corrected.error());
        if (*corrected)
            return fail(Fault::WrongOrder, QStringLiteral("being corrected"), component.code);
    }
    if (std::holds_alternative<dossier::ReusedCopy>(now)) {
        const auto store = m_context.openStore();
        if (!store)
            return fail(store.error());
        const auto handedOver = store->handovers(dossier.uuid);
        if (!handedOver)
            return fail(handedOver.error());
        // Until the department was told, a link is only an intention.
        if (handedOver->empty())
            now = dossier::OpenSlot{};
    }
    auto next = dossier::decided(now, decision);
    if (!next) {
        Error error = next.error();
        error.subject = component.code;
        return fail(error);
    }
    return next;
}

Expected<> Deciding::correct(const QString &dossierUuid, const QString &component)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    auto store = dossier ? m_context.openStore() : fail(dossier.error());
    return store ? store->beginCorrection(dossier->uuid, component, m_context.actor)
                 : fail(store.error());
}

Expected<> Deciding::withdraw(const QString &dossierUuid, const QString &component)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    auto store = dossier ? m_context.openStore() : fail(dossier.error());
    return store ? store->withdraw(dossier->uuid, component, m_context.actor) : fail(store.error());
}

Expected<> Deciding::giveUpCorrection(const QString &dossierUuid, const QString &component)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    auto store = dossier ? m_context.openStore() : fail(dossier.error());
    return store ? store->giveUpCorrection(dossier->uuid, component, m_context.actor)
                 : fail(store.error());
}

Expected<> Deciding::move(const dossier::Dossier &dossier, const dossier::Component &component,
                          const dossier::PaperState &next, const QString &action,
                          const QString &sha256, const QJsonObject &facts)
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    return store->apply({.dossierUuid = dossier.uuid,
                         .componentCode = component.code,
                         .from = component.state,
                         .next = next,
                         .actor = m_context.actor,
                         .action = action,
                         .objectSha256 = sha256,
                         .facts = facts});
}

}  // namespace station::workflow
