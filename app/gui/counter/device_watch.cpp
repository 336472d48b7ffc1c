#include "app/gui/counter/device_watch.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/counter_desk.h"

#include <QEvent>
#include <QWidget>

#include <chrono>
#include <mutex>

namespace station::gui {
namespace {

using namespace std::chrono_literals;

// A scanner that is switched on comes as several devices, one after the other.
constexpr auto settleTime = 800ms;
constexpr auto listenTime = 500ms;

}  // namespace

/// Rung from any thread; silent once its owner is gone.
struct DeviceWatch::Bell {
    std::mutex mutex{};
    DeviceWatch *owner = nullptr;

    void ring()
    {
        const std::lock_guard lock(mutex);
        if (owner)
            QMetaObject::invokeMethod(owner, [settle = &owner->m_settle] { settle->start(); });
    }
};

DeviceWatch::DeviceWatch(CounterDesk &desk, QThreadPool &lane, QWidget &page, QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_page(page), m_bell(std::make_shared<Bell>())
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    m_listen.setInterval(listenTime);
    connect(&m_settle, &QTimer::timeout, this, &DeviceWatch::scannersChanged);
    connect(&m_listen, &QTimer::timeout, this, &DeviceWatch::listen);
    page.installEventFilter(this);
    m_bell->owner = this;
    m_lane.start([&desk, bell = m_bell] { desk.watchScanners([bell] { bell->ring(); }); });
}

DeviceWatch::~DeviceWatch()
{
    {
        const std::lock_guard lock(m_bell->mutex);
        m_bell->owner = nullptr;
    }
    m_lane.start([&desk = m_desk] { desk.watchScanners({}); });
    m_lane.waitForDone();
}

bool DeviceWatch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
        if (!m_window) {
            m_window = m_page.window();
            m_window->installEventFilter(this);
        }
        [[fallthrough]];
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
    case QEvent::Hide:
        updateListening();
        break;
    default:
        break;
    }
    return false;
}

void DeviceWatch::setReady(bool ready)
{
    m_ready = ready;
    updateListening();
}

void DeviceWatch::updateListening()
{
    const bool active =
        m_ready && m_desk.hasScanButton() && m_page.isVisible() && m_page.isActiveWindow();
    if (active == m_listen.isActive())
        return;
    if (active)
        m_listen.start();
    else
        m_listen.stop();
}

void DeviceWatch::listen()
{
    if (m_asking)
        return;
    m_asking = true;
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.scanButtonPressed(); },
        [this](bool pressed) {
            m_asking = false;
            // Pressed a moment before something else began: it is not meant for later.
            if (pressed && isListening())
                emit buttonPressed();
        });
}

}  // namespace station::gui
