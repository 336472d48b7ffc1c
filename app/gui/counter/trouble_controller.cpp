#include "app/gui/counter/trouble_controller.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/pages_area.h"
#include "app/gui/counter/paper_changes.h"
#include "app/gui/counter/scan_controller.h"
#include "app/gui/counter/thumbnail.h"
#include "app/gui/counter/trouble_card.h"

#include <QApplication>

namespace station::gui {
namespace {

constexpr QSize pictureSize{146, 207};

}  // namespace

TroubleController::TroubleController(CounterDesk &desk, OpenDossier &open, ScanController &scanner,
                                     PagesArea &pages, QWidget &fallback, QObject *parent)
    : QObject(parent), m_desk(desk), m_open(open), m_scanner(scanner), m_pages(pages),
      m_fallback(fallback)
{
    m_lane.setMaxThreadCount(1);
    connect(&scanner, &ScanController::paused, this, &TroubleController::show);
    connect(&scanner, &ScanController::resumed, this, &TroubleController::hide);
}

TroubleController::~TroubleController()
{
    m_lane.waitForDone();
}

void TroubleController::show(const workflow::Pause &pause)
{
    const QString component = m_scanner.component();
    const ChecklistPaper *paper = m_open.paper(component);
    const QString name =
        paper ? tr("Paper %1: %2")
                    .arg(QString::number(paperNumber(*m_open.view(), component)), paper->name)
              : QString();
    TroubleCard &card = m_pages.trouble();
    card.showTrouble(pause, name);
    if (!m_pages.isTroubleShown())
        m_focusBefore = QApplication::focusWidget();
    m_pages.showTrouble(true);
    card.setFocus(Qt::OtherFocusReason);
    if (pause.lastSide.isEmpty())
        return;
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_open.uuid(), side = pause.lastSide]() -> QImage {
            const auto file = desk.sidePicture(uuid, side);
            return file ? smallPicture(*file, pictureSize) : QImage();
        },
        [&card](const QImage &picture) { card.showLastSheet(picture); });
}

void TroubleController::hide()
{
    m_pages.showTrouble(false);
    const bool usable = m_focusBefore && m_focusBefore->isVisible() && m_focusBefore->isEnabled();
    (usable ? m_focusBefore.data() : &m_fallback)->setFocus(Qt::OtherFocusReason);
}

}  // namespace station::gui
