#include "core/base/durable_file.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>

#include <cerrno>
#include <set>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace station;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

/// The disk below this program: makes one fsync fail and notes who asks again.
struct FaultyDisk {
    int failAt = 0;  ///< The n-th from now; 0: none.
    int seen = 0;
    std::set<int> failed{};  ///< Descriptors, until they are closed.
    bool repeated = false;

    void arm(int n) { *this = {.failAt = n}; }
    bool hasFailed() const { return failAt > 0 && seen >= failAt; }
    int sync(long call, int fd)
    {
        repeated = repeated || failed.contains(fd);
        if (failAt == 0 || ++seen != failAt)
            return static_cast<int>(::syscall(call, fd));
        failed.insert(fd);
        errno = EIO;
        return -1;
    }
} disk;

}  // namespace

// In place of libc's, for this program and the libraries that it loads.
extern "C" int fsync(int fd)
{
    return disk.sync(SYS_fsync, fd);
}
extern "C" int fdatasync(int fd)
{
    return disk.sync(SYS_fdatasync, fd);
}
extern "C" int close(int fd)
{
    disk.failed.erase(fd);
    return static_cast<int>(::syscall(SYS_close, fd));
}

namespace {

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << QFileInfo(all.next()).fileName();
    return files;
}

}  // namespace

TEST_CASE("a blob whose fsync fails is not stored and the next try writes a new file", "[store]")
{
    int faults = 0;
    for (int n = 1;; ++n) {
        CAPTURE(n);
        const QTemporaryDir data;
        BlobFolder blobs(data.path());
        disk.arm(n);
        const auto stored = blobs.put("the copy");
        const bool failed = disk.hasFailed();
        CHECK_FALSE(disk.repeated);
        disk.arm(0);
        CHECK(stored.has_value() == !failed);
        if (!failed)
            break;
        ++faults;
        CHECK(stored.error().fault == Fault::StorageFailed);
        for (const auto &file : filesBelow(data.path()))
            CHECK_FALSE(file.startsWith(u".tmp-"_s));
        const auto again = blobs.put("the copy");
        REQUIRE(again);
        CHECK(blobs.get(*again).value() == "the copy");
    }
    CHECK(faults >= 3);  // folder, file, folder again
}

TEST_CASE("a row whose fsync fails is not there and those before are", "[store]")
{
    int faults = 0;
    for (int n = 1;; ++n) {
        CAPTURE(n);
        const QTemporaryDir data;
        const auto dossier = sample::aDossier();
        auto store = Store::open(data.path());
        REQUIRE(store);
        REQUIRE(store->createDossier(dossier, sample::actor));
        disk.arm(n);
        const auto written = store->record(dossier.uuid, {}, sample::actor, u"display"_s);
        const bool failed = disk.hasFailed();
        disk.arm(0);
        CHECK(written.has_value() == !failed);
        const qint64 rows = written ? 2 : 1;
        CHECK(store->verifyAudit()->seq == rows);
        // And the connection still serves.
        CHECK(store->record(dossier.uuid, {}, sample::actor, u"display"_s));
        CHECK(Store::open(data.path())->verifyAudit()->seq == rows + 1);
        if (!failed)
            break;
        ++faults;
        CHECK(written.error().fault == Fault::StorageFailed);
    }
    CHECK(faults >= 1);
}

TEST_CASE("a rename that fails loses neither file", "[store]")
{
    const QTemporaryDir folder;
    const QString from = folder.filePath(u"from"_s);
    REQUIRE(writeDurably(from, "old"));
    REQUIRE(QDir().mkpath(folder.filePath(u"to/inside"_s)));
    const auto refused = renameDurably(from, folder.filePath(u"to"_s));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::StorageFailed);
    CHECK(readWhole(from).value() == "old");
    CHECK_FALSE(writeDurably(folder.filePath(u"to"_s), "new"));
    CHECK(filesBelow(folder.path()) == QStringList{u"from"_s});
}
