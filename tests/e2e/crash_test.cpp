#include "tests/e2e/station_under_test.h"

#include "tests/support/catch.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <filesystem>

using namespace station;
using namespace station::e2e;

namespace {

QSet<QString> sidesReported(const QByteArray &output)
{
    QSet<QString> ids;
    const QRegularExpression line(QStringLiteral("is safe: ([0-9a-f-]{36})"));
    auto matches = line.globalMatch(QString::fromUtf8(output));
    while (matches.hasNext())
        ids.insert(matches.next().captured(1));
    return ids;
}

QSet<QString> sidesKept(const StationUnderTest &station, const QString &dossier)
{
    QSet<QString> ids;
    const auto sides =
        station.component(dossier, QStringLiteral("GT01"))[QStringLiteral("sides")].toArray();
    for (const auto &side : sides)
        ids.insert(side[QStringLiteral("id")].toString());
    return ids;
}

}  // namespace

TEST_CASE("after kill -9 at any moment of a scan every reported side is there", "[e2e]")
{
    const StationUnderTest station;
    const QString dossier = station.newDossier();
    const auto picture = StationUnderTest::training(QStringLiteral("GT01")).mid(0, 1);
    QSet<QString> reported;
    // From before the first byte to after the last side.
    for (const int afterMs : {100, 400, 700, 1000, 1500, 2200, 3000}) {
        station.feed(picture + picture + picture);
        QProcess scan;
        scan.start(StationUnderTest::program(), station.commonArguments()
                                                    << QStringLiteral("scan") << dossier
                                                    << QStringLiteral("--component")
                                                    << QStringLiteral("GT01"));
        REQUIRE(scan.waitForStarted());
        scan.waitForFinished(afterMs);
        scan.kill();
        scan.waitForFinished();
        reported += sidesReported(scan.readAllStandardOutput());
        const auto kept = sidesKept(station, dossier);
        INFO("killed after " << afterMs << " ms, reported " << reported.size() << ", kept "
                             << kept.size());
        CHECK(kept.contains(reported));
    }
    REQUIRE_FALSE(reported.isEmpty());

    // What was left uncleaned is cleaned before the copy is made.
    station.cli({QStringLiteral("token"), QStringLiteral("list")});
    const Run signedCopy = station.cli(
        {QStringLiteral("sign"), dossier, QStringLiteral("--pin-file"), station.pinFile()});
    INFO(signedCopy.errors.toStdString());
    REQUIRE(signedCopy.exitCode == 0);
    CHECK(signedCopy.json()[QStringLiteral("papers")][0][QStringLiteral("pages")].toInt() ==
          sidesKept(station, dossier).size());
    CHECK(station.cli({QStringLiteral("audit"), QStringLiteral("verify")}).exitCode == 0);
}

TEST_CASE("after kill -9 at any moment of signing each paper gets its one signed copy", "[e2e]")
{
    constexpr int kills = 20;
    const StationUnderTest station;
    const QString dossier = station.newDossier();
    const QStringList components{QStringLiteral("GT01"), QStringLiteral("GT02")};
    for (const auto &component : components)
        REQUIRE(station
                    .cli(QStringList{QStringLiteral("import"), dossier,
                                     QStringLiteral("--component"), component} +
                         StationUnderTest::training(component))
                    .exitCode == 0);
    station.cli({QStringLiteral("token"), QStringLiteral("list")});
    const std::filesystem::path data = station.data().toStdString();
    const std::filesystem::path before = data.string() + ".before";
    std::filesystem::copy(data, before, std::filesystem::copy_options::recursive);

    const QStringList sign{QStringLiteral("sign"), dossier, QStringLiteral("--pin-file"),
                           station.pinFile()};
    QElapsedTimer whole;
    whole.start();
    REQUIRE(station.cli(sign).exitCode == 0);
    const int wholeMs = static_cast<int>(whole.elapsed());
    int unfinished = 0;
    for (int kill = 0; kill < kills; ++kill) {
        CAPTURE(kill);
        std::filesystem::remove_all(data);
        std::filesystem::copy(before, data, std::filesystem::copy_options::recursive);
        QProcess killed;
        killed.start(StationUnderTest::program(), station.commonArguments() << sign);
        REQUIRE(killed.waitForStarted());
        killed.waitForFinished(wholeMs * kill / kills);
        killed.kill();
        killed.waitForFinished();

        const Run again = station.cli(sign);
        INFO(again.errors.toStdString());
        const bool wasThrough = again.errorCode() == QStringLiteral("nothing_to_do");
        CHECK((again.exitCode == 0 || wasThrough));
        unfinished += wasThrough ? 0 : 1;
        for (const auto &component : components) {
            const auto paper = station.component(dossier, component);
            CHECK(paper[QStringLiteral("state")].toString() == QStringLiteral("signed"));
        }
        CHECK(station.cli({QStringLiteral("audit"), QStringLiteral("verify")}).exitCode == 0);
    }
    CHECK(unfinished > kills / 4);  // else the kills came too late to say anything
}

