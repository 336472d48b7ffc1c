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

/// One side of a paper, as far as counting needs it.
struct CountedSide {
    SheetId sheet{};
    bool out = false;
};

/// The number of each side's sheet within its paper, for sides in their order: 1,
/// 2, 3 … as the sheets lie in the pile. A sheet that is wholly set aside does not
/// count; it is called like the one that it stands before.
std::vector<int> sheetNumbers(const std::vector<CountedSide> &sides);

}  // namespace station::store
