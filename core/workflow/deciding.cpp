#include "core/workflow/deciding.h"

#include "core/store/store.h"
#include "core/workflow/intake.h"

#include <algorithm>

namespace station::workflow {
namespace {

bool fits(const sync::ReusablePaper &paper, const rules::CatalogueComponent &rule)
{
    if (paper.paperType == rule.paperType)
        return true;
    return rule.replaceableBy && paper.copy.code.text().contains(rule.replaceableBy->text());
}

}  // namespace

Deciding::Deciding(const StationContext &context, sync::OwnerLookup lookup)
    : m_context(context), m_lookup(lookup)
{
}

Expected<std::vector<dossier::Decision>> Deciding::advice(const dossier::Dossier &dossier)
{
    const auto stored = m_lookup.papersOf(dossier.owner.id.reveal(), m_context.today());
    std::vector<dossier::Decision> advice;
    for (const auto &component : dossier.components) {
        const auto slot = slotOf(m_context.law, dossier, component.code);
        if (!slot)
            return fail(slot.error());
        const bool held = stored && std::any_of(stored->begin(), stored->end(), [&](const auto &p) {
                              return fits(p, *slot->rule);
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

Expected<std::vector<sync::ReusablePaper>> Deciding::reusable(const QString &dossierUuid,
                                                              const QString &component)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const auto slot = slotOf(m_context.law, *dossier, component);
    if (!slot)
        return fail(slot.error());
    auto papers = m_lookup.papersOf(dossier->owner.id.reveal(), m_context.today());
    if (papers)
        std::erase_if(*papers, [&](const auto &paper) { return !fits(paper, *slot->rule); });
    return papers;
}

Expected<> Deciding::decide(const QString &dossierUuid, const QString &component,
                            std::optional<dossier::Decision> decision)
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
    return move(*dossier, *slot->component, *next, QStringLiteral("decide"));
}

Expected<codes::DigitizationCode> Deciding::reuse(const QString &dossierUuid,
                                                  const QString &component,
                                                  const QString &digitizationCode)
{
    const auto papers = reusable(dossierUuid, component);
    if (!papers)
        return fail(papers.error());
    const auto chosen =
        std::find_if(papers->begin(), papers->end(), [&](const sync::ReusablePaper &paper) {
            return digitizationCode.isEmpty() || paper.copy.code.text() == digitizationCode;
        });
    if (chosen == papers->end())
        return fail(Fault::NoReusableCopy, QStringLiteral("lookup"), component);
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const auto *target = dossier->component(component);
    // Whatever may still become "shown" may also be linked: it holds no side.
    if (const auto free = changed(*dossier, *target, dossier::Decision::ShownOnly); !free)
        return fail(free.error());
    const auto moved =
        move(*dossier, *target, chosen->copy, QStringLiteral("reuse"), chosen->copy.pdf.sha256);
    if (!moved)
        return fail(moved.error());
    return chosen->copy.code;
}

Expected<dossier::PaperState> Deciding::changed(const dossier::Dossier &dossier,
                                                const dossier::Component &component,
                                                dossier::Decision decision) const
{
    dossier::PaperState now = component.state;
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

Expected<> Deciding::move(const dossier::Dossier &dossier, const dossier::Component &component,
                          const dossier::PaperState &next, const QString &action,
                          const QString &sha256)
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
                         .objectSha256 = sha256});
}

}  // namespace station::workflow
