#include "app/gui/counter/compare_controller.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/widgets/page_view.h"

#include <QImage>

namespace station::gui {

CompareController::CompareController(CounterDesk &desk, CounterActions &actions,
                                     PagesController &pages, PageView &view, QObject *parent)
    : QObject(parent), m_desk(desk), m_action(*actions.asScanned), m_pages(pages), m_view(view),
      m_held(m_action)
{
    m_lane.setMaxThreadCount(1);
    connect(&m_action, &QAction::toggled, this, [this](bool on) { on ? begin() : end(); });
    // Closer looks belong to it; everything else is another step.
    for (QAction *action : actions.all()) {
        if (action != &m_action && action != actions.zoomIn && action != actions.zoomOut &&
            action != actions.zoomFit)
            connect(action, &QAction::triggered, &m_action, [this] { m_action.setChecked(false); });
    }
    connect(&pages, &PagesController::pageChanged, this, &CompareController::updateAction);
    updateAction();
}

CompareController::~CompareController()
{
    m_lane.waitForDone();
}

void CompareController::updateAction()
{
    m_action.setChecked(false);
    const dossier::Side *side = m_pages.current();
    m_action.setEnabled(side && side->cleaned);
    if (!side || side->id != m_side) {
        m_side.clear();
        m_original = {};
    }
}

void CompareController::begin()
{
    const dossier::Side *side = m_pages.current();
    if (!side)
        return m_action.setChecked(false);
    m_pages.setCovered(true);
    if (side->id == m_side && !m_original.isNull())
        return show();
    m_side = side->id;
    inBackground(
        this, m_lane,
        [&desk = m_desk, dossier = m_pages.dossier(), side = m_side]() -> Expected<PagePicture> {
            const auto file = desk.originalPicture(dossier, side);
            if (!file)
                return fail(file.error());
            const QImage picture(*file);
            return picture.isNull() ? fail(Fault::FileUnreadable, QStringLiteral("original"), side)
                                    : Expected<PagePicture>(PagePicture(picture));
        },
        [this, side = m_side](const Expected<PagePicture> &original) {
            if (side != m_side)
                return;
            if (!original) {
                m_action.setChecked(false);
                emit failed(original.error());
                return;
            }
            m_original = *original;
            if (m_action.isChecked())
                show();
        });
}

void CompareController::show()
{
    //: The untouched picture of the scanner stands in place of the page.
    m_view.showOriginal(m_original, tr("As scanned"));
}

void CompareController::end()
{
    m_view.hideOriginal();
    m_pages.setCovered(false);
}

}  // namespace station::gui
