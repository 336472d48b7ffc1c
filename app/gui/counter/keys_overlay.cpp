#include "app/gui/counter/keys_overlay.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/key_chip.h"

#include <QEvent>
#include <QPainter>

namespace station::gui {
namespace {

constexpr int columns = 2;
constexpr int margin = 32;

struct Line {
    QString key{};
    QString text{};
    bool title = false;
};

QString keyText(const QAction &action)
{
    // One line stands for all nine.
    if (action.objectName() == QLatin1String("paper"))
        return QStringLiteral("1 – 9");
    return action.shortcut().toString(QKeySequence::NativeText);
}

}  // namespace

KeysOverlay::KeysOverlay(const CounterActions &actions, QWidget *window)
    : QWidget(window), m_actions(actions)
{
    setObjectName(QStringLiteral("keysOverlay"));
    QString spoken = tr("Keys");
    for (const auto &group : actions.groups()) {
        for (const QAction *action : group.actions)
            spoken +=
                QStringLiteral("; ") + keyText(*action) + QStringLiteral(": ") + action->text();
    }
    setAccessibleName(spoken);
    window->installEventFilter(this);
    hide();
}

void KeysOverlay::toggle()
{
    cover();
    setVisible(!isVisible());
    raise();
}

void KeysOverlay::cover()
{
    setGeometry(parentWidget()->rect());
}

bool KeysOverlay::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        cover();
    return false;
}

void KeysOverlay::mousePressEvent(QMouseEvent *)
{
    hide();
}

void KeysOverlay::paintEvent(QPaintEvent *)
{
    std::vector<Line> lines;
    for (const auto &group : m_actions.groups()) {
        if (!lines.empty())
            lines.push_back({});
        lines.push_back({{}, group.title, true});
        for (const QAction *action : group.actions) {
            const bool anyPaper = action->objectName() == QLatin1String("paper");
            lines.push_back({keyText(*action), anyPaper ? tr("Go to a paper") : action->text()});
        }
    }
    lines.push_back({tr("Enter"), tr("Confirm a field, accept the code")});
    lines.push_back({QStringLiteral("↑ ↓"), tr("Previous or next paper")});

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), QColor(0, 0, 0, 130));

    const int rowHeight = fontMetrics().height() + 7;
    const auto rows = (static_cast<int>(lines.size()) + columns) / columns;
    const QSize size(qMin(width() - 40, 820), rows * rowHeight + 2 * margin + 40);
    QRect sheet(QPoint(), size);
    sheet.moveCenter(rect().center());
    painter.setPen(hairline(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(sheet, 10, 10);

    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * 1.3);
    heading.setWeight(QFont::DemiBold);
    painter.setFont(heading);
    painter.setPen(ink(Tone::Plain, palette()));
    painter.drawText(sheet.adjusted(margin, 20, -margin, 0), Qt::AlignTop | Qt::AlignLeft,
                     tr("Keys"));

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int columnWidth = (sheet.width() - 2 * margin) / columns;
    for (int i = 0; i < static_cast<int>(lines.size()); ++i) {
        const Line &line = lines[static_cast<std::size_t>(i)];
        const int x = sheet.left() + margin + (i / rows) * columnWidth;
        const int y = sheet.top() + margin + 34 + (i % rows) * rowHeight;
        painter.setFont(line.title ? bold : font());
        painter.setPen(ink(line.title ? Tone::Accent : Tone::Plain, palette()));
        const int indent = line.title ? 0 : 110;
        painter.drawText(QRect(x + indent, y, columnWidth - indent - 10, rowHeight),
                         Qt::AlignVCenter | Qt::AlignLeft, line.text);
        if (!line.key.isEmpty())
            paintKeyChip(painter, QPointF(x, y + 3), line.key, font(), palette());
    }
}

}  // namespace station::gui
