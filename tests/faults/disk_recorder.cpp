// Preloaded into a program and its helpers: writes down, in their order, all calls that change
// files below one folder. What the program prints on its standard output by write(2) is an
// acknowledgement. Writes through stdio or a mapping are not seen; whoever reads the log compares
// what it leads to with the folder itself (DiskHistory::differences).

#include "tests/faults/disk_log.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <string_view>
#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

using station::faults::DiskEvent;
using station::faults::DiskRecordHead;

namespace {

/// The log of this process; helpers and threads append to the same file in turn.
class Log {
public:
    static Log &instance()
    {
        static Log log;
        return log;
    }

    bool isOn() const { return !m_folder.empty(); }

    /// Empty when the path is not below the folder; "." for the folder itself.
    std::string below(std::string_view path) const
    {
        if (path == m_folder)
            return ".";
        if (path.size() <= m_folder.size() || !path.starts_with(m_folder) ||
            path[m_folder.size()] != '/')
            return {};
        return std::string(path.substr(m_folder.size() + 1));
    }

    void append(DiskRecordHead head, std::string_view first, std::string_view second,
                std::string_view data)
    {
        head.firstLength = static_cast<std::uint32_t>(first.size());
        head.secondLength = static_cast<std::uint32_t>(second.size());
        head.dataLength = static_cast<std::uint32_t>(data.size());
        std::string bytes(reinterpret_cast<const char *>(&head), sizeof head);
        bytes.append(first).append(second).append(data);
        for (std::size_t done = 0; done < bytes.size();) {
            const auto n = ::syscall(SYS_write, m_file, bytes.data() + done, bytes.size() - done);
            if (n <= 0)
                ::abort();
            done += static_cast<std::size_t>(n);
        }
        if (m_until > 0 && ++m_count == m_until)
            ::syscall(SYS_kill, ::getpid(), SIGKILL);
    }

    void lock()
    {
        m_mutex.lock();
        if (m_owner != ::getpid())
            open();  // a lock of flock belongs to the open file, which a fork shares
        while (::flock(m_file, LOCK_EX) != 0 && errno == EINTR) {
        }
    }
    void unlock()
    {
        ::flock(m_file, LOCK_UN);
        m_mutex.unlock();
    }

private:
    Log()
    {
        const char *folder = ::getenv(station::faults::recordedFolder);
        const char *to = ::getenv(station::faults::recordedTo);
        if (folder == nullptr || to == nullptr)
            return;
        m_folder = folder;
        m_to = to;
        if (const char *until = ::getenv(station::faults::recordedUntil))
            m_until = ::atol(until);
        open();
    }

    void open()
    {
        m_owner = ::getpid();
        m_file = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, m_to.c_str(),
                                            O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600));
        if (m_file < 0)
            ::abort();
    }

    std::string m_folder;
    std::string m_to;
    std::mutex m_mutex;
    long m_until = 0;
    long m_count = 0;
    int m_file = -1;
    pid_t m_owner = 0;
};

