#include "app/gui/counter/folding.h"

#include "app/gui/widgets/foldable_column.h"

#include <QApplication>
#include <QEvent>

#include <utility>

namespace station::gui {
namespace {

// Logical pixels that both columns, the page at half the width and its rows of buttons take.
constexpr int wide = 1360;
constexpr int high = 610;

}  // namespace

Folding::Folding(QWidget &page, Parts parts, QObject *parent)
    : QObject(parent), m_page(page), m_parts(std::move(parts))
{
    page.installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) {
        if (!now || !m_page.isAncestorOf(now))
            return;
        if (m_parts.right->isAncestorOf(now))
            open(false);
        else if (m_parts.left->parentWidget()->isAncestorOf(now))
            open(true);  // there, or at the pages
    });
    fold();
}

bool Folding::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fold();
    return false;
}

void Folding::open(bool left)
{
    if (left == m_leftOpen)
        return;
    m_leftOpen = left;
    fold();
}

void Folding::fold()
{
    const bool narrow = m_page.width() < wide;
    const bool low = m_page.height() < high;
    for (QWidget *part : m_parts.whenNarrow)
        part->setVisible(!narrow);
    for (QWidget *part : m_parts.whenLow)
        part->setVisible(!low);
    m_parts.left->setOpen(!narrow || m_leftOpen);
    m_parts.right->setOpen(!narrow || !m_leftOpen);
}

}  // namespace station::gui
