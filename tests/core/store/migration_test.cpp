#include "core/base/sha256.h"
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <chrono>
#include <optional>
#include <thread>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

constexpr int firstSides = 70;  // more than one digit of a rank

/// A database as the first version of the program left it.
struct FirstVersion {
    FirstVersion() : database(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        const auto &[version, sql] = migrations().front();
        REQUIRE(version == 1);
        database.exec("PRAGMA journal_mode = WAL");
        database.exec("CREATE TABLE schema_migrations ("
                      "version INTEGER PRIMARY KEY, sha256 TEXT NOT NULL)");
        database.exec(sql);
        database.exec("INSERT INTO schema_migrations VALUES (1, '" +
                      sha256Hex(QByteArray(sql)).toStdString() + "')");
        database.exec("PRAGMA user_version = 1");
        database.exec("INSERT INTO station VALUES (1, 'the-station')");
    }
    /// Brought to a later version by that version's own program.
    void raiseTo(int wanted)
    {
        for (std::size_t n = 1; n < static_cast<std::size_t>(wanted); ++n) {
            const auto &[version, sql] = migrations().at(n);
            database.exec(sql);
            database.exec("INSERT INTO schema_migrations VALUES (" + std::to_string(version) +
                          ", '" + sha256Hex(QByteArray(sql)).toStdString() + "')");
            database.exec("PRAGMA user_version = " + std::to_string(version));
        }
    }
    void fill()
    {
        database.exec(
            "INSERT INTO dossiers (uuid, code, procedure, owner_kind, owner_id, owner_name,"
            " department, received_at_ms) VALUES ('d-1', '000.00.16.H62-240715-0001', '1.002809',"
            " 'citizen', '026185001234', 'Nguyễn Thị Hồng Đào', 'H62.16', 1721007012000)");
        database.exec("INSERT INTO components (dossier_uuid, position, code, state, pdf_sha256,"
                      " pdf_size, signer_name, signed_at_ms) VALUES"
                      " ('d-1', 0, 'GT01', 'captured', '', 0, '', 0),"
                      " ('d-1', 1, 'GT02', 'signed', 'abc', 3, 'Trần Văn Quầy', 1721007013000),"
                      " ('d-1', 2, 'GT03', 'open', '', 0, '', 0),"
                      " ('d-1', 3, 'GT04', 'shown', '', 0, '', 0)");
        // Ids in the opposite order: the position alone says it.
        for (int n = 0; n < firstSides; ++n) {
            SQLite::Statement side(database,
                                   "INSERT INTO sides VALUES (?, 'd-1', 'GT01', ?, ?, ?, 2480,"
                                   " 3508, 300, 1, ?, ?)");
            side.bind(1, sideId(n).toStdString());
            side.bind(2, n);
            side.bind(3, n / 2 + 1);
            side.bind(4, n % 2 == 0 ? "front" : "back");
            side.bind(5, n == 3 ? 1 : 0);
            side.bind(6, n == 4 ? 1 : 0);
            side.exec();
        }
        database.exec("INSERT INTO sides VALUES ('signed-side', 'd-1', 'GT02', 0, 1, 'front', 1, 2,"
                      " 200, 1, 0, 0)");
        database.exec("INSERT INTO audit VALUES (1, 0, 'the-station', 'a', 'create', 'd-1', '', '',"
                      " '', '')");
    }
    static QString sideId(int n) { return u"side-%1"_s.arg(100 - n); }

    QTemporaryDir data;
    QString file = data.filePath(u"station.db"_s);
    SQLite::Database database;
};

int countOf(const QString &file, const char *sql)
{
    SQLite::Database database(file.toStdString(), SQLite::OPEN_READONLY);
    return database.execAndGet(sql).getInt();
}

}  // namespace

