#include "app/gui/counter/counter_window.h"

#include "app/gui/base/theme.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/counter_controller.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/keys_overlay.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace station::gui {
namespace {

QLabel *trainingBar(const QString &pin)
{
    //: Vietnamese: TẬP HUẤN.
    QString text = CounterWindow::tr("TRAINING   ·   nothing here is real or sent");
    if (!pin.isEmpty())
        text += CounterWindow::tr("   ·   PIN of the training token: %1").arg(pin);
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
    auto *page = new CounterPage(*actions, m_papers, m_sides);
    auto *frame = new QWidget;
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (mode == WorkMode::Training)
        layout->addWidget(trainingBar(trainingPin));
    layout->addWidget(page, 1);
    setCentralWidget(frame);

    auto *overlay = new KeysOverlay(*actions, this);
    connect(actions->keys, &QAction::triggered, overlay, &KeysOverlay::toggle);
    connect(actions->cancel, &QAction::triggered, overlay, &QWidget::hide);
    connect(actions->appearance, &QAction::triggered, this, [] {
        const bool dark = appearanceOf(QApplication::palette()) == Appearance::Dark;
        QApplication::setPalette(paletteFor(dark ? Appearance::Light : Appearance::Dark));
    });
    m_controller = new CounterController(desk, *page, *actions, m_papers, m_sides, this);
    resize(1366, 768);
}

CounterWindow::~CounterWindow()
{
    // Before the parts of the page that it works with.
    delete m_controller;
}

}  // namespace station::gui
