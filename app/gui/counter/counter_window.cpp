#include "app/gui/counter/counter_window.h"

#include "app/gui/base/curtain.h"
#include "app/gui/base/theme.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/counter_controller.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/keys_overlay.h"
#include "app/gui/counter/message_bar.h"
#include "app/gui/training/tour.h"
#include "app/gui/training/training_bar.h"
#include "app/gui/training/training_controller.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

namespace station::gui {
namespace {

constexpr int leavingMs = 15'000;  // so long a second wish to close is the same one

QStringList filesOf(const QMimeData &dropped)
{
    QStringList files;
    for (const QUrl &url : dropped.urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

}  // namespace

CounterWindow::CounterWindow(CounterDesk &desk, WorkMode mode, QWidget *parent)
    : QMainWindow(parent)
{
    m_leaving.setSingleShot(true);
    setObjectName(QStringLiteral("counterWindow"));
    setWindowTitle(tr("Digitization station"));

    m_actions = new CounterActions(this);
    auto *actions = m_actions;
    m_page = new CounterPage(*actions, m_papers, m_sides);
    auto *frame = new QWidget;
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new TrainingBar(CounterActions::keyText(*actions->trainingTray));
    bar->setVisible(mode == WorkMode::Training);
    layout->addWidget(bar);
    auto *tour = new Tour(CounterActions::keyText(*actions->tour));
    tour->setVisible(mode == WorkMode::Training);
    layout->addWidget(tour);
    auto *tray = new TrainingPanel;
    layout->addWidget(tray);
    layout->addWidget(m_page, 1);
    setCentralWidget(frame);

    m_keys = new KeysOverlay(*actions, this);
    connect(actions->keys, &QAction::triggered, m_keys, &KeysOverlay::toggle);
    connect(actions->appearance, &QAction::triggered, this, [] {
        const bool dark = appearanceOf(QApplication::palette()) == Appearance::Dark;
        QApplication::setPalette(paletteFor(dark ? Appearance::Light : Appearance::Dark));
    });
    connect(actions->language, &QAction::triggered, this, &CounterWindow::languageWanted);
    m_curtain = new Curtain(this);
    m_controller = new CounterController(desk, *m_page, *actions, m_papers, m_sides, this);
    m_training = new TrainingController(desk, *tray, this);
    actions->trainingTray->setVisible(false);
    actions->tour->setVisible(mode == WorkMode::Training);
    connect(actions->tour, &QAction::triggered, tour,
            [tour] { tour->setHidden(!tour->isHidden()); });
    connect(m_controller, &CounterController::stepChanged, tour, &Tour::showStep);
    tour->showStep(m_controller->step());
    connect(m_training, &TrainingController::trayFound, actions->trainingTray,
            [action = actions->trainingTray] { action->setVisible(true); });
    connect(actions->trainingTray, &QAction::triggered, m_training, &TrainingController::toggle);
    connect(m_training, &TrainingController::pinKnown, bar, &TrainingBar::showPin);
    connect(m_training, &TrainingController::failed, m_controller, &CounterController::showError);
    connect(m_controller, &CounterController::paperMoved, m_training, &TrainingController::refresh);
    connect(m_controller, &CounterController::paperShown, tray, &TrainingPanel::choosePaper);
    setAcceptDrops(true);
    resize(1366, 768);
}

CounterWindow::~CounterWindow()
{
    // Before the parts of the page that it works with.
    delete m_training;
    delete m_controller;
}

void CounterWindow::tellRecovered(int sides, int unplacedFiles)
{
    if (unplacedFiles > 0)
        m_page->message().showMessage(
            Tone::Attention, tr("%n scanned file(s) belong to no dossier", nullptr, unplacedFiles),
            tr("They are kept. Call IT before the station is cleaned."));
    else if (sides > 0)
        m_page->message().showMessage(
            Tone::Attention,
            tr("%n side(s) of the last scan are back in their place", nullptr, sides),
            tr("The program was stopped while it scanned. Look at the paper before you sign it."));
}

Expected<> CounterWindow::changeKeys(const std::vector<config::KeyChoice> &choices)
{
    auto changed = m_actions->changeKeys(choices);
    if (changed) {
        m_keys->speakKeys();
        m_controller->keysChanged();
    }
    return changed;
}

CounterWindow::Place CounterWindow::place() const
{
    return {m_controller->dossier(), m_controller->paper()};
}

void CounterWindow::goTo(const Place &place)
{
    if (!place.dossier.isEmpty())
        m_controller->reopen(place.dossier, place.paper);
}

void CounterWindow::setSessionLocked(bool locked)
{
    if (locked)
        m_controller->sessionLocked();
    m_curtain->setDown(locked);
}

void CounterWindow::closeEvent(QCloseEvent *event)
{
    // No question: what would be left is told once, and who still wants to goes.
    const QString left = m_controller->leftUndone();
    if (!left.isEmpty() && !m_leaving.isActive()) {
        m_page->message().showMessage(Tone::Attention, left,
                                      tr("Close the window once more to leave."));
        m_leaving.start(leavingMs);
        return event->ignore();
    }
    m_controller->windowClosing();
    QMainWindow::closeEvent(event);
}

void CounterWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!filesOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CounterWindow::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_controller->importFiles(filesOf(*event->mimeData()));
}

}  // namespace station::gui
