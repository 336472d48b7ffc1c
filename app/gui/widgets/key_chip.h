#pragma once

#include <QFont>
#include <QPalette>
#include <QPointF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace station::gui {

/// A key as it is printed on controls: a small cap with the key's name.
QSizeF keyChipSize(const QString &key, const QFont &font);
void paintKeyChip(QPainter &painter, QPointF topLeft, const QString &key, const QFont &font,
                  const QPalette &palette, bool onAccent = false);

}  // namespace station::gui
