#include "app/gui/counter/original_stage.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/widgets/page_view.h"

#include <QImage>

namespace station::gui {

OriginalStage::OriginalStage(CounterDesk &desk, CounterActions &actions, QAction &action,
                             const QString &caption, PagesController &pages, PageView &view,
                             QObject *parent)
    : QObject(parent), m_desk(desk), m_action(action), m_caption(caption), m_pages(pages),
      m_view(view)
{
    m_lane.setMaxThreadCount(1);
    connect(&m_action, &QAction::toggled, this, [this](bool on) { on ? begin() : end(); });
    // Closer looks belong to it; everything else is another step.
    for (QAction *other : actions.all()) {
        if (other != &m_action && other != actions.zoomIn && other != actions.zoomOut &&
            other != actions.zoomFit && other != actions.magnify)
            connect(other, &QAction::triggered, &m_action, [this] { m_action.setChecked(false); });
    }
    connect(&pages, &PagesController::pageChanged, this, &OriginalStage::changePage);
}

OriginalStage::~OriginalStage()
{
    m_lane.waitForDone();
}

void OriginalStage::changePage()
{
    m_action.setChecked(false);
    if (m_pages.currentSide() == m_side)
        return;
    m_side.clear();
    m_original = {};
}

void OriginalStage::begin()
{
    const dossier::Side *side = m_pages.current();
    if (!side)
        return m_action.setChecked(false);
    m_pages.setCovered(true);
    if (side->id == m_side && !m_original.isNull())
        return show();
    m_side = side->id;
    m_original = {};
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

void OriginalStage::show()
{
    m_view.showOriginal(m_original, m_caption);
    emit shown();
}

void OriginalStage::end()
{
    emit ended();
    m_view.hideOriginal();
    m_pages.setCovered(false);
}

}  // namespace station::gui
