#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QWidget>

namespace station::gui {

class OpenDossier;
class PagesArea;
class ScanController;

/// Shows a pause of the scan in place of the pages and gives the focus back
/// when it is over.
class TroubleController final : public QObject {
    Q_OBJECT

public:
    TroubleController(CounterDesk &desk, OpenDossier &open, ScanController &scanner,
                      PagesArea &pages, QWidget &fallback, QObject *parent = nullptr);
    ~TroubleController() override;

private:
    void show(const workflow::Pause &pause);
    void hide();

    CounterDesk &m_desk;
    OpenDossier &m_open;
    ScanController &m_scanner;
    PagesArea &m_pages;
    QWidget &m_fallback;  ///< Takes the focus when its owner of before cannot.
    QPointer<QWidget> m_focusBefore{};
    QThreadPool m_lane{};
};

}  // namespace station::gui