/// Keeps errno as the call left it, and the call and its record together.
class Turn {
public:
    Turn() : m_on(Log::instance().isOn())
    {
        if (m_on)
            Log::instance().lock();
    }
    ~Turn()
    {
        if (m_on)
            Log::instance().unlock();
        errno = m_code;
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

    bool isOn() const { return m_on; }
    /// To be told the result of the real call before anything else happens.
    long done(long result)
    {
        m_code = errno;
        return result;
    }

private:
    bool m_on;
    int m_code = errno;
};

std::string pathOf(int file)
{
    char name[64];
    std::snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    char path[PATH_MAX];
    const auto length = ::readlink(name, path, sizeof path);
    return length > 0 ? std::string(path, static_cast<std::size_t>(length)) : std::string();
}

std::string belowOf(int file)
{
    return Log::instance().isOn() ? Log::instance().below(pathOf(file)) : std::string();
}

/// Without "." and ".."; of what the program calls it, not of where a link leads.
std::string belowOf(int folder, const char *path)
{
    if (!Log::instance().isOn() || path == nullptr)
        return {};
    std::string whole = path;
    if (!whole.starts_with('/')) {
        char current[PATH_MAX];
        const std::string base = folder != AT_FDCWD                             ? pathOf(folder)
                                 : ::getcwd(current, sizeof current) != nullptr ? current
                                                                                : "";
        whole = base + '/' + whole;
    }
    std::string clean;
    for (std::size_t at = 0; at < whole.size();) {
        const auto end = std::min(whole.find('/', at), whole.size());
        const auto part = std::string_view(whole).substr(at, end - at);
        if (part == "..")
            clean.resize(std::min(clean.rfind('/'), clean.size()));
        else if (!part.empty() && part != ".")
            clean.append("/").append(part);
        at = end + 1;
    }
    return Log::instance().below(clean);
}

std::uint64_t nodeOf(int file)
{
    struct stat status {};
    return ::fstat(file, &status) == 0 ? status.st_ino : 0;
}

std::uint64_t nodeAt(int folder, const char *path, int flags)
{
    struct stat status {};
    return ::fstatat(folder, path, &status, flags) == 0 ? status.st_ino : 0;
}

void tell(DiskEvent event, std::uint64_t node, std::int64_t offset, std::string_view first = {},
          std::string_view second = {}, std::string_view data = {})
{
    Log::instance().append({.event = event, .node = node, .offset = offset}, first, second, data);
}

/// `length` bytes that were written so that the file now stands behind them.
void tellWritten(int file, const iovec *parts, int count, std::int64_t offset, std::int64_t length)
{
    std::string data;
    for (int n = 0; n < count && static_cast<std::int64_t>(data.size()) < length; ++n) {
        const auto left = static_cast<std::size_t>(length) - data.size();
        data.append(static_cast<const char *>(parts[n].iov_base), std::min(parts[n].iov_len, left));
    }
    tell(DiskEvent::Write, nodeOf(file), offset, {}, {}, data);
}

/// What the kernel wrote by itself is read back.
void tellCopied(int file, std::int64_t offset, std::int64_t length)
{
    std::string data(static_cast<std::size_t>(length), '\0');
    const int reader = static_cast<int>(
        ::syscall(SYS_openat, AT_FDCWD, pathOf(file).c_str(), O_RDONLY | O_CLOEXEC, 0));
    if (reader < 0 || ::pread(reader, data.data(), data.size(), offset) != length)
        ::abort();
    ::close(reader);
    tell(DiskEvent::Write, nodeOf(file), offset, {}, {}, data);
}

long written(int file, const iovec *parts, int count, std::int64_t offset)
{
    if (file == STDOUT_FILENO && Log::instance().isOn()) {
        Turn turn;
        const long n = turn.done(::syscall(SYS_writev, file, parts, count));
        if (n > 0) {
            std::string data;
            for (int part = 0; part < count; ++part)
                data.append(static_cast<const char *>(parts[part].iov_base), parts[part].iov_len);
            tell(DiskEvent::Acknowledgement, 0, 0, {}, {},
                 std::string_view(data).substr(0, static_cast<std::size_t>(n)));
        }
        return n;
    }
    const auto call = [&] {
        return offset < 0 ? ::syscall(SYS_writev, file, parts, count)
                          : ::syscall(SYS_pwritev, file, parts, count, offset, 0);
    };
    if (belowOf(file).empty())
        return call();
    Turn turn;
    const long n = turn.done(call());
    if (n > 0)
        tellWritten(file, parts, count, offset < 0 ? ::lseek(file, 0, SEEK_CUR) - n : offset, n);
    return n;
}

int opened(int folder, const char *path, int flags, mode_t mode)
{
    const auto call = [&] {
        return static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
    };
    const bool nameless = (flags & O_TMPFILE) == O_TMPFILE;
    const bool changes = nameless || (flags & (O_CREAT | O_TRUNC)) != 0;
    const std::string below = changes ? belowOf(folder, path) : std::string();
    if (below.empty())
        return call();
    Turn turn;
    const bool existed = !nameless && nodeAt(folder, path, 0) != 0;
    const int file = static_cast<int>(turn.done(call()));
    if (file < 0)
        return file;
    if (!existed)
        tell(DiskEvent::Create, nodeOf(file), 0, nameless ? std::string() : below);
    else if ((flags & O_TRUNC) != 0)
        tell(DiskEvent::Resize, nodeOf(file), 0);
    return file;
}

int synced(long call, int file)
{
    if (belowOf(file).empty())
        return static_cast<int>(::syscall(call, file));
    Turn turn;
    const int result = static_cast<int>(turn.done(::syscall(call, file)));
    if (result == 0)
        tell(DiskEvent::Sync, nodeOf(file), 0);
    return result;
}

int resized(int file, std::int64_t size)
{
    if (belowOf(file).empty())
        return static_cast<int>(::syscall(SYS_ftruncate, file, size));
    Turn turn;
    const int result = static_cast<int>(turn.done(::syscall(SYS_ftruncate, file, size)));
    if (result == 0)
        tell(DiskEvent::Resize, nodeOf(file), size);
    return result;
}

int allocated(int file, int mode, std::int64_t offset, std::int64_t length)
{
    if (belowOf(file).empty())
        return static_cast<int>(::syscall(SYS_fallocate, file, mode, offset, length));
    Turn turn;
    struct stat before {};
    ::fstat(file, &before);
    const int result =
        static_cast<int>(turn.done(::syscall(SYS_fallocate, file, mode, offset, length)));
    struct stat after {};
    if (result == 0 && ::fstat(file, &after) == 0 && after.st_size != before.st_size)
        tell(DiskEvent::Resize, nodeOf(file), after.st_size);
    return result;
}

int renamed(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    const auto call = [&] {
        return static_cast<int>(::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags));
    };
    const std::string first = belowOf(fromFolder, from);
    const std::string second = belowOf(toFolder, to);
    if (first.empty() && second.empty())
        return call();
    // Half of it would be outside of what is known.
    if (first.empty() || second.empty() || (flags & RENAME_EXCHANGE) != 0)
        ::abort();
    Turn turn;
    const int result = static_cast<int>(turn.done(call()));
    if (result == 0)
        tell(DiskEvent::Rename, 0, 0, first, second);
    return result;
}

