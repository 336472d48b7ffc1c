#include "core/worker/sandbox.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <initializer_list>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace station::worker {
namespace {

// Three times what a colour sheet of A3 at 600 dpi needs, recognition included.
constexpr rlim_t mostMemory = 2ULL * 1024 * 1024 * 1024;
constexpr rlim_t largestFile = 512ULL * 1024 * 1024;
constexpr int politeness = 10;  // the scanner and the clerk come first

bool setLimits()
{
    (void)::nice(politeness);
    (void)::signal(SIGXFSZ, SIG_IGN);  // an error of write, not our end
    const rlimit file{largestFile, largestFile};
    bool done = ::setrlimit(RLIMIT_FSIZE, &file) == 0;
#ifndef __SANITIZE_ADDRESS__  // its shadow alone reserves terabytes
    const rlimit memory{mostMemory, mostMemory};
    done = ::setrlimit(RLIMIT_AS, &memory) == 0 && done;
#endif
    return done;
}

bool filterCalls(bool mayExecute)
{
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr)
        return false;
    bool good = true;
    const auto refuse = [&](std::initializer_list<int> calls) {
        for (const int call : calls)
            good = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0 && good;
    };
    // The network: without a socket none of the other calls has an object.
    refuse({SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind),
            SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4)});
    // Other processes and their memory.
    refuse({SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
            SCMP_SYS(pidfd_getfd), SCMP_SYS(kcmp)});
    // Parts of the kernel with a long history of holes.
    refuse({SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),
            SCMP_SYS(io_uring_setup), SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key),
            SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot),
            SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(open_by_handle_at), SCMP_SYS(init_module),
            SCMP_SYS(finit_module), SCMP_SYS(kexec_load)});
    if (!mayExecute)
        refuse({SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork),
                SCMP_SYS(kill), SCMP_SYS(tgkill)});
    good = seccomp_load(filter) == 0 && good;
    seccomp_release(filter);
    return good;
}

constexpr __u64 readRights = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr __u64 writeRights = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                              LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR;
constexpr __u64 fileRights =
    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
// Handled and granted to nobody.
constexpr __u64 strangeRights = LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

/// A path that does not exist here needs no rule.
bool grant(int ruleset, const QString &path, __u64 rights)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = QFileInfo(path).isDir() ? rights : rights & fileRights;
    rule.parent_fd = fd;
    const auto added =
        ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(fd);
    return added == 0;
}

/// False where the kernel has no Landlock.
bool confineFiles(const SandboxRules &rules)
{
    landlock_ruleset_attr handled{};
    handled.handled_access_fs =
        readRights | writeRights | strangeRights | LANDLOCK_ACCESS_FS_EXECUTE;
    const int ruleset =
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
    if (ruleset < 0)
        return false;
    const __u64 program = rules.mayExecute ? LANDLOCK_ACCESS_FS_EXECUTE : 0;
    bool good = true;
    for (const auto *system : {"/usr", "/lib", "/lib64"})
        good = grant(ruleset, QLatin1String(system), readRights | program) && good;
    for (const auto *system : {"/etc", "/var/cache/fontconfig", "/dev/urandom"})
        good = grant(ruleset, QLatin1String(system), readRights) && good;
    good = grant(ruleset, QStringLiteral("/dev/null"), readRights | writeRights) && good;
    for (const auto &path : rules.readable)
        good = grant(ruleset, path, readRights) && good;
    for (const auto &path : rules.writable)
        good = grant(ruleset, path, readRights | writeRights) && good;
    good = good && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    ::close(ruleset);
    return good;
}

}  // namespace

QStringList enterSandbox(const SandboxRules &rules)
{
    QStringList layers;
    if (setLimits())
        layers << QStringLiteral("limits");
    if (confineFiles(rules))
        layers << QStringLiteral("landlock");
    if (filterCalls(rules.mayExecute))
        layers << QStringLiteral("seccomp");
    return layers;
}

void allowProcessorSeconds(int seconds)
{
    rusage used{};
    rlimit limit{};
    ::getrusage(RUSAGE_SELF, &used);
    ::getrlimit(RLIMIT_CPU, &limit);
    limit.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + seconds);
    (void)::setrlimit(RLIMIT_CPU, &limit);
}

}  // namespace station::worker
