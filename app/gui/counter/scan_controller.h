#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/pause_gate.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

namespace station::gui {

class OpenDossier;
class ScannerLine;

/// Runs the scanner, or takes in files, into one paper and says on the scanner's
/// line how it goes. In a trouble the run waits for an answer.
class ScanController final : public QObject {
    Q_OBJECT

public:
    ScanController(CounterDesk &desk, OpenDossier &open, ScannerLine &line,
                   QObject *parent = nullptr);
    ~ScanController() override;

    bool isRunning() const { return !m_component.isEmpty(); }
    bool isImporting() const { return isRunning() && m_importing; }
    bool isPaused() const { return m_paused; }
    const QString &component() const { return m_component; }  ///< Where sides go now.

    void scan(const ScanWish &wish);
    void importFiles(const QString &component, const QStringList &files);
    void stop();
    void answer(workflow::PauseAnswer answer);
    void lookForScanner();  ///< Not while something runs.

signals:
    void started();
    void sideArrived(const QString &component, const station::dossier::Side &side,
                     const QString &before);
    void followed(const QString &component);  ///< A separator sheet led there.
    void paused(const station::workflow::Pause &pause);
    void resumed();  ///< The pause is over, whatever the answer was.
    void ended(const QString &component, int sides);
    void imported(int sides, const QString &signedVerdict);
    void failed(const station::Error &error);  ///< After `ended`: what came before is safe.

private:
    void begin(const QString &component, const store::SidePlace &place, const QString &text);
    CaptureCalls callsFor(const QString &uuid);
    void takeSide(const QString &uuid, const QString &component, const dossier::Side &side);
    void takeNotice(workflow::ScannerNotice notice);
    void follow(const QString &component);
    void pause(const workflow::Pause &pause);
    void showProgress(const dossier::Side &side);
    void end(const Expected<DossierView> &view, const QString &uuid);
    void showEnd(bool succeeded, const Error &error, int sides);

    CounterDesk &m_desk;
    OpenDossier &m_open;
    ScannerLine &m_line;
    QThreadPool m_lane{};
    PauseGate m_gate{};
    std::stop_source m_stop{};
    QString m_component{};  ///< Being scanned; empty: none.
    store::SidePlace m_place{};
    QString m_placeOf{};                ///< The component that m_place is about.
    QHash<QString, QString> m_sides{};  ///< Of this run, and the component of each.
    QString m_scannerName{};
    int m_expected = 0;  ///< Sheets of the paper, as counted.
    bool m_importing = false;
    bool m_paused = false;
    bool m_endedByClerk = false;  ///< A pause was answered so.
};

}  // namespace station::gui
