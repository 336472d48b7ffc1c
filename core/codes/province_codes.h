#pragma once

#include <QString>

namespace station::codes {

/// The province of birth that digits 1 to 3 of a personal id name ("026" →
/// Vĩnh Phúc), as numbered before the mergers of 2025: ids are not renumbered.
/// Empty for births abroad and unknown codes.
QString provinceOfBirth(const QString &provinceCode);

}  // namespace station::codes
