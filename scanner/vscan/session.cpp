#include "scanner/vscan/session.h"

#include "scanner/vscan/device_name.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace vscan {
namespace {

/// As SANE's own backends do: on stderr, and only when somebody asks.
void report(const DeviceFolder &folder, const DeviceSettings &settings)
{
    if (!std::getenv("SANE_DEBUG_VSCAN"))
        return;
    for (const auto &mistake : settings.mistakes)
        std::fprintf(stderr, "[vscan] %s/device.ini: %s\n", folder.path().filename().c_str(),
                     mistake.c_str());
}

/// -1 with the status when somebody else has it.
int lockedFile(const DeviceFolder &folder, SANE_Status &status)
{
    const int file = ::open((folder.path() / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        status = SANE_STATUS_IO_ERROR;
        return -1;
    }
    if (folder.has("busy") || ::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        status = SANE_STATUS_DEVICE_BUSY;
        return -1;
    }
    return file;
}

}  // namespace

std::unique_ptr<Session> Session::open(const DeviceFolder &folder, SANE_Status &status)
{
    status = SANE_STATUS_INVAL;
    if (!folder.isDevice() || folder.isUnplugged())
        return {};
    auto settings = folder.settings();
    if (folder.has("access-denied")) {
        status = SANE_STATUS_ACCESS_DENIED;
        return {};
    }
    if (!settings.mistakes.empty()) {
        report(folder, settings);
        return {};
    }
    const int lockFile = lockedFile(folder, status);
    if (lockFile < 0)
        return {};
    std::unique_ptr<Session> session(new Session(folder, std::move(settings), lockFile));
    Lock lock(session->m_mutex);
    status = session->fireFor(Moment::Open, 0, lock);
    lock.unlock();
    if (status != SANE_STATUS_GOOD)
        session.reset();
    return session;
}

Session::Session(DeviceFolder folder, DeviceSettings settings, int lockFile)
    : m_folder(std::move(folder)), m_lockFile(lockFile), m_settings(std::move(settings)),
      m_name(saneNameOf(m_folder, m_settings)), m_options(m_settings), m_path(m_folder)
{
}

Session::~Session()
{
    Lock lock(m_mutex);
    (void)fireFor(Moment::Close, std::max(m_page, m_lastPage), lock);
    ::close(m_lockFile);
}

/// A device that was plugged in again is another one, even under its old name.
bool Session::isGone()
{
    m_gone = m_gone || m_folder.isUnplugged() ||
             (m_settings.usb && saneNameOf(m_folder, m_settings) != m_name);
    return m_gone;
}

const SANE_Option_Descriptor *Session::descriptor(SANE_Int option)
{
    return m_options.descriptor(option);
}

bool Session::sensor(Role role) const
{
    switch (role) {
    case Role::PageLoaded:
        return m_folder.paperLoaded();
    case Role::CoverOpen:
        return m_folder.has("cover-open");
    case Role::DoubleFeed:
        return m_folder.has("double-feed");
    case Role::ScanButton: {
        // Latched, as fujitsu's: a press is told once.
        const bool pressed = m_folder.has("button");
        m_folder.remove("button");
        return pressed;
    }
    default:
        return false;
    }
}

SANE_Status Session::control(SANE_Int option, SANE_Action action, void *value, SANE_Int *info)
{
    Lock lock(m_mutex);
    if (isGone())
        return SANE_STATUS_IO_ERROR;
    if (const auto status = fireFor(Moment::Control, m_page, lock); status != SANE_STATUS_GOOD)
        return status;
    if (action == SANE_ACTION_GET_VALUE)
        return m_options.get(option, value, [this](Role role) { return sensor(role); });
    if (action != SANE_ACTION_SET_VALUE)
        return SANE_STATUS_INVAL;
    if (m_scanning || isBetweenPlanes())
        return SANE_STATUS_DEVICE_BUSY;
    SANE_Int happened = 0;
    const auto status = m_options.set(option, value, happened);
    if (info && status == SANE_STATUS_GOOD)
        *info = happened;
    return status;
}

Layout Session::layout() const
{
    const auto &frames = m_settings.frames;
    const Mode mode = m_options.mode();
    return {.mode = mode,
            .depth = m_options.depth(frames.depth),
            .padding = frames.padding,
            .plane = frames.threePass && mode == Mode::Color ? 0 : -1};
}

SANE_Status Session::parameters(SANE_Parameters &parameters)
{
    const Lock lock(m_mutex);
    const bool running = m_scanning || isBetweenPlanes();
    const auto &frames = m_settings.frames;
    const Layout now = running ? m_layout : layout();
    Frame frame = frameOf(m_options.area(), m_options.dpi(), now.mode);
    frame.height = std::max(0, frame.height + frames.linesOff);
    if (frames.fuzzy && !running)
        frame = {1, 0, 0, {}};
    parameters.format = now.format();
    parameters.last_frame = now.isLast();
    parameters.bytes_per_line = now.bytesPerLine(frame.width);
    parameters.pixels_per_line = frame.width;
    parameters.lines = frames.unknownLength ? -1 : frame.height;
    parameters.depth = now.depth;
    return SANE_STATUS_GOOD;
}

SANE_Status Session::read(SANE_Byte *data, SANE_Int most, SANE_Int &length)
{
    length = 0;
    Lock lock(m_mutex);
    if (m_cancelled)
        return SANE_STATUS_CANCELLED;
    if (!m_scanning)
        return SANE_STATUS_INVAL;
    if (isGone())
        return ended(SANE_STATUS_IO_ERROR);
    if (m_lateNoDocs)
        return ended(SANE_STATUS_NO_DOCS);
    if (const auto status = fireInRead(lock); status != SANE_STATUS_GOOD)
        return ended(status);
    if (m_livelock || most <= 0)
        return SANE_STATUS_GOOD;
    if (m_offset == m_bytes.size())
        return ended(SANE_STATUS_EOF);

    while (bytesDue() <= m_offset) {
        if (waitCancelled(lock, std::chrono::milliseconds(5)))
            return SANE_STATUS_CANCELLED;
    }
    std::size_t count =
        std::min({bytesDue() - m_offset, bytesUntilFault(), static_cast<std::size_t>(most)});
    if (m_settings.frames.readLimit > 0)
        count = std::min(count, static_cast<std::size_t>(m_settings.frames.readLimit));
    std::memcpy(data, m_bytes.data() + m_offset, count);
    m_offset += count;
    length = static_cast<SANE_Int>(count);
    return SANE_STATUS_GOOD;
}

/// How far the paper has moved past the sensor.
std::size_t Session::bytesDue() const
{
    if (m_settings.feeder.sideMs <= 0)
        return m_bytes.size();
    const std::chrono::duration<double, std::milli> elapsed = Clock::now() - m_started;
    const double part = std::min(1.0, elapsed.count() / m_settings.feeder.sideMs);
    return static_cast<std::size_t>(part * static_cast<double>(m_bytes.size()));
}

void Session::cancel()
{
    Lock lock(m_mutex);
    (void)fireFor(Moment::Cancel, m_page, lock);
    m_cancelled = true;
    m_scanning = false;
    m_layout.plane = -1;
    if (m_page > 0)
        m_lastPage = m_page;
    m_page = 0;
    m_sheets = 0;
    m_saidLateNoDocs = false;
    m_path.forget();
    m_changed.notify_all();
}

SANE_Status Session::ended(SANE_Status status)
{
    m_scanning = false;
    const bool more = status == SANE_STATUS_EOF && !m_layout.isLast();
    m_layout.plane = more ? m_layout.plane + 1 : -1;
    return status;
}

bool Session::waitCancelled(Lock &lock, std::chrono::milliseconds time)
{
    return m_changed.wait_for(lock, time, [this] { return m_cancelled; });
}

}  // namespace vscan
