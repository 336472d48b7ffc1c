#include "tests/e2e/station_under_test.h"

#include "tests/support/catch.h"

#include <SQLiteCpp/Database.h>

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

using namespace station;
using namespace station::e2e;
using namespace Qt::StringLiterals;

namespace {

const QStringList gt04{u"--component"_s, u"GT04"_s};

QString found(const QString &root, const QString &name)
{
    QDirIterator files(root, {name}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

}  // namespace

TEST_CASE("a dossier leaves the station as a package that other programs accept", "[e2e]")
{
    const StationUnderTest station;
    const QTemporaryDir out;
    const QString dossier = station.newDossier();
    REQUIRE_FALSE(dossier.isEmpty());
    const auto at = [&](const QStringList &words) {
        const Run run = station.cli(QStringList{words[0], dossier} + words.mid(1));
        INFO(run.errors.toStdString());
        REQUIRE(run.exitCode != 1);
        return run;
    };
    const auto exported = [&](const QString &which, const QString &form) {
        return station.cli({u"export"_s, which, u"--to"_s, out.path(), u"--as"_s, form});
    };
    at(QStringList{u"decide"_s, u"--as"_s, u"digitize"_s} + gt04);
    station.feed(StationUnderTest::training(u"GT04"_s));
    at(QStringList{u"scan"_s, u"--source"_s, u"feeder"_s, u"--expect-sheets"_s, u"1"_s} + gt04);

    // Nothing is signed: nothing leaves.
    CHECK(exported(dossier, u"bagit"_s).errorCode() == u"nothing_to_do"_s);
    CHECK(QDir(out.path()).isEmpty());

    // The first call for a token makes the training token and its PIN.
    REQUIRE(station.cli({u"token"_s, u"list"_s}).exitCode == 0);
    at({u"sign"_s, u"--pin-file"_s, station.pinFile()});
    at({u"extract"_s});
    at(QStringList{u"confirm"_s, u"--set"_s, u"address=Vĩnh Yên"_s, u"--accept"_s} + gt04);
    at({u"store"_s});

    const Run bagged = exported(dossier, u"bagit"_s);
    INFO(bagged.errors.toStdString());
    REQUIRE(bagged.exitCode == 0);
    const QString bag = bagged.json()[u"package"_s].toString();
    for (const char *manifest : {"manifest-sha256.txt", "tagmanifest-sha256.txt"})
        CHECK(run(u"sh"_s, {u"-c"_s, u"cd \"$0\" && sha256sum --check --strict \"$1\""_s, bag,
                            QLatin1String(manifest)})
                  .exitCode == 0);
    CHECK(run(u"pdfsig"_s, {u"-nocert"_s, found(bag, u"GT04.pdf"_s)})
              .output.contains("Signature is Valid."));
    // The manifest that the department reads is in it.
    CHECK_FALSE(found(bag, u"manifest.json"_s).isEmpty());
    CHECK(exported(dossier, u"bagit"_s).errorCode() == u"place_taken"_s);

    // A reused copy that is no longer on the disk comes from the repository.
    const QString second = station.newDossier();
    REQUIRE(station.cli(QStringList{u"decide"_s, second, u"--as"_s, u"reuse"_s} + gt04).exitCode ==
            0);
    REQUIRE(QDir(station.data() + u"/blobs"_s).removeRecursively());
    const Run shaped = exported(second, u"eark"_s);
    INFO(shaped.errors.toStdString());
    REQUIRE(shaped.exitCode == 0);
    const QString package = shaped.json()[u"package"_s].toString();
    CHECK(run(u"xmllint"_s, {u"--noout"_s, package + u"/METS.xml"_s}).exitCode == 0);
    CHECK(run(u"pdfsig"_s, {u"-nocert"_s, found(package, u"GT04.pdf"_s)})
              .output.contains("Signature is Valid."));
    CHECK(station.cli({u"audit"_s, u"verify"_s}).exitCode == 0);

    // What cannot be recorded does not leave: a newer program wrote the data.
    SQLite::Database database(QFile::encodeName(station.data() + u"/station.db"_s).toStdString(),
                              SQLite::OPEN_READWRITE, 5'000);
    database.exec("PRAGMA user_version = 1000");
    const QTemporaryDir other;
    const Run newer = station.cli({u"export"_s, dossier, u"--to"_s, other.path()});
    CHECK(newer.errorCode() == u"storage_newer"_s);
    CHECK(QDir(other.path()).isEmpty());
}
