#include "core/sync/telling.h"

#include "core/base/file_lock.h"
#include "core/gateway/portal_notifier.h"
#include "core/gateway/webhook.h"
#include "core/sync/code_claims.h"
#include "core/sync/retry_policy.h"
#include "tests/core/gateway/portal_server.h"
#include "tests/core/rules/law_file.h"
#include "tests/core/sync/handover_world.h"

#include <QJsonArray>

using namespace station;
using namespace station::gateway;
using namespace Qt::StringLiterals;

namespace {

rules::Catalogue theCatalogue()
{
    const auto papers = rules::loadPaperTypes(shared(u"papers/paper_types.toml"_s));
    return rules::loadCatalogue(shared(u"catalogue/transport.toml"_s), papers.value()).value();
}

void writeSecret(const QString &path, const QByteArray &text)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    REQUIRE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
}

/// A station with a folder as its repository, a portal and a department's own system.
struct TellingWorld {
    explicit TellingWorld(LoginKind kind = LoginKind::Session)
    {
        const bool session = kind == LoginKind::Session;
        options.url = portal.url();
        options.login = {.kind = kind,
                         .url = session ? portal.loginUrl() : portal.tokenUrl(),
                         .file = files.filePath(u"login"_s)};
        options.mappingFile = shared(u"gateway/national-portal.toml"_s);
        writeLogin(PortalServer::password);
        writeSecret(files.filePath(u"hook.key"_s), "bí mật\n");
        start();
    }
    void writeLogin(const QString &password) const
    {
        writeSecret(options.login.file, (PortalServer::user + u'\n' + password + u'\n').toUtf8());
    }

    /// The program starts (again).
    void start()
    {
        toPortal = std::make_unique<PortalNotifier>(
            options,
            RecordSources{catalogue, office, calendar, u"https://kho.example.vn/kho-doc/"_s},
            station.clock);
        hook = std::make_unique<Webhook>(
            WebhookOptions{.url = portal.hookUrl(), .secretFile = files.filePath(u"hook.key"_s)},
            station.clock);
        store.emplace(station.openStore());
        telling.emplace(*store, notifiers(), station.clock);
    }
    sync::Notifiers notifiers() const { return {hook.get(), toPortal.get()}; }

    Expected<sync::HandoverResult> handOver(const sync::HandoverRequest &request)
    {
        sync::Handover handover(*store, station.blobs, station.repository, station.key,
                                station.clock, 1, notifiers());
        const auto id = handover.plan(request);
        REQUIRE(id);
        sync::Outbox outbox(*store, station.blobs, station.repository, station.key, station.clock,
                            1, notifiers());
        return outbox.sendNow(*id, 0);
    }
    Expected<sync::HandoverResult> handOver() { return handOver(station.request()); }

    /// Another dossier, of the same owner.
    Expected<sync::HandoverResult> handOverAnother(int number)
    {
        auto dossier = sample::aDossier();
        dossier.code = *codes::DossierCode::parse(codeOf(number));
        dossier.components[0].state = sample::anExtractedCopy(
            station.blobs.put("copy " + QByteArray::number(number)).value());
        REQUIRE(store->createDossier(dossier, sample::actor));
        auto request = station.request();
        request.dossier = dossier;
        request.papers = {
            {.component = u"GT01"_s, .proposedCode = sync::codeOf(QString::number(100 + number))}};
        return handOver(request);
    }
    static QString codeOf(int number) { return u"000.00.16.H62-240715-%1"_s.arg(1000 + number); }

    sync::TellReport tell(sync::Outbox::Due due = sync::Outbox::Due::WhatIsDue)
    {
        const auto report = telling->tellDue(due);
        REQUIRE(report);
        return *report;
    }
    qsizetype atPortal(const QString &code = sample::dossierCode) const
    {
        return portal.dossiers(code).size();
    }
    std::vector<store::Notice> open() const { return store->openNotices().value(); }

