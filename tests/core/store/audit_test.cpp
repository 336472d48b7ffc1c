#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>

using namespace station;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

/// Four rows of a dossier's life.
struct Chain {
    Chain()
    {
        auto store = *Store::open(data.path());
        REQUIRE(store.createDossier(dossier, sample::actor));
        REQUIRE(store.apply({dossier.uuid,
                             u"GT01"_s,
                             {},
                             dossier::DigitizeSlot{},
                             sample::actor,
                             u"decide"_s,
                             {}}));
        REQUIRE(
            store.addSide(sample::newSide(dossier, u"GT01"_s, sample::aSide(1)), sample::actor));
        REQUIRE(store.record(dossier.uuid, u"GT01"_s, sample::actor, u"sign"_s, sha256Hex("page"),
                             {{u"result"_s, u"signed"_s}, {u"pages"_s, 2}}));
    }
    void tamper(const char *sql) const
    {
        SQLite::Database database((data.path() + u"/station.db"_s).toStdString(),
                                  SQLite::OPEN_READWRITE);
        database.exec(sql);
    }
    Expected<AuditHead> verify() const { return Store::open(data.path())->verifyAudit(); }

    QTemporaryDir data;
    dossier::Dossier dossier = sample::aDossier();
};

}  // namespace

TEST_CASE("each change of a paper is one row of an unbroken chain", "[store]")
{
    const Chain chain;
    const auto head = chain.verify();
    REQUIRE(head);
    CHECK(head->seq == 4);
    const auto rows = Store::open(chain.data.path())->audit(chain.dossier.uuid);
    REQUIRE(rows);
    REQUIRE(rows->size() == 4);
    CHECK(rows->at(2).action == u"capture");
    CHECK(rows->at(2).componentCode == u"GT01");
    CHECK(rows->at(3).objectSha256 == sha256Hex("page"));
    CHECK(rows->at(3).facts == u"{\"pages\":2,\"result\":\"signed\"}"_s);
    CHECK(rows->at(2).facts.isEmpty());
    CHECK(rows->at(3).sha256 == head->sha256);
    CHECK(rows->at(3).previousSha256 == rows->at(2).sha256);
}

TEST_CASE("a changed, deleted, swapped or inserted audit row is found and named", "[store]")
{
    const auto [sql, row] = GENERATE(table<const char *, QString>({
        {"UPDATE audit SET actor = 'somebody' WHERE seq = 3", u"row 3"_s},
        {"UPDATE audit SET at_ms = at_ms + 1 WHERE seq = 1", u"row 1"_s},
        {"UPDATE audit SET sha256 = replace(sha256, 'a', 'b') WHERE seq = 4", u"row 4"_s},
        {"DELETE FROM audit WHERE seq = 2", u"row 2"_s},
        {"DELETE FROM audit WHERE seq = 1", u"row 1"_s},
        {"DELETE FROM audit WHERE seq = 4", u"row 4"_s},
        {"UPDATE audit SET seq = 99 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3;"
         "UPDATE audit SET seq = 3 WHERE seq = 99",
         u"row 2"_s},
        {"INSERT INTO audit SELECT seq + 1, at_ms, station, actor, action, dossier_uuid,"
         " component_code, object_sha256, sha256, sha256, '' FROM audit WHERE seq = 4",
         u"row 5"_s},
        {"UPDATE audit SET facts = replace(facts, 'signed', 'failed') WHERE seq = 4", u"row 4"_s},
        {"UPDATE audit SET facts = '' WHERE seq = 4", u"row 4"_s},
        {"UPDATE audit SET facts = '{}' WHERE seq = 2", u"row 2"_s},
    }));
    const Chain chain;
    chain.tamper(sql);
    CAPTURE(sql);
    const auto found = chain.verify();
    REQUIRE_FALSE(found);
    CHECK(found.error().fault == Fault::AuditBroken);
    CHECK(found.error().detail == row);
}

TEST_CASE("a row that was rewritten with a fitting hash is betrayed by the next one", "[store]")
{
    const Chain chain;
    auto row = Store::open(chain.data.path())->audit(chain.dossier.uuid).value().at(1);
    const QJsonArray line{row.seq,           row.atMs,         row.station,
                          u"somebody"_s,     row.action,       row.dossierUuid,
                          row.componentCode, row.objectSha256, row.previousSha256};
    const auto sha256 = sha256Hex(QJsonDocument(line).toJson(QJsonDocument::Compact));
    chain.tamper(("UPDATE audit SET actor = 'somebody', sha256 = '" + sha256.toStdString() +
                  "' WHERE seq = 2")
                     .c_str());
    const auto found = chain.verify();
    REQUIRE_FALSE(found);
    CHECK(found.error().detail == u"row 3");
}

TEST_CASE("a row without facts has the hash that it had before there were facts", "[store]")
{
    const Chain chain;
    const auto row = Store::open(chain.data.path())->audit(chain.dossier.uuid).value().at(0);
    const QJsonArray line{row.seq,           row.atMs,         row.station,
                          row.actor,         row.action,       row.dossierUuid,
                          row.componentCode, row.objectSha256, row.previousSha256};
    CHECK(row.sha256 == sha256Hex(QJsonDocument(line).toJson(QJsonDocument::Compact)));
}

TEST_CASE("what happened to a file of no dossier stands in the chain, too", "[store]")
{
    const Chain chain;
    {
        auto store = Store::open(chain.data.path());
        REQUIRE(store->record({}, {}, sample::actor, u"sign_failed"_s, {},
                              {{u"result"_s, u"TokenRemoved"_s}}));
    }
    CHECK(chain.verify()->seq == 5);
    CHECK(Store::open(chain.data.path())->audit({})->size() == 1);
}

TEST_CASE("two values of an audit row cannot pretend to be one", "[store]")
{
    const QTemporaryDir data;
    auto store = Store::open(data.path());
    REQUIRE(store);
    REQUIRE(store->record({}, {}, u"a\",\"b"_s, u"c"_s));
    {
        SQLite::Database database((data.path() + u"/station.db"_s).toStdString(),
                                  SQLite::OPEN_READWRITE);
        database.exec("UPDATE audit SET actor = 'a', action = 'b\",\"c'");
    }
    CHECK_FALSE(store->verifyAudit());
}
