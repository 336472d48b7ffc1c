#include "tests/e2e/station_under_test.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace station;
using namespace station::e2e;
using namespace Qt::StringLiterals;

namespace {

const QString owner = u"026185001234"_s;
const QStringList gt04{u"--component"_s, u"GT04"_s};

/// One that has to come through.
QJsonObject at(const StationUnderTest &station, const QString &command, const QString &dossier,
               const QStringList &more = gt04)
{
    const Run run = station.cli(QStringList{command, dossier} + more);
    INFO(command.toStdString());
    INFO(run.errors.toStdString());
    INFO(run.output.toStdString());
    REQUIRE(run.exitCode != 1);
    REQUIRE(run.exitCode != 2);
    return run.json();
}

/// What is on the scanner becomes the paper of GT04, up to the confirmed fields.
void digitize(const StationUnderTest &station, const QString &dossier, const QString &expiry,
              const QString &replaced = {})
{
    station.feed(StationUnderTest::training(u"GT04"_s));
    const QStringList how =
        replaced.isEmpty() ? QStringList{} : QStringList{u"--replace"_s, replaced};
    at(station, u"scan"_s, dossier, gt04 + QStringList{u"--source"_s, u"feeder"_s} + how);
    at(station, u"sign"_s, dossier, {u"--pin-file"_s, station.pinFile()});
    at(station, u"extract"_s, dossier, {});
    at(station, u"confirm"_s, dossier,
       gt04 + QStringList{u"--set"_s, u"address=Vĩnh Yên"_s, u"--set"_s, u"expiry_date="_s + expiry,
                          u"--accept"_s});
}

QString codeOf(const StationUnderTest &station, const QString &dossier)
{
    return at(station, u"store"_s, dossier, {})[u"codes"_s][u"GT04"_s].toString();
}

QJsonArray lookup(const StationUnderTest &station)
{
    const Run run = station.cli({u"lookup"_s, owner});
    INFO(run.errors.toStdString());
    REQUIRE(run.exitCode == 0);
    return run.json()[u"papers"_s].toArray();
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next();
    files.sort();
    return files;
}

/// The document of GT04 in the dossier's manifest.
QJsonObject linkedIn(const QString &shared, const QString &dossier)
{
    for (const auto &path : filesBelow(shared + u"/repository/doc/man"_s)) {
        QFile file(path);
        if (!path.contains(dossier) || !file.open(QIODevice::ReadOnly))
            continue;
        const auto documents =
            QJsonDocument::fromJson(file.readAll()).object()[u"documents"_s].toArray();
        for (const auto &document : documents) {
            if (document[u"component"_s] == u"GT04"_s)
                return document.toObject();
        }
    }
    return {};
}

}  // namespace

