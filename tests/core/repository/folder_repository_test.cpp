#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/repository/folder_repository.h"
#include "repository_contract.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace station;
using namespace station::repository;
using namespace Qt::StringLiterals;

namespace {

/// What the system is made to answer instead of doing it; 0: it does it.
struct {
    int fsync = 0;
    int link = 0;
} failing;

}  // namespace

extern "C" int fsync(int fd)
{
    errno = failing.fsync;
    return failing.fsync != 0 ? -1 : static_cast<int>(::syscall(SYS_fsync, fd));
}
extern "C" int link(const char *from, const char *to) noexcept
{
    errno = failing.link;
    return failing.link != 0
               ? -1
               : static_cast<int>(::syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0));
}

std::unique_ptr<Repository> repository::openRepository()
{
    static const QTemporaryDir root;
    return std::make_unique<FolderRepository>(root.path());
}

TEST_CASE("an object that changed on the disk is no longer the one that was put", "[repository]")
{
    const QTemporaryDir root;
    FolderRepository repository(root.path());
    const QByteArray bytes = "signed copy";
    const QString key = u"doc/v1/aa/copy"_s;
    REQUIRE(repository.putIfAbsent(key, bytes, sha256Hex(bytes)));
    {
        QFile file(root.filePath(key));
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.write("S");
    }
    CHECK(sha256Hex(repository.get(key).value()) != sha256Hex(bytes));
    CHECK(repository.putIfAbsent(key, bytes, sha256Hex(bytes)).error().fault == Fault::Conflict);
}

TEST_CASE("a folder that cannot be written leaves the work queued", "[repository]")
{
    const QTemporaryDir root;
    QFile file(root.filePath(u"doc"_s));  // a file where a folder should be
    REQUIRE(file.open(QIODevice::WriteOnly));
    FolderRepository repository(root.path());
    CHECK(repository.putIfAbsent(u"doc/v1/aa/x"_s, "x", sha256Hex("x")).error().fault ==
          Fault::RepositoryDown);
}

