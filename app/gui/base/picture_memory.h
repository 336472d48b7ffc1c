#pragma once

namespace station::gui {

/// Gives the memory of a picture back to the system as soon as nobody needs it; call it once,
/// before there are threads.
///
/// Left alone, glibc learns that blocks of some megabytes come and go and keeps them, each thread
/// its own: of the halved pages that are decoded beside the window 100 MB stay for nothing.
void returnPictureMemory();

}  // namespace station::gui
