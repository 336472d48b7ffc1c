#include "app/gui/counter/pages_area.h"

#include "app/gui/base/held_action.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/flag_note.h"
#include "app/gui/counter/side_delegate.h"
#include "app/gui/counter/trouble_card.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/magnifier.h"
#include "app/gui/widgets/page_view.h"
#include "app/gui/widgets/plain_list.h"
#include "app/gui/widgets/side_area.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>

#include <initializer_list>

namespace station::gui {
namespace {

constexpr int stripWidth = 128;

}  // namespace

PagesArea::PagesArea(CounterActions &actions, QAbstractItemModel &sides, QWidget *parent)
    : QWidget(parent),
      m_strip(newPlainList(QStringLiteral("strip"), tr("Pages of the paper"), sides)),
      m_pageView(new PageView), m_note(new FlagNote({actions.divide, actions.allAutomatic})),
      m_trouble(new TroubleCard(*actions.scanOn, *actions.cancel)), m_tools(newTools(actions)),
      m_stack(new QStackedWidget)
{
    auto *glass = new Magnifier(*m_pageView);
    glass->setParent(this);
    new HeldAction(*actions.magnify, this);
    connect(actions.magnify, &QAction::toggled, glass, &Magnifier::setOn);
    m_strip->setItemDelegate(new SideDelegate(m_strip));
    m_strip->setUniformItemSizes(true);
    m_strip->setFixedWidth(stripWidth);
    m_strip->viewport()->setAutoFillBackground(false);

    m_stack->addWidget(pages());
    m_stack->addWidget(m_trouble);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

QWidget *PagesArea::pages()
{
    auto *page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_pageView, 1);
    page->addWidget(m_note);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_strip);
    columns->addLayout(page, 1);

    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(columns, 1);
    layout->addWidget(m_tools);
    return area;
}

QWidget *PagesArea::newTools(CounterActions &actions)
{
    const auto row = [](std::initializer_list<QAction *> buttons) {
        auto *line = new QHBoxLayout;
        line->setSpacing(4);
        for (QAction *action : buttons)
            line->addWidget(new KeyButton(action, KeyButton::Weight::Small));
        line->addStretch();
        return line;
    };
    auto *bar = new SideArea(Qt::TopEdge);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(6, 7, 6, 7);
    layout->setSpacing(5);
    layout->addLayout(
        row({actions.rescan, actions.insertBefore, actions.setAside, actions.toggleBlank,
             actions.turnLeft, actions.turnRight, actions.split}));
    layout->addLayout(row({actions.straighten, actions.cutToPaper, actions.evenTone,
                           actions.turnUpright, actions.cropByHand, actions.asScanned}));
    return bar;
}

void PagesArea::showTrouble(bool shown)
{
    m_stack->setCurrentIndex(shown ? 1 : 0);
}

bool PagesArea::isTroubleShown() const
{
    return m_stack->currentIndex() == 1;
}

}  // namespace station::gui
