#pragma once

#include <QString>

#include <map>
#include <utility>
#include <vector>

namespace station::extraction {

/// What a raw score is worth for one kind of field, as measured. Points rise in both.
struct Calibration {
    double sureFrom = 1.0;                            ///< Probability.
    std::vector<std::pair<double, double>> points{};  ///< Raw score, probability of being right.

    double rightFor(double raw) const;
};

struct Calibrations {
    Calibration common{};
    std::map<QString, Calibration> byField{};

    /// For a cell that of its column.
    const Calibration &of(const QString &fieldKey) const;
};

}  // namespace station::extraction
