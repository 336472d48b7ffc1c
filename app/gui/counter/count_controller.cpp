#include "app/gui/counter/count_controller.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/count_panel.h"
#include "app/gui/counter/explain_panel.h"
#include "app/gui/counter/next_step.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/pages_controller.h"

#include <QListView>

namespace station::gui {

CountController::CountController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open,
                                 CounterPage &page, PagesController &pages, QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_open(open), m_page(page), m_pages(pages)
{
    connect(&page.count(), &CountPanel::counted, this, [this](int sheets) {
        change([&desk = m_desk, uuid = m_open.uuid(), component = m_open.current(), sheets] {
            return desk.expectSheets(uuid, component, sheets);
        });
    });
    connect(&page.explain(), &ExplainPanel::explained, this, [this](const QString &explanation) {
        change([&desk = m_desk, uuid = m_open.uuid(), component = m_open.current(), explanation] {
            return desk.explainCount(uuid, component, explanation);
        });
    });
    // The panels are about one paper.
    connect(&open, &OpenDossier::currentChanged, this, [this] {
        if (m_page.panel() == CounterPage::Panel::Count ||
            m_page.panel() == CounterPage::Panel::Explain)
            m_page.showPanel(CounterPage::Panel::Fields);
        m_page.explain().clear();
    });
}

void CountController::ask()
{
    const ChecklistPaper *paper = m_open.currentPaper();
    if (!paper)
        return;
    m_page.showPanel(CounterPage::Panel::Count);
    m_page.count().ask(paper->component.count.expected);
    emit panelShown();
}

void CountController::settle(const QString &component)
{
    m_open.setCurrent(component);
    const ChecklistPaper *paper = m_open.paper(component);
    if (!paper)
        return;
    const auto tally = tallyOf(*paper);
    // Scanned again, an odd sheet may be complete.
    if (!tally.halfSheets.empty())
        m_pages.showSheet(tally.halfSheets.front());
    else if (!tally.damagedSheets.empty())
        m_pages.showSheet(tally.damagedSheets.front());
    m_page.showPanel(CounterPage::Panel::Explain);
    m_page.explain().ask(tally);
    emit panelShown();
}

template <typename Work>
void CountController::change(Work work)
{
    inBackground(this, m_lane, std::move(work), [this](const Expected<DossierView> &view) {
        if (!view) {
            emit failed(view.error());
            return;
        }
        m_page.showPanel(CounterPage::Panel::Fields);
        m_page.explain().clear();
        m_page.checklist().setFocus();
        m_open.update(*view);
        emit done();
    });
}

}  // namespace station::gui
