#pragma once

namespace station::gui {

/// Makes containers fit to be read aloud; call it once, after the application was made.
///
/// Scroll areas: Qt 6.4's own reader of a scroll area does not look whether a child that is asked
/// for exists. A screen reader counts the children and then asks for each; when a
/// scroll bar goes away in between, the program would crash.
///
/// Stacks of pages are layout like every plain widget ("filler", which readers pass over), no
/// layers that would need a name.
void installContainerReaders();

}  // namespace station::gui
