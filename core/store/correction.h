#pragma once

#include "core/dossier/copies.h"

#include <QString>

namespace station::store {

/// A copy that was handed over and is being replaced. It stays in the repository; its code goes to
/// the new copy.
struct Correction {
    QString componentCode{};
    dossier::HandedOverCopy former;  ///< Without its sides.
    qint64 begunAtMs = 0;

    bool operator==(const Correction &) const = default;
};

}  // namespace station::store
