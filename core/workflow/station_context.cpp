#include "core/workflow/station_context.h"

#include "core/store/blob_folder.h"
#include "core/store/store.h"

#include <algorithm>
#include <iterator>

namespace station::workflow {

Expected<store::Store> StationContext::openStore() const
{
    return store::Store::openForReading(dataDir, clock, sealer);
}

store::BlobFolder StationContext::blobs() const
{
    return store::BlobFolder(dataDir, sealer);
}

Expected<Slot> slotOf(const LawBook &law, const dossier::Dossier &dossier,
                      const QString &componentCode)
{
    // The law of the day of reception decides, not today's.
    const auto procedure =
        law.catalogue.find(dossier.procedure, inVietnam(dossier.receivedAtMs).date());
    if (!procedure)
        return fail(procedure.error());
    const Slot slot{.component = dossier.component(componentCode),
                    .rule = (*procedure)->component(componentCode)};
    if (slot.component == nullptr || slot.rule == nullptr)
        return fail(Fault::UnknownComponent, QStringLiteral("component"), componentCode);
    return Slot{slot.component, slot.rule, law.papers.find(slot.rule->paperType)};
}

rules::SignatureRule signatureRuleOf(const LawBook &law, const rules::PaperType *paperType)
{
    auto rule = law.profile.signature;
    if (paperType != nullptr) {
        rule.wanted = paperType->wantedLevel.value_or(rule.wanted);
        rule.required = paperType->requiredLevel.value_or(rule.required);
    }
    rule.wanted = std::max(rule.wanted, rule.required);
    return rule;
}

QString producerName()
{
    return QStringLiteral("Trạm Số hóa " STATION_VERSION);
}

dossier::Sides contentSides(const dossier::Sides &sides)
{
    dossier::Sides content;
    std::copy_if(sides.begin(), sides.end(), std::back_inserter(content),
                 [](const dossier::Side &side) { return side.isPage(); });
    return content;
}

}  // namespace station::workflow
