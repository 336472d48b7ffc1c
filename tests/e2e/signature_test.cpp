#include "tests/e2e/station_under_test.h"
#include "tests/signing/support/loopback_services.h"
#include "tests/signing/support/sample_pdf.h"
#include "tests/signing/token/token_desk.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <openssl/pem.h>

using namespace station;
using namespace station::e2e;
using namespace station::signing;
using namespace Qt::StringLiterals;

namespace {

QByteArray pemOf(const Certificate &certificate)
{
    const BioHandle output(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(output.get(), certificate.get());
    char *text = nullptr;
    const long size = BIO_get_mem_data(output.get(), &text);
    return {text, static_cast<qsizetype>(size)};
}

/// An office as IT sets it up: a token whose certificate says where its authority
/// can be asked, two time-stamp authorities, a folder of trusted roots.
class Office {
public:
    Office()
    {
        services.setTime(0);
        auto &authority = services.authority();
        makeToken(m_folder.path(), u"Thẻ ký"_s, deskPin, u"rsa2048"_s, [&](const QByteArray &key) {
            m_own = authority.certify(key);
            return QByteArrayList{m_own.der(), authority.issuer().der()};
        });
        qputenv("SOFTHSM2_CONF", file(u"softhsm2.conf"_s).toUtf8());
        QDir(m_folder.path()).mkpath(u"config/trust"_s);
        writeFile(file(u"config/trust/root.pem"_s), pemOf(authority.root()));
        writeFile(file(u"config/station.toml"_s),
                  u"[token]\nmodules = [\"%1\"]\nlabel = \"Thẻ ký\"\ntrust_dir = \"trust\"\n"
                  "[[signing.timestamp]]\nname = \"A\"\nurl = \"%2\"\n"
                  "[[signing.timestamp]]\nname = \"B\"\nurl = \"%3\"\n"_s
                      .arg(softHsm(), services.tsaUrl(), services.secondTsaUrl())
                      .toUtf8());
        writeFile(file(u"pin"_s), deskPin);
        QFile::setPermissions(file(u"pin"_s), QFile::ReadOwner | QFile::WriteOwner);
    }
    ~Office() { qunsetenv("SOFTHSM2_CONF"); }

    QString file(const QString &name) const { return m_folder.filePath(name); }
    QStringList arguments() const
    {
        return station.commonArguments() << u"--config"_s << file(u"config"_s) << u"--json"_s;
    }
    Run cli(const QStringList &command) const
    {
        return run(StationUnderTest::program(), arguments() + command);
    }
    Run sign(const QString &dossier) const
    {
        return cli({u"sign"_s, dossier, u"--pin-file"_s, file(u"pin"_s)});
    }
    /// A dossier with one scanned paper.
    QString captured() const
    {
        const Run opened =
            cli({u"dossier"_s, u"new"_s, u"--procedure"_s, u"1.002809"_s, u"--owner-id"_s,
                 u"026185001234"_s, u"--owner-name"_s, u"Nguyễn Thị Thu Hường"_s});
        const QString uuid = opened.json()[u"uuid"_s].toString();
        cli({u"devices"_s});
        station.feed(StationUnderTest::training(u"GT02"_s).mid(0, 1));
        REQUIRE(cli({u"scan"_s, uuid, u"--component"_s, u"GT02"_s}).exitCode == 0);
        return uuid;
    }
    QJsonObject component(const QString &dossier) const
    {
        for (const auto value :
             cli({u"dossier"_s, u"show"_s, dossier}).json()[u"components"_s].toArray()) {
            if (value[u"code"_s] == u"GT02"_s)
                return value.toObject();
        }
        return {};
    }
    QString copyOf(const QString &dossier) const
    {
        return station.copy(component(dossier)[u"sha256"_s].toString());
    }
    QJsonObject verdictOn(const QString &pdf) const
    {
        return cli({u"verify"_s, pdf, u"--online"_s}).json()[u"files"_s][0].toObject();
    }
    QString levelOf(const QString &pdf) const
    {
        const QJsonObject verdict = verdictOn(pdf);
        CHECK(verdict[u"overall"_s].toString() == u"valid"_s);
        return verdict[u"signatures"_s][0][u"level"_s].toString();
    }

    const Certificate &ownCertificate() const { return m_own; }

    LoopbackServices services{};
    StationUnderTest station{};

private:
    QTemporaryDir m_folder{};
    Certificate m_own{};
};

void breakTimestamps(Office &office, Trouble trouble)
{
    office.services.fail(Service::Tsa, trouble);
    office.services.fail(Service::SecondTsa, trouble);
}

}  // namespace

TEST_CASE("a copy has all of its proof right after the signature when the authorities answer",
          "[e2e][signature]")
{
    const Office office;
    const QString dossier = office.captured();
    const Run signedOnce = office.sign(dossier);
    INFO(signedOnce.errors.toStdString());
    REQUIRE(signedOnce.exitCode == 0);
    CHECK(signedOnce.json()[u"proof"_s][u"complete"_s] == 1);

    const QString copy = office.copyOf(dossier);
    CHECK(office.levelOf(copy) == u"B-LTA"_s);
    CHECK(run(u"pdfsig"_s, {u"-nocert"_s, copy}).output.contains("Signature is Valid."));
    CHECK(run(u"qpdf"_s, {u"--check"_s, copy}).exitCode == 0);
    CHECK(office.cli({u"audit"_s, u"verify"_s}).exitCode == 0);
}

TEST_CASE("a dead line never stops a signature and its proof comes later", "[e2e][signature]")
{
    Office office;
    breakTimestamps(office, Trouble::Closed);
    const QString dossier = office.captured();
    const Run offline = office.sign(dossier);
    REQUIRE(offline.exitCode == 0);
    CHECK(offline.json()[u"proof"_s][u"waiting"_s] == 1);
    CHECK(office.levelOf(office.copyOf(dossier)) == u"B-B"_s);

    const Run stillDead = office.cli({u"upgrade"_s, u"--once"_s, u"--all"_s});
    CHECK(stillDead.exitCode == 3);
    CHECK(stillDead.json()[u"waiting"_s].toArray().size() == 1);

    // The second authority comes back, while the first one still rests.
    QFile::remove(office.station.data() + u"/signing/authorities.json"_s);
    office.services.fail(Service::SecondTsa, Trouble::None);
    const Run well = office.cli({u"upgrade"_s, u"--once"_s, u"--all"_s});
    INFO(well.output.toStdString());
    CHECK(well.exitCode == 0);
    CHECK(well.json()[u"waiting"_s].toArray().isEmpty());
    CHECK(office.levelOf(office.copyOf(dossier)) == u"B-LTA"_s);
    CHECK(office.cli({u"audit"_s, u"verify"_s}).exitCode == 0);
}

TEST_CASE("an upgrade that is killed costs only the attempt", "[e2e][signature][crash]")
{
    Office office;
    breakTimestamps(office, Trouble::Closed);
    const QString dossier = office.captured();
    REQUIRE(office.sign(dossier).exitCode == 0);
    const QString before = office.copyOf(dossier);

    QFile::remove(office.station.data() + u"/signing/authorities.json"_s);
    office.services.fail(Service::Tsa, Trouble::SlowDrip);
    const int asked = office.services.requests(Service::Tsa);
    QProcess victim;
    victim.start(StationUnderTest::program(), office.arguments()
                                                  << u"upgrade"_s << u"--once"_s << u"--all"_s);
    while (office.services.requests(Service::Tsa) == asked &&
           victim.state() != QProcess::NotRunning)
        QThread::msleep(5);
    victim.kill();
    victim.waitForFinished();
    CHECK(office.copyOf(dossier) == before);
    CHECK(office.levelOf(before) == u"B-B"_s);

    // The dead program's claim has still some minutes to run; the row waits for its end.
    REQUIRE(office.cli({u"sync"_s, u"--once"_s}).exitCode == 0);
    const Run again = office.cli({u"upgrade"_s, u"--once"_s, u"--all"_s});
    CHECK(again.exitCode == 0);
    CHECK(again.json()[u"waiting"_s].toArray().size() == 1);
    CHECK(office.copyOf(dossier) == before);
    CHECK(office.cli({u"audit"_s, u"verify"_s}).exitCode == 0);
}

TEST_CASE("one file is signed to each level, and a change to it is named", "[e2e][signature]")
{
    const Office office;
    writeFile(office.file(u"plain.pdf"_s), samplePdf());
    for (const auto &level : {u"B"_s, u"T"_s, u"LT"_s, u"LTA"_s}) {
        const QString out = office.file(level + u".pdf"_s);
        const Run done = office.cli({u"sign-file"_s, office.file(u"plain.pdf"_s), out, u"--level"_s,
                                     level, u"--pin-file"_s, office.file(u"pin"_s)});
        INFO(done.errors.toStdString() + done.output.toStdString());
        CHECK(done.exitCode == 0);
        CHECK(done.json()[u"level"_s] == level);
        CHECK(office.levelOf(out) == u"B-"_s + level);
    }

    const Run raised = office.cli({u"upgrade"_s, u"--file"_s, office.file(u"B.pdf"_s),
                                   office.file(u"raised.pdf"_s), u"--level"_s, u"LT"_s});
    CHECK(raised.exitCode == 0);
    CHECK(office.levelOf(office.file(u"raised.pdf"_s)) == u"B-LT"_s);

    QFile changed(office.file(u"LTA.pdf"_s));
    REQUIRE(changed.open(QIODevice::ReadOnly));
    QByteArray bytes = changed.readAll();
    bytes.replace("%PDF-1.7", "%PDF-1.6");
    writeFile(office.file(u"changed.pdf"_s), bytes);
    const Run broken = office.cli({u"verify"_s, office.file(u"changed.pdf"_s)});
    CHECK(broken.exitCode == 3);
    const QJsonObject verdict = broken.json()[u"files"_s][0].toObject();
    CHECK(verdict[u"overall"_s] == u"broken"_s);
    CHECK(verdict[u"code"_s] == u"digest_mismatch"_s);
    CHECK_FALSE(verdict[u"signatures"_s][0][u"findings"_s][0][u"message"_s].toString().isEmpty());
}

TEST_CASE("a certificate says why it cannot sign, and signs nothing", "[e2e][signature]")
{
    Office office;
    const Run before =
        office.cli({u"token"_s, u"certificates"_s, u"--pin-file"_s, office.file(u"pin"_s)});
    REQUIRE(before.exitCode == 0);
    QJsonObject own = before.json()[u"certificates"_s][0].toObject();
    CHECK(own[u"usable"_s] == true);

    const QString dossier = office.captured();
    QFile settings(office.file(u"config/station.toml"_s));
    REQUIRE(settings.open(QIODevice::Append));
    settings.write("[[signing.clerk]]\naccount = \"nobody-here\"\ncertificates = [\"" +
                   own[u"sha256"_s].toString().toUtf8() + "\"]\n");
    settings.close();
    own = office.cli({u"token"_s, u"certificates"_s, u"--pin-file"_s, office.file(u"pin"_s)})
              .json()[u"certificates"_s][0]
              .toObject();
    CHECK(own[u"usable"_s] == false);
    CHECK(own[u"flaws"_s].toArray() == QJsonArray{u"other_clerk"_s});
    const Run refused = office.sign(dossier);
    CHECK(refused.exitCode == 1);
    CHECK(refused.errorCode() == u"certificate_unusable"_s);
    CHECK(office.component(dossier)[u"state"_s] == u"captured"_s);
}

TEST_CASE("a withdrawn certificate signs nothing more", "[e2e][signature]")
{
    Office office;
    const QString dossier = office.captured();
    office.services.authority().revoke(office.ownCertificate(), sampleTimeMs);
    QDir(office.station.data() + u"/signing/revocation"_s).removeRecursively();
    const Run refused = office.sign(dossier);
    CHECK(refused.exitCode == 1);
    CHECK(refused.errorCode() == u"certificate_revoked"_s);
}
