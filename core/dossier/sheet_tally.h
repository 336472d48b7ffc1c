#pragma once

#include "core/dossier/side.h"

#include <QString>

#include <vector>

namespace station::dossier {

/// What the clerk says about the sheets of one paper.
struct SheetCount {
    int expected = 0;          ///< Counted by hand before scanning; 0: not counted.
    QString explanation{};     ///< Why the tally below is right all the same; empty: not explained.
    QString explainedTally{};  ///< SheetTally::text of what was explained.

    bool operator==(const SheetCount &) const = default;
};

/// The sheets that were scanned against those that should have been. Sides that
/// are set aside do not count; blank ones do, because their sheet was fed.
struct SheetTally {
    int sheets = 0;
    int sides = 0;
    int expected = 0;                  ///< 0: not counted.
    std::vector<int> halfSheets{};     ///< Both faces were to be read, one is missing.
    std::vector<int> damagedSheets{};  ///< A side of it ended early.

    bool agrees() const;
    /// Language-free, e.g. "12/15 half 3 damaged 7": an explanation holds for exactly this.
    QString text() const;
};

SheetTally tallyOf(const Sides &sides, const SheetCount &count);

/// A paper may be closed (signed): its tally agrees or was explained as it stands.
bool isSettled(const Sides &sides, const SheetCount &count);

}  // namespace station::dossier
