#pragma once

#include "core/base/expected.h"
#include "core/extraction/propose.h"
#include "core/workflow/station_context.h"

#include <QString>

#include <optional>

namespace station::workflow {

/// The kind of paper that the sides of `slot` look like, when that is clearly another one than
/// the checklist asks for there. By the texts that were read and lie beside the sides; nothing
/// without them.
std::optional<extraction::TypeProposal>
otherKindThanAsked(const StationContext &context, const QString &dossierUuid, const Slot &slot);

}  // namespace station::workflow
