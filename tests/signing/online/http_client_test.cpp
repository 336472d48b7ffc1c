#include "core/net/http_client.h"

#include "tests/signing/support/loopback_services.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <thread>

using namespace station;
using namespace station::net;
using namespace station::signing;
using namespace Qt::StringLiterals;

namespace {

Error failure(const HttpOptions &options, const QString &url, std::stop_token stop = {})
{
    const auto answer = HttpClient(options).send({.url = url}, std::move(stop));
    REQUIRE_FALSE(answer);
    return answer.error();
}

/// The environment of somebody whose shell names a proxy.
class Environment {
public:
    explicit Environment(const char *name, const QString &value) : m_name(name)
    {
        qputenv(m_name, value.toUtf8());
    }
    ~Environment() { qunsetenv(m_name); }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;

private:
    const char *m_name;
};

QString loginFile(const QTemporaryDir &folder, const QByteArray &line,
                  QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
{
    const QString path = folder.filePath(u"login"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(line);
    file.close();
    REQUIRE(file.setPermissions(permissions));
    return path;
}

}  // namespace

TEST_CASE("An answer carries status, type, body and the server's time", "[http]")
{
    LoopbackServices services;
    const auto answer = HttpClient({}).send({.url = services.baseUrl() + "/ca"_L1});
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->contentType == "application/pkix-cert");
    CHECK(answer->body == services.authority().issuer().der());
    CHECK(answer->dateMs == sampleTimeMs + 60'000);
    CHECK(answer->receivedAtMs >= answer->sentAtMs);

    services.fail(Service::CaCertificate, Trouble::LoginPage);
    CHECK(HttpClient({}).send({.url = services.baseUrl() + "/ca"_L1})->contentType == "text/html");
    services.fail(Service::CaCertificate, Trouble::TooManyRequests);
    const auto refused = HttpClient({}).send({.url = services.baseUrl() + "/ca"_L1});
    REQUIRE(refused);
    CHECK(refused->status == 429);
    CHECK(refused->retryAfterSeconds == 120);
}

TEST_CASE("A redirect is an answer and is not followed", "[http]")
{
    LoopbackServices services;
    services.fail(Service::CaCertificate, Trouble::Redirect);
    const auto answer = HttpClient({}).send({.url = services.baseUrl() + "/ca"_L1});
    REQUIRE(answer);
    CHECK(answer->status == 302);
}

TEST_CASE("Addresses other than http and https are refused before any connection", "[http]")
{
    for (const auto &url : {u"file:///etc/passwd"_s, u"ftp://127.0.0.1/"_s, u"ldap://127.0.0.1/"_s,
                            u"tsa.example.vn"_s, u"http://"_s, QString()}) {
        CAPTURE(url);
        CHECK(failure({}, url).fault == Fault::InvalidInput);
    }
}

TEST_CASE("What the network does wrong keeps its own words", "[http]")
{
    LoopbackServices services;
    const QString url = services.baseUrl() + "/ca"_L1;
    struct Row {
        Trouble trouble;
        Fault fault;
        QString words;
    };
    const Row rows[] = {
        {Trouble::Closed, Fault::NetworkDown, u"Empty reply"_s},
        {Trouble::Truncated, Fault::NetworkDown, u"bytes remaining"_s},
        {Trouble::Silent, Fault::NetworkDown, u"timed out"_s},
        {Trouble::SlowDrip, Fault::NetworkDown, u"timed out"_s},
        {Trouble::NoHttp, Fault::ServiceAnswerInvalid, u"HTTP/0.9"_s},
        {Trouble::TooLong, Fault::ServiceAnswerInvalid, u"longer than 100000 bytes"_s},
    };
    for (const auto &row : rows) {
        services.fail(Service::CaCertificate, row.trouble);
        QElapsedTimer timer;
        timer.start();
        const Error error = failure({.totalTimeoutMs = 300, .mostAnswerBytes = 100'000}, url);
        CAPTURE(row.words, error.detail);
        CHECK(error.fault == row.fault);
        CHECK(error.detail.contains(row.words));
        CHECK(error.subject == u"127.0.0.1"_s);
        CHECK(timer.elapsed() < 5000);
    }
    // Port 9 of the loopback: nobody listens.
    const Error refused = failure({}, u"http://127.0.0.1:9/"_s);
    CHECK(refused.fault == Fault::NetworkDown);
    CHECK(refused.detail.contains(u"connect"_s));
    const Error unnamed = failure({}, u"http://khong-co.invalid/"_s);
    CHECK(unnamed.fault == Fault::NetworkDown);
    CHECK(unnamed.detail.contains(u"esolv"_s));
}

TEST_CASE("A call that is stopped ends at once", "[http]")
{
    LoopbackServices services;
    services.fail(Service::CaCertificate, Trouble::Silent);
    std::stop_source stop;
    const std::jthread later([&] {
        while (services.requests(Service::CaCertificate) == 0)
            std::this_thread::yield();
        stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const Error error = failure({}, services.baseUrl() + "/ca"_L1, stop.get_token());
    CHECK(error.fault == Fault::Cancelled);
    CHECK(timer.elapsed() < 5000);
}

TEST_CASE("The proxy comes from the options and never from the environment", "[http][proxy]")
{
    LoopbackServices services;
    const QString url = services.baseUrl() + "/ca"_L1;
    {
        const Environment http("http_proxy", u"http://127.0.0.1:9"_s);
        const Environment all("ALL_PROXY", u"http://127.0.0.1:9"_s);
        CHECK(HttpClient({}).send({.url = url}));
    }
    CHECK(services.proxied() == 0);
    const Environment exceptions("no_proxy", u"127.0.0.1"_s);
    const auto answer = HttpClient({.proxy = services.proxyUrl()}).send({.url = url});
    REQUIRE(answer);
    CHECK(answer->body == services.authority().issuer().der());
    CHECK(services.proxied() == 1);
}

TEST_CASE("A proxy that wants a login gets it from the file", "[http][proxy]")
{
    LoopbackServices services;
    services.setProxyLogin("tram:mật khẩu:%41");
    const QString url = services.baseUrl() + "/ca"_L1;
    const QTemporaryDir folder;

    const Error without = failure({.proxy = services.proxyUrl()}, url);
    CHECK(without.fault == Fault::ProxyRefused);
    CHECK(without.detail == u"HTTP 407: the proxy wants a login"_s);

    const QString wrong = loginFile(folder, "tram:sai");
    const Error another = failure({.proxy = services.proxyUrl(), .proxyLoginFile = wrong}, url);
    CHECK(another.fault == Fault::ProxyRefused);
    CHECK(another.detail == u"HTTP 407: the proxy wants another login"_s);
    CHECK(services.proxied() == 0);

    const QString right = loginFile(folder, "tram:mật khẩu:%41\n");
    CHECK(HttpClient({.proxy = services.proxyUrl(), .proxyLoginFile = right}).send({.url = url}));
    CHECK(services.proxied() == 1);

    // Over https the refusal comes as an answer to CONNECT.
    const Error tunnel = failure({.proxy = services.proxyUrl()}, u"https://127.0.0.1:9/"_s);
    CHECK(tunnel.fault == Fault::ProxyRefused);
    CHECK(tunnel.detail.contains(u"407"_s));
}

TEST_CASE("A login file that others may read, or without a login, is refused", "[http][proxy]")
{
    LoopbackServices services;
    const QTemporaryDir folder;
    const auto refusal = [&](const QString &file) {
        const Error error = failure({.proxy = services.proxyUrl(), .proxyLoginFile = file},
                                    services.baseUrl() + "/ca"_L1);
        CHECK(error.fault == Fault::InvalidInput);
        return error.detail;
    };
    CHECK(refusal(loginFile(folder, "tram:mat khau",
                            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup))
              .contains(u"others may read it"_s));
    CHECK(refusal(loginFile(folder, "tram")).contains(u"user:password"_s));
    CHECK(refusal(loginFile(folder, "")).contains(u"user:password"_s));
    CHECK(refusal(folder.filePath(u"missing"_s)).contains(u"cannot be read"_s));
    CHECK(services.proxied() == 0);
}

TEST_CASE("TLS is trusted by the CA file and by nothing else", "[http][tls]")
{
    const QTemporaryDir folder;
    const QString key = folder.filePath(u"key.pem"_s);
    const QString certificate = folder.filePath(u"certificate.pem"_s);
    REQUIRE(runTool(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                   u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-keyout"_s, key,
                                   u"-out"_s, certificate, u"-subj"_s, u"/CN=127.0.0.1"_s,
                                   u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s})
                .exitCode == 0);
    QProcess server;
    server.setProcessChannelMode(QProcess::MergedChannels);
    server.start(u"openssl"_s, {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-key"_s, key,
                                u"-cert"_s, certificate, u"-www"_s});
    QByteArray output;
    const QRegularExpression accepts(u"ACCEPT 127\\.0\\.0\\.1:(\\d+)"_s);
    while (!accepts.match(QString::fromLatin1(output)).hasMatch()) {
        REQUIRE(server.waitForReadyRead(5000));
        output += server.readAll();
    }
    const QString url =
        u"https://127.0.0.1:%1/"_s.arg(accepts.match(QString::fromLatin1(output)).captured(1));

    const Error stranger = failure({}, url);
    CHECK(stranger.fault == Fault::NetworkDown);
    CHECK(stranger.detail.contains(u"certificate"_s));
    const auto answer = HttpClient({.caFile = certificate}).send({.url = url});
    if (!answer)
        FAIL(answer.error().detail.toStdString());
    CHECK(answer->status == 200);

    LoopbackServices services;
    CHECK(HttpClient({.proxy = services.proxyUrl(), .caFile = certificate}).send({.url = url}));
    CHECK(services.proxied() == 1);
    const Error badFile = failure({.caFile = key}, url);
    CHECK(badFile.detail.contains(u"certificate"_s));
    server.kill();
    server.waitForFinished();
}
