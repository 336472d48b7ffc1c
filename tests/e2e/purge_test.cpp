#include "tests/e2e/station_under_test.h"
#include "tests/support/catch.h"

#include <SQLiteCpp/Database.h>

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>

using namespace station;
using namespace station::e2e;
using namespace Qt::StringLiterals;

namespace {

const QStringList gt04{u"--component"_s, u"GT04"_s};

/// A dossier of one paper that was handed over a month ago.
QString handedOver(const StationUnderTest &station)
{
    const QString dossier = station.newDossier();
    const auto at = [&](const QStringList &words) {
        const Run run = station.cli(QStringList{words[0], dossier} + words.mid(1));
        INFO(run.errors.toStdString());
        REQUIRE(run.exitCode != 1);
    };
    at(QStringList{u"decide"_s, u"--as"_s, u"digitize"_s} + gt04);
    station.feed(StationUnderTest::training(u"GT04"_s));
    at(QStringList{u"scan"_s, u"--source"_s, u"feeder"_s, u"--expect-sheets"_s, u"1"_s} + gt04);
    REQUIRE(station.cli({u"token"_s, u"list"_s}).exitCode == 0);
    at({u"sign"_s, u"--pin-file"_s, station.pinFile()});
    at({u"extract"_s});
    at(QStringList{u"confirm"_s, u"--set"_s, u"address=Vĩnh Yên"_s, u"--accept"_s} + gt04);
    at({u"store"_s});
    SQLite::Database database(QFile::encodeName(station.data() + u"/station.db"_s).toStdString(),
                              SQLite::OPEN_READWRITE, 5'000);
    const std::string ms = std::to_string(86'400'000LL * 31);
    database.exec("UPDATE audit SET at_ms = at_ms - " + ms);
    // What signing announced of its file has long been over.
    database.exec("UPDATE loose_blobs SET removable_at_ms = removable_at_ms - " + ms);
    return dossier;
}

QStringList filesOf(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next();
    return files;
}

QString blobIn(const QString &folder)
{
    for (const auto &file : filesOf(folder)) {
        if (QFileInfo(file).fileName().size() == 64)
            return file;
    }
    return {};
}

}  // namespace

TEST_CASE("a copy leaves the station and what the repository loses is named", "[e2e]")
{
    const StationUnderTest station;
    const QString dossier = handedOver(station);
    const QString here = blobIn(station.data() + u"/blobs"_s);
    REQUIRE_FALSE(here.isEmpty());

    const auto pictures = [&] { return filesOf(station.data() + u"/spool"_s).size(); };
    REQUIRE(pictures() > 0);

    const Run look = station.cli({u"purge"_s, u"--dry-run"_s});
    CHECK(look.json()[u"copies"_s].toInt() == 1);
    CHECK(look.json()[u"pictures"_s].toInt() == 1);
    CHECK(look.json()[u"picture_bytes"_s].toInteger() > 1000);
    CHECK(QFile::exists(here));
    CHECK(pictures() > 0);
    const Run purged = station.cli({u"purge"_s});
    INFO(purged.errors.toStdString());
    CHECK(purged.exitCode == 0);
    CHECK(purged.json()[u"files"_s].toInt() == 1);
    for (const auto &figure : {u"bytes"_s, u"pictures"_s, u"picture_bytes"_s})
        CHECK(purged.json()[figure] == look.json()[figure]);
    CHECK_FALSE(QFile::exists(here));
    CHECK(pictures() == 0);
    CHECK(station.component(dossier, u"GT04"_s)[u"sides"_s][0][u"purged"_s] == true);
    CHECK_FALSE(station.component(dossier, u"GT04"_s)[u"purged_at"_s].toString().isEmpty());
    const auto shown = station.cliText({u"dossier"_s, u"show"_s, dossier}).output;
    CHECK(shown.contains("repository alone"));
    CHECK(shown.contains("pages are no longer"));

    // Nobody has answered yet, but an hour has not passed either.
    CHECK(station.cli({u"unacknowledged"_s}).exitCode == 0);

    CHECK(station.cli({u"fetch"_s, dossier}).json()[u"fetched"_s].toInt() == 1);
    CHECK(QFile::exists(here));
    CHECK(station.cli({u"audit"_s, u"sample"_s}).exitCode == 0);

    const QString there = blobIn(station.data() + u"/repository/doc"_s);
    REQUIRE(QFile::remove(there));
    const Run lost = station.cli({u"audit"_s, u"sample"_s});
    CHECK(lost.exitCode == 3);
    CHECK(lost.json()[u"lost"_s].toArray().at(0)[u"component"_s] == u"GT04"_s);
    CHECK(lost.json()[u"lost"_s].toArray().at(0)[u"dossier"_s] == dossier);
    CHECK(station.cli({u"self-test"_s}).json()[u"lost_in_repository"_s].toInt() == 1);
    CHECK(station.cliText({u"self-test"_s}).output.contains("lost: `audit sample`"));
    const Run again = station.cli({u"audit"_s, u"sample"_s, u"--send-again"_s});
    CHECK(again.exitCode == 0);
    CHECK(again.json()[u"sent_again"_s].toInt() == 1);
    CHECK(QFile::exists(there));
    CHECK(station.cli({u"self-test"_s}).json()[u"lost_in_repository"_s].toInt() == 0);

    // Without pictures a copy is corrected by scanning its paper again.
    REQUIRE(station.cli({u"correct"_s, dossier, gt04[0], gt04[1]}).exitCode != 1);
    CHECK(station.component(dossier, u"GT04"_s)[u"sides"_s][0][u"out"_s] == true);
    station.feed(StationUnderTest::training(u"GT04"_s));
    REQUIRE(
        station.cli(QStringList{u"scan"_s, dossier, u"--source"_s, u"feeder"_s} + gt04).exitCode !=
        1);
    CHECK(station.cli({u"sign"_s, dossier, u"--pin-file"_s, station.pinFile()}).exitCode != 1);
    REQUIRE(station.cli({u"correct"_s, dossier, u"--give-up"_s, gt04[0], gt04[1]}).exitCode != 1);
    CHECK(station.component(dossier, u"GT04"_s)[u"state"_s] == u"handed_over"_s);

    // A further version of the province's key: what is stored comes under it, too.
    const Run rotated = station.cli({u"repository"_s, u"rotate-key"_s});
    INFO(rotated.errors.toStdString());
    REQUIRE(rotated.exitCode == 0);
    CHECK(rotated.json()[u"version"_s].toInt() == 2);
    const Run renewed = station.cli({u"repository"_s, u"renew-key"_s});
    CHECK(renewed.exitCode == 0);
    CHECK(renewed.json()[u"objects"_s].toInt() >= 2);
    CHECK(station.cli({u"repository"_s, u"renew-key"_s}).json()[u"objects"_s].toInt() == 0);
}

TEST_CASE("a program that stays audits and purges by itself", "[e2e]")
{
    const QTemporaryDir shared;
    const StationUnderTest station(shared.path());
    {
        QFile settings(QFileInfo(station.data()).path() + u"/purge.toml"_s);
        REQUIRE(settings.open(QIODevice::WriteOnly));
        settings.write("[purge]\nenabled = true\n");
    }
    (void)handedOver(station);
    const QString here = blobIn(station.data() + u"/blobs"_s);
    QProcess watching;
    watching.start(StationUnderTest::program(), station.commonArguments()
                                                    << u"sync"_s << u"--watch"_s);
    for (int look = 0; look < 300 && QFile::exists(here); ++look)
        CHECK_FALSE(watching.waitForFinished(100));
    CHECK_FALSE(QFile::exists(here));
    watching.terminate();
    REQUIRE(watching.waitForFinished());
    CHECK(watching.exitCode() == 0);
    SQLite::Database database(QFile::encodeName(station.data() + u"/station.db"_s).toStdString());
    for (const auto *action : {"sample_audit", "purge"})
        CHECK(database
                  .execAndGet("SELECT count(*) FROM audit WHERE action = '" + std::string(action) +
                              "'")
                  .getInt() == 1);
}
