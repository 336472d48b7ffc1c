#pragma once

#include "app/desk/station_desk.h"
#include "app/desk/training_tray.h"
#include "tests/e2e/counter_clerk.h"

#include <QString>

#include <memory>

namespace station::gui {
class TroubleCard;
}

namespace station::e2e {

/// A real station with the virtual scanner, its desk and its window, and the clerk before it, with
/// one dossier open.
class CounterAtWork {
public:
    static const QString dossierCode;

    /// `folder` holds "config", where there are settings, and "data", which may be of a station
    /// that has worked before. A dossier that is not in it is made.
    explicit CounterAtWork(const QString &folder, gui::WorkMode mode = gui::WorkMode::Training);
    ~CounterAtWork();

    Clerk &clerk() { return *m_clerk; }
    compose::Station &station() { return *m_station; }
    desk::StationDesk &desk() { return *m_desk; }
    gui::TrainingTray &tray() { return m_tray; }

    /// Until the window asks for that.
    bool asksFor(const QString &step, int ms = 20'000) const;
    /// Comes within some time; null: it does not.
    const gui::TroubleCard *shownCard() const;
    bool isCardShown() const;
    QString scannerLine() const;
    /// What stands in the line about work that goes on by itself; empty: it is hidden.
    QString waitingLine() const;
    template <typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }

    dossier::Component component(const QString &code) const;
    std::size_t sides(const QString &component = QStringLiteral("GT01")) const;
    QString state(const QString &component) const;  ///< "captured", "signed" …

private:
    std::unique_ptr<compose::Station> m_station;
    desk::VirtualScannerTray m_tray;
    std::unique_ptr<desk::StationDesk> m_desk;
    std::unique_ptr<gui::CounterWindow> m_window;
    std::unique_ptr<Clerk> m_clerk;
};

}  // namespace station::e2e
