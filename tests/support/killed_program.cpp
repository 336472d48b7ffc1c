#include "tests/support/killed_program.h"

#include "tests/support/catch.h"

#include <csignal>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// Kills this program before its n-th durable write; 0: never.
int killBeforeWrite = 0;
int durableWrites = 0;

void countWrite()
{
    if (killBeforeWrite > 0 && ++durableWrites == killBeforeWrite)
        ::kill(::getpid(), SIGKILL);
}

}  // namespace

// Whatever is made to last goes through one of these: files, folders and the database.
extern "C" int fsync(int fd)
{
    countWrite();
    return static_cast<int>(::syscall(SYS_fsync, fd));
}
extern "C" int fdatasync(int fd)
{
    countWrite();
    return static_cast<int>(::syscall(SYS_fdatasync, fd));
}
extern "C" int rename(const char *from, const char *to) noexcept
{
    countWrite();
    return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}
extern "C" int unlink(const char *path) noexcept
{
    countWrite();
    return static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}

namespace station {

bool runKilledBefore(int write, const std::function<bool()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        // An exception must not reach the test runner, which would go on in this program, too.
        [&]() noexcept {
            killBeforeWrite = write;
            ::_exit(work() ? 0 : 1);
        }();
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    if (WIFSIGNALED(status)) {
        REQUIRE(WTERMSIG(status) == SIGKILL);
        return false;
    }
    REQUIRE(WEXITSTATUS(status) == 0);
    return true;
}

}  // namespace station
