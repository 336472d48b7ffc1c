#include "core/gateway/portal_gateway.h"
#include "tests/core/gateway/portal_server.h"
#include "tests/core/gateway/sample_record.h"
#include "tests/core/rules/law_file.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <thread>

using namespace station;
using namespace station::gateway;

namespace {

/// A portal and a station that speaks to it.
struct World {
    explicit World(LoginKind kind = LoginKind::Session)
    {
        options.url = portal.url();
        options.login = {.kind = kind,
                         .url = kind == LoginKind::Session ? portal.loginUrl() : portal.tokenUrl(),
                         .file = folder.filePath(u"login"_s)};
        options.mappingFile = shared(u"gateway/national-portal.toml"_s);
        writeLogin(PortalServer::user + u'\n' + PortalServer::password + u'\n');
    }

    void writeLogin(const QString &text, QFile::Permissions more = {}) const
    {
        QFile file(options.login.file);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | more);
    }

    std::unique_ptr<PortalGateway> station() const
    {
        auto opened = PortalGateway::open(options, clock);
        REQUIRE(opened);
        return *std::move(opened);
    }

    QList<QJsonObject> atPortal() const { return portal.dossiers(record.dossierCode); }
    qsizetype logins() const { return portal.requests(options.login.url).size(); }
    /// Values of isUpdating in the tellings so far.
    QStringList tellings() const
    {
        QStringList list;
        for (const auto &request : portal.requests(options.url)) {
            if (request.json()[u"service"_s] == u"DongBoHoSoMC"_s)
                list << request.json()[u"isUpdating"_s].toString();
        }
        return list;
    }

    PortalServer portal;
    QTemporaryDir folder;
    SetClock clock;
    GatewayOptions options;
    DossierRecord record = aRecord();
};

}  // namespace

TEST_CASE("a dossier is told once and updated afterwards", "[gateway]")
{
    World world;
    const auto station = world.station();
    CHECK(station->tell(world.record).value() == GatewayReceipt{.created = true});
    world.record.known = true;
    world.record.subject = u"Đổi hạng C"_s;
    CHECK(station->tell(world.record).value() == GatewayReceipt{.created = false});

    REQUIRE(world.atPortal().size() == 1);
    CHECK(world.atPortal()[0][u"TrichYeuHoSo"_s] == u"Đổi hạng C"_s);
    CHECK(world.tellings() == QStringList{u"False"_s, u"True"_s});
    CHECK(world.logins() == 1);
    CHECK(world.portal.requests(world.options.url)[0].headers["x-request-id"] ==
          world.record.handoverId.toLatin1());
}

TEST_CASE("the same record twice is one dossier whatever the portal's manners", "[gateway]")
{
    const bool refusesToCreateAgain = GENERATE(true, false);
    const bool looksUp = GENERATE(true, false);
    if (!refusesToCreateAgain && !looksUp)
        return;  // Nobody can be idempotent there.
    World world;
    world.portal.setManners({.refusesToCreateAgain = refusesToCreateAgain, .looksUp = looksUp});
    CHECK(world.station()->tell(world.record).value().created);
    CHECK_FALSE(world.station()->tell(world.record).value().created);
    CHECK(world.atPortal().size() == 1);
}

TEST_CASE("an answer that was lost after the portal took the record makes no second dossier",
          "[gateway]")
{
    const bool refusesToCreateAgain = GENERATE(true, false);
    World world;
    world.portal.setManners({.refusesToCreateAgain = refusesToCreateAgain});
    const auto station = world.station();
    // The look-up passes, the answer to the creation is lost.
    world.portal.fail(world.options.url, Trouble::LostAnswer, 1, 1);
    CHECK(station->tell(world.record).error().fault == Fault::NetworkDown);
    CHECK(world.atPortal().size() == 1);
    REQUIRE(station->tell(world.record));
    CHECK(world.atPortal().size() == 1);
}

