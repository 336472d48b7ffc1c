#include "tests/support/failing_disk.h"

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <mutex>
#include <optional>
#include <set>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

using station::DiskFault;

namespace {

struct State {
    std::mutex mutex;
    std::optional<DiskFault> fault;
    int calls = 0;
    int failures = 0;
    int syncsAgain = 0;
    std::set<int> failedToSync;  // descriptors
};

State &state()
{
    static State all;
    return all;
}

QByteArray pathOf(int file)
{
    char name[64];
    std::snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    char path[PATH_MAX];
    const auto length = ::readlink(name, path, sizeof path);
    return {path, length > 0 ? length : 0};
}

bool fits(const QByteArray &path, const QByteArray &part)
{
    return part.endsWith('$') ? path.endsWith(part.chopped(1)) : path.contains(part);
}

/// With errno, when this call is to fail.
bool fails(DiskFault::Call call, const QByteArray &path)
{
    auto &all = state();
    if (!all.fault || all.fault->call != call || !fits(path, all.fault->path))
        return false;
    const int number = ++all.calls;
    if (number <= all.fault->after || number > all.fault->after + all.fault->times)
        return false;
    ++all.failures;
    errno = all.fault->error;
    return true;
}

bool writeFails(int file)
{
    const std::lock_guard lock(state().mutex);
    if (!state().fault)
        return false;
    const QByteArray path = pathOf(file);
    if (!path.startsWith('/'))
        return false;  // a pipe or a socket
    state().failedToSync.erase(file);
    return fails(DiskFault::Call::Write, path);
}

int synced(long call, int file)
{
    {
        const std::lock_guard lock(state().mutex);
        auto &all = state();
        if (all.fault) {
            if (all.failedToSync.contains(file))
                ++all.syncsAgain;
            if (fails(DiskFault::Call::Sync, pathOf(file))) {
                all.failedToSync.insert(file);
                return -1;
            }
        }
    }
    return static_cast<int>(::syscall(call, file));
}

int opened(int folder, const char *path, int flags, mode_t mode)
{
    if ((flags & (O_CREAT | O_TMPFILE)) != 0 && (flags & O_DIRECTORY) == 0) {
        const std::lock_guard lock(state().mutex);
        if (fails(DiskFault::Call::Create, path))
            return -1;
    }
    return static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
}

bool nameFails(DiskFault::Call call, const char *path)
{
    const std::lock_guard lock(state().mutex);
    return fails(call, path);
}

}  // namespace

// Calls of this program and of the shared libraries that it has loaded.
extern "C" {

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return opened(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return opened(AT_FDCWD, path, flags, mode);
}
int close(int file)
{
    {
        const std::lock_guard lock(state().mutex);
        state().failedToSync.erase(file);
    }
    return static_cast<int>(::syscall(SYS_close, file));
}

ssize_t write(int file, const void *data, size_t length)
{
    return writeFails(file) ? -1 : ::syscall(SYS_write, file, data, length);
}
ssize_t pwrite(int file, const void *data, size_t length, off_t offset)
{
    return writeFails(file) ? -1 : ::syscall(SYS_pwrite64, file, data, length, offset);
}
ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset)
{
    return writeFails(file) ? -1 : ::syscall(SYS_pwrite64, file, data, length, offset);
}
int fsync(int file)
{
    return synced(SYS_fsync, file);
}
int fdatasync(int file)
{
    return synced(SYS_fdatasync, file);
}

int rename(const char *from, const char *to) noexcept
{
    return nameFails(DiskFault::Call::Rename, to)
               ? -1
               : static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}
int renameat2(int fromFolder, const char *from, int toFolder, const char *to,
              unsigned flags) noexcept
{
    return nameFails(DiskFault::Call::Rename, to)
               ? -1
               : static_cast<int>(::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags));
}
int link(const char *from, const char *to) noexcept
{
    return nameFails(DiskFault::Call::Rename, to)
               ? -1
               : static_cast<int>(::syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0));
}
int mkdir(const char *path, mode_t mode) noexcept
{
    return nameFails(DiskFault::Call::Create, path)
               ? -1
               : static_cast<int>(::syscall(SYS_mkdirat, AT_FDCWD, path, mode));
}

}  // extern "C"

namespace station {

FailingDisk::FailingDisk(const DiskFault &fault)
{
    const std::lock_guard lock(state().mutex);
    state().fault = fault;
    state().calls = state().failures = state().syncsAgain = 0;
    state().failedToSync.clear();
}

FailingDisk::~FailingDisk()
{
    const std::lock_guard lock(state().mutex);
    state().fault.reset();
}

int FailingDisk::failures() const
{
    const std::lock_guard lock(state().mutex);
    return state().failures;
}

int FailingDisk::syncsAgain() const
{
    const std::lock_guard lock(state().mutex);
    return state().syncsAgain;
}

}  // namespace station
