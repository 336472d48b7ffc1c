#include "core/base/sha256.h"
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>

#include <optional>

using namespace station;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

void writeAsNewer(const QTemporaryDir &data)
{
    SQLite::Database database(data.filePath(u"station.db"_s).toStdString(), SQLite::OPEN_READWRITE);
    database.exec("ALTER TABLE dossiers ADD COLUMN of_the_future TEXT NOT NULL DEFAULT 'x'");
    database.exec("CREATE TABLE future (one INTEGER)");
    database.exec("INSERT INTO schema_migrations VALUES (9999, 'later')");
    database.exec("PRAGMA user_version = 9999");
}

}  // namespace

TEST_CASE("while a store is open nobody is alone with the station's data", "[store]")
{
    const QTemporaryDir data;
    std::optional one = Store::open(data.path()).value();
    std::optional other = Store::open(data.path()).value();
    const auto alone = [&] { return lockStation(data.path(), FileLock::Kind::Exclusive, 0); };
    REQUIRE_FALSE(alone());
    CHECK(alone().error().fault == Fault::StorageInUse);
    one.reset();
    CHECK_FALSE(alone());
    other.reset();
    CHECK(alone());
}

TEST_CASE("a store moved elsewhere keeps its lock", "[store]")
{
    const QTemporaryDir data;
    std::optional store = Store::open(data.path()).value();
    std::optional moved = std::move(*store);
    store.reset();
    CHECK_FALSE(lockStation(data.path(), FileLock::Kind::Exclusive, 0));
    moved.reset();
    CHECK(lockStation(data.path(), FileLock::Kind::Exclusive, 0));
}

TEST_CASE("what a newer program wrote can be looked at and not be changed", "[store]")
{
    const QTemporaryDir data;
    const SystemClock clock;
    const auto dossier = sample::aDossier();
    REQUIRE(Store::open(data.path())->createDossier(dossier, sample::actor));
    writeAsNewer(data);

    const auto refused = Store::open(data.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::StorageNewer);

    auto store = Store::openForReading(data.path(), clock);
    REQUIRE(store);
    CHECK(store->load(dossier.uuid).value() == dossier);
    CHECK(store->listUnfinished()->size() == 1);
    CHECK(store->listOwner(sample::ownerId)->size() == 1);
    CHECK(store->verifyAudit());
    const auto head = store->auditHead().value();
    const auto changed = store->record(dossier.uuid, {}, sample::actor, u"display"_s);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().fault == Fault::StorageNewer);
    CHECK(store->createDossier(sample::aDossier(), sample::actor).error().fault ==
          Fault::StorageNewer);
    CHECK(store->auditHead().value() == head);
}

TEST_CASE("a store of this version that is opened for reading can be changed like any", "[store]")
{
    const QTemporaryDir data;
    const SystemClock clock;
    auto store = Store::openForReading(data.path(), clock);
    REQUIRE(store);
    CHECK(store->createDossier(sample::aDossier(), sample::actor));
}
