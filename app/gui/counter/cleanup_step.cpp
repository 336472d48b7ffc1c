#include "app/gui/counter/cleanup_step.h"

namespace station::gui {

using dossier::SideCleanup;

bool isAutomatic(const SideCleanup &cleanup, CleanupStep step)
{
    switch (step) {
    case CleanupStep::Straighten:
        return !cleanup.skewDeg;
    case CleanupStep::Cut:
        return cleanup.paperCrop;
    case CleanupStep::Tone:
        return cleanup.tone;
    case CleanupStep::Upright:
        return cleanup.upright;
    }
    Q_UNREACHABLE();
}

SideCleanup toggled(SideCleanup cleanup, CleanupStep step)
{
    switch (step) {
    case CleanupStep::Straighten:
        cleanup.skewDeg = cleanup.skewDeg ? std::nullopt : std::optional(0.0);
        return cleanup;
    case CleanupStep::Cut:
        cleanup.paperCrop = !cleanup.paperCrop;
        return cleanup;
    case CleanupStep::Tone:
        cleanup.tone = !cleanup.tone;
        return cleanup;
    case CleanupStep::Upright:
        cleanup.upright = !cleanup.upright;
        return cleanup;
    }
    Q_UNREACHABLE();
}

bool hasHandwork(const SideCleanup &cleanup)
{
    return cleanup != automatic(cleanup);
}

SideCleanup automatic(const SideCleanup &cleanup)
{
    return {.part = cleanup.part};
}

}  // namespace station::gui
