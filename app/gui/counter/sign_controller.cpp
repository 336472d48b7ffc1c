#include "app/gui/counter/sign_controller.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/next_step.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/pin_panel.h"
#include "app/gui/counter/scanner_line.h"

namespace station::gui {
SignController::SignController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open,
                               PinPanel &panel, ScannerLine &line, QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_open(open), m_panel(panel), m_line(line)
{
    connect(&panel, &PinPanel::signRequested, this, [this] {
        if (!m_signing)
            sign(m_panel.takePin());
    });
}

void SignController::start()
{
    if (m_signing || !m_open.view())
        return;
    if (capturedPapers(*m_open.view()) == 0) {
        emit failed({Fault::NothingToDo});
        return;
    }
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.pinNeeded(); },
        [this](const Expected<bool> &needed) {
            if (!needed) {
                emit failed(needed.error());
            } else if (*needed) {
                emit pinNeeded();
                m_panel.ask();
            } else {
                sign({});
            }
        });
}

void SignController::sign(Secret pin)
{
    m_signing = true;
    m_line.showProgress(tr("Signing …"), 0, capturedPapers(*m_open.view()));
    emit started();

    const QString uuid = m_open.uuid();
    const auto onProgress = [this](int done, int total) {
        QMetaObject::invokeMethod(this, [this, done, total] {
            m_line.showProgress(tr("Signing: %1 of %2").arg(done).arg(total), done, total);
        });
    };
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid, pin = std::move(pin), onProgress]() mutable {
            return desk.sign(uuid, std::move(pin), onProgress);
        },
        [this, uuid](const Expected<DossierView> &view) { end(view, uuid); });
}

void SignController::end(const Expected<DossierView> &view, const QString &uuid)
{
    m_signing = false;
    if (view) {
        m_line.showState(Mark::Check, Tone::Good, tr("All copies are signed"));
        m_open.update(*view);
        emit ended();
        return;
    }
    m_line.showState(Mark::Attention, Tone::Attention, tr("Signing did not finish"));
    emit ended();
    emit failed(view.error());
    // Copies that were signed before the failure stay signed.
    inBackground(
        this, m_lane, [&desk = m_desk, uuid] { return desk.openDossier(uuid); },
        [this](const Expected<DossierView> &now) {
            if (now)
                m_open.update(*now);
        });
}

}  // namespace station::gui