int linked(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    const std::string second = belowOf(toFolder, to);
    const auto call = [&] {
        return static_cast<int>(::syscall(SYS_linkat, fromFolder, from, toFolder, to, flags));
    };
    if (second.empty())
        return call();
    Turn turn;
    const int result = static_cast<int>(turn.done(call()));
    if (result == 0)
        tell(DiskEvent::Link, nodeAt(toFolder, to, AT_SYMLINK_NOFOLLOW), 0, {}, second);
    return result;
}

int removed(int folder, const char *path, int flags)
{
    const std::string below = belowOf(folder, path);
    const auto call = [&] {
        return static_cast<int>(::syscall(SYS_unlinkat, folder, path, flags));
    };
    if (below.empty())
        return call();
    Turn turn;
    const int result = static_cast<int>(turn.done(call()));
    if (result == 0)
        tell((flags & AT_REMOVEDIR) != 0 ? DiskEvent::RemoveFolder : DiskEvent::Remove, 0, 0,
             below);
    return result;
}

int madeFolder(int folder, const char *path, mode_t mode)
{
    const std::string below = belowOf(folder, path);
    const auto call = [&] { return static_cast<int>(::syscall(SYS_mkdirat, folder, path, mode)); };
    if (below.empty())
        return call();
    Turn turn;
    const int result = static_cast<int>(turn.done(call()));
    if (result == 0)
        tell(DiskEvent::MakeFolder, nodeAt(folder, path, 0), 0, below);
    return result;
}

