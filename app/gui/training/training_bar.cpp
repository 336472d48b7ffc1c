#include "app/gui/training/training_bar.h"

namespace station::gui {

TrainingBar::TrainingBar(const QString &trayKey, QWidget *parent)
    : QLabel(parent), m_trayKey(trayKey)
{
    setObjectName(QStringLiteral("trainingBar"));
    setAlignment(Qt::AlignCenter);
    setAutoFillBackground(true);
    setContentsMargins(0, 5, 0, 5);
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, QColor(0xff, 0xc1, 0x3b));
    colours.setColor(QPalette::WindowText, Qt::black);
    setPalette(colours);
    showText(tr("   ·   the training token is being made …"));
}

void TrainingBar::showPin(const QString &pin)
{
    showText(pin.isEmpty() ? QString() : tr("   ·   PIN of the training token: %1").arg(pin));
}

void TrainingBar::showText(const QString &ofToken)
{
    //: Vietnamese: TẬP HUẤN.
    setText(tr("TRAINING   ·   nothing here is real or sent") + ofToken +
            tr("   ·   %1: tray of the training scanner").arg(m_trayKey));
}

}  // namespace station::gui