TEST_CASE("sync removes half files of a kill, but none that may still be written", "[e2e]")
{
    const StationUnderTest station;
    const QString folder = station.data() + QStringLiteral("/spool/") + station.newDossier();
    REQUIRE(QDir().mkpath(folder));
    const auto half = [&](const QString &name, int ageSeconds) {
        QFile file(folder + name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("P6");
        REQUIRE(file.flush());  // a later write would set the time again
        REQUIRE(file.setFileTime(QDateTime::currentDateTime().addSecs(-ageSeconds),
                                 QFileDevice::FileModificationTime));
        return file.fileName();
    };
    const QString old = half(QStringLiteral("/old.part"), 3600);
    const QString fresh = half(QStringLiteral("/fresh.part"), 0);
    CHECK(station.cli({QStringLiteral("outbox")}).exitCode == 0);
    CHECK(QFile::exists(old));
    CHECK(station.cli({QStringLiteral("sync")}).exitCode == 0);
    CHECK_FALSE(QFile::exists(old));
    CHECK(QFile::exists(fresh));
}

TEST_CASE("two stations that ask for one code at once get two codes", "[e2e]")
{
    const QTemporaryDir shared;
    const StationUnderTest first(shared.path());
    const StationUnderTest second(shared.path());
    QList<QString> dossiers;
    for (const auto *station : {&first, &second}) {
        const QString dossier = station->newDossier();
        dossiers << dossier;
        const auto picture = StationUnderTest::training(QStringLiteral("GT04"));
        REQUIRE(station
                    ->cli(QStringList{QStringLiteral("import"), dossier,
                                      QStringLiteral("--component"), QStringLiteral("GT04")} +
                          picture)
                    .exitCode == 0);
        station->cli({QStringLiteral("token"), QStringLiteral("list")});
        REQUIRE(station
                    ->cli({QStringLiteral("sign"), dossier, QStringLiteral("--pin-file"),
                           station->pinFile()})
                    .exitCode == 0);
        REQUIRE(station
                    ->cli({QStringLiteral("confirm"), dossier, QStringLiteral("--component"),
                           QStringLiteral("GT04"), QStringLiteral("--accept")})
                    .exitCode == 0);
    }
    QProcess one;
    QProcess two;
    one.start(StationUnderTest::program(), first.commonArguments()
                                               << QStringLiteral("store") << dossiers[0]);
    two.start(StationUnderTest::program(), second.commonArguments()
                                               << QStringLiteral("store") << dossiers[1]);
    REQUIRE(one.waitForFinished());
    REQUIRE(two.waitForFinished());

    QSet<QString> codes;
    codes.insert(
        first.component(dossiers[0], QStringLiteral("GT04"))[QStringLiteral("digitization_code")]
            .toString());
    codes.insert(
        second.component(dossiers[1], QStringLiteral("GT04"))[QStringLiteral("digitization_code")]
            .toString());
    CHECK(codes == QSet<QString>{QStringLiteral("026185001234.1.002809.GT04.01"),
                                 QStringLiteral("026185001234.1.002809.GT04.02")});
}
