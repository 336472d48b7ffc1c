#include "core/gateway/webhook.h"
#include "tests/core/gateway/portal_server.h"
#include "tests/core/gateway/sample_record.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>

using namespace station;
using namespace station::gateway;

namespace {

struct World {
    World()
    {
        options.url = server.hookUrl();
        options.secretFile = folder.filePath(u"secret"_s);
        writeSecret("bí mật\n");
    }

    void writeSecret(const QByteArray &text, QFile::Permissions more = {}) const
    {
        QFile file(options.secretFile);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | more);
    }
    Expected<> notify() const
    {
        Webhook webhook(options, clock);
        return webhook.tell({.handoverId = event.id, .body = *webhook.noticeOf(event, {})}, {});
    }

    PortalServer server;
    QTemporaryDir folder;
    SetClock clock;
    WebhookOptions options;
    sync::HandoverEvent event{.id = u"0190b3a0-0000-7000-8000-000000000001"_s,
                              .department = u"H62.16"_s,
                              .manifestSha256 = QString(64, u'a'),
                              .atMs = 1'721'007'012'000};
};

}  // namespace

TEST_CASE("a department's system can check who told it and when", "[gateway]")
{
    const World world;
    REQUIRE(world.notify());
    const auto requests = world.server.requests(world.options.url);
    REQUIRE(requests.size() == 1);
    const auto &headers = requests[0].headers;
    CHECK(requests[0].body == R"({"at_ms":1721007012000,"department":"H62.16","event":")" +
                                  world.event.id.toLatin1() + R"(","manifest_sha256":")" +
                                  QByteArray(64, 'a') + R"(","schema":1})");
    CHECK(headers["x-station-timestamp"] == "1721008812");
    CHECK(headers["x-request-id"] == world.event.id.toLatin1());
    CHECK(headers["x-station-signature"] ==
          "sha256=" + QMessageAuthenticationCode::hash("1721008812." + requests[0].body,
                                                       QByteArray("bí mật"),
                                                       QCryptographicHash::Sha256)
                          .toHex());
}

TEST_CASE("only 2xx from the system itself counts as told", "[gateway]")
{
    const auto [trouble, fault] = GENERATE(table<Trouble, Fault>({
        {Trouble::LoginPage, Fault::NetworkLogin},
        {Trouble::Redirect, Fault::NetworkLogin},
        {Trouble::OutOfOrder, Fault::NetworkDown},
        {Trouble::Closed, Fault::NetworkDown},
        {Trouble::NotFound, Fault::ServiceAnswerInvalid},
        {Trouble::Unauthorized, Fault::PortalLoginRefused},
    }));
    World world;
    world.server.fail(world.options.url, trouble);
    CHECK(world.notify().error().fault == fault);
    CHECK(world.notify());
}

TEST_CASE("a webhook secret that others may read or that is empty is not used", "[gateway]")
{
    const World world;
    world.writeSecret("bí mật\n", QFile::ReadOther);
    CHECK(world.notify().error().fault == Fault::SettingsInvalid);
    world.writeSecret("\n");
    CHECK(world.notify().error().fault == Fault::SettingsInvalid);
    CHECK(world.server.requests(world.options.url).isEmpty());
}
