#include "core/workflow/paper_kind_check.h"

#include "core/workflow/page_texts.h"

namespace station::workflow {
namespace {

constexpr double clear = 0.8;

}  // namespace

std::optional<extraction::TypeProposal>
otherKindThanAsked(const StationContext &context, const QString &dossierUuid, const Slot &slot)
{
    const auto pages =
        storedTexts(context, dossierUuid, contentSides(dossier::sidesOf(slot.component->state)));
    auto type = extraction::proposeType(context.law.extraction, pages);
    const bool differs = !type.key.isEmpty() && type.confidence >= clear &&
                         !slot.rule->paperType.isEmpty() && type.key != slot.rule->paperType;
    return differs ? std::optional(std::move(type)) : std::nullopt;
}

}  // namespace station::workflow