TEST_CASE("success is 00 and 0 as text and number", "[gateway]")
{
    const auto done = GENERATE(QJsonValue(u"00"_s), QJsonValue(u"0"_s), QJsonValue(0));
    World world;
    world.portal.setManners({.done = done});
    CHECK(world.station()->tell(world.record));
    CHECK(world.atPortal().size() == 1);
}

TEST_CASE("a dossier that exists already is updated and one that is gone is created", "[gateway]")
{
    World world;
    world.portal.setManners({.looksUp = false});
    const auto station = world.station();
    world.portal.keep(world.record.dossierCode);
    CHECK(station->tell(world.record).value() == GatewayReceipt{.created = false});
    CHECK(world.tellings() == QStringList{u"False"_s, u"True"_s});

    world.portal.lose(world.record.dossierCode);
    world.record.known = true;
    CHECK(station->tell(world.record).value() == GatewayReceipt{.created = true});
    CHECK(world.atPortal().size() == 1);
}

TEST_CASE("a portal that contradicts itself is asked no third time", "[gateway]")
{
    World world;
    const LawFile file([&] {
        QFile national(world.options.mappingFile);
        REQUIRE(national.open(QIODevice::ReadOnly));
        // Whatever it says means both.
        return national.readAll()
            .replace("\"đã tồn tại\"", "\"hợp lệ\"")
            .replace("\"không tồn tại\"", "\"hợp lệ\"");
    }());
    world.options.mappingFile = file.path();
    world.portal.setManners({.looksUp = false});
    world.portal.fail(world.options.url, Trouble::Refusal, 100);
    const auto told = world.station()->tell(world.record);
    REQUIRE_FALSE(told);
    CHECK(told.error().fault == Fault::PortalRefused);
    CHECK(world.tellings() == QStringList{u"False"_s, u"True"_s});
}

TEST_CASE("HTTP 200 with an error code is no success and its words reach the screen only",
          "[gateway]")
{
    World world;
    world.record.known = true;
    world.portal.fail(world.options.url, Trouble::Refusal);
    const auto told = world.station()->tell(world.record);
    REQUIRE_FALSE(told);
    CHECK(told.error().fault == Fault::PortalRefused);
    CHECK(told.error().detail == u"error_code -1"_s);
    CHECK(told.error().subject.contains(u"không hợp lệ"_s));
    CHECK(world.atPortal().isEmpty());
}

TEST_CASE("a session that ends in between is renewed once", "[gateway]")
{
    const auto kind = GENERATE(LoginKind::Session, LoginKind::ClientCredentials);
    const bool byStatus = GENERATE(true, false);
    World world(kind);
    // The look-up uses it up.
    world.portal.setManners({.sessionUses = 1, .tellsExpiryByStatus = byStatus});
    CHECK(world.station()->tell(world.record).value().created);
    CHECK(world.logins() == 2);
    CHECK(world.atPortal().size() == 1);
}

TEST_CASE("a fresh session that is not taken either is a refusal", "[gateway]")
{
    const bool byStatus = GENERATE(true, false);
    World world;
    world.portal.setManners({.sessionUses = 0, .tellsExpiryByStatus = byStatus});
    CHECK(world.station()->tell(world.record).error().fault == Fault::PortalLoginRefused);
    CHECK(world.logins() == 2);
}

TEST_CASE("a bearer token stands in the head alone and is renewed before it ends", "[gateway]")
{
    World world(LoginKind::ClientCredentials);
    world.portal.setManners({.tokenLife = u"600"_s});
    const auto station = world.station();
    REQUIRE(station->tell(world.record));
    const auto request = world.portal.requests(world.options.url).last();
    CHECK(request.headers["authorization"] == "Bearer token-0");
    CHECK(request.json()[u"session"_s] == u""_s);

    world.record.known = true;
    world.clock.now += 569'000;
    REQUIRE(station->tell(world.record));
    CHECK(world.logins() == 1);
    world.clock.now += 2'000;
    REQUIRE(station->tell(world.record));
    CHECK(world.logins() == 2);
}

