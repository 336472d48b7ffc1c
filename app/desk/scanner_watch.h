#pragma once

#include <QString>

#include <functional>
#include <thread>

namespace station::desk {

/// Tells when scanners come and go, from a thread of its own that sleeps in
/// between. Training: when the virtual scanners' folder changes.
class ScannerWatch {
public:
    /// `virtualDevices` is empty at a station with a real scanner.
    ScannerWatch(const QString &virtualDevices, std::function<void()> onChange);
    ~ScannerWatch();
    ScannerWatch(const ScannerWatch &) = delete;
    ScannerWatch &operator=(const ScannerWatch &) = delete;

private:
    int m_wake = -1;
    std::jthread m_thread;
};

}  // namespace station::desk
