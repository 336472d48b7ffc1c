#include "core/base/clock.h"
#include "core/base/sha256.h"
#include "core/repository/folder_repository.h"
#include "core/store/blob_folder.h"
#include "core/store/recovery.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "scanner/worker/page_file.h"
#include "tests/core/store/sample_dossier.h"
#include "tests/support/catch.h"
#include "tests/support/failing_disk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <cerrno>

using namespace station;
using namespace Qt::StringLiterals;

using Call = DiskFault::Call;

namespace {

/// What a disk can say, and what a caller hears of it.
struct Refusal {
    int error;
    Fault fault;
};
const std::vector<Refusal> refusals{{ENOSPC, Fault::StorageFull},
                                    {EDQUOT, Fault::StorageFull},
                                    {EIO, Fault::StorageFailed},
                                    {EROFS, Fault::StorageFailed}};

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << QDir(folder).relativeFilePath(all.next());
    return files;
}

/// A store with one dossier that takes sides.
struct World {
    World()
    {
        dossier.components.front().state = dossier::DigitizeSlot{};
        REQUIRE(store->createDossier(dossier, sample::actor));
    }
    Expected<> addSide(int sheet)
    {
        return store->addSide(sample::newSide(dossier, u"GT01"_s, sample::aSide(sheet)),
                              sample::actor);
    }
    std::size_t sides() const
    {
        return dossier::sidesOf(store->load(dossier.uuid)->components.front().state).size();
    }

    QTemporaryDir data;
    Expected<store::Store> store = store::Store::open(data.path());
    dossier::Dossier dossier = sample::aDossier();
};

}  // namespace

TEST_CASE("a blob that the disk does not take is not there and leaves nothing behind", "[disk]")
{
    const auto [error, fault] = GENERATE(from_range(refusals));
    const auto call = GENERATE(Call::Write, Call::Sync, Call::Create, Call::Rename);
    CAPTURE(error, static_cast<int>(call));
    const QTemporaryDir data;
    store::BlobFolder blobs(data.path());
    const auto before = blobs.put("before");
    REQUIRE(before);
    {
        const FailingDisk disk({call, error, "/blobs/"});
        const auto put = blobs.put("a signed copy");
        REQUIRE_FALSE(put);
        CHECK(put.error().fault == fault);
        CHECK(disk.failures() > 0);
        CHECK(disk.syncsAgain() == 0);
    }
    CHECK_FALSE(blobs.contains(sha256Hex("a signed copy")));
    CHECK(blobs.verify(*before));
    CHECK(filesBelow(data.path()).size() == 1);
    CHECK(blobs.put("a signed copy"));
}

TEST_CASE("a folder that cannot be synced makes a blob fail though it has its name", "[disk]")
{
    const QTemporaryDir data;
    store::BlobFolder blobs(data.path());
    // The file's own sync goes well, that of its folder does not.
    QDir().mkpath(data.filePath(u"blobs/"_s + sha256Hex("copy").left(2)));
    REQUIRE(blobs.put("copy"));
    const FailingDisk disk({Call::Sync, EIO, "/blobs/", 1});
    CHECK(blobs.put("copy").error().fault == Fault::StorageFailed);
    CHECK(disk.syncsAgain() == 0);
}

TEST_CASE("a signed copy that cannot be moved in stays where it was made", "[disk]")
{
    const auto call = GENERATE(Call::Sync, Call::Rename);
    const QTemporaryDir data;
    store::BlobFolder blobs(data.path());
    const QString file = data.filePath(u"copy.pdf.part"_s);
    QFile copy(file);
    REQUIRE(copy.open(QIODevice::WriteOnly));
    REQUIRE(copy.write("signed") == 6);
    copy.close();
    {
        const FailingDisk disk({call, EIO, call == Call::Sync ? "copy.pdf.part" : "/blobs/"});
        CHECK(blobs.take(file).error().fault == Fault::StorageFailed);
        CHECK(disk.syncsAgain() == 0);
    }
    CHECK(QFile::exists(file));
    CHECK(blobs.take(file));
}

TEST_CASE("a scanned side that the disk does not take fails and leaves no half of it", "[disk]")
{
    const auto [error, fault] = GENERATE(from_range(refusals));
    const auto call = GENERATE(Call::Write, Call::Sync, Call::Rename);
    CAPTURE(error, static_cast<int>(call));
    const QTemporaryDir data;
    const auto folder = store::Spool(data.path()).folder(u"d-1"_s);
    REQUIRE(folder);
    {
        auto page = scanner::PageFile::create(*folder, scanner::PageFile::Pixels::Gray, 4,
                                              {.runId = newUuid7(), .dpi = 300});
        REQUIRE(page);
        REQUIRE(page->append({1, 2, 3, 4}));
        const FailingDisk disk({call, error, "/spool/"});
        const auto finished = page->finish(1, false);
        REQUIRE_FALSE(finished);
        CHECK(finished.error().fault == fault);
        CHECK(disk.syncsAgain() == 0);
    }
    CHECK(filesBelow(*folder).isEmpty());
}

