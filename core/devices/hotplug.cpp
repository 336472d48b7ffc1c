#include "core/devices/hotplug.h"

#include <QDir>
#include <QFile>

#include <array>
#include <cstring>
#include <libudev.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace station::devices {

namespace {

constexpr std::uint32_t comingAndGoing =
    IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;

void add(int set, int file)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = file;
    if (file >= 0)
        ::epoll_ctl(set, EPOLL_CTL_ADD, file, &event);
}

}  // namespace

Hotplug::Hotplug(const Watched &watched)
    : m_watched(watched), m_ready(::epoll_create1(EPOLL_CLOEXEC)),
      m_quiet(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC))
{
    add(m_ready, m_quiet);
    if (m_watched.usb)
        watchUsb();
    if (m_watched.folder.isEmpty())
        return;
    m_inotify = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    add(m_ready, m_inotify);
    const QDir devices(m_watched.folder);
    watchFolder(devices.path());
    for (const auto &name : devices.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        watchFolder(devices.filePath(name));
}

Hotplug::~Hotplug()
{
    if (m_monitor)
        udev_monitor_unref(m_monitor);
    if (m_udev)
        udev_unref(m_udev);
    for (const int file : {m_inotify, m_quiet, m_ready}) {
        if (file >= 0)
            ::close(file);
    }
}

/// Without udev there is nothing to watch, and nothing wrong with that.
void Hotplug::watchUsb()
{
    m_udev = udev_new();
    m_monitor = m_udev ? udev_monitor_new_from_netlink(m_udev, "udev") : nullptr;
    if (!m_monitor)
        return;
    udev_monitor_filter_add_match_subsystem_devtype(m_monitor, "usb", "usb_device");
    if (udev_monitor_enable_receiving(m_monitor) < 0)
        return;
    m_usb = udev_monitor_get_fd(m_monitor);
    add(m_ready, m_usb);
}

void Hotplug::watchFolder(const QString &folder)
{
    const int watch =
        ::inotify_add_watch(m_inotify, QFile::encodeName(folder).constData(), comingAndGoing);
    if (watch >= 0)
        m_folders.insert(watch, folder);
}

bool Hotplug::takeUsbEvents()
{
    bool changed = false;
    while (auto *device = m_usb >= 0 ? udev_monitor_receive_device(m_monitor) : nullptr) {
        const char *action = udev_device_get_action(device);
        if (action && (std::strcmp(action, "add") == 0 || std::strcmp(action, "remove") == 0))
            changed = true;
        udev_device_unref(device);
    }
    return changed;
}

bool Hotplug::takeFolderEvents()
{
    bool changed = false;
    alignas(inotify_event) std::array<char, 8192> buffer{};
    for (;;) {
        const auto size = m_inotify >= 0 ? ::read(m_inotify, buffer.data(), buffer.size()) : -1;
        if (size <= 0)
            return changed;
        for (ssize_t at = 0; at < size;) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const QString name =
                event.len > 0 ? QFile::decodeName(buffer.data() + at + sizeof event) : QString();
            at += static_cast<ssize_t>(sizeof event + event.len);
            const QString folder = m_folders.value(event.wd);
            if (event.mask & IN_IGNORED)
                m_folders.remove(event.wd);
            else if (folder == m_watched.folder && (event.mask & IN_ISDIR)) {
                changed = true;
                watchFolder(folder + u'/' + name);
            } else if (m_watched.names.isEmpty() || m_watched.names.contains(name)) {
                changed = true;
            }
        }
    }
}

void Hotplug::restartQuietTime() const
{
    itimerspec time{};
    time.it_value.tv_sec = m_watched.quietMs / 1000;
    time.it_value.tv_nsec = m_watched.quietMs % 1000 * 1'000'000L;
    ::timerfd_settime(m_quiet, 0, &time, nullptr);
}

bool Hotplug::drain()
{
    const bool usb = takeUsbEvents();
    if (takeFolderEvents() || usb)
        restartQuietTime();
    std::uint64_t expirations = 0;
    return ::read(m_quiet, &expirations, sizeof expirations) == sizeof expirations;
}

}  // namespace station::devices
