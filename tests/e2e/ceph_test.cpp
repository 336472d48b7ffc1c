#include "core/text/vietnamese.h"
#include "tests/core/gateway/portal_server.h"
#include "tests/e2e/configured_station.h"
#include "tests/support/ceph_cluster.h"
#include "tests/support/relay.h"

#include <SQLiteCpp/Database.h>

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

using namespace station;
using namespace station::e2e;
using namespace station::gateway;
using namespace Qt::StringLiterals;

namespace {

const QString dossierCode = u"000.00.16.H62-240715-4711"_s;
const QString ownerName = u"Nguyễn Thị Hồng Đào"_s;
const QString ownerId = u"026185001234"_s;
const QStringList gt04{u"--component"_s, u"GT04"_s};

/// Words of which none may be read, in the forms in which they could stand somewhere.
QList<QByteArray> formsOf(const QStringList &seeds)
{
    QList<QByteArray> forms;
    for (const auto &seed : seeds) {
        const QByteArray utf8 = seed.toUtf8();
        forms << utf8 << text::folded(seed).toUtf8() << utf8.toHex() << utf8.toBase64()
              << utf8.toPercentEncoding();
        // A single short word would be found by chance.
        for (const auto &word : seed.split(u' '))
            if (word.size() > 4)
                forms << word.toUtf8() << text::folded(word).toUtf8();
    }
    return forms;
}

/// Which of them stand in the bytes; empty: none.
QByteArray foundIn(const QByteArray &bytes, const QList<QByteArray> &forms)
{
    QByteArray found;
    for (const auto &form : forms) {
        if (bytes.contains(form))
            found += form + ' ';
    }
    return found;
}

/// Request lines, status lines and headers of what went over the wire.
QByteArrayList headsIn(const QByteArray &wire)
{
    static const QRegularExpression head(
        u"(?:(?:GET|HEAD|PUT|POST|DELETE) /|HTTP/1\\.1 )[^\\r\\n]*\\r\\n"
        "(?:[A-Za-z0-9-]+:[^\\r\\n]*\\r\\n)+\\r\\n"_s);
    QByteArrayList heads;
    auto match = head.globalMatch(QString::fromLatin1(wire));
    while (match.hasNext())
        heads << match.next().captured().toLatin1();
    return heads;
}

/// As if everything that happened at the station had happened so many days earlier.
void age(const StationUnderTest &station, int days)
{
    SQLite::Database database(QFile::encodeName(station.data() + u"/station.db"_s).toStdString(),
                              SQLite::OPEN_READWRITE, 5'000);
    const std::string ms = std::to_string(86'400'000LL * days);
    database.exec("UPDATE audit SET at_ms = at_ms - " + ms);
    database.exec("UPDATE loose_blobs SET removable_at_ms = removable_at_ms - " + ms);
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next().mid(folder.size());
    return files;
}

QStringList keysOf(const CephCluster &ceph, const QString &bucket)
{
    const auto list = ceph.ask("GET", u"/"_s.toUtf8() + bucket.toUtf8());
    REQUIRE(list.status == 200);
    static const QRegularExpression key(u"<Key>([^<]*)</Key>"_s);
    QStringList keys;
    auto match = key.globalMatch(QString::fromUtf8(list.body));
    while (match.hasNext())
        keys << match.next().captured(1);
    return keys;
}

}  // namespace

TEST_CASE("a dossier reaches a repository that was away, and nothing tells whose it is", "[e2e]")
{
    auto &ceph = CephCluster::shared();
    const Relay wire(static_cast<quint16>(QUrl(ceph.url()).port()));
    PortalServer portal;
    const ConfiguredStation station(
        u"[network]\nconnect_timeout_ms = 1000\n"
        "[repository]\nkind = \"s3\"\nurl = \"%1\"\ndocument_bucket = \"%2\"\n"
        "control_bucket = \"%3\"\nlogin_file = \"kho.login\"\n"
        "[gateway]\nurl = \"%4\"\nlogin_url = \"%5\"\nlogin_file = \"portal.login\"\n"_s.arg(
            wire.url(), CephCluster::versionedBucket(), CephCluster::plainBucket(), portal.url(),
            portal.loginUrl()));
    station.write(u"kho.login"_s,
                  CephCluster::accessKey() + '\n' + CephCluster::secretKey() + '\n');
    station.write(u"portal.login"_s,
                  (PortalServer::user + u'\n' + PortalServer::password + u'\n').toUtf8());
    // What a journal would keep of all this: what is not an answer to a person.
    QByteArray journal;
    const auto at = [&](const QStringList &words) {
        const Run run = station.cli(words);
        journal += run.errors;
        return run;
    };

    REQUIRE(at({u"repository"_s, u"probe"_s}).exitCode != 1);
    const QString dossier = station.newDossier(ownerId, ownerName, dossierCode);
    REQUIRE(at(QStringList{u"decide"_s, dossier, u"--as"_s, u"digitize"_s} + gt04).exitCode == 0);
    station.station().feed(StationUnderTest::training(u"GT04"_s));
    REQUIRE(at(QStringList{u"scan"_s, dossier, u"--source"_s, u"feeder"_s} + gt04).exitCode != 1);
    REQUIRE(at({u"token"_s, u"list"_s}).exitCode == 0);
    REQUIRE(at({u"sign"_s, dossier, u"--pin-file"_s, station.station().pinFile()}).exitCode != 1);
    REQUIRE(at({u"extract"_s, dossier}).exitCode != 1);
    const Run confirmed =
        at(QStringList{u"confirm"_s, dossier, u"--set"_s, u"address=Vĩnh Yên"_s, u"--accept"_s} +
           gt04);
    INFO(confirmed.errors.toStdString());
    REQUIRE(confirmed.exitCode == 0);

    // The server goes away while the clerk hands over.
    ceph.killGateway();
    const Run away = at({u"store"_s, dossier});
    CHECK(away.exitCode == 1);
    CHECK(away.errorCode() == u"repository_down"_s);
    const auto waiting = at({u"outbox"_s}).json();
    REQUIRE(waiting[u"handovers"_s].toArray().size() == 1);
    CHECK_FALSE(waiting[u"handovers"_s].toArray()[0].toObject()[u"dead"_s].toBool(true));
    CHECK(waiting[u"notices"_s].toArray().isEmpty());
    CHECK(portal.dossiers(dossierCode).isEmpty());
    ceph.startGateway();
    const Run sent = at({u"sync"_s, u"--once"_s});
    journal += sent.output;
    INFO(sent.output.toStdString());
    REQUIRE(sent.exitCode == 0);
    CHECK(sent.json()[u"sent"_s].toInt() == 1);
    CHECK(sent.json()[u"notices"_s][u"told"_s].toInt() == 1);

    // The copy is there for somebody who knows nothing of this program, and the portal was told
    // where, under which code.
    REQUIRE(portal.dossiers(dossierCode).size() == 1);
    const auto paper = portal.dossiers(dossierCode)[0][u"TaiLieuNop"_s].toArray().at(0).toObject();
    const QString link = paper[u"DuongDanTaiTepTin"_s].toString();
    REQUIRE(link.startsWith(wire.url() + u'/' + CephCluster::versionedBucket()));
    const QByteArray there = link.mid(wire.url().size()).toUtf8();
    const auto fetched = ceph.ask("GET", there);
    REQUIRE(fetched.status == 200);
    CHECK(QCryptographicHash::hash(fetched.body, QCryptographicHash::Sha256).toHex() ==
          link.section(u'/', -1).toLatin1());
    const QString digitizationCode = paper[u"TepDinhKemId"_s].toString();
    CHECK(digitizationCode.startsWith(ownerId));

    const auto pictures = filesBelow(station.station().data() + u"/spool"_s);

    // Long afterwards the copy and its pictures leave the station, and come back from there.
    age(station.station(), 31);
    const Run audited = at({u"audit"_s, u"sample"_s});
    INFO(audited.errors.toStdString());
    CHECK(audited.exitCode == 0);
    CHECK(audited.json()[u"objects"_s].toInt() == 2);
    const Run purged = at({u"purge"_s});
    INFO(purged.errors.toStdString());
    CHECK(purged.exitCode == 0);
    CHECK(purged.json()[u"copies"_s].toInt() == 1);
    CHECK(purged.json()[u"pictures"_s].toInt() == 1);
    CHECK(at({u"fetch"_s, dossier}).json()[u"fetched"_s].toInt() == 1);

    // What somebody deletes there is missed and named, and comes back from here.
    REQUIRE(ceph.ask("DELETE", there).status == 204);
    age(station.station(), 31);
    const Run lost = at({u"audit"_s, u"sample"_s});
    CHECK(lost.exitCode == 3);
    const auto missed = lost.json()[u"lost"_s].toArray();
    REQUIRE(missed.size() == 1);
    CHECK(missed[0][u"component"_s] == u"GT04"_s);
    CHECK(missed[0][u"code"_s] == u"file_missing"_s);
    CHECK(at({u"purge"_s}).errorCode() == u"repository_damaged"_s);
    CHECK(at({u"self-test"_s}).json()[u"lost_in_repository"_s].toInt() == 1);
    CHECK(at({u"audit"_s, u"sample"_s, u"--send-again"_s}).exitCode == 0);
    CHECK(ceph.ask("GET", there).body == fetched.body);

    const auto forms = formsOf({ownerName, ownerId, dossierCode, digitizationCode, u"Vĩnh Yên"_s});
    // The seeds are such that they would be found.
    REQUIRE_FALSE(foundIn(at({u"dossier"_s, u"show"_s, dossier}).output, forms).isEmpty());
    CHECK(foundIn(journal, forms) == QByteArray());
    const auto heads = headsIn(wire.seen());
    CHECK(heads.size() > 50);
    CHECK(heads.join().contains("x-amz-content-sha256"));
    CHECK(foundIn(heads.join(), forms) == QByteArray());
    const QByteArray logs = ceph.logs();
    CHECK(logs.contains("PUT /" + CephCluster::versionedBucket().toUtf8()));
    CHECK(foundIn(logs, forms) == QByteArray());
    int objects = 0;
    for (const auto &bucket : {CephCluster::versionedBucket(), CephCluster::plainBucket()}) {
        for (const auto &key : keysOf(ceph, bucket)) {
            CAPTURE(key.toStdString());
            CHECK(foundIn(key.toUtf8(), forms) == QByteArray());
            ++objects;
            if (!key.startsWith(u"doc/v1/"_s))  // the copies themselves
                CHECK(foundIn(ceph.ask("GET", u"/%1/%2"_s.arg(bucket, key).toUtf8()).body, forms) ==
                      QByteArray());
        }
    }
    CHECK(objects >= 5);  // copy, manifest, claim, index, event
    int files = 0;
    const QString data = station.station().data();
    for (const auto &path : filesBelow(data)) {
        // Pictures are not sealed, and docs/sealing.md says so; the training scanner's paper is no
        // data.
        if (path.startsWith(u"/spool/"_s) || path.startsWith(u"/training-scanner/"_s))
            continue;
        CAPTURE(path.toStdString());
        CHECK(foundIn(path.toUtf8(), forms) == QByteArray());
        QFile file(data + path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(foundIn(file.readAll(), forms) == QByteArray());
        ++files;
    }
    CHECK(files >= 2);  // database and copy
    CHECK(pictures.size() >= 3);
    CHECK(foundIn(pictures.join(u' ').toUtf8(), forms) == QByteArray());
}