TEST_CASE("a store on a full or failing disk says so and keeps what it had", "[disk]")
{
    const int error = GENERATE(ENOSPC, EDQUOT, EIO, EROFS);
    const auto call = GENERATE(Call::Write, Call::Sync);
    World world;
    REQUIRE(world.addSide(1));
    const auto after = GENERATE(0, 1, 2, 5);
    CAPTURE(error, static_cast<int>(call), after);
    std::size_t acknowledged = 1;
    {
        const FailingDisk disk({call, error, "station.db", after});
        Expected<> added;
        for (int sheet = 2; added && sheet < 60; ++sheet) {
            added = world.addSide(sheet);
            acknowledged += added ? 1 : 0;
        }
        REQUIRE_FALSE(added);
        // SQLite knows of a full disk only when it writes and the disk says so.
        const bool isFull = call == Call::Write && (error == ENOSPC || error == EDQUOT);
        CHECK(added.error().fault == (isFull ? Fault::StorageFull : Fault::StorageFailed));
        CHECK(disk.syncsAgain() == 0);
        CHECK(world.sides() == acknowledged);
    }
    // The disk is well again: with the same connection and with a new one.
    CHECK(world.sides() == acknowledged);
    REQUIRE(world.addSide(100));
    world.store = store::Store::open(world.data.path());
    REQUIRE(world.store);
    CHECK(world.sides() == acknowledged + 1);
    CHECK(world.store->verifyAudit());
}

TEST_CASE("a checkpoint that the disk refuses loses nothing", "[disk]")
{
    World world;
    const auto call = GENERATE(Call::Write, Call::Sync);
    const FailingDisk disk({call, EIO, "/station.db$"});
    std::size_t acknowledged = 0;
    for (int sheet = 1; sheet < 200; ++sheet)
        acknowledged += world.addSide(sheet) ? 1 : 0;
    CHECK(disk.failures() > 0);
    CHECK(acknowledged > 100);
    world.store = store::Store::open(world.data.path());
    REQUIRE(world.store);
    CHECK(world.sides() == acknowledged);
    CHECK(world.store->verifyAudit());
}

TEST_CASE("a folder that only lets read is no store", "[disk]")
{
    const QTemporaryDir data;
    const FailingDisk disk({Call::Create, EROFS, data.path().toUtf8()});
    CHECK(store::Store::open(data.filePath(u"data"_s)).error().fault == Fault::StorageFailed);
    CHECK(filesBelow(data.path()).isEmpty());
}

TEST_CASE("a full or failing repository folder keeps nothing half done", "[disk]")
{
    const int error = GENERATE(ENOSPC, EIO, EROFS);
    const auto call = GENERATE(Call::Write, Call::Sync, Call::Create, Call::Rename);
    CAPTURE(error, static_cast<int>(call));
    const QTemporaryDir root;
    repository::FolderRepository repository(root.path());
    const QString key = u"ctl/code/k1-0123"_s;
    {
        const FailingDisk disk({call, error, root.path().toUtf8()});
        const auto put = repository.putIfAbsent(key, "claim", sha256Hex("claim"));
        REQUIRE_FALSE(put);
        CHECK((put.error().fault == Fault::RepositoryDown ||
               put.error().fault == Fault::RepositoryFull));
        CHECK(disk.syncsAgain() == 0);
    }
    CHECK(repository.list(u"ctl/"_s)->isEmpty());
    CHECK(repository.putIfAbsent(key, "claim", sha256Hex("claim")) ==
          repository::Repository::Put::Created);
}

TEST_CASE("a clock that jumps back or ahead breaks no chain and loses no dossier", "[disk]")
{
    class JumpingClock final : public Clock {
    public:
        qint64 nowMs() const override { return now; }
        qint64 now = sample::receivedAtMs;
    };
    JumpingClock clock;
    const QTemporaryDir data;
    auto dossier = sample::aDossier();
    dossier.components.front().state = dossier::DigitizeSlot{};
    constexpr qint64 yearMs = 365LL * 24 * 60 * 60 * 1000;
    int sheet = 0;
    for (const qint64 jump : {0LL, -5 * yearMs, 10 * yearMs, -20 * yearMs, 3 * yearMs}) {
        clock.now += jump;
        auto store = store::Store::open(data.path(), clock);
        REQUIRE(store);
        if (sheet == 0)
            REQUIRE(store->createDossier(dossier, sample::actor));
        REQUIRE(store->addSide(sample::newSide(dossier, u"GT01"_s, sample::aSide(++sheet)),
                               sample::actor));
        CHECK(store->verifyAudit());
        CHECK(store->listUnfinished()->size() == 1);
        REQUIRE(store->removeLooseBlobs());
    }
    const auto loaded = store::Store::open(data.path(), clock)->load(dossier.uuid);
    CHECK(dossier::sidesOf(loaded->components.front().state).size() == 5);
}
