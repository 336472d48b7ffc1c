#include "app/gui/counter/keys_overlay.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/key_chip.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace station::gui {
namespace {

constexpr int margin = 28;
constexpr int keyColumn = 132;
constexpr int widest = 1290;

}  // namespace

KeysOverlay::KeysOverlay(const CounterActions &actions, QWidget *window)
    : QWidget(window), m_actions(actions)
{
    setObjectName(QStringLiteral("keysOverlay"));
    speakKeys();
    hide();
}

void KeysOverlay::speakKeys()
{
    QString spoken = tr("Keys");
    for (const auto &column : linesOf(m_actions)) {
        for (const Line &line : column) {
            if (!line.key.isEmpty())
                spoken += QStringLiteral("; ") + line.key + QStringLiteral(": ") + line.text;
        }
    }
    setAccessibleName(spoken);
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

void KeysOverlay::showEvent(QShowEvent *)
{
    qApp->installEventFilter(this);
}

void KeysOverlay::hideEvent(QHideEvent *)
{
    qApp->removeEventFilter(this);
}

bool KeysOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        cover();
    return isVisible() && takeEscape(event);
}

/// While the sheet is open Escape means the sheet and nothing below it: it must
/// not end a scan.
bool KeysOverlay::takeEscape(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    if (static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress)
        hide();
    return true;
}

void KeysOverlay::mousePressEvent(QMouseEvent *)
{
    hide();
}

std::vector<std::vector<KeysOverlay::Line>> KeysOverlay::linesOf(const CounterActions &actions)
{
    std::vector<std::vector<Line>> columns;
    for (const auto &groups : actions.columns()) {
        auto &column = columns.emplace_back();
        for (const auto &group : groups) {
            if (!column.empty())
                column.push_back({});
            column.push_back({{}, group.title, true});
            for (const QAction *action : group.actions) {
                if (action->isVisible())
                    column.push_back({CounterActions::keyText(*action), textOf(*action, actions)});
            }
        }
    }
    columns.front().push_back({QStringLiteral("↑ ↓"), tr("Previous or next paper")});
    columns.front().push_back({tr("Enter"), tr("Confirm a field, accept the code")});
    return columns;
}

QString KeysOverlay::textOf(const QAction &action, const CounterActions &actions)
{
    // One line stands for all nine.
    if (&action == actions.papers.front())
        return tr("Go to a paper");
    if (&action == actions.moveTo.front())
        return tr("Move the side to a paper");
    if (&action == actions.splitTo.front())
        return tr("Split here: that paper begins");
    return action.text();
}

void KeysOverlay::paintEvent(QPaintEvent *)
{
    const auto columns = linesOf(m_actions);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), QColor(0, 0, 0, 130));

    // On a narrow screen all of it is smaller; on a low one the lines stand closer.
    const qreal scale = qMin(1.0, (width() - 24.0) / widest);
    painter.scale(scale, scale);
    const QRect room = QRectF(QPointF(), QSizeF(size()) / scale).toRect();
    std::size_t rows = 0;
    for (const auto &column : columns)
        rows = qMax(rows, column.size());
    const int rowHeight = qMin(fontMetrics().height() + 7,
                               (room.height() - 2 * margin - 48) / static_cast<int>(rows));
    QRect sheet(0, 0, widest, static_cast<int>(rows) * rowHeight + 2 * margin + 40);
    sheet.moveCenter(room.center());
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

    const int columnWidth = (sheet.width() - 2 * margin) / static_cast<int>(columns.size());
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
