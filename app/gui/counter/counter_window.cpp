#include "app/gui/counter/counter_window.h"

#include "app/gui/base/theme.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/counter_controller.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/keys_overlay.h"
#include "app/gui/counter/message_bar.h"
#include "app/gui/training/training_controller.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

namespace station::gui {
namespace {

QStringList filesOf(const QMimeData &dropped)
{
    QStringList files;
    for (const QUrl &url : dropped.urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

QLabel *trainingBar(const QString &pin)
{
    //: Vietnamese: TẬP HUẤN.
    QString text = CounterWindow::tr("TRAINING   ·   nothing here is real or sent");
    if (!pin.isEmpty())
        text += CounterWindow::tr("   ·   PIN of the training token: %1").arg(pin);
    text += CounterWindow::tr("   ·   F12: tray of the training scanner");
    auto *bar = new QLabel(text);
    bar->setObjectName(QStringLiteral("trainingBar"));
    bar->setAlignment(Qt::AlignCenter);
    bar->setAutoFillBackground(true);
    bar->setContentsMargins(0, 5, 0, 5);
    QFont bold = bar->font();
    bold.setBold(true);
    bar->setFont(bold);
    QPalette colours = bar->palette();
    colours.setColor(QPalette::Window, QColor(0xff, 0xc1, 0x3b));
    colours.setColor(QPalette::WindowText, Qt::black);
    bar->setPalette(colours);
    return bar;
}

}  // namespace

CounterWindow::CounterWindow(CounterDesk &desk, WorkMode mode, const QString &trainingPin,
                             QWidget *parent)
    : QMainWindow(parent)
{
    setObjectName(QStringLiteral("counterWindow"));
    setWindowTitle(tr("Digitization station"));

    auto *actions = new CounterActions(this);
    m_page = new CounterPage(*actions, m_papers, m_sides);
    auto *frame = new QWidget;
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (mode == WorkMode::Training)
        layout->addWidget(trainingBar(trainingPin));
    auto *tray = new TrainingPanel;
    layout->addWidget(tray);
    layout->addWidget(m_page, 1);
    setCentralWidget(frame);

    auto *overlay = new KeysOverlay(*actions, this);
    connect(actions->keys, &QAction::triggered, overlay, &KeysOverlay::toggle);
    connect(actions->appearance, &QAction::triggered, this, [] {
        const bool dark = appearanceOf(QApplication::palette()) == Appearance::Dark;
        QApplication::setPalette(paletteFor(dark ? Appearance::Light : Appearance::Dark));
    });
    m_controller = new CounterController(desk, *m_page, *actions, m_papers, m_sides, this);
    m_training = new TrainingController(desk, *tray, this);
    actions->trainingTray->setVisible(false);
    connect(m_training, &TrainingController::trayFound, actions->trainingTray,
            [action = actions->trainingTray] { action->setVisible(true); });
    connect(actions->trainingTray, &QAction::triggered, m_training, &TrainingController::toggle);
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

void CounterWindow::closeEvent(QCloseEvent *event)
{
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
