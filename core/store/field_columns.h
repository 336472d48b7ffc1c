#pragma once

#include "core/dossier/field.h"
#include "core/store/query.h"

#include <optional>

namespace station::store {

/// Columns that proposals and confirmed fields have in common.
QString sourceName(dossier::FieldSource source);
dossier::FieldSource sourceFrom(const QString &name);

/// Five columns from `first` on: side, x, y, width, height; null without evidence.
std::optional<dossier::FieldEvidence> evidenceFrom(const Query &row, int first);

struct EvidenceColumns {
    std::optional<int> side, x, y, width, height;
};
EvidenceColumns evidenceColumns(const std::optional<dossier::FieldEvidence> &evidence);

}  // namespace station::store