    PortalServer portal;
    QTemporaryDir files;
    sync::World station;
    GatewayOptions options;
    rules::Catalogue catalogue = theCatalogue();
    rules::Office office = rules::loadOffice(shared(u"offices/training.toml"_s)).value();
    rules::WorkCalendar calendar =
        rules::loadWorkCalendar(shared(u"calendar/holidays.toml"_s)).value();
    std::unique_ptr<PortalNotifier> toPortal;
    std::unique_ptr<Webhook> hook;
    std::optional<store::Store> store;
    std::optional<sync::Telling> telling;
};

}  // namespace

TEST_CASE("a dossier is one at the portal also when the answer was lost", "[gateway]")
{
    const auto kind = GENERATE(LoginKind::Session, LoginKind::ClientCredentials);
    TellingWorld world(kind);
    world.portal.fail(world.portal.url(), Trouble::LostAnswer, 1, 1);  // asked, then told
    REQUIRE(world.handOver());
    CHECK(world.atPortal() == 0);  // the hand-over itself tells nobody

    auto report = world.tell();
    CHECK(report.told == 1);  // the webhook
    REQUIRE(report.failed.size() == 1);
    CHECK(report.failed[0].fault == Fault::NetworkDown);
    CHECK(report.failed[0].subject == world.station.dossier.uuid);
    CHECK(report.waiting == 1);
    CHECK(world.atPortal() == 1);

    world.start();
    report = world.tell();
    CHECK(report.told == 1);
    CHECK(report.waiting == 0);
    CHECK_FALSE(report.againInMs);
    CHECK(world.open().empty());
    CHECK(world.atPortal() == 1);
    const auto audit = world.store->audit(world.station.dossier.uuid);
    CHECK(std::ranges::count(*audit, u"tell_portal"_s, &store::AuditEntry::action) == 1);
    CHECK(std::ranges::count(*audit, u"tell_webhook"_s, &store::AuditEntry::action) == 1);
}

TEST_CASE("the portal hears what was stored and under which codes", "[gateway]")
{
    TellingWorld world;
    // Somebody else has the code that the station would propose.
    sync::CodeClaims claims(world.station.repository, world.station.key);
    REQUIRE(claims.claim(sync::codeOf(u"88-0123"_s), {newUuid7(), u"GT01"_s, QString(64, u'a')}));
    const auto result = world.handOver();
    REQUIRE(result);
    REQUIRE(world.tell().told == 2);
    const auto told = world.portal.dossiers(sample::dossierCode).value(0);
    CHECK(told[u"MaTTHC"_s] == u"1.002809"_s);
    CHECK(told[u"TenTTHC"_s].toString().contains(u"Giấy phép lái xe"_s));
    CHECK(told[u"DonViXuLy"_s] == u"Sở Giao thông vận tải"_s);
    CHECK(told[u"ChuHoSo"_s] == sample::ownerName);
    CHECK(told[u"KenhThucHien"_s] == u"1"_s);
    CHECK(told[u"NgayTiepNhan"_s] == u"20240715083012"_s);
    CHECK(told[u"NgayHenTra"_s] == u"20240722083000"_s);  // five working days
    CHECK(told[u"TrichYeuHoSo"_s] == told[u"TenTTHC"_s]);
    CHECK(told[u"HoSoCoThanhPhanSoHoa"_s] == u"1"_s);
    const auto papers = told[u"TaiLieuNop"_s].toArray();
    REQUIRE(papers.size() == 3);
    const auto manifest = sync::Inbox(world.station.repository, world.station.key)
                              .open(world.station.events().front());
    REQUIRE(manifest);
    for (int at = 0; at < 3; ++at) {
        const auto paper = papers[at].toObject();
        const auto &document = manifest->documents[static_cast<std::size_t>(at)];
        CHECK(paper[u"MaThanhPhanHoSo"_s] == document.component);
        CHECK(paper[u"DuongDanTaiTepTin"_s] ==
              u"https://kho.example.vn/kho-doc/doc/v1/%1/%2"_s.arg(document.pdf.sha256.left(2),
                                                                   document.pdf.sha256));
        CHECK(paper[u"DuocSoHoa"_s] == (at == 2 ? u"0"_s : u"1"_s));
    }
    // The final code, not the proposed one.
    CHECK(papers[0].toObject()[u"TepDinhKemId"_s] == result->codes[u"GT01"_s]);
    CHECK(result->codes[u"GT01"_s] == sync::codeOf(u"88-0123"_s, 2).text());
}

