#include "core/store/blob_folder.h"
#include "core/store/recovery.h"
#include "core/store/reserve.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"
#include "tests/support/small_disk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>

#include <sys/stat.h>

using namespace station;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mb = 1024 * 1024;

bool hasReserve(const QString &data)
{
    return QFileInfo::exists(data + u"/reserve"_s);
}

}  // namespace

TEST_CASE("the reserve takes real room and is made once", "[store]")
{
    const QTemporaryDir data;
    CHECK(keepReserve(data.path(), 4 * mb).value());
    const QString file = data.filePath(u"reserve"_s);
    CHECK(QFileInfo(file).size() == 2 * mb);
    struct stat info {};
    REQUIRE(::stat(QFile::encodeName(file).constData(), &info) == 0);
    CHECK(info.st_blocks * 512 >= 2 * mb);
    CHECK((info.st_mode & 0777) == 0600);
    CHECK(keepReserve(data.path(), 4 * mb).value());
    struct stat again {};
    REQUIRE(::stat(QFile::encodeName(file).constData(), &again) == 0);
    CHECK(again.st_ino == info.st_ino);

    CHECK(keepReserve(data.path(), 6 * mb).value());
    CHECK(QFileInfo(file).size() == 3 * mb);
    CHECK(releaseReserve(data.path()));
    CHECK_FALSE(releaseReserve(data.path()));
}

TEST_CASE("no reserve is made where it would leave too little for paper", "[store]")
{
    const SmallDisk disk;
    if (!disk.isThere())
        return;
    REQUIRE(QDir().mkpath(disk.data()));
    CHECK_FALSE(keepReserve(disk.data(), 30 * mb).value());
    CHECK_FALSE(hasReserve(disk.data()));
    CHECK(keepReserve(disk.data(), 20 * mb).value());
    CHECK(QDir(disk.data()).entryList(QDir::Files) == QStringList{u"reserve"_s});
}

TEST_CASE("on a full disk rows are still written and no paper is half stored", "[store]")
{
    SmallDisk disk;
    if (!disk.isThere())
        return;
    auto store = Store::open(disk.data());
    REQUIRE(store);
    const auto dossier = sample::aDossier();
    REQUIRE(store->createDossier(dossier, sample::actor));
    REQUIRE(keepReserve(disk.data(), 8 * mb).value());
    const auto blob = *BlobFolder(disk.data()).put(QByteArray(100'000, 'b'));
    disk.fill();

    const auto refused = BlobFolder(disk.data()).put(QByteArray(500'000, 'c'));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::StorageFull);
    CHECK(hasReserve(disk.data()));

    // Many more rows than what little room is left in the journal could take.
    for (int n = 0; n < 500; ++n)
        REQUIRE(store->record(dossier.uuid, {}, sample::actor, u"display"_s));
    CHECK_FALSE(hasReserve(disk.data()));
    CHECK(store->verifyAudit()->seq == 501);
    CHECK(BlobFolder(disk.data()).verify(blob));
    QDirIterator temporary(disk.data(), {u".tmp-*"_s}, QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
    CHECK_FALSE(temporary.hasNext());

    CHECK_FALSE(keepReserve(disk.data(), 30 * mb).value());
    disk.makeRoom();
    CHECK(keepReserve(disk.data(), 8 * mb).value());
    SQLite::Database database((disk.data() + u"/station.db"_s).toStdString(), SQLite::OPEN_READONLY,
                              1'000);
    CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
}

TEST_CASE("a program starts on a full disk with what the reserve gives back", "[store]")
{
    SmallDisk disk;
    if (!disk.isThere())
        return;
    const auto dossier = sample::aDossier();
    REQUIRE(Store::open(disk.data())->createDossier(dossier, sample::actor));
    REQUIRE(keepReserve(disk.data(), 8 * mb).value());
    disk.fill();
    auto store = Store::open(disk.data());
    CAPTURE((store ? QString() : store.error().detail).toStdString());
    REQUIRE(store);
    CHECK(store->record(dossier.uuid, {}, sample::actor, u"display"_s));
    CHECK(recover(*store, sample::actor));
}

TEST_CASE("without a reserve a full disk refuses rows and keeps those before", "[store]")
{
    SmallDisk disk;
    if (!disk.isThere())
        return;
    auto store = Store::open(disk.data());
    const auto dossier = sample::aDossier();
    REQUIRE(store->createDossier(dossier, sample::actor));
    disk.fill();
    Expected<> refused;
    int written = 0;
    while (refused && written < 10'000) {
        refused = store->record(dossier.uuid, {}, sample::actor, u"display"_s);
        written += refused ? 1 : 0;
    }
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::StorageFull);
    CHECK(store->verifyAudit()->seq == written + 1);
}
