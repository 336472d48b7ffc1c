#include "app/gui/widgets/key_button.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/key_chip.h"
#include "app/gui/widgets/mark.h"

#include <QAction>
#include <QPainter>
#include <QStyleOptionButton>

namespace station::gui {
namespace {

int sideMargin(KeyButton::Weight weight)
{
    return weight == KeyButton::Weight::Small ? 8 : 12;
}

constexpr int tickSize = 14;
constexpr int tickGap = 5;

int gap(KeyButton::Weight weight)
{
    return weight == KeyButton::Weight::Small ? 6 : 10;
}

}  // namespace

KeyButton::KeyButton(QAction *action, Weight weight, QWidget *parent)
    : QPushButton(parent), m_weight(weight)
{
    setObjectName(action->objectName() + QStringLiteral("Button"));
    // A click leaves the cursor where the clerk is typing.
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setCheckable(action->isCheckable());
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this, action] { follow(*action); });
    follow(*action);
}

KeyButton::KeyButton(const QString &name, Weight weight, QWidget *parent)
    : QPushButton(parent), m_weight(weight)
{
    setObjectName(name);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void KeyButton::follow(const QAction &action)
{
    setEnabled(action.isEnabled());
    setChecked(action.isChecked());
    setLabel(action.iconText(), action.shortcut().toString(QKeySequence::NativeText));
    // A label is short; the whole wish is what a reader speaks.
    setAccessibleName(action.text());
}

void KeyButton::setLabel(const QString &text, const QString &key)
{
    m_key = key;
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(key);
    updateGeometry();
    update();
}

QSize KeyButton::sizeHint() const
{
    const bool primary = m_weight == Weight::Primary;
    QFont heavy = font();
    if (primary)
        heavy.setWeight(QFont::DemiBold);
    int width = QFontMetrics(heavy).horizontalAdvance(text()) + 2 * sideMargin(m_weight);
    if (!m_key.isEmpty())
        width += gap(m_weight) + qCeil(keyChipSize(m_key, font()).width());
    if (isCheckable())
        width += tickSize + tickGap;
    return {width, fontMetrics().height() + (primary ? 24 : 14)};
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette &colours = palette();
    const bool accent = m_weight == Weight::Primary && isEnabled();

    QColor ground = colours.color(accent ? QPalette::Highlight : QPalette::Button);
    if (isDown())
        ground = accent ? ground.darker(118) : colours.color(QPalette::Midlight);
    else if (underMouse() && isEnabled())
        ground = accent ? ground.darker(108) : wash(Tone::Accent, colours);
    const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(accent
                       ? QPen(ground, 1)
                       : QPen(isEnabled() ? colours.color(QPalette::Mid) : hairline(colours), 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(frame, 6, 6);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(
            accent ? colours.color(QPalette::HighlightedText) : ink(Tone::Accent, colours), 2));
        painter.drawRoundedRect(accent ? frame.adjusted(3, 3, -3, -3) : frame, 5, 5);
    }

    QRectF textBox = frame.adjusted(sideMargin(m_weight) - 2, 0, 2 - sideMargin(m_weight), 0);
    if (!m_key.isEmpty()) {
        const QSizeF chip = keyChipSize(m_key, font());
        paintKeyChip(
            painter,
            QPointF(textBox.right() - chip.width(), frame.center().y() - chip.height() / 2), m_key,
            font(), colours, accent);
        textBox.setRight(textBox.right() - chip.width() - gap(m_weight));
    }
    if (isCheckable()) {
        const QRectF tick(textBox.left(), frame.center().y() - tickSize / 2.0, tickSize, tickSize);
        const Tone tone = isChecked() && isEnabled() ? Tone::Good : Tone::Quiet;
        paintMark(painter, tick, isChecked() ? Mark::Check : Mark::Waiting, ink(tone, colours));
        textBox.setLeft(tick.right() + tickGap);
    }
    QFont heavy = font();
    if (m_weight == Weight::Primary)
        heavy.setWeight(QFont::DemiBold);
    painter.setFont(heavy);
    painter.setPen(accent ? colours.color(QPalette::HighlightedText)
                          : ink(isEnabled() ? Tone::Plain : Tone::Quiet, colours));
    painter.drawText(
        textBox, Qt::AlignVCenter | (m_key.isEmpty() ? Qt::AlignHCenter : Qt::AlignLeft), text());
}

}  // namespace station::gui
