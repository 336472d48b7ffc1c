#pragma once

#include "core/dossier/copies.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace station::store {

/// A copy that was handed over and is being replaced, or withdrawn: then its slot is open. It stays
/// in the repository; its code goes to the new copy.
struct Correction {
    QString componentCode{};
    dossier::HandedOverCopy former;  ///< Without its sides.
    qint64 begunAtMs = 0;

    bool operator==(const Correction &) const = default;
};

/// Null: that paper is not being corrected.
inline const Correction *correctionOf(const std::vector<Correction> &corrections,
                                      const QString &componentCode)
{
    const auto found = std::ranges::find(corrections, componentCode, &Correction::componentCode);
    return found == corrections.end() ? nullptr : &*found;
}

}  // namespace station::store
