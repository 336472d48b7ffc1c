#include "app/gui/counter/crop_controller.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/widgets/page_view.h"

namespace station::gui {

CropController::CropController(CounterDesk &desk, CounterActions &actions, PagesController &pages,
                               PageView &view, QObject *parent)
    : QObject(parent), m_action(*actions.cropByHand), m_pages(pages),
      m_stage(desk, actions, m_action,
              //: A line above the page; short.
              tr("By hand · Tab, arrows: edges · PgUp, PgDn: angle · Enter takes it"), pages, view),
      m_frame(view)
{
    connect(&m_stage, &OriginalStage::shown, this, &CropController::begin);
    connect(&m_stage, &OriginalStage::ended, &m_frame, &CropFrame::end);
    connect(&m_stage, &OriginalStage::failed, this, &CropController::failed);
    connect(&m_frame, &CropFrame::givenUp, this, [this] { m_action.setChecked(false); });
    connect(&m_frame, &CropFrame::taken, this, &CropController::take);
}

void CropController::begin()
{
    const dossier::Side *side = m_pages.current();
    const dossier::SideCleanup cleanup = side ? side->cleanup : dossier::SideCleanup();
    m_frame.begin(cleanup.part.value_or(QRect()), cleanup.skewDeg.value_or(0));
}

void CropController::take()
{
    const QString side = m_stage.side();
    const auto part = m_frame.part();
    const double tilt = m_frame.tiltDeg();
    m_action.setChecked(false);
    emit cropped(side, part, tilt == 0 ? std::nullopt : std::optional(tilt));
}

}  // namespace station::gui
