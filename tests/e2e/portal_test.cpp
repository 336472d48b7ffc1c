#include "tests/core/gateway/portal_server.h"
#include "tests/e2e/configured_station.h"
#include "tests/support/catch.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QProcess>

using namespace station;
using namespace station::e2e;
using namespace station::gateway;
using namespace Qt::StringLiterals;

namespace {

const QString dossierCode = u"000.00.16.H62-240715-0001"_s;
const QString ownerName = u"Nguyễn Thị Hồng Đào"_s;

/// A station whose settings name a portal and a department's own system.
struct ToldStation {
    ToldStation()
    {
        writeLogin(PortalServer::password);
        station.write(u"hook.key"_s, "a secret of the test\n");
    }
    void writeLogin(const QString &password) const
    {
        station.write(u"portal.login"_s, (PortalServer::user + u'\n' + password + u'\n').toUtf8());
    }
    Run cli(const QStringList &words) const { return station.cli(words); }
    Run text(const QStringList &words) const { return station.text(words); }

    /// With a plain attachment, which needs no token; ready to be handed over.
    QString readyDossier() const
    {
        const QString dossier = station.newDossier(u"026185001234"_s, ownerName, dossierCode);
        REQUIRE(cli({u"decide"_s, dossier, u"--component"_s, u"GT04"_s, u"--as"_s, u"attach"_s})
                    .exitCode == 0);
        station.station().feed(StationUnderTest::training(u"GT04"_s));
        const Run scanned = cli({u"scan"_s, dossier, u"--component"_s, u"GT04"_s});
        INFO(scanned.errors.toStdString());
        REQUIRE(scanned.exitCode != 1);
        return dossier;
    }
    qsizetype atPortal() const { return portal.dossiers(dossierCode).size(); }
    QJsonArray notices() const { return cli({u"outbox"_s}).json()[u"notices"_s].toArray(); }

    PortalServer portal;
    ConfiguredStation station{
        u"[gateway]\nurl = \"%1\"\nlogin_url = \"%2\"\nlogin_file = \"portal.login\"\n"
        "[handover]\nwebhook_url = \"%3\"\nwebhook_secret_file = \"hook.key\"\n"_s.arg(
            portal.url(), portal.loginUrl(), portal.hookUrl())};
};

}  // namespace

TEST_CASE("the portal hears of a hand-over and nothing waits for it", "[e2e]")
{
    ToldStation told;
    const QString dossier = told.readyDossier();
    told.portal.fail(told.portal.url(), Trouble::OutOfOrder, 2);

    // The department has it, whatever the portal says.
    const Run stored = told.cli({u"store"_s, dossier});
    INFO(stored.errors.toStdString());
    REQUIRE(stored.exitCode == 3);  // papers of the checklist are missing
    CHECK_FALSE(stored.json()[u"event"_s].toString().isEmpty());
    const auto untold = stored.json()[u"untold"_s].toArray();
    REQUIRE(untold.size() == 1);
    CHECK(untold[0].toObject()[u"target"_s] == u"portal"_s);
    CHECK(untold[0].toObject()[u"fault"_s] == u"network_down"_s);
    CHECK_FALSE(untold[0].toObject()[u"dead"_s].toBool(true));
    CHECK(told.portal.requests(told.portal.hookUrl()).size() == 1);
    const Run waiting = told.cli({u"outbox"_s});
    CHECK(waiting.json()[u"handovers"_s].toArray().isEmpty());
    CHECK(waiting.json()[u"notices"_s].toArray().size() == 1);

    const Run silent = told.cli({u"sync"_s, u"--once"_s});
    CHECK(silent.exitCode == 3);
    CHECK(silent.json()[u"waiting"_s].toInt(-1) == 0);
    CHECK(silent.json()[u"notices"_s][u"waiting"_s].toInt() == 1);
    CHECK(told.atPortal() == 0);

    const Run sent = told.cli({u"sync"_s, u"--once"_s});
    CHECK(sent.exitCode == 0);
    CHECK(sent.json()[u"notices"_s][u"told"_s].toInt() == 1);
    REQUIRE(told.atPortal() == 1);
    CHECK(told.portal.dossiers(dossierCode)[0][u"ChuHoSo"_s] == ownerName);
    CHECK(told.text({u"outbox"_s}).output.trimmed() == "nothing waits");
    CHECK(told.portal.requests(told.portal.hookUrl()).size() == 1);
}

TEST_CASE("what the portal refuses is shown in its words and told after try again", "[e2e]")
{
    ToldStation told;
    const QString dossier = told.readyDossier();
    told.portal.fail(told.portal.url(), Trouble::Refusal, 2);
    const Run stored = told.cli({u"store"_s, dossier});
    CHECK(stored.json()[u"untold"_s].toArray()[0].toObject()[u"fault"_s] == u"portal_refused"_s);
    CHECK_FALSE(stored.output.contains("không hợp lệ"));

    const Run shown = told.text({u"outbox"_s});
    INFO(shown.output.toStdString());
    CHECK(shown.output.contains("needs a person"));
    CHECK(shown.output.contains("không hợp lệ"));
    // What may go to a journal has none of it.
    const Run again = told.text({u"sync"_s, u"--once"_s});
    CHECK(again.exitCode == 3);
    CHECK_FALSE((again.output + again.errors).contains("không hợp lệ"));
    CHECK(told.atPortal() == 0);

    CHECK(told.cli({u"outbox"_s, u"--retry"_s}).exitCode == 0);
    CHECK(told.cli({u"sync"_s, u"--once"_s}).exitCode == 0);
    CHECK(told.atPortal() == 1);
    CHECK(told.notices().isEmpty());
}

TEST_CASE("a wrong portal login waits for IT and is tried once", "[e2e]")
{
    ToldStation told;
    told.writeLogin(u"wrong"_s);
    REQUIRE(told.cli({u"store"_s, told.readyDossier()}).exitCode == 3);
    REQUIRE(told.cli({u"sync"_s, u"--once"_s}).exitCode == 3);
    REQUIRE(told.notices().size() == 1);
    CHECK(told.notices()[0].toObject()[u"fault"_s] == u"portal_login_refused"_s);
    CHECK(told.portal.requests(told.portal.loginUrl()).size() == 1);

    told.writeLogin(PortalServer::password);
    CHECK(told.cli({u"outbox"_s, u"--retry"_s}).exitCode == 0);
    CHECK(told.cli({u"sync"_s, u"--once"_s}).exitCode == 0);
    CHECK(told.atPortal() == 1);
}

TEST_CASE("a program that stays tells the portal as soon as it answers again", "[e2e]")
{
    ToldStation told;
    const QString dossier = told.readyDossier();
    told.portal.fail(told.portal.url(), Trouble::OutOfOrder, 3);  // twice while it watches
    REQUIRE(told.cli({u"store"_s, dossier}).exitCode == 3);
    REQUIRE(told.notices().size() == 1);

    QProcess watching;
    watching.start(StationUnderTest::program(), told.station.arguments()
                                                    << u"sync"_s << u"--watch"_s);
    QDeadlineTimer deadline(60'000);
    while (told.atPortal() == 0 && !deadline.hasExpired() && !watching.waitForFinished(50))
        ;
    watching.terminate();
    REQUIRE(watching.waitForFinished());
    const QByteArray said = watching.readAllStandardOutput() + watching.readAllStandardError();
    INFO(said.toStdString());
    CHECK(watching.exitCode() == 0);
    CHECK(told.atPortal() == 1);
    CHECK(told.notices().isEmpty());
    CHECK_FALSE(said.contains(ownerName.toUtf8()));
}
