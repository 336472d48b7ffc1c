#pragma once

#include "core/base/expected.h"
#include "signing/structure/indirect_object.h"
#include "signing/structure/read_budget.h"

#include <vector>

namespace station::signing {

/// The objects of an object stream (ISO 32000-1 7.5.7) in their order. They fill it
/// without gap or overlap. Fails with FileUnreadable for everything else.
Expected<std::vector<PdfIndirectObject>> unpackedObjects(const PdfIndirectObject &stream,
                                                         ReadBudget &budget);

}  // namespace station::signing
