#pragma once

#include <QString>

#include <compare>
#include <vector>

namespace station::store {

/// What makes two sides faces of one sheet, wherever they stand now.
struct SheetId {
    QString component{};  ///< Within which the number was given.
    QString run{};        ///< Likewise; empty for a side without a run.
    int number = 1;

    bool operator==(const SheetId &) const = default;
    std::weak_ordering operator<=>(const SheetId &) const = default;
};

/// The number that each side's sheet has within `component`, for sides in their
/// order. A sheet keeps its number unless another one has the same; then those of
/// the paper itself go first, and the rest follow behind the highest.
std::vector<int> sheetNumbers(const std::vector<SheetId> &sheets, const QString &component);

}  // namespace station::store