TEST_CASE("a wrong login is refused at once and not tried again", "[gateway]")
{
    const auto kind = GENERATE(LoginKind::Session, LoginKind::ClientCredentials);
    World world(kind);
    world.writeLogin(PortalServer::user + u"\nguessed\n"_s);
    const auto told = world.station()->tell(world.record);
    REQUIRE_FALSE(told);
    CHECK(told.error().fault == Fault::PortalLoginRefused);
    CHECK_FALSE(told.error().detail.contains(u"guessed"_s));
    CHECK(world.logins() == 1);
    CHECK(world.portal.requests(world.options.url).isEmpty());
}

TEST_CASE("what stands between station and portal is told apart", "[gateway]")
{
    const auto [trouble, fault] = GENERATE(table<Trouble, Fault>({
        {Trouble::LoginPage, Fault::NetworkLogin},
        {Trouble::Redirect, Fault::NetworkLogin},
        {Trouble::OutOfOrder, Fault::NetworkDown},
        {Trouble::TooManyRequests, Fault::NetworkDown},
        {Trouble::Closed, Fault::NetworkDown},
        {Trouble::NotFound, Fault::ServiceAnswerInvalid},
        {Trouble::NotJson, Fault::ServiceAnswerInvalid},
        {Trouble::Unauthorized, Fault::PortalLoginRefused},
    }));
    const bool atLogin = GENERATE(true, false);
    World world;
    world.portal.fail(atLogin ? world.options.login.url : world.options.url, trouble, 100);
    const auto told = world.station()->tell(world.record);
    REQUIRE_FALSE(told);
    CHECK(told.error().fault == fault);
    for (const auto &personal : {world.record.owner.name.reveal(), world.record.owner.id.reveal(),
                                 world.record.dossierCode, PortalServer::password})
        CHECK_FALSE(told.error().detail.contains(personal));
}

TEST_CASE("a portal that never answers is given up and can be left at once", "[gateway]")
{
    World world;
    world.options.http.totalTimeoutMs = 200;
    world.portal.fail(world.options.url, Trouble::Silent);
    CHECK(world.station()->tell(world.record).error().fault == Fault::NetworkDown);

    world.options.http.totalTimeoutMs = 60'000;
    const auto station = world.station();
    world.portal.fail(world.options.url, Trouble::Silent);
    std::stop_source stop;
    const std::jthread leaver([&] {
        while (world.logins() < 2)
            std::this_thread::yield();
        stop.request_stop();
    });
    CHECK(station->tell(world.record, stop.get_token()).error().fault == Fault::Cancelled);
}

TEST_CASE("a portal that is not there is a network fault", "[gateway]")
{
    World world;
    world.options.url = u"http://127.0.0.1:9/mapi/g"_s;
    CHECK(world.station()->tell(world.record).error().fault == Fault::NetworkDown);
}

TEST_CASE("a login file that others may read or that is no login is not used", "[gateway]")
{
    World world;
    world.writeLogin(u"a\nb\n"_s, QFile::ReadGroup);
    CHECK(world.station()->tell(world.record).error().fault == Fault::SettingsInvalid);
    world.writeLogin(u"a\n"_s);
    CHECK(world.station()->tell(world.record).error().fault == Fault::SettingsInvalid);
    QFile::remove(world.options.login.file);
    CHECK(world.station()->tell(world.record).error().fault == Fault::FileMissing);
    CHECK(world.logins() == 0);
}

TEST_CASE("a dossier without a code is told to nobody", "[gateway]")
{
    World world;
    world.record.dossierCode.clear();
    CHECK(world.station()->tell(world.record).error().fault == Fault::InvalidInput);
    CHECK(world.logins() == 0);
}

TEST_CASE("several threads share one session", "[gateway]")
{
    World world;
    const auto station = world.station();
    {
        std::vector<std::jthread> threads;
        for (int number = 0; number < 4; ++number)
            threads.emplace_back([&, number] {
                auto record = world.record;
                record.dossierCode += QString::number(number);
                (void)station->tell(record);
            });
    }
    CHECK(world.logins() == 1);
    for (int number = 0; number < 4; ++number)
        CHECK(world.portal.dossiers(world.record.dossierCode + QString::number(number)).size() ==
              1);
}
