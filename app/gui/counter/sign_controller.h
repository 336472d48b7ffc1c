#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QObject>
#include <QThreadPool>

namespace station::gui {

class OpenDossier;
class PinPanel;
class ScannerLine;

/// Signs all captured papers of the dossier; asks for the PIN when the token is
/// locked, and after a wrong PIN only when the clerk starts again.
class SignController final : public QObject {
    Q_OBJECT

public:
    SignController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, PinPanel &panel,
                   ScannerLine &line, QObject *parent = nullptr);

    bool isSigning() const { return m_signing; }
    void start();

signals:
    void pinNeeded();  ///< The panel waits for it.
    void started();
    void ended();
    void failed(const station::Error &error);

private:
    void sign(Secret pin);
    void end(const Expected<DossierView> &view, const QString &uuid);

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    OpenDossier &m_open;
    PinPanel &m_panel;
    ScannerLine &m_line;
    bool m_signing = false;
};

}  // namespace station::gui
