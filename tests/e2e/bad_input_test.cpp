#include "tests/e2e/station_under_test.h"

#include "tests/support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>

using namespace station;
using namespace station::e2e;

namespace {

/// A failed command: exit 1, one sentence with a remedy, nothing changed.
void checkRefused(const Run &run, const QString &code)
{
    INFO(run.errors.toStdString());
    CHECK(run.exitCode == 1);
    CHECK(run.errorCode() == code);
    CHECK(run.errorLines() == 1);
    CHECK(run.errors.contains("; "));
    CHECK_FALSE(run.json()[QStringLiteral("error")][QStringLiteral("remedy")].toString().isEmpty());
}

QStringList newDossier(const QString &procedure, const QString &ownerId, const QString &code = {})
{
    QStringList arguments{QStringLiteral("dossier"),      QStringLiteral("new"),
                          QStringLiteral("--procedure"),  procedure,
                          QStringLiteral("--owner-id"),   ownerId,
                          QStringLiteral("--owner-name"), QStringLiteral("Trần Văn Thử")};
    if (!code.isEmpty())
        arguments << QStringLiteral("--code") << code;
    return arguments;
}

QStringList into(const QString &component)
{
    return {QStringLiteral("--component"), component};
}

QStringList as(const QString &decision)
{
    return {QStringLiteral("--as"), decision};
}

}  // namespace

TEST_CASE("wrong entries for a new dossier are refused and nothing is opened", "[e2e]")
{
    const StationUnderTest station;
    const QString known = QStringLiteral("1.002809");
    checkRefused(
        station.cli(newDossier(QStringLiteral("1.999999"), QStringLiteral("026185001234"))),
        QStringLiteral("unknown_procedure"));
    checkRefused(station.cli(newDossier(known, QStringLiteral("02618500123"))),
                 QStringLiteral("invalid_input"));
    checkRefused(station.cli(newDossier(known, QStringLiteral("2500410078"))),
                 QStringLiteral("check_digit_wrong"));
    checkRefused(station.cli(newDossier(known, QStringLiteral("026185001234"),
                                        QStringLiteral("H62.16-251332-0001"))),
                 QStringLiteral("invalid_input"));
    CHECK(station.cli({QStringLiteral("dossier"), QStringLiteral("list")})
              .json()[QStringLiteral("dossiers")]
              .toArray()
              .isEmpty());

    const QString code = QStringLiteral("H62.16-250704-0001");
    REQUIRE(station.cli(newDossier(known, QStringLiteral("2500410079"), code)).exitCode == 0);
    checkRefused(station.cli(newDossier(known, QStringLiteral("026185001234"), code)),
                 QStringLiteral("duplicate_dossier"));
    checkRefused(station.cli({QStringLiteral("dossier"), QStringLiteral("show"),
                              QStringLiteral("H62.16-250704-0002")}),
                 QStringLiteral("unknown_dossier"));
}

TEST_CASE("wrong usage exits with 2 and bad settings with 78", "[e2e]")
{
    const StationUnderTest station;
    CHECK(station.cli({}).exitCode == 2);
    CHECK(station.cli({QStringLiteral("nonsense")}).exitCode == 2);
    CHECK(station.cli({QStringLiteral("dossier"), QStringLiteral("new")}).exitCode == 2);
    CHECK(station
              .cli({QStringLiteral("decide"), QStringLiteral("x"), QStringLiteral("--component"),
                    QStringLiteral("GT01"), QStringLiteral("--as"), QStringLiteral("burn")})
              .exitCode == 2);

    const QTemporaryDir folder;
    QFile config(folder.filePath(QStringLiteral("bad.toml")));
    REQUIRE(config.open(QIODevice::WriteOnly));
    config.write("[scanner]\ndpi = \"many\"\n");
    config.close();
    const Run bad = run(StationUnderTest::program(),
                        {QStringLiteral("--data"), folder.filePath(QStringLiteral("data")),
                         QStringLiteral("--config"), folder.path(), QStringLiteral("--json"),
                         QStringLiteral("devices")});
    CHECK(bad.exitCode == 78);
    CHECK(bad.errors.contains("bad.toml:2:"));
}

