#include "app/gui/counter/message_bar.h"

#include <QAccessible>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace station::gui {

MessageBar::MessageBar(QWidget *parent) : QFrame(parent), m_label(new QLabel)
{
    setObjectName(QStringLiteral("messageBar"));
    m_label->setObjectName(QStringLiteral("message"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(44, 8, 14, 8);
    layout->addWidget(m_label);
    hide();
}

void MessageBar::showMessage(Tone tone, const QString &what, const QString &remedy)
{
    m_tone = tone;
    QString html = QStringLiteral("<b>%1</b>").arg(what.toHtmlEscaped());
    if (!remedy.isEmpty())
        html += QStringLiteral(" &nbsp;") + remedy.toHtmlEscaped();
    m_label->setText(html);
    setAccessibleName(text());
    show();
    update();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void MessageBar::clear()
{
    m_label->clear();
    hide();
}

QString MessageBar::text() const
{
    QString plain = m_label->text();
    plain.remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>"));
    return plain.replace(QStringLiteral("&nbsp;"), QString());
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), wash(m_tone, palette()));
    painter.fillRect(QRect(0, 0, 4, height()), ink(m_tone, palette()));
    const Mark mark = m_tone == Tone::Good ? Mark::Check : Mark::Attention;
    paintMark(painter, QRectF(16, (height() - 18) / 2.0, 18, 18), mark, ink(m_tone, palette()));
}

}  // namespace station::gui
