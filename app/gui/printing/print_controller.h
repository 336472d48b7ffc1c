#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

class QPrinter;

namespace station::gui {

class CounterPage;
class OpenDossier;
class PrintPreview;

/// What the open dossier is printed on: its receipt, its separator sheets. Shows before it
/// prints; printing and saving run beside the window.
class PrintController final : public QObject {
    Q_OBJECT

public:
    /// The printer to print on; null: there is none. Called away from the GUI thread.
    using PrinterMaker = std::function<std::unique_ptr<QPrinter>()>;

    /// The preview becomes a child of the page's window.
    PrintController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, CounterPage &page,
                    QObject *parent = nullptr);
    ~PrintController() override;

    bool isPrinting() const { return m_isPrinting; }  ///< The printing system has not taken it yet.
    void showReceipt();
    void showSeparators();
    /// Instead of the system's default printer.
    void usePrinter(PrinterMaker maker) { m_maker = std::move(maker); }
    void saveTo(const QString &file);

signals:
    void failed(const station::Error &error);

private:
    using Wanted = std::function<Expected<Printout>()>;
    void fetch(const QString &title, Wanted wanted);
    void show(const QString &title, const Printout &printout);
    void lookForPrinter();
    void print();
    void chooseFile();

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    OpenDossier &m_open;
    CounterPage &m_page;
    PrintPreview *m_preview;
    PrinterMaker m_maker;
    QString m_title{};
    Printout m_printout{};
    bool m_isPrinting = false;
    std::shared_ptr<std::atomic<bool>> m_givenUp = std::make_shared<std::atomic<bool>>(false);
    QThreadPool m_drawing{};  ///< Pictures and files, which need no printing system.
    /// One thread: the printing system may take its time, or all of it.
    std::unique_ptr<QThreadPool> m_printing = std::make_unique<QThreadPool>();
};

}  // namespace station::gui
