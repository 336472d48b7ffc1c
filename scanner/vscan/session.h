#pragma once

#include "scanner/vscan/device_folder.h"
#include "scanner/vscan/options.h"
#include "scanner/vscan/picture.h"

#include <sane/sane.h>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace vscan {

/// One open device. It holds an exclusive lock, so that a second opener sees a
/// busy device. `cancel` may be called from another thread while `start` or
/// `read` waits; every other call comes from one thread, as SANE demands.
class Session {
public:
    /// On failure returns nothing and sets the status.
    static std::unique_ptr<Session> open(const DeviceFolder &folder, SANE_Status &status);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const SANE_Option_Descriptor *descriptor(SANE_Int option) const;
    SANE_Status control(SANE_Int option, SANE_Action action, void *value, SANE_Int *info);
    SANE_Status parameters(SANE_Parameters &parameters);
    SANE_Status start();
    SANE_Status read(SANE_Byte *data, SANE_Int most, SANE_Int &length);
    void cancel();

private:
    using Lock = std::unique_lock<std::mutex>;

    Session(DeviceFolder folder, int lockFile);

    SANE_Status nextPicture(std::optional<Picture> &picture);
    SANE_Status fire(const FaultLine &fault, Lock &lock);
    SANE_Status fireFor(Moment moment, Lock &lock);
    bool waitCancelled(Lock &lock, std::chrono::milliseconds time);
    std::size_t bytesDue() const;
    SANE_Status ended(SANE_Status status);
    Sensors sensors() const;

    const DeviceFolder m_folder;
    const int m_lockFile;
    DeviceSettings m_settings;
    Options m_options;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_scanning = false;
    bool m_cancelled = false;
    bool m_livelock = false;
    int m_page = 0;  // side of this batch, from 1
    Frame m_frame;
    std::size_t m_offset = 0;
    std::chrono::steady_clock::time_point m_started;
    std::optional<FaultLine> m_readFault;
    std::size_t m_readFaultAt = 0;
    std::optional<Sheet> m_turned;  // its front was scanned, its back comes next
};

}  // namespace vscan
