#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace station::gui {

enum class Appearance { Light, Dark };

/// What a colour says. It never says it alone: an icon and a word stand beside.
enum class Tone { Plain, Quiet, Accent, Good, Attention, Danger };

/// Every text in it reaches a contrast of 4.5:1, every frame of a control 3:1.
QPalette paletteFor(Appearance appearance);

Appearance appearanceOf(const QPalette &palette);

/// Ink for text and icons on the palette's Window or Base.
QColor ink(Tone tone, const QPalette &palette);
/// A pale ground for a bar or a row in that tone; Plain ink reads well on it.
QColor wash(Tone tone, const QPalette &palette);
/// Thin lines between areas; decoration only.
QColor hairline(const QPalette &palette);

/// Fusion, Noto Sans of at least 14 px, palette and the few style rules.
void dress(QApplication &application, Appearance appearance);

}  // namespace station::gui
