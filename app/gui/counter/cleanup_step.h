#pragma once

#include "core/dossier/side_cleanup.h"

namespace station::gui {

/// A step of the clean-up that the clerk may leave to the program or not.
enum class CleanupStep {
    Straighten,  ///< Else it stays as it lies.
    Cut,         ///< The scanner's ground away.
    Tone,        ///< Else the brightness stays as scanned.
    Upright,     ///< By quarters.
};

bool isAutomatic(const dossier::SideCleanup &cleanup, CleanupStep step);
/// From automatic to left as scanned, or back to automatic.
dossier::SideCleanup toggled(dossier::SideCleanup cleanup, CleanupStep step);

/// At least one step is not left to the program.
bool hasHandwork(const dossier::SideCleanup &cleanup);
/// Every step is left to the program. What part of the original the side shows stays:
/// the rest belongs to other sides.
dossier::SideCleanup automatic(const dossier::SideCleanup &cleanup);

}  // namespace station::gui
