#pragma once

namespace station::gui {

/// Makes scroll areas safe to read aloud; call it once, after the application was made.
///
/// Qt 6.4's own reader of a scroll area does not look whether a child that is asked
/// for exists. A screen reader counts the children and then asks for each; when a
/// scroll bar goes away in between, the program would crash.
void installScrollAreaReader();

}  // namespace station::gui
