#include "core/workflow/paper_kind_check.h"

#include "core/base/durable_file.h"
#include "core/recognition/recognized_page.h"
#include "core/store/spool.h"

#include <QJsonDocument>

namespace station::workflow {
namespace {

constexpr double clear = 0.8;

}  // namespace

std::optional<extraction::TypeProposal>
otherKindThanAsked(const StationContext &context, const QString &dossierUuid, const Slot &slot)
{
    const store::Spool spool(context.dataDir);
    std::vector<recognition::RecognizedPage> pages;
    for (const auto &side : contentSides(dossier::sidesOf(slot.component->state))) {
        const auto bytes = readWhole(spool.file(dossierUuid, side.id, QStringLiteral("json")));
        if (!bytes)
            continue;
        if (auto page =
                recognition::recognizedPageFromJson(QJsonDocument::fromJson(*bytes).object()))
            pages.push_back(*std::move(page));
    }
    auto type = extraction::proposeType(context.law.extraction, pages);
    const bool differs = !type.key.isEmpty() && type.confidence >= clear &&
                         !slot.rule->paperType.isEmpty() && type.key != slot.rule->paperType;
    return differs ? std::optional(std::move(type)) : std::nullopt;
}

}  // namespace station::workflow
