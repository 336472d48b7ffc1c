#include "app/gui/counter/compare_controller.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/widgets/page_view.h"

namespace station::gui {

CompareController::CompareController(CounterDesk &desk, CounterActions &actions,
                                     PagesController &pages, PageView &view, QObject *parent)
    : QObject(parent), m_action(*actions.asScanned), m_pages(pages), m_view(view), m_held(m_action),
      m_loader(desk)
{
    connect(&m_action, &QAction::toggled, this, [this](bool on) { on ? begin() : end(); });
    // Closer looks belong to it; everything else is another step.
    for (QAction *action : actions.all()) {
        if (action != &m_action && action != actions.zoomIn && action != actions.zoomOut &&
            action != actions.zoomFit && action != actions.magnify)
            connect(action, &QAction::triggered, &m_action, [this] { m_action.setChecked(false); });
    }
    connect(&pages, &PagesController::pageChanged, this, &CompareController::updateAction);
    connect(&m_loader, &OriginalLoader::ready, this,
            [this](const QString &side, const PagePicture &original) {
                if (m_action.isChecked() && side == m_pages.currentSide())
                    show(original);
            });
    connect(&m_loader, &OriginalLoader::failed, this, [this](const QString &, const Error &error) {
        m_action.setChecked(false);
        emit failed(error);
    });
    updateAction();
}

void CompareController::updateAction()
{
    m_action.setChecked(false);
    const dossier::Side *side = m_pages.current();
    m_action.setEnabled(side && side->cleaned);
    m_loader.forgetOthers(side ? side->id : QString());
}

void CompareController::begin()
{
    const dossier::Side *side = m_pages.current();
    if (!side)
        return m_action.setChecked(false);
    m_pages.setCovered(true);
    m_loader.request(m_pages.dossier(), side->id);
}

void CompareController::show(const PagePicture &original)
{
    //: The untouched picture of the scanner stands in place of the page.
    m_view.showOriginal(original, tr("As scanned"));
}

void CompareController::end()
{
    m_view.hideOriginal();
    m_pages.setCovered(false);
}

}  // namespace station::gui
