#include "core/workflow/slot_opening.h"

#include "core/base/free_room.h"
#include "core/store/store.h"

namespace station::workflow {
namespace {

template <typename... States>
bool isAny(const dossier::PaperState &state)
{
    return (std::holds_alternative<States>(state) || ...);
}

}  // namespace

Expected<> openForSides(const StationContext &context, const dossier::Dossier &dossier,
                        const QString &component)
{
    const auto slot = slotOf(context.law, dossier, component);
    if (!slot)
        return fail(slot.error());
    const auto &state = slot->component->state;
    if (isAny<dossier::DigitizeSlot, dossier::CapturedPaper, dossier::AttachedPaper>(state))
        return {};
    if (!isAny<dossier::OpenSlot>(state)) {
        const bool decidedAway =
            isAny<dossier::ReusedCopy, dossier::ShownPaper, dossier::RefusedPaper>(state);
        return fail(decidedAway ? Fault::ForbiddenByDecision : Fault::WrongOrder,
                    dossier::stateName(state), component);
    }
    const auto advised = dossier::decide({.onlyToBeShown = slot->rule->onlyToBeShown,
                                          .mustBeDigitized = slot->rule->mustBeDigitized()});
    if (advised != dossier::Decision::Digitize)
        return fail(Fault::WrongOrder, QStringLiteral("undecided"), component);
    auto store = context.openStore();
    if (!store)
        return fail(store.error());
    return store->apply({.dossierUuid = dossier.uuid,
                         .componentCode = component,
                         .from = state,
                         .next = dossier::DigitizeSlot{},
                         .actor = context.actor,
                         .action = QStringLiteral("decide")});
}

Expected<> requireRoom(const StationContext &context)
{
    const auto free = freeBytes(context.dataDir);
    if (!free || *free >= context.reserveBytes)
        return {};
    return fail(Fault::StorageLow, QStringLiteral("%1 MB free").arg(*free / (1024 * 1024)));
}

}  // namespace station::workflow