TEST_CASE(
    "a reused copy came from where its code says unless the clerk found it in the national store",
    "[gateway]")
{
    const rules::Catalogue catalogue = theCatalogue();
    const sync::Manifest manifest{
        .procedure = u"1.002809"_s,
        .receivedAtMs = sample::receivedAtMs,
        .documents = {{.kind = sync::DocumentKind::Reused,
                       .component = u"GT01"_s,
                       .code = u"026185001234.1.002835.GT02.01"_s},
                      {.kind = sync::DocumentKind::Reused,
                       .component = u"GT02"_s,
                       .code = u"026185001234.KQ.G04.000012.88-0123.01"_s},
                      {.kind = sync::DocumentKind::Reused,
                       .component = u"GT03"_s,
                       .code = u".KQ.G04.000012.88-0123.01"_s},
                      {.kind = sync::DocumentKind::Reused,
                       .component = u"GT04"_s,
                       .reuse = sync::Reuse{.source = dossier::ReuseSource::NationalStore},
                       .code = u"026185001234.1.002835.GT02.01"_s}}};
    const auto record = recordOf({}, manifest, {catalogue, {}, {}, {}});
    CHECK(record.papers[0].origin == PaperOrigin::ReusedComponent);
    CHECK(record.papers[1].origin == PaperOrigin::ReusedResult);
    CHECK(record.papers[2].origin == PaperOrigin::ReusedResult);
    CHECK(record.papers[3].origin == PaperOrigin::SharedStore);
    CHECK(record.papers[0].link.isEmpty());  // a folder has no address
}

