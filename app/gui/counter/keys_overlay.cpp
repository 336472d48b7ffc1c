#include "app/gui/counter/keys_overlay.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/key_chip.h"

#include <QEvent>
#include <QPainter>

#include <array>

namespace station::gui {
namespace {

constexpr int margin = 32;
constexpr int keyColumn = 118;
constexpr std::size_t groupsOnTheLeft = 3;

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
    std::array<std::vector<Line>, 2> columns;
    std::size_t group = 0;
    for (const auto &actions : m_actions.groups()) {
        auto &column = columns.at(group++ < groupsOnTheLeft ? 0 : 1);
        if (!column.empty())
            column.push_back({});
        column.push_back({{}, actions.title, true});
        for (const QAction *action : actions.actions) {
            const bool anyPaper = action->objectName() == QLatin1String("paper");
            column.push_back({keyText(*action), anyPaper ? tr("Go to a paper") : action->text()});
        }
    }
    columns[1].push_back({tr("Enter"), tr("Confirm a field, accept the code")});
    columns[1].push_back({QStringLiteral("↑ ↓"), tr("Previous or next paper")});

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), QColor(0, 0, 0, 130));

    const int rowHeight = fontMetrics().height() + 7;
    const auto rows = static_cast<int>(qMax(columns[0].size(), columns[1].size()));
    QRect sheet(0, 0, qMin(width() - 40, 860), rows * rowHeight + 2 * margin + 40);
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

    const int columnWidth = (sheet.width() - 2 * margin) / 2;
    QRect row(sheet.left() + margin, 0, columnWidth - 12, rowHeight);
    for (const auto &column : columns) {
        row.moveTop(sheet.top() + margin + 40);
        for (const Line &line : column) {
            paintLine(painter, row, line);
            row.translate(0, rowHeight);
        }
        row.translate(columnWidth, 0);
    }
}

void KeysOverlay::paintLine(QPainter &painter, const QRect &row, const Line &line)
{
    QFont face = font();
    if (line.title)
        face.setWeight(QFont::DemiBold);
    painter.setFont(face);
    painter.setPen(ink(line.title ? Tone::Accent : Tone::Plain, palette()));
    const int indent = line.title ? 0 : keyColumn;
    painter.drawText(row.adjusted(indent, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, line.text);
    if (!line.key.isEmpty())
        paintKeyChip(painter, QPointF(row.left(), row.top() + 3), line.key, font(), palette());
}

}  // namespace station::gui
