#pragma once

#include "scanner/vscan/device_folder.h"
#include "scanner/vscan/options.h"
#include "scanner/vscan/paper_path.h"
#include "scanner/vscan/wire_frame.h"

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

    const SANE_Option_Descriptor *descriptor(SANE_Int option);
    SANE_Status control(SANE_Int option, SANE_Action action, void *value, SANE_Int *info);
    SANE_Status parameters(SANE_Parameters &parameters);
    SANE_Status start();
    SANE_Status read(SANE_Byte *data, SANE_Int most, SANE_Int &length);
    void cancel();

private:
    using Lock = std::unique_lock<std::mutex>;
    using Clock = std::chrono::steady_clock;

    Session(DeviceFolder folder, DeviceSettings settings, int lockFile);

    bool sensor(Role role) const;
    bool isGone();
    bool isBetweenPlanes() const { return m_layout.plane > 0 && !m_scanning; }

    SANE_Status warmUp(Lock &lock);
    SANE_Status sheetStatus(Source source) const;
    SANE_Status startSide(Source source, Lock &lock);
    void startPlane();
    Source actualSource() const;
    Layout layout() const;
    Look look(const Picture &picture, Source source) const;

    SANE_Status fire(const FaultLine &fault, Lock &lock);
    SANE_Status fireFor(Moment moment, int page, Lock &lock);
    SANE_Status fireInRead(Lock &lock);
    bool waitCancelled(Lock &lock, std::chrono::milliseconds time);
    std::size_t bytesDue() const;
    std::size_t bytesUntilFault() const;
    SANE_Status ended(SANE_Status status);

    const DeviceFolder m_folder;
    const int m_lockFile;
    DeviceSettings m_settings;
    const std::string m_name;  // as SANE called it when it was opened
    Options m_options;
    PaperPath m_path;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_gone = false;  // stays so until it is opened again
    bool m_warm = false;
    std::optional<Clock::time_point> m_warmAt;
    bool m_needsReopening = false;
    bool m_scanning = false;
    bool m_cancelled = false;
    bool m_livelock = false;
    bool m_lateNoDocs = false;  // the side under way turns out to be none
    bool m_saidLateNoDocs = false;
    int m_page = 0;  // side of this batch, from 1
    int m_sheets = 0;
    int m_lastPage = 0;  // of the last batch, for close

    Frame m_side;
    Layout m_layout;
    std::vector<std::uint8_t> m_bytes;  // of the frame under way
    std::size_t m_offset = 0;
    Clock::time_point m_started;
    std::optional<FaultLine> m_readFault;
    std::size_t m_readFaultAt = 0;  // in the bytes of all planes
};

}  // namespace vscan
