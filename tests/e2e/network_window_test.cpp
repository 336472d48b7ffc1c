// A real window hands over to a real S3 server while the network between them is bad.

#include "core/base/durable_file.h"
#include "core/workflow/intake.h"
#include "tests/e2e/counter_at_work.h"
#include "tests/faults/fault_proxy.h"
#include "tests/support/catch.h"
#include "tests/support/ceph_cluster.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QUrl>

#include <filesystem>

using namespace station;
using namespace Qt::StringLiterals;
using e2e::CounterAtWork;
using faults::FaultProxy;
using faults::NetworkFault;

namespace {

const QString gt04 = u"GT04"_s;
const QString handedOver = u"handed_over"_s;

QString uuidOf(const workflow::StationContext &context)
{
    return workflow::findDossier(context, CounterAtWork::dossierCode)->uuid;
}

/// A dossier whose one copy is signed and confirmed; made once, and copied.
const QString &readyDossier()
{
    static const QTemporaryDir folder;
    static const QString path = folder.path();
    if (QFile::exists(path + u"/data"_s))
        return path;
    REQUIRE(QDir(path).mkpath(u"config"_s));
    REQUIRE(writeDurably(path + u"/config/sealing.toml"_s,
                         "[storage]\nsealing = \"file\"\nsealing_key_file = \"sealing.key\"\n"));
    CounterAtWork counter(path);
    auto &station = counter.station();
    const QString uuid = uuidOf(station.context());
    for (const auto &code : {u"GT01"_s, u"GT02"_s, u"GT03"_s, u"GT06"_s})
        REQUIRE(station.deciding().decide(uuid, code, dossier::Decision::ShownOnly));
    REQUIRE(counter.tray().feed(gt04));
    REQUIRE(station.capture().run(uuid, **station.scanner(), {.component = gt04}));
    QStringList sides;
    for (const auto &side : dossier::sidesOf(counter.component(gt04).state))
        sides << side.id;
    REQUIRE(station.reviewing().seen(uuid, sides, dossier::ViewKind::Displayed));
    auto token = station.openToken({}, *station.trainingPin());
    REQUIRE(token);
    REQUIRE(station.signing().run(uuid, **token));
    REQUIRE(station.reading().proposals(uuid, gt04));
    REQUIRE(station.reading().confirm(uuid, gt04, {{u"address"_s, u"Vĩnh Yên"_s}}, true));
    return path;
}

/// The clerk before that dossier; the network to the repository goes through the proxy.
struct HandingOver {
    explicit HandingOver(std::vector<NetworkFault> kinds = {})
        : proxy(u"127.0.0.1"_s, static_cast<quint16>(QUrl(ceph.url()).port()),
                {.kinds = std::move(kinds), .stallMs = 3'000})
    {
        std::filesystem::copy(readyDossier().toStdString(), folder.path().toStdString(),
                              std::filesystem::copy_options::recursive);
        // Its own keys in the repository, whatever other cases put there.
        REQUIRE(QFile::remove(folder.filePath(u"data/province.key"_s)));
        const QString login = folder.filePath(u"config/kho.login"_s);
        REQUIRE(
            writeDurably(login, CephCluster::accessKey() + '\n' + CephCluster::secretKey() + '\n'));
        REQUIRE(QFile::setPermissions(login, QFile::ReadOwner | QFile::WriteOwner));
        REQUIRE(writeDurably(
            folder.filePath(u"config/station.toml"_s),
            u"[network]\nconnect_timeout_ms = 1000\nanswer_timeout_ms = 1000\n"
            "[repository]\nkind = \"s3\"\nurl = \"%1\"\ndocument_bucket = \"%2\"\n"
            "control_bucket = \"%3\"\nlogin_file = \"kho.login\"\n"_s
                .arg(proxy.url(), CephCluster::versionedBucket(), CephCluster::plainBucket())
                .toUtf8()));
        counter = std::make_unique<CounterAtWork>(folder.path());
        REQUIRE(counter->asksFor(u"Hand over the dossier"_s));
        before = events();
    }

    /// Tries, and says what and why; nothing is called done.
    void handOverInVain(const QString &why, const QString &remedy)
    {
        counter->clerk().press(Qt::Key_F10);
        CHECK(counter->clerk().primary()->text() == u"Please wait …"_s);
        CHECK(counter->scannerLine() == u"Storing and handing over …"_s);
        REQUIRE(counter->asksFor(u"Open the dossier"_s, 40'000));
        const QString message = counter->clerk().message();
        INFO(message.toStdString());
        CHECK(message.contains(why));
        CHECK(message.contains(remedy.toHtmlEscaped()));
        CHECK_FALSE(message.contains(u"handed over"_s));
        const QString waits = u"1 dossier(s) are on their way to the repository (%1)"_s.arg(why);
        const bool isTold = QTest::qWaitFor([&] { return counter->waitingLine() == waits; }, 2'000);
        CAPTURE(counter->waitingLine().toStdString());
        CHECK(isTold);
        CHECK(counter->state(gt04) != handedOver);
        CHECK(counter->state(gt04) != u"stored"_s);
    }
    /// The link is well again, and the clerk says so. A round that is on its way has to end first.
    void tryAgain(int atMostMs = 6'000)
    {
        QElapsedTimer timer;
        timer.start();
        counter->clerk().press(Qt::Key_R, Qt::ControlModifier);
        REQUIRE(QTest::qWaitFor([&] { return counter->waitingLine().isEmpty(); }, 20'000));
        // By itself a network that wants a login, or a refused one, is tried after 7 s at least.
        CHECK(timer.elapsed() < atMostMs);
        CHECK(counter->state(gt04) == handedOver);
        CHECK(counter->clerk().message().contains(u"What waited is handed over"_s));
        CHECK(events() == before + 1);
    }
    /// As the departments see them.
    std::size_t events() const
    {
        auto inbox = counter->station().inbox();
        const auto dossier =
            workflow::findDossier(counter->station().context(), CounterAtWork::dossierCode);
        const auto found = inbox.events(dossier->department);
        REQUIRE(found);
        return found->size();
    }

    CephCluster &ceph = CephCluster::shared();
    FaultProxy proxy;
    QTemporaryDir folder;
    std::unique_ptr<CounterAtWork> counter{};
    std::size_t before = 0;  ///< Events of other cases.
};

}  // namespace

TEST_CASE("a repository that refuses connections is told, waited for and reached again", "[e2e]")
{
    HandingOver world;
    world.proxy.cut();
    world.handOverInVain(u"The repository does not answer"_s, u"will be sent by itself"_s);
    world.proxy.mend();
    world.tryAgain();
}

TEST_CASE("a link that is silent ends the hand-over, which waits for it", "[e2e]")
{
    HandingOver world({NetworkFault::Stall});
    world.proxy.setRates({{"", 1.0}});
    world.handOverInVain(u"The repository does not answer"_s, u"will be sent by itself"_s);
    world.proxy.setRates({});
    world.tryAgain(12'000);
}

TEST_CASE("a login page in between is named, and nothing counts as stored", "[e2e]")
{
    HandingOver world({NetworkFault::Portal});
    world.proxy.setRates({{"", 1.0}});
    world.handOverInVain(u"The network asks for a login first"_s,
                         u"Open the network's login page, or call IT."_s);
    world.proxy.setRates({});
    world.tryAgain();
}

TEST_CASE("a login that the repository refuses is named until IT has mended it", "[e2e]")
{
    HandingOver world;
    world.ceph.administrate({u"user"_s, u"suspend"_s, u"--uid=tram"_s});
    world.handOverInVain(u"The repository does not accept the login of this station"_s,
                         u"Call IT to check login and certificate."_s);
    world.ceph.administrate({u"user"_s, u"enable"_s, u"--uid=tram"_s});
    world.tryAgain();
}
