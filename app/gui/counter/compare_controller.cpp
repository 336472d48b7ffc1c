#include "app/gui/counter/compare_controller.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/pages_controller.h"

namespace station::gui {

CompareController::CompareController(CounterDesk &desk, CounterActions &actions,
                                     PagesController &pages, PageView &view, QObject *parent)
    : QObject(parent), m_action(*actions.asScanned), m_pages(pages), m_held(m_action),
      //: The untouched picture of the scanner stands in place of the page.
      m_stage(desk, actions, m_action, tr("As scanned"), pages, view)
{
    connect(&m_stage, &OriginalStage::failed, this, &CompareController::failed);
    connect(&pages, &PagesController::pageChanged, this, &CompareController::updateAction);
    updateAction();
}

void CompareController::updateAction()
{
    const dossier::Side *side = m_pages.current();
    m_action.setEnabled(side && side->cleaned);
}

}  // namespace station::gui
