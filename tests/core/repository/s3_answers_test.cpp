#include "core/base/sha256.h"
#include "core/repository/checked_source.h"
#include "core/repository/layout.h"
#include "repository_contract.h"
#include "s3_access.h"
#include "small_s3_server.h"

#include <QElapsedTimer>

#include <cstdlib>
#include <thread>

using namespace station;
using namespace station::repository;
using namespace Qt::StringLiterals;

namespace {

using Put = Repository::Put;

const QByteArray secret = "wJalrXUtnFEMI-K7MDENG";
const QByteArray portal = "<!DOCTYPE html><html><body>Đăng nhập Wi-Fi</body></html>";
const QString document = u"doc/v1/aa/one"_s;
const QString claim = u"ctl/code/one"_s;

S3Options optionsOf(const SmallS3Server &server)
{
    return {.url = server.url(),
            .documentBucket = u"kho-doc"_s,
            .controlBucket = u"kho-ctl"_s,
            .loginFile = privateFile("AKIDEXAMPLE\n" + secret + "\n"),
            .http = {.connectTimeoutMs = 2'000}};
}

Expected<Put> put(Repository &repository, const QString &key, const QByteArray &bytes)
{
    return repository.putIfAbsent(key, bytes, sha256Hex(bytes));
}

int count(const SmallS3Server &server, const QByteArray &begin)
{
    const auto requests = server.requests();
    return static_cast<int>(
        std::count_if(requests.cbegin(), requests.cend(),
                      [&](const auto &head) { return head.startsWith(begin); }));
}

}  // namespace

TEST_CASE("each answer to a put becomes the fault that somebody can act on", "[s3]")
{
    const auto [answer, fault, words] = GENERATE(table<QByteArray, Fault, QString>({
        {s3Error(500, "InternalError"), Fault::RepositoryDown, u"HTTP 500 InternalError"_s},
        {s3Error(503, "SlowDown", "Retry-After: 120\r\n"), Fault::RepositoryDown, u"120 s"_s},
        {httpAnswer(502, "<html>Bad Gateway</html>", "text/html"), Fault::RepositoryDown,
         u"HTTP 502"_s},
        {s3Error(429, "TooManyRequests"), Fault::RepositoryDown, u"HTTP 429"_s},
        {s3Error(409, "OperationAborted"), Fault::RepositoryDown, u"OperationAborted"_s},
        {s3Error(400, "RequestTimeout"), Fault::RepositoryDown, u"RequestTimeout"_s},
        {QByteArray(), Fault::RepositoryDown, u"mpty reply"_s},
        {httpAnswer(200, portal, "text/html; charset=utf-8"), Fault::NetworkLogin, u"HTTP 200"_s},
        {httpAnswer(200, "ok", "text/plain"), Fault::NetworkLogin, u"not the answer"_s},
        {httpAnswer(302, {}, "text/plain", "Location: http://127.0.0.1:9/login\r\n"),
         Fault::NetworkLogin, u"HTTP 302"_s},
        {httpAnswer(403, portal, "text/html"), Fault::NetworkLogin, u"HTTP 403"_s},
        {httpAnswer(403, "<html>blocked</html>", "text/html"), Fault::NetworkLogin, u"HTTP 403"_s},
        {httpAnswer(511, portal, "text/html"), Fault::NetworkLogin, u"HTTP 511"_s},
        {QByteArray("SSH-2.0-x\r\n\r\n"), Fault::NetworkLogin, u"HTTP/0.9"_s},
        {s3Error(403, "SignatureDoesNotMatch"), Fault::RepositoryRefused,
         u"SignatureDoesNotMatch"_s},
        {s3Error(403, "InvalidAccessKeyId"), Fault::RepositoryRefused, u"InvalidAccessKeyId"_s},
        {s3Error(401, "AccessDenied"), Fault::RepositoryRefused, u"HTTP 401"_s},
        {s3Error(404, "NoSuchBucket"), Fault::RepositoryRefused, u"NoSuchBucket"_s},
        {s3Error(301, "PermanentRedirect"), Fault::RepositoryRefused, u"PermanentRedirect"_s},
        {httpAnswer(400, "<html>400 No required SSL certificate was sent</html>", "text/html"),
         Fault::RepositoryRefused, u"HTTP 400"_s},
        {s3Error(403, "QuotaExceeded"), Fault::RepositoryFull, u"QuotaExceeded"_s},
        {s3Error(507, "InsufficientStorage"), Fault::RepositoryFull, u"HTTP 507"_s},
        {httpAnswer(413, "<html>Too Large</html>", "text/html"), Fault::RepositoryFull,
         u"HTTP 413"_s},
        {s3Error(403, "RequestTimeTooSkewed"), Fault::ClockWrong, u"RequestTimeTooSkewed"_s},
        {httpAnswer(407, {}, "text/plain"), Fault::ProxyRefused, u"HTTP 407"_s},
    }));
    SmallS3Server server;
    server.answer("PUT", answer, 9);
    const auto repository = open(optionsOf(server));
    const auto failed = put(*repository, document, "content of the paper");
    REQUIRE_FALSE(failed);
    CAPTURE(answer, failed.error().detail);
    CHECK(failed.error().fault == fault);
    CHECK(failed.error().detail.contains(words));
    CHECK(retryAfterSeconds(failed.error()) == (words == u"120 s" ? 120 : 0));
    for (const auto &hidden : {QByteArray("content"), secret, QByteArray("Signature="),
                               QByteArray("Wi-Fi"), QByteArray("<")})
        CHECK_FALSE(failed.error().detail.contains(QString::fromUtf8(hidden)));
    CHECK(count(server, "GET /login") == 0);
    // A later attempt is not spoilt by it.
    SmallS3Server healthy;
    CHECK(put(*open(optionsOf(healthy)), document, "content").value() == Put::Created);
}

TEST_CASE("the last piece of wrong bytes is not handed out", "[s3]")
{
    const PatternSource content(1'000'000);
    const CheckedSource right(content, content.sha256(), {});
    CHECK(right.read(0, 600'000));
    CHECK(right.read(0, 600'000));  // begun again
    CHECK(right.read(600'000, 400'000));
    const CheckedSource wrong(content, sha256Hex("other"), {});
    CHECK(wrong.read(0, 600'000));
    CHECK(wrong.read(600'000, 400'000).error().fault == Fault::RepositoryDamaged);
    CHECK(wrong.error()->fault == Fault::RepositoryDamaged);
    CHECK(CheckedSource(MemorySource({}), sha256Hex({}), {}).checkEmpty());
    CHECK_FALSE(CheckedSource(MemorySource({}), sha256Hex("x"), {}).checkEmpty());
}

TEST_CASE("a login page is none of the other answers", "[s3]")
{
    SmallS3Server server;
    const auto repository = open(optionsOf(server));
    REQUIRE(put(*repository, document, "content"));
    const QByteArray page = httpAnswer(200, portal, "text/html");
    server.answer("GET", page, 4);
    CHECK(repository->get(document).error().fault == Fault::NetworkLogin);
    CHECK(repository->verify(document, sha256Hex("content"), {}).error().fault ==
          Fault::NetworkLogin);
    CHECK(repository->list(u"ctl/evt/"_s).error().fault == Fault::NetworkLogin);
    CHECK(repository->probe().error().fault == Fault::NetworkLogin);
    server.answer("HEAD", "HTTP/1.1 200 x\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n");
    CHECK(repository->head(document).error().fault == Fault::NetworkLogin);
    server.answer("HEAD", "HTTP/1.1 200 x\r\nContent-Length: 9\r\n\r\n");
    CHECK(repository->head(document).error().fault == Fault::NetworkLogin);
}

TEST_CASE("a missing bucket is not a missing object", "[s3]")
{
    SmallS3Server server;
    const auto repository = open(optionsOf(server));
    CHECK(repository->head(document).error().fault == Fault::FileMissing);
    server.answer("GET", s3Error(404, "NoSuchBucket"), 2);
    CHECK(repository->head(document).error().fault == Fault::RepositoryRefused);
    CHECK(repository->get(document).error().fault == Fault::RepositoryRefused);
}

TEST_CASE("a body that was corrupted on the way is sent five times and then given up", "[s3]")
{
    SmallS3Server server;
    const auto repository = open(optionsOf(server));
    server.answer("PUT", s3Error(400, "BadDigest"), 4);
    CHECK(put(*repository, document, "content").value() == Put::Created);
    CHECK(count(server, "PUT") == 5);
    server.answer("PUT", s3Error(400, "XAmzContentSHA256Mismatch"), 5);
    CHECK(put(*repository, u"doc/v1/aa/two"_s, "content").error().fault ==
          Fault::RepositoryDamaged);
    CHECK(count(server, "PUT") == 10);
}

TEST_CASE("bits that flip on the way back are looked at again", "[s3]")
{
    SmallS3Server server;
    const auto repository = open(optionsOf(server));
    server.flipNext(2);
    CHECK(put(*repository, document, "content").value() == Put::Created);
    server.flipNext(1);
    CHECK(put(*repository, document, "content").value() == Put::AlreadyThere);
    server.flipNext(1);
    CHECK(repository->get(document).value() == "content");
    server.flipNext(1);
    CHECK(repository->verify(document, sha256Hex("content"), {}));

    server.damage("/kho-doc/" + document.toLatin1());
    CHECK(repository->verify(document, sha256Hex("content"), {}).error().fault ==
          Fault::RepositoryDamaged);
    CHECK(put(*repository, document, "content").error().fault == Fault::Conflict);
}

TEST_CASE("a new document is stored without a look first and proved all the same", "[s3]")
{
    SmallS3Server server;
    const auto repository = open(optionsOf(server));
    const QByteArray bytes("content");
    const auto putNew = [&](Repository &to, const QString &key, const QByteArray &of) {
        return to.putNew(key, MemorySource(bytes), sha256Hex(of), {});
    };
    CHECK(putNew(*repository, document, "content").value() == Put::Created);
    CHECK(count(server, "HEAD") == 0);
    CHECK(count(server, "PUT") == 1);
    CHECK(count(server, "GET") == 1);
    CHECK(putNew(*repository, document, "content").value() == Put::AlreadyThere);
    CHECK(putNew(*repository, u"doc/v1/aa/two"_s, "other").error().fault ==
          Fault::RepositoryDamaged);
    CHECK(repository->head(u"doc/v1/aa/two"_s).error().fault == Fault::FileMissing);
    CHECK(putNew(*repository, u"doc/../two"_s, "content").error().fault == Fault::InvalidInput);

    SmallS3Server flipping({.flipsStored = true});
    CHECK(putNew(*open(optionsOf(flipping)), document, "content").error().fault ==
          Fault::RepositoryDamaged);
    SmallS3Server ignoring({.ignoresCondition = true});
    CHECK(putNew(*open(optionsOf(ignoring)), claim, "content").error().fault ==
          Fault::RepositoryUnfit);
}

TEST_CASE("a server that keeps other bytes than it was sent is found out", "[s3]")
{
    SmallS3Server server({.flipsStored = true});
    const auto repository = open(optionsOf(server));
    CHECK(put(*repository, document, "content").error().fault == Fault::RepositoryDamaged);
    const auto found = repository->probe();
    REQUIRE(found);
    CHECK_FALSE(found->readsBack);
    CHECK_FALSE(found->fitsForPurge());
    CHECK_FALSE(found->fitsForClaims());
}

TEST_CASE("a server that ignores hash and condition is refused for claims and purge", "[s3]")
{
    SmallS3Server server({.storesWrongHash = true, .ignoresCondition = true});
    const auto repository = open(optionsOf(server));
    const auto found = repository->probe();
    REQUIRE(found);
    CAPTURE(found->findings.join(u'\n'));
    CHECK(found->readsBack);
    CHECK_FALSE(found->refusesWrongHash);
    CHECK_FALSE(found->createsOnce);
    CHECK_FALSE(found->keepsVersions);
    CHECK_FALSE(found->locksDocuments);
    CHECK_FALSE(found->fitsForPurge());
    CHECK_FALSE(found->fitsForClaims());
    CHECK(found->findings.contains(u"second create of it: HTTP 200"_s));

    const auto refused = put(*repository, claim, "mine");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::RepositoryUnfit);
    CHECK(refused.error().subject == u"If-None-Match"_s);
    CHECK(count(server, "PUT /kho-ctl/" + claim.toLatin1()) == 0);
    CHECK(put(*repository, document, "content").value() == Put::Created);
}

TEST_CASE("a server without conditions takes documents and no claims", "[s3]")
{
    SmallS3Server server({.refusesCondition = true});
    const auto repository = open(optionsOf(server));
    CHECK(put(*repository, document, "content").value() == Put::Created);
    CHECK(put(*repository, document, "content").value() == Put::AlreadyThere);
    CHECK(put(*repository, document, "other").error().fault == Fault::Conflict);
    CHECK(put(*repository, claim, "mine").error().fault == Fault::RepositoryUnfit);
    CHECK_FALSE(repository->probe()->createsOnce);
}

TEST_CASE("whether a server creates once is asked once", "[s3]")
{
    SmallS3Server server;
    const auto repository = open(optionsOf(server));
    for (int n = 0; n < 3; ++n)
        REQUIRE(put(*repository, u"ctl/code/%1"_s.arg(n), "x"));
    CHECK(count(server, "PUT /kho-ctl/ctl/probe/once") == 2);
    REQUIRE(put(*open(optionsOf(server)), claim, "x"));
    CHECK(count(server, "PUT /kho-ctl/ctl/probe/once") == 3);
}

TEST_CASE("the server's clock is learned once and used from then on", "[s3]")
{
    SmallS3Server server({.lateByThreeHours = true});
    const auto repository = open(optionsOf(server));
    CHECK(put(*repository, document, "content").value() == Put::Created);
    CHECK(repository->get(document).value() == "content");
    CHECK(server.requests().size() == 5);  // one was refused
    CHECK(std::abs(repository->probe()->clockOffsetMs + 3 * 3'600'000) < 5'000);

    SmallS3Server mute({.losesDate = true, .lateByThreeHours = true});
    CHECK(put(*open(optionsOf(mute)), document, "content").error().fault ==
          Fault::RepositoryRefused);  // HEAD has no document that tells why
    CHECK(open(optionsOf(mute))->get(document).error().fault == Fault::ClockWrong);
}

TEST_CASE("uploads that nobody finished are thrown away after three days", "[s3]")
{
    SmallS3Server server;
    const auto uploaded = [](const char *key, const char *id, const QDateTime &begun) {
        return QByteArray("<Upload><Key>") + key + "</Key><UploadId>" + id +
               "</UploadId><Initiated>" + begun.toString(Qt::ISODateWithMs).toLatin1() +
               "</Initiated></Upload>";
    };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    server.answer("GET", httpAnswer(200, "<ListMultipartUploadsResult>" +
                                             uploaded("doc/v1/aa/old", "first", now.addDays(-4)) +
                                             uploaded("doc/v1/aa/new", "second", now.addDays(-2)) +
                                             "</ListMultipartUploadsResult>"));
    server.answer("GET", s3Error(503, "SlowDown"));
    const PatternSource large(17'000'000);
    CHECK(open(optionsOf(server))->putIfAbsent(document, large, large.sha256(), {}).error().fault ==
          Fault::RepositoryDown);
    CHECK(count(server, "DELETE /kho-doc/doc/v1/aa/old?uploadId=first ") == 1);
    CHECK(count(server, "DELETE") == 1);
}

TEST_CASE("a proxy with a login is passed with body and all", "[s3][proxy]")
{
    SmallS3Server proxy({.wantsProxyLogin = "tram:mật khẩu:1"});
    S3Options options = optionsOf(proxy);
    options.url = u"http://kho.invalid"_s;
    options.http.proxy = proxy.url();
    CHECK(put(*open(options), document, "content").error().fault == Fault::ProxyRefused);
    options.http.proxyLoginFile = privateFile("tram:mật khẩu:1\n");
    const auto repository = open(options);
    const PatternSource large(3'000'000);
    CHECK(repository->putIfAbsent(document, large, large.sha256(), {}).value() == Put::Created);
    CHECK(repository->verify(document, large.sha256(), {}));
}

TEST_CASE("connections are few and kept", "[s3]")
{
    SmallS3Server server;
    S3Options options = optionsOf(server);
    options.parallel = GENERATE(1, 3);
    const auto repository = open(options);
    std::vector<std::jthread> threads;
    std::atomic<int> stored = 0;
    for (int thread = 0; thread < 6; ++thread) {
        threads.emplace_back([&, thread] {
            for (int n = 0; n < 10; ++n)
                stored += put(*repository, u"doc/v1/aa/%1-%2"_s.arg(thread).arg(n), "x") ? 1 : 0;
        });
    }
    threads.clear();
    CHECK(stored == 60);
    CHECK(server.mostConnections() <= options.parallel);
    CHECK(server.requests().size() == 180);
}

TEST_CASE("an upload stays below the rate of the hour", "[s3]")
{
    SmallS3Server server;
    S3Options options = optionsOf(server);
    options.uploadLimits = {{.fromMinute = 0, .toMinute = 0, .kilobytesPerSecond = 400}};
    const auto repository = open(options);
    QElapsedTimer timer;
    timer.start();
    std::vector<std::jthread> threads;
    std::atomic<int> stored = 0;
    for (int thread = 0; thread < 2; ++thread) {
        threads.emplace_back([&, thread] {
            const PatternSource content(300'000, thread);
            stored += repository->putIfAbsent(u"doc/v1/aa/%1"_s.arg(thread), content,
                                              content.sha256(), {})
                          ? 1
                          : 0;
        });
    }
    threads.clear();
    CHECK(stored == 2);
    // 600 kB at 400 kB/s, a quarter of a second's worth of it at once.
    CHECK(timer.elapsed() >= 1'200);
}

TEST_CASE("a call that waits for the server ends at once when it is stopped", "[s3]")
{
    SmallS3Server server;
    S3Options options = optionsOf(server);
    options.uploadLimits = {{.fromMinute = 0, .toMinute = 0, .kilobytesPerSecond = 1}};
    const auto repository = open(options);
    std::stop_source stop;
    const std::jthread later([&] {
        while (count(server, "HEAD") == 0)
            std::this_thread::yield();
        stop.request_stop();
    });
    const PatternSource content(1'000'000);
    CHECK(repository->putIfAbsent(document, content, content.sha256(), stop.get_token())
              .error()
              .fault == Fault::Cancelled);
}

TEST_CASE("nothing of a person is in any key or header of a hand-over", "[s3][privacy]")
{
    SmallS3Server server;
    const auto repository = open(optionsOf(server));
    const auto key = ProvinceKey::load(privateFile("1 " + QByteArray(64, 'a') + '\n'));
    REQUIRE(key);
    const QString owner = u"026185001234"_s;
    const QString name = u"Nguyễn Thị Đào"_s;
    const QString code = u"026185001234.KQ.G04.000012.88-0123.01"_s;
    const QString dossier = u"000.00.16.H62-240715-0001"_s;
    const QString uuid = newUuid7();
    const QDate day(2024, 7, 15);
    const QByteArray manifest = "{\"owner\":\"" + key->seal(name.toUtf8(), "x")->toBase64() + "\"}";
    const QString hash = sha256Hex(manifest);
    const QByteArray body = (owner + name + code + dossier).toUtf8();
    REQUIRE(put(*repository, layout::blob(sha256Hex("pdf of " + name.toUtf8())),
                "pdf of " + name.toUtf8()));
    REQUIRE(put(*repository, layout::manifest(2024, u"H62.16"_s, uuid, hash), manifest));
    REQUIRE(put(*repository, layout::dossierPointer(*key, dossier), body));
    REQUIRE(put(*repository, layout::codeClaim(*key, code), body));
    REQUIRE(put(*repository, layout::ownerIndexEntry(*key, owner, day, code, hash),
                *key->seal(body, "entry")));
    REQUIRE(put(*repository, layout::event(u"H62.16"_s, day, uuid), "{}"));
    REQUIRE(repository->list(layout::ownerIndex(*key, owner)));

    const auto heads = server.requests();
    CHECK(heads.size() >= 15);
    for (const auto &head : heads) {
        CAPTURE(head);
        for (const auto &personal :
             {owner, name, code, dossier, u"KQ.G04"_s, u"Nguy"_s, u"240715-0001"_s}) {
            CHECK_FALSE(head.contains(personal.toUtf8()));
            CHECK_FALSE(head.contains(personal.toUtf8().toPercentEncoding()));
        }
        CHECK_FALSE(head.contains(sha256Hex(owner.toUtf8()).toLatin1()));
        CHECK_FALSE(head.contains(secret));
    }
}

TEST_CASE("settings that cannot work are refused before anything is sent", "[s3]")
{
    const SmallS3Server server;
    const auto faultOf = [&](auto change) {
        S3Options options = optionsOf(server);
        change(options);
        const auto opened = S3Repository::open(options, systemClock);
        return opened ? std::optional<Fault>() : opened.error().fault;
    };
    CHECK_FALSE(faultOf([](S3Options &) {}));
    for (const auto &url : {u""_s, u"kho.example.vn"_s, u"ftp://kho"_s, u"http://"_s,
                            u"http://a:b@kho"_s, u"http://kho/?x"_s}) {
        CAPTURE(url);
        CHECK(faultOf([&](S3Options &options) { options.url = url; }) == Fault::SettingsInvalid);
    }
    for (const auto &login : {QByteArray(), QByteArray("one line"), QByteArray("\nsecret\n"),
                              QByteArray("key\n"), QByteArray("key\n\n")}) {
        CAPTURE(login);
        CHECK(faultOf([&](S3Options &options) { options.loginFile = privateFile(login); }) ==
              Fault::SettingsInvalid);
    }
    CHECK(faultOf([](S3Options &options) { options.loginFile = u"/nowhere"_s; }) ==
          Fault::FileMissing);
    const QString open = privateFile("key\nsecret\n");
    QFile::setPermissions(open, QFile::ReadOwner | QFile::ReadGroup);
    CHECK(faultOf([&](S3Options &options) { options.loginFile = open; }) == Fault::SettingsInvalid);
    CHECK(server.requests().isEmpty());
}
