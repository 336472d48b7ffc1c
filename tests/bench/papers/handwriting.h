#pragma once

#include "tests/bench/papers/random.h"

#include <QColor>
#include <QPainter>
#include <QString>

namespace station::papers {

/// Written by a pen: a script font letter by letter, each a little off, with the Vietnamese
/// marks as strokes because no script font of the system has them. `pt` as of print.
void writeByPen(QPainter &painter, double x, double y, const QString &text, double pt,
                const QColor &color, Random &random);
double penWidth(const QString &text, double pt);  ///< Pixels at 300 dpi.

}  // namespace station::papers