TEST_CASE("a step that comes too early or into the wrong slot changes nothing", "[e2e]")
{
    const StationUnderTest station;
    const QString dossier = station.newDossier();
    const auto at = [&](const QString &command, const QStringList &more) {
        return station.cli(QStringList{command, dossier} + more);
    };
    station.cli({QStringLiteral("token"), QStringLiteral("list")});  // makes the training token
    checkRefused(at(QStringLiteral("sign"), {QStringLiteral("--pin-file"), station.pinFile()}),
                 QStringLiteral("nothing_to_do"));
    checkRefused(at(QStringLiteral("scan"), into(QStringLiteral("GT99"))),
                 QStringLiteral("unknown_component"));
    checkRefused(
        at(QStringLiteral("decide"), into(QStringLiteral("GT03")) + as(QStringLiteral("reuse"))),
        QStringLiteral("no_reusable_copy"));

    REQUIRE(
        at(QStringLiteral("decide"), into(QStringLiteral("GT03")) + as(QStringLiteral("refuse")))
            .exitCode == 0);
    REQUIRE(at(QStringLiteral("decide"), into(QStringLiteral("GT02")) + as(QStringLiteral("shown")))
                .exitCode == 0);
    station.feed(StationUnderTest::training(QStringLiteral("GT01")));
    checkRefused(at(QStringLiteral("scan"), into(QStringLiteral("GT03"))),
                 QStringLiteral("forbidden_by_decision"));
    checkRefused(at(QStringLiteral("scan"), into(QStringLiteral("GT02"))),
                 QStringLiteral("forbidden_by_decision"));

    REQUIRE(at(QStringLiteral("scan"), into(QStringLiteral("GT01"))).exitCode == 0);
    const auto captured = station.component(dossier, QStringLiteral("GT01"));
    checkRefused(at(QStringLiteral("extract"), {}), QStringLiteral("wrong_order"));
    checkRefused(at(QStringLiteral("confirm"),
                    into(QStringLiteral("GT01")) + QStringList{QStringLiteral("--accept")}),
                 QStringLiteral("wrong_order"));
    checkRefused(at(QStringLiteral("store"), {}), QStringLiteral("wrong_order"));

    QFile wrong(station.data() + QStringLiteral("/wrong"));
    REQUIRE(wrong.open(QIODevice::WriteOnly));
    wrong.write("00000000\n");
    wrong.close();
    checkRefused(at(QStringLiteral("sign"), {QStringLiteral("--pin-file"), wrong.fileName()}),
                 QStringLiteral("pin_incorrect"));
    CHECK(station.component(dossier, QStringLiteral("GT01")) == captured);

    // One wrong attempt was one attempt: the right PIN still works.
    REQUIRE(
        at(QStringLiteral("sign"), {QStringLiteral("--pin-file"), station.pinFile()}).exitCode ==
        0);
    checkRefused(at(QStringLiteral("store"), {}), QStringLiteral("wrong_order"));
    checkRefused(at(QStringLiteral("scan"), into(QStringLiteral("GT01"))),
                 QStringLiteral("wrong_order"));
    const auto signedCopy = station.component(dossier, QStringLiteral("GT01"));
    CHECK(signedCopy[QStringLiteral("state")].toString() == QStringLiteral("signed"));
    checkRefused(
        at(QStringLiteral("confirm"),
           into(QStringLiteral("GT01")) +
               QStringList{QStringLiteral("--set"), QStringLiteral("birth_date=31/02/1985")}),
        QStringLiteral("invalid_input"));
    CHECK(station.component(dossier, QStringLiteral("GT01")) == signedCopy);
}

TEST_CASE("an empty feeder and a jam say so and keep every earlier side", "[e2e]")
{
    const StationUnderTest station;
    const QString dossier = station.newDossier();
    const auto scan = [&] {
        return station.cli(QStringList{QStringLiteral("scan"), dossier} +
                           into(QStringLiteral("GT01")));
    };
    checkRefused(scan(), QStringLiteral("feeder_empty"));

    // Of three papers, because a sheet that looks scanned twice wants attention.
    for (const auto &paper :
         {QStringLiteral("GT01"), QStringLiteral("GT02"), QStringLiteral("GT04")})
        station.feed(StationUnderTest::training(paper).mid(0, 1));
    QFile faults(station.device() + QStringLiteral("/device.ini"));
    REQUIRE(faults.open(QIODevice::Append));
    faults.write("\nfault = read 2 jammed 50 once\n");
    faults.close();
    checkRefused(scan(), QStringLiteral("paper_jam"));
    const auto first =
        station.component(dossier, QStringLiteral("GT01"))[QStringLiteral("sides")].toArray();
    REQUIRE(first.size() == 1);
    CHECK(first[0][QStringLiteral("cleaned")].toBool());

    // The clerk clears the jam and goes on; the first side is still the first.
    QFile::remove(station.device() + QStringLiteral("/jammed"));
    REQUIRE(scan().exitCode == 0);
    const auto all =
        station.component(dossier, QStringLiteral("GT01"))[QStringLiteral("sides")].toArray();
    REQUIRE(all.size() >= 2);
    CHECK(all[0][QStringLiteral("id")] == first[0][QStringLiteral("id")]);
    CHECK(all[1][QStringLiteral("sheet")].toInt() == 2);
}