TEST_CASE("a folder without the right to write refuses the station", "[repository]")
{
    const QTemporaryDir root;
    REQUIRE(QFile::setPermissions(root.path(), QFile::ReadOwner | QFile::ExeOwner));
    // Nobody is stopped by permissions less than root, who may run this test.
    const auto faultAs = [&](const QString &path) {
        const pid_t child = ::fork();
        if (child == 0) {
            if (::getuid() == 0 &&
                (::chown(root.path().toLocal8Bit().constData(), 65534, 65534) != 0 ||
                 ::setuid(65534) != 0))
                ::_exit(255);
            FolderRepository repository(path);
            const auto put = repository.putIfAbsent(u"doc/v1/aa/x"_s, "x", sha256Hex("x"));
            ::_exit(put ? 254 : static_cast<int>(put.error().fault));
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        return static_cast<Fault>(WEXITSTATUS(status));
    };
    CHECK(faultAs(root.path()) == Fault::RepositoryRefused);
    QFile::setPermissions(root.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

TEST_CASE("a share that is full says so when it is asked for durability", "[repository]")
{
    const QTemporaryDir root;
    FolderRepository repository(root.path());
    REQUIRE(repository.putIfAbsent(u"doc/v1/aa/before"_s, "x", sha256Hex("x")));
    failing.fsync = GENERATE(ENOSPC, EDQUOT);
    const auto full = repository.putIfAbsent(u"doc/v1/aa/x"_s, "x", sha256Hex("x"));
    failing.fsync = EIO;
    const auto broken = repository.putIfAbsent(u"doc/v1/aa/x"_s, "x", sha256Hex("x"));
    failing = {};
    CHECK(full.error().fault == Fault::RepositoryFull);
    CHECK(broken.error().fault == Fault::RepositoryDown);
    CHECK(repository.list(u"doc/"_s).value() == QStringList{u"doc/v1/aa/before"_s});
    CHECK(repository.putIfAbsent(u"doc/v1/aa/x"_s, "x", sha256Hex("x")));
}

TEST_CASE("a disk without links still creates once", "[repository]")
{
    const QTemporaryDir root;
    FolderRepository repository(root.path());
    failing.link = GENERATE(EPERM, EOPNOTSUPP);
    const auto first = repository.putIfAbsent(u"ctl/code/x"_s, "first", sha256Hex("first"));
    const auto second = createDurably(root.filePath(u"ctl/code/x"_s), QByteArray("second"));
    failing = {};
    CHECK(first.value() == Repository::Put::Created);
    CHECK(second.error().fault == Fault::Conflict);
    CHECK(repository.get(u"ctl/code/x"_s).value() == "first");
    CHECK(QDir(root.filePath(u"ctl/code"_s)).entryList(QDir::Files | QDir::Hidden).size() == 1);
}

TEST_CASE("no other user of the machine can read the repository", "[repository]")
{
    const QTemporaryDir root;
    const mode_t before = ::umask(0);
    FolderRepository repository(root.filePath(u"inner"_s));
    REQUIRE(repository.putIfAbsent(u"doc/v1/aa/x"_s, "x", sha256Hex("x")));
    ::umask(before);
    QDirIterator files(root.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        files.next();
        CHECK_FALSE(files.fileInfo().permissions() &
                    (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                     QFile::WriteOther | QFile::ExeOther));
        ++seen;
    }
    CHECK(seen == 5);
}

TEST_CASE("a share that is not mounted is out of reach and never empty", "[repository]")
{
    const QTemporaryDir place;
    const QString share = place.filePath(u"share"_s);
    const QString memory = place.filePath(u"station/repository.mark"_s);
    const QByteArray bytes = "signed copy";
    const QString key = u"doc/v1/aa/copy"_s;
    REQUIRE(QDir().mkpath(share));
    {
        FolderRepository first(share, memory);
        CHECK(first.list(u"doc/"_s)->isEmpty());  // nothing is made by looking
        CHECK(QDir(share).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        REQUIRE(first.putIfAbsent(key, bytes, sha256Hex(bytes)));
        CHECK(first.list(u"doc/"_s)->size() == 1);
    }
    const auto isDown = [&] {
        FolderRepository later(share, memory);
        const auto found = later.list(u"doc/"_s);
        const auto put = later.putIfAbsent(u"doc/v1/bb/copy"_s, bytes, sha256Hex(bytes));
        CHECK(found.has_value() == put.has_value());
        for (const auto &fault : {found ? Fault::Internal : found.error().fault,
                                  put ? Fault::Internal : put.error().fault,
                                  later.get(key) ? Fault::Internal : later.get(key).error().fault,
                                  later.head(key) ? Fault::Internal : later.head(key).error().fault,
                                  later.verify(key, sha256Hex(bytes), {})
                                      ? Fault::Internal
                                      : later.verify(key, sha256Hex(bytes), {}).error().fault,
                                  later.probe() ? Fault::Internal : later.probe().error().fault})
            CHECK((fault == Fault::RepositoryDown) == !found.has_value());
        return !found.has_value();
    };
    CHECK_FALSE(isDown());

    // As it is when the server is away: the empty folder below the mount.
    REQUIRE(QDir().rename(share, place.filePath(u"away"_s)));
    REQUIRE(QDir().mkpath(share));
    CHECK(isDown());
    CHECK(QDir(share).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    // Another repository in its place.
    {
        FolderRepository foreign(share, place.filePath(u"other.mark"_s));
        REQUIRE(foreign.putIfAbsent(key, bytes, sha256Hex(bytes)));
    }
    CHECK(isDown());
    // Unless somebody says that it is the new one.
    REQUIRE(FolderMark::forget(memory));
    CHECK_FALSE(isDown());
}

TEST_CASE("a second station takes the mark of a folder as it is", "[repository]")
{
    const QTemporaryDir place;
    const QString share = place.filePath(u"share"_s);
    const QByteArray bytes = "signed copy";
    FolderRepository one(share, place.filePath(u"one.mark"_s));
    FolderRepository other(share, place.filePath(u"other.mark"_s));
    REQUIRE(one.putIfAbsent(u"doc/v1/aa/copy"_s, bytes, sha256Hex(bytes)));
    REQUIRE(other.putIfAbsent(u"doc/v1/aa/copy"_s, bytes, sha256Hex(bytes)));
    CHECK(one.list({})->size() == other.list({})->size());
    CHECK(one.head(u"doc/v1/aa/copy"_s));
}
