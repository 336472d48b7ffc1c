#include "core/base/sha256.h"
#include "station_under_test.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace station;
using namespace station::e2e;
using namespace Qt::StringLiterals;

namespace {

/// SHA-256 of what lies below, by path.
QHash<QString, QString> hashesOf(const QString &folder)
{
    QHash<QString, QString> hashes;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        hashes.insert(path.mid(folder.size()), sha256OfFile(path).value());
    }
    return hashes;
}

}  // namespace

TEST_CASE("a station whose disk died goes on with the pages and records of its backup", "[backup]")
{
    const StationUnderTest station;
    const QTemporaryDir place;
    const QString dossier = station.newDossier();
    station.feed(StationUnderTest::training(u"GT01"_s));
    REQUIRE(station.cli({u"scan"_s, dossier, u"--component"_s, u"GT01"_s}).exitCode == 0);
    const auto shown = station.show(dossier);
    const auto pages = hashesOf(station.data() + u"/spool/"_s + dossier);
    REQUIRE_FALSE(pages.isEmpty());
    const auto head = station.cli({u"audit"_s, u"verify"_s}).json();

    const auto made = station.cli({u"backup"_s, u"--to"_s, place.path()});
    CHECK(made.exitCode == 3);  // on the same disk
    CHECK(made.json()[u"audit_records"_s] == head[u"records"_s]);
    const auto list = station.cli({u"backup"_s, u"list"_s, u"--from"_s, place.path()});
    REQUIRE(list.json()[u"backups"_s].toArray().size() == 1);

    for (const auto &lost : {u"/blobs"_s, u"/spool"_s})
        QDir(station.data() + lost).removeRecursively();
    QFile database(station.data() + u"/station.db"_s);
    REQUIRE(database.open(QIODevice::WriteOnly | QIODevice::Truncate));
    database.write("nothing that was a database");
    database.close();
    CHECK(station.cli({u"audit"_s, u"verify"_s}).exitCode == 1);

    const auto restored = station.cli({u"restore"_s, place.path()});
    REQUIRE(restored.exitCode == 0);
    CHECK(QFileInfo(restored.json()[u"aside"_s].toString()).isDir());
    CHECK(station.show(dossier) == shown);
    CHECK(hashesOf(station.data() + u"/spool/"_s + dossier) == pages);
    const auto after = station.cli({u"audit"_s, u"verify"_s}).json();
    CHECK(after[u"records"_s].toInteger() == head[u"records"_s].toInteger() + 1);
}

TEST_CASE("a damaged backup is refused with the name of the file and nothing changes", "[backup]")
{
    const StationUnderTest station;
    const QTemporaryDir place;
    const QString dossier = station.newDossier();
    const auto made = station.cli({u"backup"_s, u"--to"_s, place.path()});
    QFile database(made.json()[u"folder"_s].toString() + u"/station.db"_s);
    REQUIRE(database.open(QIODevice::ReadWrite));
    REQUIRE(database.seek(database.size() / 2));
    database.write("x");
    database.close();
    const auto refused = station.cli({u"restore"_s, place.path()});
    CHECK(refused.exitCode == 1);
    CHECK(refused.errorCode() == u"file_unreadable");
    CHECK(refused.errors.contains("station.db"));
    CHECK(station.show(dossier)[u"uuid"_s] == dossier);

    CHECK(station.cli({u"restore"_s, place.filePath(u"none"_s)}).errorCode() == u"file_missing");
    CHECK(station.cli({u"backup"_s, u"--to"_s, place.filePath(u"none"_s)}).errorCode() ==
          u"file_missing");
    CHECK(station.cli({u"backup"_s}).errorCode() == u"place_not_set");
}
