#include "core/base/sha256.h"
#include "repository_contract.h"
#include "s3_access.h"
#include "tests/support/ceph_cluster.h"
#include "tests/support/relay.h"
#include "tls_front.h"

#include <QUrl>

#include <cstdlib>
#include <optional>

using namespace station;
using namespace station::repository;
using namespace Qt::StringLiterals;

namespace {

S3Options cephOptions()
{
    static const QString login =
        privateFile(CephCluster::accessKey() + '\n' + CephCluster::secretKey() + '\n');
    return {.url = CephCluster::shared().url(),
            .documentBucket = CephCluster::versionedBucket(),
            .controlBucket = CephCluster::plainBucket(),
            .loginFile = login};
}

}  // namespace

std::unique_ptr<Repository> repository::openRepository()
{
    return open(cephOptions());
}

namespace {

using Put = Repository::Put;

Expected<Put> put(Repository &repository, const QString &key, const QByteArray &bytes)
{
    return repository.putIfAbsent(key, bytes, sha256Hex(bytes));
}

QString fresh(const QString &prefix = u"doc/v1/aa/"_s)
{
    return prefix + newUuid7();
}

/// How many versions the server holds.
int versionsOf(const QString &key)
{
    const auto answer =
        CephCluster::shared().ask("GET", '/' + CephCluster::versionedBucket().toLatin1() +
                                             "?versions&prefix=" + key.toLatin1());
    REQUIRE(answer.status == 200);
    return static_cast<int>(answer.body.count("<VersionId>"));
}

int unfinishedOf(const QString &key)
{
    const auto answer =
        CephCluster::shared().ask("GET", '/' + CephCluster::versionedBucket().toLatin1() +
                                             "?uploads&prefix=" + key.toLatin1());
    REQUIRE(answer.status == 200);
    return static_cast<int>(answer.body.count("<UploadId>"));
}

class ShiftedClock final : public Clock {
public:
    explicit ShiftedClock(qint64 byMs) : m_byMs(byMs) {}
    qint64 nowMs() const override { return SystemClock().nowMs() + m_byMs; }

private:
    qint64 m_byMs;
};

}  // namespace

TEST_CASE("a document that is put again gets no second version", "[s3]")
{
    const auto repository = openRepository();
    const QString key = fresh();
    CHECK(put(*repository, key, "content").value() == Put::Created);
    CHECK(put(*openRepository(), key, "content").value() == Put::AlreadyThere);
    CHECK(put(*repository, key, "other").error().fault == Fault::Conflict);
    CHECK(versionsOf(key) == 1);
    CHECK(repository->get(key).value() == "content");
}

TEST_CASE("an interrupted upload goes on where it stopped", "[s3]")
{
    constexpr qint64 part = 8LL * 1024 * 1024;
    constexpr qint64 size = 5 * part + 12'345;
    const QString key = fresh();
    PatternSource content(size);
    const QString sha256 = content.sha256();
    {
        PatternSource stopping(size);
        std::stop_source stop;
        stopping.onRead = [&](qint64 offset) {
            if (offset > 3 * part + part / 2)
                stop.request_stop();
        };
        CHECK(
            openRepository()->putIfAbsent(key, stopping, sha256, stop.get_token()).error().fault ==
            Fault::Cancelled);
    }
    CHECK(unfinishedOf(key) == 1);
    CHECK(openRepository()->putIfAbsent(key, content, sha256, {}).value() == Put::Created);
    // All of it is hashed, and three of six parts are sent.
    CHECK(content.bytesRead == size + size - 3 * part);
    CHECK(unfinishedOf(key) == 0);
    CHECK(versionsOf(key) == 1);
    CHECK(openRepository()->verify(key, sha256, {}));
}

