#include "app/gui/printing/print_preview.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/page_view.h"
#include "app/gui/widgets/side_area.h"
#include "app/gui/widgets/state_label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace station::gui {
namespace {

constexpr int frame = 28;  // of the window that still shows around
constexpr int columnWidth = 316;

QLabel *label(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

KeyButton *button(const QString &name, const QString &text, const QString &key)
{
    auto *button = new KeyButton(name, KeyButton::Weight::Normal);
    button->setLabel(text, key);
    return button;
}

}  // namespace

PrintPreview::PrintPreview(QWidget *window)
    : QWidget(window), m_title(label(QStringLiteral("printTitle"))),
      m_note(label(QStringLiteral("printNote"))),
      m_pageNumber(label(QStringLiteral("printPageNumber"))), m_printer(new StateLabel),
      m_view(new PageView),
      m_print(new KeyButton(QStringLiteral("printNow"), KeyButton::Weight::Primary)),
      m_save(new KeyButton(QStringLiteral("savePdf"), KeyButton::Weight::Normal)),
      m_previous(button(QStringLiteral("printPrevious"), tr("Previous page"), tr("PgUp"))),
      m_next(button(QStringLiteral("printNext"), tr("Next page"), tr("PgDown"))),
      m_close(button(QStringLiteral("closePreview"), tr("Close"), tr("Esc")))
{
    setObjectName(QStringLiteral("printPreview"));
    setAccessibleName(tr("Print preview"));
    m_view->setObjectName(QStringLiteral("printedPage"));
    m_printer->setObjectName(QStringLiteral("printerState"));
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);

    auto *column = new SideArea(Qt::LeftEdge);
    column->setFixedWidth(columnWidth);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(16, 16, 16, 16);
    lines->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_note, m_pageNumber})
        lines->addWidget(widget);
    lines->addStretch();
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_printer, m_print, m_save, m_previous, m_next, m_close})
        lines->addWidget(widget);

    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(frame, frame, frame, frame);
    columns->setSpacing(0);
    columns->addWidget(m_view, 1);
    columns->addWidget(column);

    connect(m_print, &KeyButton::clicked, this, &PrintPreview::printWanted);
    connect(m_save, &KeyButton::clicked, this, &PrintPreview::saveWanted);
    connect(m_previous, &KeyButton::clicked, this, [this] { turnTo(m_page - 1); });
    connect(m_next, &KeyButton::clicked, this, [this] { turnTo(m_page + 1); });
    connect(m_close, &KeyButton::clicked, this, &QWidget::hide);
    hide();
}

void PrintPreview::open(const QString &title, const QString &note, std::vector<PagePicture> pages)
{
    m_title->setText(title);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_pages = std::move(pages);
    if (!isVisible())
        m_before = QApplication::focusWidget();
    cover();
    show();
    raise();
    turnTo(0);
    showSearching();
    m_print->setFocus();
}

/// Enter prints, or saves where nothing can be printed.
void PrintPreview::offer(bool printing)
{
    m_print->setLabel(tr("Print"), printing ? tr("Enter") : QString());
    m_save->setLabel(tr("Save as PDF"), printing ? QStringLiteral("S") : tr("Enter"));
    m_print->setEnabled(printing);
}

void PrintPreview::showSearching()
{
    m_printer->setState(Mark::Waiting, Tone::Quiet, tr("Looking for the printer …"));
    offer(true);
}

void PrintPreview::showPrinter(const QString &name)
{
    m_printer->setState(Mark::Check, Tone::Good, tr("Printer: %1").arg(name));
    m_print->setEnabled(true);
}

void PrintPreview::showNoPrinter()
{
    m_printer->setState(Mark::Attention, Tone::Attention, tr("No printer here: save as PDF"));
    offer(false);
    if (isVisible())
        m_save->setFocus();
}

void PrintPreview::showRefused()
{
    m_printer->setState(Mark::Attention, Tone::Danger, tr("The printer did not take it"));
    m_print->setEnabled(true);
}

void PrintPreview::showBusy()
{
    m_printer->setState(Mark::Sent, Tone::Accent, tr("Printing …"));
    m_print->setEnabled(false);
}

void PrintPreview::turnTo(int page)
{
    const int pages = static_cast<int>(m_pages.size());
    if (page < 0 || page >= pages)
        return;
    m_page = page;
    const QString number = tr("Page %1 of %2").arg(page + 1).arg(pages);
    m_pageNumber->setText(number);
    m_view->showPage(m_pages[static_cast<std::size_t>(page)], false);
    m_view->setAccessibleName(number);
    m_view->viewport()->setAccessibleName(number);
    m_previous->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < pages);
}

void PrintPreview::cover()
{
    setGeometry(parentWidget()->rect());
}

void PrintPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 130));
    painter.fillRect(rect().adjusted(frame, frame, -frame, -frame),
                     palette().color(QPalette::Window));
}

void PrintPreview::showEvent(QShowEvent *)
{
    qApp->installEventFilter(this);
}

void PrintPreview::hideEvent(QHideEvent *)
{
    qApp->removeEventFilter(this);
    m_pages.clear();
    m_view->showNothing({});
    if (m_before)
        m_before->setFocus();
}

/// Tab stays among what belongs to the preview.
bool PrintPreview::focusNextPrevChild(bool next)
{
    const std::array<QWidget *, 6> order{m_print, m_save, m_previous, m_next, m_close, m_view};
    const auto focused = std::ranges::find(order, QApplication::focusWidget());
    const std::size_t count = order.size();
    const std::size_t here =
        focused == order.end() ? 0 : static_cast<std::size_t>(focused - order.begin());
    for (std::size_t step = 1; step <= count; ++step) {
        QWidget *widget = order[(here + (next ? step : count - step)) % count];
        if (widget->isEnabled()) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return false;
}

bool PrintPreview::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        cover();
    // What the window says to who closes it must be seen.
    if (watched == parentWidget() && event->type() == QEvent::Close)
        hide();
    // A file dialog above has keys of its own.
    return isVisible() && QApplication::activeModalWidget() == nullptr && takeKey(event);
}

/// No shortcut of the window works below the preview.
bool PrintPreview::takeKey(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *pressed = static_cast<QKeyEvent *>(event);
    const int key = pressed->key();
    const bool forFocus = key == Qt::Key_Tab || key == Qt::Key_Backtab || key == Qt::Key_Space;
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (forFocus)
        return false;
    if (!pressed->isAutoRepeat())
        press(key);
    return true;
}

void PrintPreview::press(int key)
{
    switch (key) {
    case Qt::Key_Enter:
    case Qt::Key_Return: {
        auto *focused = qobject_cast<KeyButton *>(QApplication::focusWidget());
        return (focused != nullptr && isAncestorOf(focused) ? focused : m_print)->click();
    }
    case Qt::Key_S:
        return m_save->click();
    case Qt::Key_PageUp:
        return m_previous->click();
    case Qt::Key_PageDown:
        return m_next->click();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_view->zoomIn();
    case Qt::Key_Minus:
        return m_view->zoomOut();
    case Qt::Key_0:
        return m_view->fitPage();
    case Qt::Key_Escape:
        return hide();
    default:
        break;
    }
}

}  // namespace station::gui
