#pragma once

#include "core/base/expected.h"
#include "signing/structure/indirect_object.h"
#include "signing/structure/read_budget.h"

#include <QByteArray>

namespace station::signing {

/// What a stream holds: plain, or FlateDecode with or without a predictor (ISO
/// 32000-1 7.4.4). Fails with FileUnreadable for other filters, for damage, for
/// bytes behind the end, and for a stream that grows beyond the budget.
Expected<QByteArray> decodedStream(const PdfIndirectObject &stream, ReadBudget &budget);

}  // namespace station::signing
