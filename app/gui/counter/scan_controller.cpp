#include "app/gui/counter/scan_controller.h"

#include "app/errors/error_text.h"
#include "app/gui/base/in_background.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/scanner_line.h"

namespace station::gui {

ScanController::ScanController(CounterDesk &desk, OpenDossier &open, ScannerLine &line,
                               QObject *parent)
    : QObject(parent), m_desk(desk), m_open(open), m_line(line)
{
    m_lane.setMaxThreadCount(1);
}

ScanController::~ScanController()
{
    m_stop.request_stop();
    m_lane.waitForDone();
}

void ScanController::lookForScanner()
{
    m_line.showState(Mark::Waiting, Tone::Quiet, tr("Looking for the scanner …"));
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.scanner(); },
        [this](const Expected<QString> &name) {
            if (isScanning())
                return;
            if (!name)
                return m_line.showState(Mark::Attention, Tone::Attention,
                                        errorText(name.error()).line());
            m_scannerName = *name;
            m_line.showState(Mark::Check, Tone::Good, tr("%1 is ready").arg(m_scannerName));
        });
}

void ScanController::scan(const QString &component, workflow::PaperSource source)
{
    if (isScanning())
        return;
    m_component = component;
    m_sides.clear();
    m_stop = std::stop_source();
    m_line.showProgress(tr("The scanner starts …"), 0, 0);
    emit started();

    const QString uuid = m_open.uuid();
    const auto onSide = [this, uuid](const dossier::Side &side) {
        QMetaObject::invokeMethod(this, [this, uuid, side] { takeSide(uuid, side); });
    };
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid, component, source, onSide, stop = m_stop.get_token()] {
            return desk.scan(uuid, component, source, onSide, stop);
        },
        [this, uuid](const Expected<DossierView> &view) { end(view, uuid); });
}

void ScanController::stop()
{
    m_stop.request_stop();
    m_line.showProgress(tr("The scanner stops after this sheet …"), 0, 0);
}

void ScanController::takeSide(const QString &uuid, const dossier::Side &side)
{
    m_sides.insert(side.id);
    if (isScanning() && !m_stop.stop_requested())
        m_line.showProgress(
            tr("Scanning: %n side(s) safe on disk", nullptr, static_cast<int>(m_sides.size())), 0,
            0);
    // The strip first: it tells a new side from a known one.
    emit sideArrived(m_component, side);
    m_open.putSide(uuid, m_component, side);
}

void ScanController::end(const Expected<DossierView> &view, const QString &uuid)
{
    const QString component = std::exchange(m_component, QString());
    const auto sides = static_cast<int>(m_sides.size());
    m_line.showState(Mark::Check, Tone::Good,
                     tr("%n side(s) scanned, all safe on disk", nullptr, sides));
    if (view) {
        m_open.update(*view);
        emit ended(component, sides);
        return;
    }
    m_line.showState(Mark::Attention, Tone::Attention, errorText(view.error()).what);
    emit ended(component, sides);
    if (view.error().fault != Fault::Cancelled)
        emit failed(view.error());
    // What the scan left on disk before it failed.
    inBackground(
        this, m_lane, [&desk = m_desk, uuid] { return desk.openDossier(uuid); },
        [this](const Expected<DossierView> &now) {
            if (now)
                m_open.update(*now);
        });
}

}  // namespace station::gui
