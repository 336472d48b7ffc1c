#pragma once

#include <QPainter>
#include <QString>

// Marks on a paper, shared with the sample papers of the benches. Lengths are millimetres from
// the top left corner of the paper, whose pixels are 300 dpi before the painter's transformation.
namespace station::training {

/// A round red seal: `ring` along its edge, `centre` (lines parted by '\n') over
/// the star.
void drawSeal(QPainter &painter, double x, double y, const QString &ring, const QString &centre,
              double turnDeg);

/// A stroke of blue ink that says no name; `seed` chooses its shape.
void drawSignature(QPainter &painter, double x, double y, quint32 seed, double widthMm = 38);

/// Returns the modules along an edge.
int drawQr(QPainter &painter, double x, double y, double sizeMm, const QString &payload);

/// A grey head and shoulders in a frame.
void drawPortrait(QPainter &painter, double x, double y, double width, double height);

}  // namespace station::training
