#include "app/gui/counter/crop_controller.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/widgets/page_view.h"

namespace station::gui {

CropController::CropController(CounterDesk &desk, CounterActions &actions, PagesController &pages,
                               PageView &view, QObject *parent)
    : QObject(parent), m_action(*actions.cropByHand), m_pages(pages), m_view(view), m_loader(desk),
      m_frame(view)
{
    connect(&m_action, &QAction::toggled, this, &CropController::toggle);
    // Any other step gives the frame up; closer looks belong to it.
    for (QAction *action : actions.all()) {
        if (action != &m_action && action != actions.zoomIn && action != actions.zoomOut &&
            action != actions.zoomFit && action != actions.magnify)
            connect(action, &QAction::triggered, &m_action, [this] { m_action.setChecked(false); });
    }
    connect(&pages, &PagesController::pageChanged, this, [this] { m_action.setChecked(false); });
    connect(&m_loader, &OriginalLoader::ready, this,
            [this](const QString &side, const PagePicture &original) {
                if (side == m_side && m_action.isChecked())
                    begin(original);
            });
    connect(&m_loader, &OriginalLoader::failed, this, [this](const QString &, const Error &error) {
        m_action.setChecked(false);
        emit failed(error);
    });
    connect(&m_frame, &CropFrame::givenUp, this, [this] { m_action.setChecked(false); });
    connect(&m_frame, &CropFrame::taken, this, [this] {
        const auto part = m_frame.part();
        const double tilt = m_frame.tiltDeg();
        m_action.setChecked(false);
        emit cropped(m_side, part, tilt == 0 ? std::nullopt : std::optional(tilt));
    });
}

void CropController::toggle(bool on)
{
    const dossier::Side *side = m_pages.current();
    if (!on)
        return end();
    if (!side)
        return m_action.setChecked(false);
    m_side = side->id;
    m_pages.setCovered(true);
    m_loader.request(m_pages.dossier(), m_side);
}

void CropController::begin(const PagePicture &original)
{
    m_view.showOriginal(original,
                        //: A line above the page; short.
                        tr("By hand · Tab, arrows: edges · PgUp, PgDn: angle · Enter takes it"));
    const dossier::Side *side = m_pages.current();
    const dossier::SideCleanup cleanup = side ? side->cleanup : dossier::SideCleanup();
    m_frame.begin(cleanup.part.value_or(QRect()), cleanup.skewDeg.value_or(0));
}

void CropController::end()
{
    m_frame.end();
    m_view.hideOriginal();
    m_pages.setCovered(false);
}

}  // namespace station::gui
