#include "scanner/vscan/session.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace vscan {
namespace {

std::optional<Picture> blankLike(const Picture &picture)
{
    Picture blank = picture;
    std::fill(blank.rgb.begin(), blank.rgb.end(), std::uint8_t{255});
    return blank;
}

Picture emptyGlass()
{
    return {1, 1, 25.4, {255, 255, 255}};
}

[[noreturn]] void waitForKill()
{
    for (;;)
        ::pause();
}

[[noreturn]] void spinForKill()
{
    for (std::atomic<unsigned> turns{0};; ++turns) {
    }
}

[[noreturn]] void crash()
{
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
    std::abort();
}

}  // namespace

std::unique_ptr<Session> Session::open(const DeviceFolder &folder, SANE_Status &status)
{
    if (!folder.isDevice() || folder.has("unplugged")) {
        status = SANE_STATUS_INVAL;
        return {};
    }
    if (folder.has("access-denied")) {
        status = SANE_STATUS_ACCESS_DENIED;
        return {};
    }
    const int lockFile =
        ::open((folder.path() / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lockFile < 0) {
        status = SANE_STATUS_IO_ERROR;
        return {};
    }
    if (folder.has("busy") || ::flock(lockFile, LOCK_EX | LOCK_NB) != 0) {
        ::close(lockFile);
        status = SANE_STATUS_DEVICE_BUSY;
        return {};
    }
    std::unique_ptr<Session> session(new Session(folder, lockFile));
    Lock lock(session->m_mutex);
    status = session->fireFor(Moment::Open, lock);
    lock.unlock();
    if (status != SANE_STATUS_GOOD)
        session.reset();
    return session;
}

Session::Session(DeviceFolder folder, int lockFile)
    : m_folder(std::move(folder)), m_lockFile(lockFile), m_settings(m_folder.settings()),
      m_options(m_settings.kind)
{
}

Session::~Session()
{
    Lock lock(m_mutex);
    (void)fireFor(Moment::Close, lock);
    ::close(m_lockFile);
}

const SANE_Option_Descriptor *Session::descriptor(SANE_Int option) const
{
    return m_options.descriptor(option);
}

Sensors Session::sensors() const
{
    return {m_folder.paperLoaded(), m_folder.has("cover-open"), m_folder.has("double-feed")};
}

SANE_Status Session::control(SANE_Int option, SANE_Action action, void *value, SANE_Int *info)
{
    Lock lock(m_mutex);
    if (m_folder.has("unplugged"))
        return SANE_STATUS_IO_ERROR;
    if (const auto status = fireFor(Moment::Control, lock); status != SANE_STATUS_GOOD)
        return status;
    if (action == SANE_ACTION_GET_VALUE)
        return m_options.get(option, value, sensors());
    if (action != SANE_ACTION_SET_VALUE)
        return SANE_STATUS_INVAL;
    if (m_scanning)
        return SANE_STATUS_DEVICE_BUSY;
    return m_options.set(option, value, info);
}

SANE_Status Session::parameters(SANE_Parameters &parameters)
{
    const Lock lock(m_mutex);
    const Frame frame = m_scanning ? Frame{m_frame.width, m_frame.height, m_frame.bytesPerLine, {}}
                                   : frameOf(m_options.area(), m_options.dpi(), m_options.mode());
    parameters.format = m_options.mode() == Mode::Color ? SANE_FRAME_RGB : SANE_FRAME_GRAY;
    parameters.last_frame = SANE_TRUE;
    parameters.bytes_per_line = frame.bytesPerLine;
    parameters.pixels_per_line = frame.width;
    parameters.lines = m_settings.unknownLength ? -1 : frame.height;
    parameters.depth = m_options.mode() == Mode::Lineart ? 1 : 8;
    return SANE_STATUS_GOOD;
}

/// The next side in the order in which a feeder delivers: front, back, front …
SANE_Status Session::nextPicture(std::optional<Picture> &picture)
{
    if (m_options.source() == Source::Flatbed) {
        const auto file = m_folder.onGlass();
        picture = file ? loadPicture(*file) : emptyGlass();
    } else if (m_turned) {
        picture = m_turned->back ? loadPicture(*m_turned->back)
                                 : blankLike(loadPicture(m_turned->front).value_or(emptyGlass()));
        m_turned.reset();
    } else {
        const bool duplex = m_options.source() == Source::Duplex;
        const auto sheet = m_folder.feed(duplex);
        if (!sheet)
            return SANE_STATUS_NO_DOCS;
        picture = loadPicture(sheet->front);
        if (duplex)
            m_turned = sheet;
    }
    return picture ? SANE_STATUS_GOOD : SANE_STATUS_IO_ERROR;
}

SANE_Status Session::start()
{
    Lock lock(m_mutex);
    if (m_scanning)
        return SANE_STATUS_DEVICE_BUSY;
    m_cancelled = false;
    m_settings = m_folder.settings();
    if (m_folder.has("unplugged"))
        return SANE_STATUS_IO_ERROR;
    if (m_options.source() != Source::Flatbed && !m_turned) {
        if (m_folder.has("cover-open"))
            return SANE_STATUS_COVER_OPEN;
        if (m_folder.has("jammed") || m_folder.has("double-feed"))
            return SANE_STATUS_JAMMED;
        if (!m_folder.paperLoaded())
            return SANE_STATUS_NO_DOCS;
    }
    ++m_page;
    if (const auto status = fireFor(Moment::Start, lock); status != SANE_STATUS_GOOD)
        return status;
    std::optional<Picture> picture;
    if (const auto status = nextPicture(picture); status != SANE_STATUS_GOOD)
        return status;

    m_frame = render(*picture, m_options.area(), m_options.dpi(), m_options.mode());
    m_offset = 0;
    m_livelock = false;
    m_readFault = faultFor(m_settings.faults, Moment::Read, m_page);
    const bool isDelay = m_readFault && m_readFault->action == Action::Delay;
    m_readFaultAt = m_readFault && !isDelay
                        ? m_frame.bytes.size() * static_cast<std::size_t>(m_readFault->amount) / 100
                        : 0;
    m_started = std::chrono::steady_clock::now();
    m_scanning = true;
    return SANE_STATUS_GOOD;
}

/// How far the paper has moved past the sensor.
std::size_t Session::bytesDue() const
{
    if (m_settings.sideMs <= 0)
        return m_frame.bytes.size();
    const std::chrono::duration<double, std::milli> elapsed =
        std::chrono::steady_clock::now() - m_started;
    const double part = std::min(1.0, elapsed.count() / m_settings.sideMs);
    return static_cast<std::size_t>(part * static_cast<double>(m_frame.bytes.size()));
}

SANE_Status Session::read(SANE_Byte *data, SANE_Int most, SANE_Int &length)
{
    length = 0;
    Lock lock(m_mutex);
    if (m_cancelled)
        return SANE_STATUS_CANCELLED;
    if (!m_scanning)
        return SANE_STATUS_INVAL;
    if (m_readFault && m_offset >= m_readFaultAt) {
        const FaultLine fault = *m_readFault;
        m_readFault.reset();
        if (const auto status = fire(fault, lock); status != SANE_STATUS_GOOD)
            return ended(status);
    }
    if (m_folder.has("unplugged"))
        return ended(SANE_STATUS_IO_ERROR);
    if (m_livelock || most <= 0)
        return SANE_STATUS_GOOD;
    if (m_offset == m_frame.bytes.size())
        return ended(SANE_STATUS_EOF);

    while (bytesDue() <= m_offset) {
        if (waitCancelled(lock, std::chrono::milliseconds(5)))
            return SANE_STATUS_CANCELLED;
    }
    const std::size_t until = m_readFault ? std::min(bytesDue(), m_readFaultAt) : bytesDue();
    const std::size_t count = std::min(until - m_offset, static_cast<std::size_t>(most));
    std::memcpy(data, m_frame.bytes.data() + m_offset, count);
    m_offset += count;
    length = static_cast<SANE_Int>(count);
    return SANE_STATUS_GOOD;
}

void Session::cancel()
{
    Lock lock(m_mutex);
    (void)fireFor(Moment::Cancel, lock);
    m_cancelled = true;
    m_scanning = false;
    m_page = 0;
    m_turned.reset();
    m_changed.notify_all();
}

SANE_Status Session::ended(SANE_Status status)
{
    m_scanning = false;
    return status;
}

bool Session::waitCancelled(Lock &lock, std::chrono::milliseconds time)
{
    return m_changed.wait_for(lock, time, [this] { return m_cancelled; });
}

SANE_Status Session::fireFor(Moment moment, Lock &lock)
{
    const auto fault = faultFor(m_settings.faults, moment, m_page);
    return fault ? fire(*fault, lock) : SANE_STATUS_GOOD;
}

SANE_Status Session::fire(const FaultLine &fault, Lock &lock)
{
    if (fault.once) {
        m_folder.markFired(fault);
        m_settings = m_folder.settings();
    }
    switch (fault.action) {
    case Action::Status:
        if (fault.status == SANE_STATUS_JAMMED)
            m_folder.set("jammed");
        if (fault.status == SANE_STATUS_COVER_OPEN)
            m_folder.set("cover-open");
        return fault.status;
    case Action::DoubleFeed:
        m_folder.set("double-feed");
        return SANE_STATUS_JAMMED;
    case Action::Unplug:
        m_folder.set("unplugged");
        return SANE_STATUS_IO_ERROR;
    case Action::Delay:
        return waitCancelled(lock, std::chrono::milliseconds(fault.amount)) ? SANE_STATUS_CANCELLED
                                                                            : SANE_STATUS_GOOD;
    case Action::Hang:
        m_changed.wait(lock, [this] { return m_cancelled; });
        return SANE_STATUS_CANCELLED;
    case Action::HangHard:
        lock.unlock();
        waitForKill();
    case Action::Spin:
        lock.unlock();
        spinForKill();
    case Action::Livelock:
        m_livelock = true;
        return SANE_STATUS_GOOD;
    case Action::Crash:
        crash();
    case Action::Abort:
        std::abort();
    case Action::Exit:
        ::_exit(3);
    }
    return SANE_STATUS_GOOD;
}

}  // namespace vscan
