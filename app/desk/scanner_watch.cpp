#include "app/desk/scanner_watch.h"

#include "core/devices/hotplug.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace station::desk {

ScannerWatch::ScannerWatch(const QString &virtualDevices, std::function<void()> onChange)
    : m_wake(::eventfd(0, EFD_CLOEXEC))
{
    const int wake = m_wake;
    m_thread = std::jthread(
        [wake, virtualDevices, onChange = std::move(onChange)](const std::stop_token &stop) {
            // What says that a virtual scanner is there: scanner/vscan/README.md.
            devices::Hotplug hotplug(
                {.usb = virtualDevices.isEmpty(),
                 .folder = virtualDevices,
                 .names = {QStringLiteral("unplugged"), QStringLiteral("device.ini")}});
            while (!stop.stop_requested()) {
                pollfd waited[] = {{wake, POLLIN, 0}, {hotplug.fd(), POLLIN, 0}};
                const nfds_t count = hotplug.fd() < 0 ? 1 : 2;
                if (::poll(waited, count, -1) <= 0 || stop.stop_requested())
                    continue;
                if (hotplug.drain())
                    onChange();
            }
        });
}

ScannerWatch::~ScannerWatch()
{
    m_thread.request_stop();
    const std::uint64_t one = 1;
    (void)!::write(m_wake, &one, sizeof one);
    m_thread.join();
    ::close(m_wake);
}

}  // namespace station::desk