TEST_CASE("parts of other bytes are not taken for ours", "[s3]")
{
    constexpr qint64 size = 20'000'000;
    const QString key = fresh();
    PatternSource other(size, 1);
    std::stop_source stop;
    other.onRead = [&](qint64 offset) {
        if (offset > 17'000'000)
            stop.request_stop();
    };
    CHECK_FALSE(openRepository()->putIfAbsent(key, other, sha256Hex("?"), stop.get_token()));
    CHECK(unfinishedOf(key) == 1);
    const PatternSource content(size);
    CHECK(openRepository()->putIfAbsent(key, content, content.sha256(), {}).value() ==
          Put::Created);
    CHECK(content.bytesRead == 2 * size);
    CHECK(openRepository()->verify(key, content.sha256(), {}));
}

TEST_CASE("a clock that is hours off is put right by the server's", "[s3]")
{
    const ShiftedClock clock(GENERATE(-3, 3) * 3'600'000LL);
    const auto repository = open(cephOptions(), clock);
    const QString key = fresh();
    CHECK(put(*repository, key, "content").value() == Put::Created);
    CHECK(repository->get(key).value() == "content");
    CHECK(put(*open(cephOptions(), clock), fresh(u"ctl/code/"_s), "x").value() == Put::Created);
    const auto found = open(cephOptions(), clock)->probe();
    REQUIRE(found);
    CHECK(std::abs(found->clockOffsetMs + clock.nowMs() - systemClock.nowMs()) < 5'000);
}

TEST_CASE("what IT has set up wrongly is refused and told", "[s3]")
{
    const auto faultOf = [](const S3Options &options, const QString &key) {
        const auto done = put(*open(options), key, "x");
        return done ? std::optional<Fault>() : done.error().fault;
    };
    S3Options wrongSecret = cephOptions();
    wrongSecret.loginFile = privateFile(CephCluster::accessKey() + "\nother\n");
    CHECK(faultOf(wrongSecret, fresh(u"ctl/"_s)) == Fault::RepositoryRefused);
    CHECK(faultOf(wrongSecret, fresh()) == Fault::RepositoryRefused);
    CHECK(open(wrongSecret)->probe().error().detail.contains(u"SignatureDoesNotMatch"_s));
    S3Options stranger = cephOptions();
    stranger.loginFile = privateFile("STRANGER\nother\n");
    CHECK(faultOf(stranger, fresh()) == Fault::RepositoryRefused);
    S3Options noBucket = cephOptions();
    noBucket.documentBucket = u"kho-khong-co"_s;
    CHECK(faultOf(noBucket, fresh()) == Fault::RepositoryRefused);
    CHECK(open(noBucket)->head(fresh()).error().fault == Fault::RepositoryRefused);
    S3Options nobody = cephOptions();
    nobody.url = u"http://127.0.0.1:9"_s;
    CHECK(faultOf(nobody, fresh()) == Fault::RepositoryDown);
    nobody.url = u"http://kho.invalid"_s;
    CHECK(faultOf(nobody, fresh()) == Fault::RepositoryDown);
}

TEST_CASE("a quota that is used up is a full repository", "[s3]")
{
    CephCluster &ceph = CephCluster::shared();
    const QByteArray bucket = "kho-" + newUuid7().toLatin1();
    REQUIRE(ceph.ask("PUT", '/' + bucket).status == 200);
    const QString name = QString::fromLatin1(bucket);
    ceph.administrate({u"quota"_s, u"set"_s, u"--quota-scope=bucket"_s, u"--bucket="_s + name,
                       u"--max-objects=1"_s, u"--max-size=-1"_s});
    ceph.administrate({u"quota"_s, u"enable"_s, u"--quota-scope=bucket"_s, u"--bucket="_s + name});
    S3Options options = cephOptions();
    options.documentBucket = name;
    const auto repository = open(options);
    REQUIRE(put(*repository, fresh(), "x"));
    const auto full = put(*repository, fresh(), "x");
    REQUIRE_FALSE(full);
    CHECK(full.error().fault == Fault::RepositoryFull);
    CHECK(full.error().detail.contains(u"QuotaExceeded"_s));
}

TEST_CASE("versions and locks are seen where they are", "[s3]")
{
    const auto [bucket, versions, locks] = GENERATE(table<QString, bool, bool>({
        {CephCluster::plainBucket(), false, false},
        {CephCluster::versionedBucket(), true, false},
        {CephCluster::lockedBucket(), true, true},
    }));
    S3Options options = cephOptions();
    options.documentBucket = bucket;
    const auto found = open(options)->probe();
    REQUIRE(found);
    CAPTURE(bucket, found->findings.join(u'\n'));
    CHECK(found->keepsVersions == versions);
    CHECK(found->locksDocuments == locks);
    CHECK(found->fitsForClaims());
    CHECK(found->fitsForPurge());

    // Claims in a versioned bucket: radosgw ignores the condition there.
    options.controlBucket = CephCluster::versionedBucket();
    CHECK_FALSE(open(options)->probe()->fitsForClaims());
    CHECK(put(*open(options), fresh(u"ctl/code/"_s), "x").error().fault == Fault::RepositoryUnfit);
}

TEST_CASE("the policy of the handbook lets a station work and delete nothing", "[s3]")
{
    CephCluster &ceph = CephCluster::shared();
    ceph.administrate({u"user"_s, u"create"_s, u"--uid=quay"_s, u"--display-name=quay"_s,
                       u"--access-key=QUAYKEY"_s, u"--secret-key=quaysecret"_s});
    S3Options options = cephOptions();
    options.documentBucket = QString(u"kho-"_s + newUuid7()).left(40);
    options.controlBucket = options.documentBucket + u"-ctl"_s;
    QFile handbook(QStringLiteral(STATION_FIXTURES_DIR "/../../docs/repository.md"));
    REQUIRE(handbook.open(QIODevice::ReadOnly));
    const QByteArray whole = handbook.readAll();
    const QByteArray begin = "```json policy\n";
    const auto at = whole.indexOf(begin);
    REQUIRE(at > 0);
    const QByteArray policy =
        whole.mid(at + begin.size(), whole.indexOf("```", at + 4) - at - begin.size());
    for (const auto &bucket : {options.documentBucket, options.controlBucket}) {
        QByteArray filled = policy;
        filled.replace("USER", "quay").replace("BUCKET", bucket.toLatin1());
        REQUIRE(ceph.ask("PUT", '/' + bucket.toLatin1()).status == 200);
        REQUIRE(ceph.ask("PUT", '/' + bucket.toLatin1() + "?policy", filled).status / 100 == 2);
    }
    options.loginFile = privateFile("QUAYKEY\nquaysecret\n");
    const auto station = open(options);
    const QString key = fresh();
    const PatternSource large(17'000'000);
    CHECK(put(*station, key, "content").value() == Put::Created);
    CHECK(put(*station, key, "content").value() == Put::AlreadyThere);
    CHECK(put(*station, fresh(u"ctl/code/"_s), "x").value() == Put::Created);
    CHECK(station->putIfAbsent(fresh(), large, large.sha256(), {}).value() == Put::Created);
    CHECK(station->list(u"ctl/code/"_s).value().size() == 1);
    CHECK(station->head(fresh()).error().fault == Fault::FileMissing);
    const auto found = station->probe();
    REQUIRE(found);
    CAPTURE(found->findings.join(u'\n'));
    CHECK(found->fitsForClaims());
    CHECK(found->fitsForPurge());
    // What the probe would have liked to clear away is still there.
    CHECK_FALSE(station->list(u"doc/probe/"_s).value().isEmpty());
}

TEST_CASE("TLS with an authority and a certificate of the province", "[s3][tls]")
{
    if (!TlsFront::isInstalled()) {
        WARN("SKIPPED: needs the packages nginx-light and openssl");
        return;
    }
    const TlsFront front(CephCluster::shared().url());
    S3Options options = cephOptions();
    options.url = front.url();
    options.http.caFile = front.authority();
    options.http.clientCertificateFile = front.clientCertificate();
    {
        const auto repository = open(options);
        const QString key = fresh();
        const PatternSource large(17'000'000);
        CHECK(put(*repository, key, "content").value() == Put::Created);
        CHECK(repository->get(key).value() == "content");
        CHECK(put(*repository, fresh(u"ctl/code/"_s), "x").value() == Put::Created);
        CHECK(repository->putIfAbsent(fresh(), large, large.sha256(), {}).value() == Put::Created);
    }
    const auto errorOf = [&](auto change) {
        S3Options changed = options;
        change(changed.http);
        const auto done = put(*open(changed), fresh(u"ctl/"_s), "content");
        REQUIRE_FALSE(done);
        return done.error();
    };
    const Error none = errorOf([](net::HttpOptions &http) { http.clientCertificateFile.clear(); });
    CHECK(none.fault == Fault::RepositoryRefused);
    const Error expired = errorOf(
        [&](net::HttpOptions &http) { http.clientCertificateFile = front.expiredCertificate(); });
    CHECK(expired.fault == Fault::RepositoryRefused);
    const Error stranger =
        errorOf([&](net::HttpOptions &http) { http.caFile = front.otherAuthority(); });
    CHECK(stranger.fault == Fault::RepositoryRefused);
    CHECK(stranger.detail.contains(u"certificate"_s));
    const Error missing =
        errorOf([](net::HttpOptions &http) { http.clientCertificateFile = u"/nowhere.pem"_s; });
    CHECK(missing.fault == Fault::RepositoryRefused);
    CHECK(errorOf([](net::HttpOptions &http) { http.caFile = u"/nowhere.pem"_s; }).fault ==
          Fault::SettingsInvalid);
}

TEST_CASE("https goes through a proxy that asks for a login", "[s3][tls]")
{
    if (!TlsFront::isInstalled()) {
        WARN("SKIPPED: needs the packages nginx-light and openssl");
        return;
    }
    const TlsFront front(CephCluster::shared().url());
    const Relay proxy(static_cast<quint16>(QUrl(front.url()).port()), "tram:mật khẩu");
    S3Options options = cephOptions();
    options.url = front.url();
    options.http.caFile = front.authority();
    options.http.clientCertificateFile = front.clientCertificate();
    options.http.proxy = proxy.url();
    const auto errorWith = [&](const QByteArray &login) {
        S3Options changed = options;
        if (!login.isEmpty())
            changed.http.proxyLoginFile = privateFile(login);
        const auto done = put(*open(changed), fresh(), "content");
        REQUIRE_FALSE(done);
        return done.error();
    };
    CHECK(errorWith({}).fault == Fault::ProxyRefused);
    const Error wrong = errorWith("tram:sai");
    CHECK(wrong.fault == Fault::ProxyRefused);
    CHECK(wrong.detail.contains(u"407"_s));
    CHECK_FALSE(wrong.detail.contains(u"sai"_s));
    CHECK(proxy.tunnels() == 0);
    CHECK(proxy.refusals() > 0);

    options.http.proxyLoginFile = privateFile("tram:mật khẩu\n");
    const auto repository = open(options);
    const QString key = fresh();
    CHECK(put(*repository, key, "content nobody else reads").value() == Put::Created);
    CHECK(repository->get(key).value() == "content nobody else reads");
    const PatternSource large(17'000'000);
    CHECK(repository->putIfAbsent(fresh(), large, large.sha256(), {}).value() == Put::Created);
    CHECK(proxy.tunnels() > 0);
    CHECK(proxy.seen().size() > 17'000'000);
    CHECK_FALSE(proxy.seen().contains("content nobody"));
    CHECK_FALSE(proxy.seen().contains("Proxy-Authorization"));
}

// Last: the administrator's tool waits half a minute for a gateway that was killed.
TEST_CASE("a gateway that dies and comes back is used again", "[s3]")
{
    CephCluster &ceph = CephCluster::shared();
    const auto repository = openRepository();
    const QString key = fresh();
    REQUIRE(put(*repository, fresh(), "x"));
    ceph.killGateway();
    CHECK(put(*repository, key, "content").error().fault == Fault::RepositoryDown);
    ceph.startGateway();
    CHECK(put(*repository, key, "content").value() == Put::Created);
}
