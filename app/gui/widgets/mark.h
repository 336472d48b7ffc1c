#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace station::gui {

/// The small drawings beside a state. Drawn, not loaded: sharp at every scale,
/// in the ink of the palette.
enum class Mark {
    Waiting,
    Scan,
    Pen,
    Eye,
    Check,
    Sent,
    Link,
    Clip,
    Stop,
    Attention,
    Unlocked,
    Clock,
    // What is peculiar about a side.
    Blank,
    CutShort,
    CutOff,
    Crooked,
    Dark,
    Faint,
    TwoSheets,
    Coarse,
    Turned,
    Twin,
    Separator,
    Aside,
    Items,
    Blurred,
    Unread,
    ByHand,
    Part,
};

void paintMark(QPainter &painter, const QRectF &box, Mark mark, const QColor &ink);

}  // namespace station::gui