TEST_CASE("what a newer program wrote is shown and never changed", "[e2e]")
{
    const StationUnderTest station;
    const QString dossier = station.newDossier();
    {
        SQLite::Database database((station.data() + QStringLiteral("/station.db")).toStdString(),
                                  SQLite::OPEN_READWRITE);
        database.exec("CREATE TABLE of_tomorrow (id TEXT); PRAGMA user_version = 9999");
    }
    CHECK(station.show(dossier)[QStringLiteral("uuid")].toString() == dossier);
    CHECK(station.cli({QStringLiteral("dossier"), QStringLiteral("list")}).exitCode == 0);
    CHECK(station.cli({QStringLiteral("audit"), QStringLiteral("verify")}).exitCode == 0);

    checkRefused(
        station.cli(newDossier(QStringLiteral("1.002809"), QStringLiteral("026185001234"))),
        QStringLiteral("storage_newer"));
    checkRefused(station.cli(QStringList{QStringLiteral("decide"), dossier} +
                             into(QStringLiteral("GT01")) + as(QStringLiteral("shown"))),
                 QStringLiteral("storage_newer"));
    CHECK(station.show(dossier)[QStringLiteral("uuid")].toString() == dossier);
}

TEST_CASE("broken files are refused by name and leave the component as it was", "[e2e]")
{
    const StationUnderTest station;
    const QString dossier = station.newDossier();
    const QTemporaryDir folder;
    const auto file = [&](const QString &name, const QByteArray &bytes) {
        QFile made(folder.filePath(name));
        REQUIRE(made.open(QIODevice::WriteOnly));
        made.write(bytes);
        return made.fileName();
    };
    const auto import = [&](const QStringList &files) {
        return station.cli(QStringList{QStringLiteral("import"), dossier} +
                           into(QStringLiteral("GT01")) + files);
    };
    const QString good = StationUnderTest::training(QStringLiteral("GT01")).value(0);
    REQUIRE(import({good}).exitCode == 0);
    const auto before = station.component(dossier, QStringLiteral("GT01"));

    const Run text = import({file(QStringLiteral("letter.pdf"), "Dear all,\nthis is no PDF.\n")});
    checkRefused(text, QStringLiteral("file_unreadable"));
    CHECK(text.errors.contains("letter.pdf"));
    checkRefused(import({file(QStringLiteral("empty.png"), {})}), QStringLiteral("file_empty"));
    checkRefused(import({folder.filePath(QStringLiteral("nowhere.png"))}),
                 QStringLiteral("file_missing"));
    // 40 000 × 40 000 pixels in a few hundred kilobytes.
    const QString bomb = folder.filePath(QStringLiteral("bomb.png"));
    REQUIRE(run(QStringLiteral("sh"),
                {QStringLiteral("-c"),
                 QStringLiteral(
                     "python3 -c \"\n"
                     "import struct, sys, zlib\n"
                     "def chunk(kind, data):\n"
                     "    body = kind + data\n"
                     "    return struct.pack('>I', len(data)) + body + struct.pack('>I', "
                     "zlib.crc32(body))\n"
                     "side = 40000\n"
                     "packer = zlib.compressobj(9)\n"
                     "row = bytes(1 + side // 8)\n"
                     "data = b''.join(packer.compress(row) for _ in range(side)) + packer.flush()\n"
                     "open(sys.argv[1], 'wb').write(b'\\x89PNG\\r\\n\\x1a\\n'\n"
                     "    + chunk(b'IHDR', struct.pack('>IIBBBBB', side, side, 1, 0, 0, 0, 0))\n"
                     "    + chunk(b'IDAT', data) + chunk(b'IEND', b''))\n"
                     "\" ") +
                     bomb})
                .exitCode == 0);
    checkRefused(import({bomb}), QStringLiteral("file_too_large"));
    // One bad file among good ones takes none of them.
    checkRefused(import({good, folder.filePath(QStringLiteral("empty.png"))}),
                 QStringLiteral("file_empty"));
    CHECK(station.component(dossier, QStringLiteral("GT01")) == before);

    checkRefused(
        station.cli({QStringLiteral("verify"), folder.filePath(QStringLiteral("letter.pdf"))}),
        QStringLiteral("file_unreadable"));
}