TEST_CASE("a stored paper is reused by another station and a corrected one takes its place",
          "[e2e]")
{
    const QTemporaryDir shared;
    const StationUnderTest first(shared.path());
    const StationUnderTest second(shared.path());
    REQUIRE(first.cli({u"token"_s, u"list"_s}).exitCode == 0);

    const QString dossier = first.newDossier();
    digitize(first, dossier, u"31/12/2999"_s);
    // Until it is claimed the code is no more than a proposal.
    const auto waiting = first.component(dossier, u"GT04"_s);
    CHECK(waiting[u"state"_s] == u"extracted"_s);
    CHECK_FALSE(waiting.contains(u"digitization_code"_s));
    const QString provisional = waiting[u"provisional_code"_s].toString();
    CHECK(first.cliText({u"dossier"_s, u"show"_s, dossier})
              .output.contains("PROVISIONAL " + provisional.toUtf8()));
    const QString code = codeOf(first, dossier);
    CHECK(code == provisional);
    CHECK_FALSE(first.cliText({u"dossier"_s, u"show"_s, dossier}).output.contains("PROVISIONAL"));
    const QString oldCopy = first.component(dossier, u"GT04"_s)[u"sha256"_s].toString();

    // Another station finds it and links it: nothing is stored twice.
    auto papers = lookup(second);
    REQUIRE(papers.size() == 1);
    CHECK(papers[0][u"digitization_code"_s] == code);
    CHECK(papers[0][u"standing"_s] == u"valid"_s);
    const QString other = second.newDossier();
    at(second, u"decide"_s, other,
       gt04 + QStringList{u"--as"_s, u"reuse"_s, u"--national-store"_s});
    CHECK(second.component(other, u"GT04"_s)[u"reused_from"_s] == u"national_store"_s);
    CHECK(second.component(other, u"GT04"_s)[u"sha256"_s] == oldCopy);
    const auto before = filesBelow(shared.filePath(u"repository/doc/v1"_s));
    CHECK(codeOf(second, other) == code);
    CHECK(filesBelow(shared.filePath(u"repository/doc/v1"_s)) == before);
    const auto linked = linkedIn(shared.path(), other);
    CHECK(linked[u"sha256"_s] == oldCopy);
    CHECK(linked[u"status"_s].toInt() == 2);  // GT04 has no result that could take its place
    CHECK(linked[u"reuse"_s] == QJsonObject{{u"source"_s, u"national_store"_s}, {u"count"_s, 1}});

    // A correction can be given up; then nothing has changed.
    at(first, u"correct"_s, dossier);
    CHECK(first.component(dossier, u"GT04"_s)[u"state"_s] == u"captured"_s);
    CHECK(first.cli({u"store"_s, dossier}).errorCode() == u"wrong_order"_s);
    at(first, u"correct"_s, dossier, gt04 + QStringList{u"--give-up"_s});
    CHECK(first.component(dossier, u"GT04"_s)[u"sha256"_s] == oldCopy);
    CHECK(first.cli({u"correct"_s, dossier, u"--give-up"_s, gt04[0], gt04[1]}).errorCode() ==
          u"nothing_to_do"_s);

    // Scanned again in place: a new copy, the same code; the old objects stay as they were.
    const auto objects = filesBelow(shared.filePath(u"repository"_s));
    at(first, u"correct"_s, dossier);
    const auto reopened = first.component(dossier, u"GT04"_s);
    CHECK(reopened[u"corrects"_s] == oldCopy);
    // A restore brings a correction back as it was.
    const QTemporaryDir backups;
    REQUIRE(first.cli({u"backup"_s, u"--to"_s, backups.path()}).exitCode != 1);
    const Run restored = first.cli({u"restore"_s, backups.path()});
    INFO(restored.errors.toStdString());
    REQUIRE(restored.exitCode == 0);
    CHECK(first.component(dossier, u"GT04"_s) == reopened);
    digitize(first, dossier, u"31/12/2999"_s, reopened[u"sides"_s][0][u"id"_s].toString());
    CHECK(first.component(dossier, u"GT04"_s)[u"provisional_code"_s] == code);
    CHECK(codeOf(first, dossier) == code);
    const QString newCopy = first.component(dossier, u"GT04"_s)[u"sha256"_s].toString();
    CHECK(newCopy != oldCopy);
    const auto now = filesBelow(shared.filePath(u"repository"_s));
    for (const auto &object : objects)
        CHECK(now.contains(object));
    CHECK(now.size() == objects.size() + 4);  // copy, manifest, index, event

    papers = lookup(second);
    REQUIRE(papers.size() == 2);
    CHECK(papers[0][u"sha256"_s] == newCopy);
    CHECK(papers[0][u"reusable"_s] == true);
    CHECK(papers[1][u"sha256"_s] == oldCopy);
    CHECK(papers[1][u"standing"_s] == u"superseded"_s);
    CHECK(papers[1][u"superseded_by"_s] == code);
    const QString third = second.newDossier();
    const auto reuse = [&](const QString &copy) {
        return second.cli(
            QStringList{u"decide"_s, third, u"--as"_s, u"reuse"_s, u"--code"_s, copy} + gt04);
    };
    CHECK(reuse(oldCopy).errorCode() == u"copy_superseded"_s);
    CHECK(reuse(code).exitCode == 0);
    CHECK(second.component(third, u"GT04"_s)[u"sha256"_s] == newCopy);

    // The next correction says that the paper has expired: nothing is left to be reused.
    at(first, u"correct"_s, dossier);
    digitize(first, dossier, u"31/12/2020"_s,
             first.component(dossier, u"GT04"_s)[u"sides"_s][0][u"id"_s].toString());
    CHECK(codeOf(first, dossier) == code);
    papers = lookup(second);
    REQUIRE(papers.size() == 3);
    for (const auto &paper : papers)
        CHECK(paper[u"reusable"_s] == false);
    CHECK(second.cliText({u"lookup"_s, owner}).output.contains("was valid until 31/12/2020"));
    const QString fourth = second.newDossier();
    const Run refused = second.cliText(
        QStringList{u"decide"_s, fourth, u"--as"_s, u"reuse"_s, u"--code"_s, code} + gt04);
    CHECK(refused.exitCode == 1);
    CHECK(refused.errors.contains("31/12/2020"));
    CHECK(second.component(fourth, u"GT04"_s)[u"state"_s] == u"open"_s);

    // Issued in error altogether: nothing is overwritten, and nobody is offered it.
    const QString newest = papers[0][u"sha256"_s].toString();
    const auto kept = filesBelow(shared.filePath(u"repository"_s));
    at(first, u"withdraw"_s, dossier);
    CHECK(first.component(dossier, u"GT04"_s)[u"state"_s] == u"open"_s);
    CHECK(first.cliText({u"dossier"_s, u"show"_s, dossier}).output.contains("WITHDRAWN"));
    CHECK(first.cli({u"decide"_s, dossier, u"--as"_s, u"shown"_s, gt04[0], gt04[1]}).errorCode() ==
          u"wrong_order"_s);
    at(first, u"store"_s, dossier, {});
    CHECK_FALSE(first.cliText({u"dossier"_s, u"show"_s, dossier}).output.contains("WITHDRAWN"));
    const auto after = filesBelow(shared.filePath(u"repository"_s));
    for (const auto &object : kept)
        CHECK(after.contains(object));
    CHECK(after.size() == kept.size() + 3);  // manifest, index, event
    for (const auto &paper : lookup(second)) {
        if (paper[u"sha256"_s] == newest)
            CHECK(paper[u"standing"_s] == u"withdrawn"_s);
        CHECK(paper[u"reusable"_s] == false);
    }
    CHECK(second
              .cli(QStringList{u"decide"_s, fourth, u"--as"_s, u"reuse"_s, u"--code"_s, newest} +
                   gt04)
              .errorCode() == u"copy_withdrawn"_s);

    for (const auto *station : {&first, &second})
        CHECK(station->cli({u"audit"_s, u"verify"_s}).exitCode == 0);
}