TEST_CASE("a portal that is down holds up neither its dossier nor others", "[gateway]")
{
    TellingWorld world;
    world.portal.fail(world.portal.url(), Trouble::OutOfOrder, 100);
    REQUIRE(world.handOver());
    CHECK(world.tell().waiting == 1);
    REQUIRE(world.handOverAnother(1));
    const auto before = world.portal.requests(world.portal.url()).size();
    const auto report = world.tell();
    // One attempt stands for all.
    CHECK(world.portal.requests(world.portal.url()).size() == before + 1);
    CHECK(report.failed.size() == 1);
    CHECK(report.waiting == 2);
    CHECK(report.dead == 0);
    REQUIRE(report.againInMs);
    CHECK(*report.againInMs > 0);
    CHECK(*report.againInMs <= 2'000);
    CHECK(world.portal.requests(world.portal.hookUrl()).size() == 2);

    CHECK(world.station.events().size() == 2);
    CHECK(world.store->openHandovers()->empty());
    CHECK(
        std::holds_alternative<dossier::HandedOverCopy>(world.station.load().components[0].state));

    // It comes back while the station is off.
    world.portal.fail(world.portal.url(), Trouble::None);
    world.start();
    CHECK(world.tell().told == 2);
    CHECK(world.atPortal() == 1);
    CHECK(world.atPortal(TellingWorld::codeOf(1)) == 1);
}

TEST_CASE("while somebody waits for a portal hand-overs are sent", "[gateway]")
{
    TellingWorld world;
    const auto waits = FileLock::acquire(world.station.data.filePath(u"notices.lock"_s),
                                         FileLock::Kind::Exclusive);
    REQUIRE(waits);
    CHECK(world.telling->tellDue(sync::Outbox::Due::WhatIsDue).error().fault ==
          Fault::StorageInUse);
    CHECK(world.handOver());
}

TEST_CASE("a record that the portal refuses waits for a person and others go on", "[gateway]")
{
    TellingWorld world;
    QFile national(world.options.mappingFile);
    REQUIRE(national.open(QIODevice::ReadOnly));
    const QByteArray right = national.readAll();
    // The portal says "00" where this mapping knows "0" alone.
    LawFile mapping(QByteArray(right).replace("done = [\"0\", \"00\"]", "done = [\"0\"]"));
    world.options.mappingFile = mapping.path();
    world.start();
    REQUIRE(world.handOver());
    auto report = world.tell();
    REQUIRE(report.failed.size() == 1);
    CHECK(report.failed[0].fault == Fault::PortalRefused);
    CHECK(report.failed[0].detail == u"error_code 00"_s);
    CHECK(report.dead == 1);
    CHECK_FALSE(report.againInMs);
    const auto asked = world.portal.requests(world.portal.url()).size();
    CHECK(world.tell(sync::Outbox::Due::Everything).failed.empty());
    CHECK(world.portal.requests(world.portal.url()).size() == asked);
    CHECK(world.open().front().words == u"Thành công"_s);

    // Another record is tried all the same.
    REQUIRE(world.handOverAnother(1));
    report = world.tell();
    CHECK(report.failed.size() == 1);
    CHECK(report.dead == 2);

    // IT mends the mapping while the program runs; somebody says "try again".
    {
        QFile file(mapping.path());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(right);
    }
    CHECK(world.store->retryHandovers({}, sample::actor) == 2);
    CHECK(world.tell().told == 2);
    CHECK(world.atPortal() == 1);
    CHECK(world.open().empty());
}

TEST_CASE("the words of a refusal are kept for the screen and stand in no error", "[gateway]")
{
    TellingWorld world;
    world.portal.fail(world.portal.url(), Trouble::Refusal, 2);
    REQUIRE(world.handOver());
    const auto report = world.tell();
    REQUIRE(report.failed.size() == 1);
    CHECK(report.failed[0].fault == Fault::PortalRefused);
    CHECK(report.failed[0].detail == u"error_code -1"_s);
    CHECK(report.failed[0].subject == world.station.dossier.uuid);
    const auto notice = world.open().front();
    CHECK(notice.words.contains(u"không hợp lệ"_s));
    CHECK(notice.wait.detail == u"error_code -1"_s);
    CHECK(notice.wait.dead);
}

TEST_CASE("a newer record takes the place of one that was refused", "[gateway]")
{
    TellingWorld world;
    world.portal.fail(world.portal.url(), Trouble::Refusal, 2);
    auto request = world.station.request();
    request.papers.pop_back();
    REQUIRE(world.handOver(request));
    CHECK(world.tell().dead == 1);

    world.station.clock.now += 60'000;
    REQUIRE(world.handOver());  // with the attachment that was left out
    const auto report = world.tell();
    CHECK(report.told == 2);
    CHECK(report.dead == 0);
    CHECK(world.open().empty());
    CHECK(world.atPortal() == 1);
    CHECK(world.portal.dossiers(sample::dossierCode)[0][u"TaiLieuNop"_s].toArray().size() == 3);
}

TEST_CASE("what the portal has taken is updated without asking", "[gateway]")
{
    TellingWorld world;
    auto request = world.station.request();
    request.papers.pop_back();
    REQUIRE(world.handOver(request));
    CHECK(world.tell().told == 2);
    const auto asked = world.portal.requests(world.portal.url()).size();

    world.station.clock.now += 60'000;
    REQUIRE(world.handOver());
    CHECK(world.tell().told == 2);
    const auto requests = world.portal.requests(world.portal.url());
    REQUIRE(requests.size() == asked + 1);
    CHECK(requests.last().json()[u"isUpdating"_s] == u"True"_s);
}

TEST_CASE("a wrong login is tried once whatever waits for it", "[gateway]")
{
    const auto kind = GENERATE(LoginKind::Session, LoginKind::ClientCredentials);
    TellingWorld world(kind);
    world.writeLogin(u"wrong"_s);
    REQUIRE(world.handOver());
    REQUIRE(world.handOverAnother(1));
    const auto logins = [&] { return world.portal.requests(world.options.login.url).size(); };
    auto report = world.tell();
    CHECK(report.failed.size() == 1);
    CHECK(report.failed[0].fault == Fault::PortalLoginRefused);
    CHECK(report.dead == 2);
    CHECK_FALSE(report.againInMs);
    CHECK(logins() == 1);

    world.start();
    REQUIRE(world.handOverAnother(2));
    CHECK(world.tell(sync::Outbox::Due::Everything).dead == 3);
    CHECK(logins() == 1);

    world.writeLogin(PortalServer::password);
    CHECK(world.store->retryHandovers({}, sample::actor) == 1);
    report = world.tell();
    CHECK(report.told == 3);
    CHECK(report.dead == 0);
    CHECK(logins() == 2);
}

TEST_CASE("settings that do not fit wait for IT and not the dossiers", "[gateway]")
{
    TellingWorld world;
    REQUIRE(QFile::remove(world.options.login.file));
    world.options.mappingFile = world.files.filePath(u"none.toml"_s);
    world.start();
    REQUIRE(world.handOver());
    auto report = world.tell();
    CHECK(report.told == 1);
    CHECK(report.dead == 1);
    CHECK(report.failed[0].fault == Fault::SettingsInvalid);

    world.options.mappingFile = shared(u"gateway/national-portal.toml"_s);
    world.start();
    CHECK(world.store->retryHandovers({}, sample::actor) == 1);
    report = world.tell();
    CHECK(report.failed[0].fault == Fault::FileMissing);
    CHECK(report.dead == 1);
    world.writeLogin(PortalServer::password);
    CHECK(world.store->retryHandovers({}, sample::actor) == 1);
    CHECK(world.tell().told == 1);
}

TEST_CASE("nonsense is heard three times before a person looks", "[gateway]")
{
    TellingWorld world;
    world.portal.fail(world.portal.url(), Trouble::NotJson, 100);
    REQUIRE(world.handOver());
    for (int round = 1; round <= 3; ++round) {
        const auto report = world.tell();
        CHECK(report.failed.size() == 1);
        CHECK(report.dead == (round == 3 ? 1 : 0));
        CHECK(world.tell().failed.empty());  // not due yet
        world.station.clock.now += sync::longestWaitMs;
    }
    CHECK(world.tell().failed.empty());
}

TEST_CASE("a dossier without a code is told to no portal", "[gateway]")
{
    TellingWorld world;
    auto dossier = sample::aDossier();
    dossier.code.reset();
    dossier.components[0].state = sample::anExtractedCopy(world.station.blobs.put("x").value());
    REQUIRE(world.store->createDossier(dossier, sample::actor));
    auto request = world.station.request();
    request.dossier = dossier;
    request.papers.resize(1);
    REQUIRE(world.handOver(request));
    REQUIRE(world.open().size() == 1);
    CHECK(world.open().front().target == store::NoticeTarget::Webhook);
}

TEST_CASE("a department's own system hears of each event under its id", "[gateway]")
{
    TellingWorld world;
    world.portal.fail(world.portal.hookUrl(), Trouble::OutOfOrder, 1);
    const auto first = world.handOver();
    const auto second = world.handOverAnother(1);
    REQUIRE(second);
    auto report = world.tell();
    CHECK(report.told == 2);  // the portal's
    CHECK(report.waiting == 2);
    CHECK(world.tell().told == 2);
    const auto requests = world.portal.requests(world.portal.hookUrl());
    REQUIRE(requests.size() == 3);
    CHECK(requests[0].headers["x-request-id"] == first->eventId.toLatin1());
    CHECK(requests[1].headers["x-request-id"] == first->eventId.toLatin1());
    CHECK(requests[2].headers["x-request-id"] == second->eventId.toLatin1());
    CHECK(requests[1].json()[u"manifest_sha256"_s] == first->manifestSha256);
    CHECK_FALSE(requests[1].body.contains(sample::ownerId.toUtf8()));
}