TEST_CASE("a database of the first version is brought up to date with everything in it", "[store]")
{
    FirstVersion first;
    first.fill();
    auto store = Store::open(first.data.path());
    REQUIRE(store);
    CHECK(store->stationId() == u"the-station");
    const auto dossier = store->load(u"d-1"_s);
    REQUIRE(dossier);
    CHECK(dossier->owner.name.reveal() == sample::ownerName);

    const auto sides = sidesOf(dossier->component(u"GT01"_s)->state);
    REQUIRE(sides.size() == firstSides);
    for (int n = 0; n < firstSides; ++n) {
        CHECK(sides[static_cast<std::size_t>(n)] ==
              Side{.id = FirstVersion::sideId(n),
                   .sheet = n / 2 + 1,
                   .face = n % 2 == 0 ? Face::Front : Face::Back,
                   .widthPx = 2480,
                   .heightPx = 3508,
                   .dpi = 300,
                   .cleaned = true,
                   .blank = n == 3,
                   .damaged = n == 4});
    }
    CHECK(store->audit(u"d-1"_s)->front().facts.isEmpty());
    CHECK(store->upgrades()->empty());
    const auto copy = std::get<SignedCopy>(dossier->component(u"GT02"_s)->state);
    CHECK(copy.level == SignatureLevel::B);
    CHECK(copy.provenAtMs == 0);
    CHECK(copy.pdf == Blob{u"abc"_s, 3});
    CHECK(copy.signer.name == u"Trần Văn Quầy");
    CHECK_FALSE(copy.received);
    CHECK(copy.sides.front().id == u"signed-side");
    CHECK(dossier->component(u"GT02"_s)->count == SheetCount{});

    // And it works on: before the first, behind the last, between two.
    const auto add = [&](const QString &id, const QString &before) {
        auto side = sample::aSide(40);
        side.id = id;
        REQUIRE(store->addSide({u"d-1"_s, u"GT01"_s, side, id, {.before = before}}, u"a"_s));
    };
    add(u"first"_s, FirstVersion::sideId(0));
    add(u"last"_s, {});
    add(u"between"_s, FirstVersion::sideId(62));
    const auto more = sidesOf(store->load(u"d-1"_s)->component(u"GT01"_s)->state);
    REQUIRE(more.size() == firstSides + 3);
    CHECK(more.front().id == u"first");
    CHECK(more.back().id == u"last");
    CHECK(more[63].id == u"between");
}

