#include "app/gui/training/training_controller.h"

#include "app/gui/base/in_background.h"

namespace station::gui {
namespace {

constexpr int refreshMs = 150;

struct Found {
    TrainingTray *tray = nullptr;
    std::vector<ChecklistPaper> papers{};
};

TrayState stateOf(TrainingTray &tray)
{
    return {tray.sheetsInFeeder(), tray.isCoverOpen(), tray.isJammed(), tray.isPlugged()};
}

}  // namespace

TrainingController::TrainingController(CounterDesk &desk, TrainingPanel &panel, QObject *parent)
    : QObject(parent), m_desk(desk), m_panel(panel)
{
    m_lane.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(refreshMs);
    panel.hide();
    connect(&panel, &TrainingPanel::deedRequested, this, &TrainingController::work);
    connect(&m_soon, &QTimer::timeout, this,
            [this] { work([](TrainingTray &) { return Expected<>(); }); });
    inBackground(
        this, m_lane,
        [&desk]() -> Found {
            auto *tray = desk.trainingTray();
            return {tray, tray ? tray->papers() : std::vector<ChecklistPaper>()};
        },
        [this](const Found &found) {
            m_tray = found.tray;
            if (!m_tray)
                return;
            m_panel.setPapers(found.papers);
            emit trayFound();
        });
    inBackground(
        this, m_tokenLane, [&desk, stop = m_ending.get_token()] { return desk.trainingPin(stop); },
        [this](const Expected<QString> &pin) { emit pinKnown(pin.value_or(QString())); });
}

TrainingController::~TrainingController()
{
    m_ending.request_stop();
    m_lane.waitForDone();
    m_tokenLane.waitForDone();
}

void TrainingController::toggle()
{
    if (!m_tray)
        return;
    m_panel.setVisible(!m_panel.isVisible());
    if (!m_panel.isVisible())
        return;
    m_panel.focusFirst();
    refresh();
}

void TrainingController::refresh()
{
    if (m_tray && m_panel.isVisible() && !m_soon.isActive())
        m_soon.start();
}

void TrainingController::work(const TrainingPanel::Deed &deed)
{
    if (!m_tray)
        return;
    struct Outcome {
        Expected<> done;
        TrayState state{};
    };
    inBackground(
        this, m_lane,
        [tray = m_tray, deed]() -> Outcome {
            auto done = deed(*tray);
            return {std::move(done), stateOf(*tray)};
        },
        [this](const Outcome &outcome) {
            m_panel.showState(outcome.state);
            if (!outcome.done)
                emit failed(outcome.done.error());
        });
}

}  // namespace station::gui
