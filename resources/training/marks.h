#pragma once

#include "resources/training/sheet.h"

namespace station::training {

/// A round red seal: `ring` along its edge, `centre` (lines parted by '\n') over
/// the star.
void drawSeal(Sheet &sheet, double x, double y, const QString &ring, const QString &centre,
              double turnDeg);

/// A stroke of blue ink that says no name; `seed` chooses its shape.
void drawSignature(Sheet &sheet, double x, double y, quint32 seed, double widthMm = 38);

void drawQr(Sheet &sheet, double x, double y, double sizeMm, const QString &payload);

/// A grey head and shoulders in a frame.
void drawPortrait(Sheet &sheet, double x, double y, double width, double height);

}  // namespace station::training