mode_t modeOf(int flags, va_list arguments)
{
    const bool makes = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    return makes ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

// The libc's own names; each is what the program and its libraries call.
extern "C" {

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return opened(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return opened(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return opened(folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return opened(folder, path, flags, mode);
}
int creat(const char *path, mode_t mode)
{
    return opened(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

ssize_t write(int file, const void *data, size_t length)
{
    const iovec part{const_cast<void *>(data), length};
    return written(file, &part, 1, -1);
}
ssize_t pwrite(int file, const void *data, size_t length, off_t offset)
{
    const iovec part{const_cast<void *>(data), length};
    return written(file, &part, 1, offset);
}
ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset)
{
    const iovec part{const_cast<void *>(data), length};
    return written(file, &part, 1, offset);
}
ssize_t writev(int file, const iovec *parts, int count)
{
    return written(file, parts, count, -1);
}
ssize_t pwritev(int file, const iovec *parts, int count, off_t offset)
{
    return written(file, parts, count, offset);
}
ssize_t pwritev64(int file, const iovec *parts, int count, off64_t offset)
{
    return written(file, parts, count, offset);
}
ssize_t sendfile(int to, int from, off_t *offset, size_t length) noexcept
{
    if (belowOf(to).empty())
        return ::syscall(SYS_sendfile, to, from, offset, length);
    Turn turn;
    const long n = turn.done(::syscall(SYS_sendfile, to, from, offset, length));
    if (n > 0)
        tellCopied(to, ::lseek(to, 0, SEEK_CUR) - n, n);
    return n;
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) noexcept
{
    return sendfile(to, from, offset, length);
}
ssize_t copy_file_range(int from, off64_t *fromOffset, int to, off64_t *toOffset, size_t length,
                        unsigned flags)
{
    const auto call = [&] {
        return ::syscall(SYS_copy_file_range, from, fromOffset, to, toOffset, length, flags);
    };
    if (belowOf(to).empty())
        return call();
    Turn turn;
    const long n = turn.done(call());
    if (n > 0)
        tellCopied(to, (toOffset != nullptr ? *toOffset : ::lseek(to, 0, SEEK_CUR)) - n, n);
    return n;
}

int fsync(int file)
{
    return synced(SYS_fsync, file);
}
int fdatasync(int file)
{
    return synced(SYS_fdatasync, file);
}

int ftruncate(int file, off_t size) noexcept
{
    return resized(file, size);
}
int ftruncate64(int file, off64_t size) noexcept
{
    return resized(file, size);
}
int truncate(const char *path, off_t size) noexcept
{
    const int file =
        static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CLOEXEC, 0));
    if (file < 0)
        return -1;
    const int result = resized(file, size);
    ::close(file);
    return result;
}
int truncate64(const char *path, off64_t size) noexcept
{
    return truncate(path, size);
}
int fallocate(int file, int mode, off_t offset, off_t length)
{
    return allocated(file, mode, offset, length);
}
int fallocate64(int file, int mode, off64_t offset, off64_t length)
{
    return allocated(file, mode, offset, length);
}
int posix_fallocate(int file, off_t offset, off_t length)
{
    return allocated(file, 0, offset, length) == 0 ? 0 : errno;
}
int posix_fallocate64(int file, off64_t offset, off64_t length)
{
    return posix_fallocate(file, offset, length);
}

int rename(const char *from, const char *to) noexcept
{
    return renamed(AT_FDCWD, from, AT_FDCWD, to, 0);
}
int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    return renamed(fromFolder, from, toFolder, to, 0);
}
int renameat2(int fromFolder, const char *from, int toFolder, const char *to,
              unsigned flags) noexcept
{
    return renamed(fromFolder, from, toFolder, to, flags);
}
int link(const char *from, const char *to) noexcept
{
    return linked(AT_FDCWD, from, AT_FDCWD, to, 0);
}
int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    return linked(fromFolder, from, toFolder, to, flags);
}
int unlink(const char *path) noexcept
{
    return removed(AT_FDCWD, path, 0);
}
int unlinkat(int folder, const char *path, int flags) noexcept
{
    return removed(folder, path, flags);
}
int remove(const char *path) noexcept
{
    struct stat status {};
    const bool folder = ::lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
    return removed(AT_FDCWD, path, folder ? AT_REMOVEDIR : 0);
}
int rmdir(const char *path) noexcept
{
    return removed(AT_FDCWD, path, AT_REMOVEDIR);
}
int mkdir(const char *path, mode_t mode) noexcept
{
    return madeFolder(AT_FDCWD, path, mode);
}
int mkdirat(int folder, const char *path, mode_t mode) noexcept
{
    return madeFolder(folder, path, mode);
}

}  // extern "C"
