#pragma once

#include <QString>

#include <vector>

namespace station::store {

/// A dossier that a clerk put aside with a reason, to go on with it later or to let a colleague
/// at this station do so.
struct Hold {
    QString reason{};
    QString forWhom{};  ///< As the clerk wrote it; empty: nobody in particular.
    QString by{};       ///< Who put it aside.
    qint64 sinceMs = 0;

    bool operator==(const Hold &) const = default;
};

/// One field as it stands in the window, before the paper's fields are confirmed together.
struct DraftField {
    QString key{};
    QString value{};
    bool confirmed = false;

    bool operator==(const DraftField &) const = default;
};

using DraftFields = std::vector<DraftField>;

}  // namespace station::store