TEST_CASE("what an older version wrote is kept beside the new database for its owner only",
          "[store]")
{
    FirstVersion first;
    first.fill();
    REQUIRE(Store::open(first.data.path()));
    const QString copy = first.file + u".before-0002"_s;
    REQUIRE(QFile::exists(copy));
    CHECK(QFileInfo(copy).permissions() ==
          (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    CHECK(countOf(copy, "PRAGMA user_version") == 1);
    CHECK(countOf(copy, "SELECT count(*) FROM sides WHERE position >= 0") == firstSides + 1);
    CHECK(countOf(first.file, "PRAGMA user_version") == migrations().back().version);
    CHECK_FALSE(QFile::exists(copy + u".part"_s));

    const auto written = QFileInfo(copy).lastModified();
    REQUIRE(Store::open(first.data.path()));
    CHECK(QFileInfo(copy).lastModified() == written);
}

TEST_CASE("a copy that a power cut left half done does not stop the next start", "[store]")
{
    FirstVersion first;
    first.fill();
    QFile half(first.file + u".before-0002.part"_s);
    REQUIRE(half.open(QIODevice::WriteOnly));
    half.write("half");
    half.close();
    REQUIRE(Store::open(first.data.path()));
    CHECK(countOf(first.file + u".before-0002"_s, "SELECT count(*) FROM dossiers") == 1);
    CHECK_FALSE(half.exists());
}

TEST_CASE("a database without data is not copied", "[store]")
{
    const FirstVersion first;
    const QTemporaryDir fresh;
    REQUIRE(Store::open(first.data.path()));
    REQUIRE(Store::open(fresh.path()));
    CHECK_FALSE(QFile::exists(first.file + u".before-0002"_s));
    CHECK_FALSE(QFile::exists(fresh.filePath(u"station.db.before-0002"_s)));
}

TEST_CASE("a database of the second version keeps its audit chain and goes on", "[store]")
{
    FirstVersion first;
    first.fill();
    first.raiseTo(2);
    // A true chain, as that version wrote it.
    first.database.exec("DELETE FROM audit");
    const QString zeros(64, u'0');
    const QJsonArray line{1,     5,    u"the-station"_s, u"a"_s, u"create"_s, u"d-1"_s, u""_s,
                          u""_s, zeros};
    const auto sha256 = sha256Hex(QJsonDocument(line).toJson(QJsonDocument::Compact));
    first.database.exec("INSERT INTO audit VALUES (1, 5, 'the-station', 'a', 'create', 'd-1', '',"
                        " '', '" +
                        zeros.toStdString() + "', '" + sha256.toStdString() + "')");

    auto store = Store::open(first.data.path());
    REQUIRE(store);
    CHECK(countOf(first.file + u".before-0003"_s, "PRAGMA user_version") == 2);
    REQUIRE(store->verifyAudit());
    REQUIRE(store->record(u"d-1"_s, {}, u"a"_s, u"sign"_s, {}, {{u"level"_s, u"B"_s}}));
    CHECK(store->verifyAudit()->seq == 2);
}

TEST_CASE("sides and edits of the third version keep their automatic clean-up and can be undone",
          "[store]")
{
    FirstVersion first;
    first.fill();
    first.raiseTo(3);
    const auto side = FirstVersion::sideId(0).toStdString();
    const auto rank =
        first.database.execAndGet("SELECT rank FROM sides WHERE id = '" + side + "'").getString();
    first.database.exec("UPDATE sides SET turn_deg = 90, attention = 256, fingerprint = 'f'"
                        " WHERE id = '" +
                        side + "'");
    const auto placement = [&](int turn) {
        return R"({"blank":false,"component":"GT01","out":false,"rank":")" + rank + R"(","turn":)" +
               std::to_string(turn) + "}";
    };
    first.database.exec("INSERT INTO edits (id, dossier_uuid, run_id, kind, changes) VALUES"
                        " ('e-1', 'd-1', '', 'turn', '[{\"side\":\"" +
                        side + "\",\"before\":" + placement(0) + ",\"after\":" + placement(90) +
                        "}]')");

    auto store = Store::open(first.data.path());
    REQUIRE(store);
    CHECK(countOf(first.file + u".before-0004"_s, "PRAGMA user_version") == 3);
    const auto firstSide = [&] {
        return sidesOf(store->load(u"d-1"_s)->component(u"GT01"_s)->state).front();
    };
    CHECK(firstSide() == Side{.id = FirstVersion::sideId(0),
                              .widthPx = 2480,
                              .heightPx = 3508,
                              .dpi = 300,
                              .cleaned = true,
                              .turnDeg = 90,
                              .attention = Attention::Separator,
                              .fingerprint = u"f"_s});
    REQUIRE(store->undoEdit(u"d-1"_s, u"a"_s));
    CHECK(firstSide().turnDeg == 0);
    CHECK_FALSE(firstSide().cleaned);
}

TEST_CASE("every released schema is brought up to date with its data", "[store]")
{
    for (int version = 1; version < migrations().back().version; ++version) {
        CAPTURE(version);
        FirstVersion first;
        first.fill();
        first.raiseTo(version);
        const auto store = Store::open(first.data.path());
        REQUIRE(store);
        CHECK(countOf(first.file, "PRAGMA user_version") == migrations().back().version);
        CHECK(countOf(first.file + u".before-%1"_s.arg(version + 1, 4, 10, QChar(u'0')),
                      "PRAGMA user_version") == version);
        const auto dossier = store->load(sample::dossierCode);
        REQUIRE(dossier);
        CHECK(dossier->owner.id.reveal() == sample::ownerId);
        CHECK(sidesOf(dossier->component(u"GT01"_s)->state).size() == firstSides);
        CHECK(signedCopyOf(dossier->component(u"GT02"_s)->state)->pdf == Blob{u"abc"_s, 3});
        CHECK(store->audit(u"d-1"_s)->size() == 1);
        const auto listed = store->listOwner(sample::ownerId);
        REQUIRE(listed->size() == 1);
        CHECK(listed->front().components == 4);
        CHECK(listed->front().finished == 1);
        CHECK(countOf(first.file, "SELECT v FROM dossier_words_config WHERE k = 'automerge'") == 2);
        CHECK(store->listUnfinished()->size() == 1);
        CHECK(countOf(first.file, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
        CHECK(countOf(first.file, "SELECT count(*) FROM pragma_integrity_check") == 1);
    }
}

TEST_CASE("a migration waits for a program that is about to end", "[store]")
{
    FirstVersion first;
    first.fill();
    std::optional held = lockStation(first.data.path(), FileLock::Kind::Shared, 0).value();
    std::thread ends([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        CHECK(countOf(first.file, "PRAGMA user_version") == 1);
        held.reset();
    });
    const auto store = Store::open(first.data.path());
    ends.join();
    CHECK(store);
    CHECK(countOf(first.file, "PRAGMA user_version") == migrations().back().version);
}
