#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

struct udev;
struct udev_monitor;

namespace station::devices {

/// Tells that a device may have come or gone: a USB device by udev, a virtual one
/// by its folder. Plugging makes a burst of events, so it tells once, when nothing
/// more has come for a while. Where no udev runs, it stays silent.
///
///     watch `fd()` for input; whenever it is readable:  if (hotplug.drain()) …
///
/// One thread; nothing here blocks.
class Hotplug {
public:
    struct Watched {
        bool usb = true;
        QString folder{};  ///< Of virtual devices, a folder each; empty: none.
        /// Files in it or in a device's folder that say that one is there; empty: all do.
        QStringList names{};
        int quietMs = 2'000;
    };

    explicit Hotplug(const Watched &watched);
    ~Hotplug();
    Hotplug(const Hotplug &) = delete;
    Hotplug &operator=(const Hotplug &) = delete;

    int fd() const { return m_ready; }  ///< Readable when `drain` has something to do.
    /// Takes what has come in; true when devices have changed and all is quiet again.
    bool drain();

private:
    bool takeUsbEvents();
    bool takeFolderEvents();
    void watchUsb();
    void watchFolder(const QString &folder);
    void restartQuietTime() const;

    Watched m_watched;
    int m_ready = -1;  // epoll of all below
    int m_quiet = -1;  // timer
    int m_inotify = -1;
    int m_usb = -1;  // owned by m_monitor
    udev *m_udev = nullptr;
    udev_monitor *m_monitor = nullptr;
    QMap<int, QString> m_folders{};  // by inotify watch
};

}  // namespace station::devices
