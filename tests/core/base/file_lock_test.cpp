#include "core/base/file_lock.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace station;
using namespace Qt::StringLiterals;
using Kind = FileLock::Kind;

TEST_CASE("many may share a lock and one alone may hold it", "[file_lock]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"lock"_s);
    std::optional one = FileLock::acquire(path, Kind::Shared).value();
    std::optional other = FileLock::acquire(path, Kind::Shared).value();
    CHECK(QFileInfo(path).permissions().testFlag(QFile::ReadGroup) == false);

    const auto refused = FileLock::acquire(path, Kind::Exclusive, 30);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::StorageInUse);
    CHECK(refused.error().detail == u"pid %1"_s.arg(::getpid()));
    CHECK(refused.error().subject.isEmpty());

    one.reset();
    CHECK_FALSE(FileLock::acquire(path, Kind::Exclusive));
    other.reset();
    const auto alone = FileLock::acquire(path, Kind::Exclusive);
    REQUIRE(alone);
    CHECK_FALSE(FileLock::acquire(path, Kind::Shared));
}

TEST_CASE("a killed program holds no lock any more", "[file_lock]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"lock"_s);
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = FileLock::acquire(path, Kind::Exclusive);
        if (!held || ::write(ready[1], "y", 1) != 1)
            ::_exit(1);
        for (;;)
            ::pause();
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    const auto refused = FileLock::acquire(path, Kind::Exclusive);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail == u"pid %1"_s.arg(child));
    ::kill(child, SIGKILL);
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    CHECK(FileLock::acquire(path, Kind::Exclusive));
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_CASE("a lock whose file was replaced is taken on the new file", "[file_lock]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"lock"_s);
    std::optional old = FileLock::acquire(path, Kind::Exclusive).value();
    REQUIRE(QFile::rename(path, path + u".old"_s));
    std::optional held = FileLock::acquire(path, Kind::Exclusive).value();
    old.reset();
    CHECK_FALSE(FileLock::acquire(path, Kind::Shared));
    held = FileLock::acquire(path + u".old"_s, Kind::Exclusive).value();
    CHECK(FileLock::acquire(path, Kind::Shared));
}

TEST_CASE("a lock in a folder that does not exist is a fault of the disk", "[file_lock]")
{
    const QTemporaryDir folder;
    const auto none = FileLock::acquire(folder.filePath(u"none/lock"_s), Kind::Shared);
    REQUIRE_FALSE(none);
    CHECK(none.error().fault == Fault::StorageFailed);
}
