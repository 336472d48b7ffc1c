#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QObject>
#include <QThreadPool>

#include <stop_token>

namespace station::gui {

class OpenDossier;
class ScannerLine;

/// Runs the scanner into one paper and says on its line how it goes.
class ScanController final : public QObject {
    Q_OBJECT

public:
    ScanController(CounterDesk &desk, OpenDossier &open, ScannerLine &line,
                   QObject *parent = nullptr);
    ~ScanController() override;

    bool isScanning() const { return !m_component.isEmpty(); }
    void scan(const QString &component, workflow::PaperSource source);
    void stop();
    void lookForScanner();

signals:
    void started();
    void sideArrived(const QString &component, const station::dossier::Side &side);
    void ended(const QString &component, int sides);
    void failed(const station::Error &error);  ///< After `ended`: what came before is safe.

private:
    void takeSide(const QString &uuid, const dossier::Side &side);
    void end(const Expected<DossierView> &view, const QString &uuid);

    CounterDesk &m_desk;
    OpenDossier &m_open;
    ScannerLine &m_line;
    QThreadPool m_lane{};
    std::stop_source m_stop{};
    QString m_component{};    ///< Being scanned; empty: none.
    QSet<QString> m_sides{};  ///< Of this run.
    QString m_scannerName{};
};

}  // namespace station::gui
