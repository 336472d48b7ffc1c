#pragma once

namespace station::gui {

/// Lets a screen reader know the key of a KeyButton as the key of its action, so that its
/// description is free for what the button is for. Call it once, after the application was made.
void installKeyButtonReader();

}  // namespace station::gui
