#pragma once

#include <QJsonObject>
#include <QRect>

#include <optional>

namespace station::dossier {

/// What a clerk decided about the clean-up of a side; by default every step is
/// left to the program. The untouched original stays, so each can be taken back.
struct SideCleanup {
    bool upright = true;              ///< false: the program does not turn it by quarters.
    std::optional<double> skewDeg{};  ///< Clockwise; 0 leaves it as it is. Nothing: automatic.
    bool paperCrop = true;            ///< false: the scanner's ground is not cut away.
    /// All that counts of the original, in its pixels: the clerk's own crop, or one of
    /// several cards on a flatbed. Cut out before any other step.
    std::optional<QRect> part{};
    bool tone = true;  ///< false: the paper's brightness stays as scanned.

    bool operator==(const SideCleanup &) const = default;
};

/// Only what differs from the automatic clean-up; an empty object is automatic.
QJsonObject toJson(const SideCleanup &cleanup);
/// Unknown words and values out of range are read as automatic.
SideCleanup sideCleanupFrom(const QJsonObject &json);

}  // namespace station::dossier
