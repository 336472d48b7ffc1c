#include "app/gui/base/curtain.h"

#include "app/gui/base/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace station::gui {

Curtain::Curtain(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("curtain"));
    setAccessibleName(tr("The screen is locked"));
    hide();
}

void Curtain::setDown(bool down)
{
    if (down == !isHidden())
        return;
    setGeometry(parentWidget()->rect());
    setVisible(down);
    raise();
    if (down)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

bool Curtain::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == parentWidget())
            setGeometry(parentWidget()->rect());
        return false;
    case QEvent::ShortcutOverride:
        event->accept();  // else the key would run its action
        return true;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

void Curtain::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    painter.setFont(large);
    painter.setPen(ink(Tone::Quiet, palette()));
    painter.drawText(rect(), Qt::AlignCenter,
                     tr("The screen is locked. The token is locked, too."));
}

}  // namespace station::gui
