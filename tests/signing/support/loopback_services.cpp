#include "tests/signing/support/loopback_services.h"

#include "core/base/clock.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QUrl>

#include <arpa/inet.h>
#include <atomic>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

constexpr int stepMs = 50;

struct Request {
    QByteArray method{};
    QByteArray target{};
    QByteArray head{};  ///< With its first line.
    QByteArray body{};

    QByteArray header(const QByteArray &name) const
    {
        for (const auto &line : head.split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
};

/// One accepted connection.
class Connection {
public:
    explicit Connection(int fd) : m_fd(fd) {}
    ~Connection() { ::close(m_fd); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    int fd() const { return m_fd; }

    bool readable(int timeoutMs) const
    {
        pollfd wait{.fd = m_fd, .events = POLLIN, .revents = 0};
        return ::poll(&wait, 1, timeoutMs) > 0;
    }
    /// Empty at the end of the stream.
    QByteArray read() const
    {
        QByteArray bytes(64 * 1024, '\0');
        bytes.truncate(std::max<ssize_t>(
            0, ::recv(m_fd, bytes.data(), static_cast<std::size_t>(bytes.size()), 0)));
        return bytes;
    }
    bool write(const QByteArray &bytes) const
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const auto n = ::send(m_fd, bytes.constData() + sent,
                                  static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
            if (n <= 0)
                return false;
            sent += n;
        }
        return true;
    }
    /// Until the other side goes away.
    void waitForEnd(const std::stop_token &stop) const
    {
        while (!stop.stop_requested()) {
            if (readable(stepMs) && read().isEmpty())
                return;
        }
    }
    Request request(const std::stop_token &stop) const
    {
        QByteArray bytes;
        qsizetype end = -1;
        qsizetype length = 0;
        Request request;
        while (!stop.stop_requested() && (end < 0 || bytes.size() < end + 4 + length)) {
            if (!readable(stepMs))
                continue;
            const QByteArray more = read();
            if (more.isEmpty())
                break;
            bytes += more;
            if (end < 0 && (end = bytes.indexOf("\r\n\r\n")) >= 0) {
                request.head = bytes.left(end);
                length = request.header("Content-Length").toInt();
            }
        }
        const auto words = request.head.left(request.head.indexOf('\r')).split(' ');
        request.method = words.value(0);
        request.target = words.value(1);
        request.body = end < 0 ? QByteArray() : bytes.mid(end + 4);
        return request;
    }

private:
    int m_fd;
};

/// Listens on a free port of 127.0.0.1; one thread a connection.
class Server {
public:
    using Handler = std::function<void(const Connection &, const std::stop_token &)>;

    explicit Server(Handler handler)
        : m_handler(std::move(handler)), m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *plain = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_fd, plain, size) != 0 || ::listen(m_fd, 64) != 0 ||
            ::getsockname(m_fd, plain, &size) != 0)
            qFatal("no port on 127.0.0.1");
        m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this](const std::stop_token &stop) { accept(stop); });
    }
    ~Server()
    {
        m_thread = {};  // asks to stop, then waits
        m_connections.clear();
        ::close(m_fd);
    }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;
    int port() const { return m_port; }

private:
    void accept(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            pollfd wait{.fd = m_fd, .events = POLLIN, .revents = 0};
            if (::poll(&wait, 1, stepMs) <= 0)
                continue;
            const int fd = ::accept4(m_fd, nullptr, nullptr, SOCK_CLOEXEC);
            if (fd < 0)
                continue;
            m_connections.emplace_back([this, fd](const std::stop_token &ends) {
                const Connection connection(fd);
                m_handler(connection, ends);
            });
        }
    }

    Handler m_handler;
    int m_fd;
    int m_port = 0;
    std::list<std::jthread> m_connections{};
    std::jthread m_thread{};
};

QByteArray withHead(const QByteArray &statusLine, const QByteArray &type, const QByteArray &body,
                    const QByteArray &more = {}, qsizetype announced = -1)
{
    return "HTTP/1.1 " + statusLine + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(announced < 0 ? body.size() : announced) +
           "\r\nConnection: close\r\n" + more + "\r\n" + body;
}

int connectedTo(int port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        ::close(fd);
        return -1;
    }
    return fd;
}

/// Bytes in both directions until one side ends.
void pump(const Connection &left, const Connection &right, const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        pollfd both[] = {{.fd = left.fd(), .events = POLLIN, .revents = 0},
                         {.fd = right.fd(), .events = POLLIN, .revents = 0}};
        if (::poll(both, 2, stepMs) <= 0)
            continue;
        for (int i = 0; i < 2; ++i) {
            if (both[i].revents == 0)
                continue;
            const QByteArray bytes = (i == 0 ? left : right).read();
            if (bytes.isEmpty() || !(i == 0 ? right : left).write(bytes))
                return;
        }
    }
}

}  // namespace

struct LoopbackServices::State {
    State()
        : server([this](const Connection &connection, const std::stop_token &stop) {
              serve(connection, stop);
          }),
          proxy([this](const Connection &connection, const std::stop_token &stop) {
              forward(connection, stop);
          })
    {
        base = u"http://127.0.0.1:%1"_s.arg(server.port());
        authority.emplace(base);
    }

    void serve(const Connection &connection, const std::stop_token &stop);
    void forward(const Connection &connection, const std::stop_token &stop);
    /// Content type and body of a good answer, or of one with a fault inside.
    std::pair<QByteArray, QByteArray> answer(Service service, Trouble trouble,
                                             const Request &request);
    Trouble trouble(Service service);
    qint64 now() const { return timeMs == 0 ? SystemClock().nowMs() : timeMs.load(); }

    std::mutex mutex{};
    std::map<Service, std::pair<Trouble, int>> troubles{};
    std::map<Service, int> counts{};
    QByteArray proxyLogin{};
    std::atomic<int> proxied = 0;
    std::atomic<qint64> timeMs = sampleTimeMs + 60'000;
    std::unique_ptr<TestAuthority> stranger{};

    QString base{};
    std::optional<TestAuthority> authority{};
    Server server;  // last: their threads end before what they use
    Server proxy;
};

Trouble LoopbackServices::State::trouble(Service service)
{
    const std::lock_guard lock(mutex);
    ++counts[service];
    auto &[trouble, times] = troubles[service];
    if (times == 0)
        return Trouble::None;
    if (times > 0)
        --times;
    return trouble;
}

std::pair<QByteArray, QByteArray> LoopbackServices::State::answer(Service service, Trouble trouble,
                                                                  const Request &request)
{
    const qint64 dayMs = 86'400'000;
    switch (service) {
    case Service::Tsa:
    case Service::SecondTsa: {
        const QByteArray type = "application/timestamp-reply";
        if (trouble == Trouble::Rejected)  // PKIStatusInfo { rejection, failInfo badAlg }
            return {type, QByteArray::fromHex("3009300702010203020780")};
        StampOptions options{.atMs = now()};
        options.forged = trouble == Trouble::Forged;
        options.wrongImprint = trouble == Trouble::WrongImprint;
        options.wrongPurpose = trouble == Trouble::WrongPurpose;
        options.expiredSigner = trouble == Trouble::ExpiredSigner;
        options.withoutCertificate = trouble == Trouble::NoCertificate;
        options.sha1 = trouble == Trouble::Sha1;
        if (trouble == Trouble::WrongTime)
            options.atMs += 600'000;
        if (trouble == Trouble::WrongNonce)
            options.nonce = QByteArray::fromHex("0102030405060708");
        if (trouble == Trouble::Stranger) {
            const std::lock_guard lock(mutex);
            if (!stranger)
                stranger = std::make_unique<TestAuthority>(base);
            return {type, stranger->timestampResponse(request.body, options)};
        }
        return {type, authority->timestampResponse(request.body, options)};
    }
    case Service::Ocsp: {
        if (trouble == Trouble::Rejected)
            return {"application/ocsp-response", QByteArray::fromHex("30030a0103")};
        OcspOptions options{.producedAtMs = now()};
        options.forged = trouble == Trouble::Forged;
        options.wrongNonce = trouble == Trouble::WrongNonce;
        options.withoutNonce = trouble == Trouble::NoNonce || trouble == Trouble::Stale ||
                               trouble == Trouble::NoNextUpdate;
        options.unknown = trouble == Trouble::Unknown;
        options.foreignResponder = trouble == Trouble::ForeignResponder;
        if (trouble == Trouble::Stale || trouble == Trouble::NoNextUpdate)
            options.producedAtMs -= 2 * dayMs;
        if (trouble == Trouble::NoNextUpdate)
            options.validForMs = 0;
        return {"application/ocsp-response", authority->ocspResponse(request.body, options)};
    }
    case Service::Crl: {
        const bool stale = trouble == Trouble::Stale;
        const qint64 from = now() - (stale ? 9 : 0) * dayMs;
        return {"application/pkix-crl", request.target.endsWith("root-crl")
                                            ? authority->rootCrl(from, from + 7 * dayMs)
                                            : authority->crl(from, from + 7 * dayMs)};
    }
    case Service::CaCertificate:
        return {"application/pkix-cert", request.target.endsWith("root-ca")
                                             ? authority->root().der()
                                             : authority->issuer().der()};
    }
    return {};
}

void LoopbackServices::State::serve(const Connection &connection, const std::stop_token &stop)
{
    static const QHash<QByteArray, Service> paths = {{"/tsa", Service::Tsa},
                                                     {"/tsa2", Service::SecondTsa},
                                                     {"/ocsp", Service::Ocsp},
                                                     {"/crl", Service::Crl},
                                                     {"/root-crl", Service::Crl},
                                                     {"/ca", Service::CaCertificate},
                                                     {"/root-ca", Service::CaCertificate}};
    const Request request = connection.request(stop);
    if (!paths.contains(request.target)) {
        connection.write(withHead("404 Not Found", "text/plain", "no such service"));
        return;
    }
    const Service service = paths[request.target];
    const Trouble trouble = this->trouble(service);
    switch (trouble) {
    case Trouble::Silent:
        return connection.waitForEnd(stop);
    case Trouble::Closed:
        return;
    case Trouble::NoHttp:
        connection.write("220 mail.example.vn ESMTP ready\r\n");
        return;
    case Trouble::LoginPage:
        connection.write(withHead("200 OK", "text/html; charset=utf-8",
                                  "<html><form>Đăng nhập mạng</form></html>"));
        return;
    case Trouble::Redirect:
        connection.write(
            withHead("302 Found", "text/html", "moved", "Location: http://127.0.0.1/login\r\n"));
        return;
    case Trouble::TooManyRequests:
        connection.write(withHead("429 Too Many Requests", "text/plain", "too many requests",
                                  "Retry-After: 120\r\n"));
        return;
    case Trouble::Forbidden:
        connection.write(withHead("403 Forbidden", "text/plain", "forbidden"));
        return;
    case Trouble::OutOfOrder:
        connection.write(withHead("503 Service Unavailable", "text/plain", "maintenance"));
        return;
    default:
        break;
    }

    const auto [type, body] = answer(service, trouble, request);
    const QByteArray date =
        "Date: " +
        QLocale::c()
            .toString(QDateTime::fromMSecsSinceEpoch(now(), Qt::UTC), u"ddd, dd MMM yyyy hh:mm:ss")
            .toLatin1() +
        " GMT\r\n";
    switch (trouble) {
    case Trouble::Truncated:
        connection.write(withHead("200 OK", type, body.left(body.size() / 2), date, body.size()));
        return;
    case Trouble::HalfBody:
        connection.write(withHead("200 OK", type, body.left(body.size() / 2), date));
        return;
    case Trouble::TooLong:
        connection.write(withHead("200 OK", type, body + QByteArray(512 * 1024, '\0'), date));
        return;
    case Trouble::SlowDrip:
        for (const char byte : withHead("200 OK", type, body, date)) {
            // Waits for the other side to go away, which is all that it could say now.
            if (!connection.write(QByteArray(1, byte)) || stop.stop_requested() ||
                connection.readable(stepMs))
                return;
        }
        return;
    default:
        connection.write(withHead("200 OK", type, body, date));
    }
}

void LoopbackServices::State::forward(const Connection &connection, const std::stop_token &stop)
{
    Request request = connection.request(stop);
    QByteArray login;
    {
        const std::lock_guard lock(mutex);
        login = proxyLogin;
    }
    if (!login.isEmpty() && request.header("Proxy-Authorization") != "Basic " + login.toBase64()) {
        connection.write(withHead("407 Proxy Authentication Required", "text/html",
                                  "<html>login</html>",
                                  "Proxy-Authenticate: Basic realm=\"office\"\r\n"));
        return;
    }
    const bool tunnel = request.method == "CONNECT";
    const QUrl url(QString::fromLatin1(tunnel ? "http://" + request.target : request.target));
    const int fd = connectedTo(url.port(80));
    if (fd < 0) {
        connection.write(withHead("502 Bad Gateway", "text/html", "no route"));
        return;
    }
    const Connection upstream(fd);
    ++proxied;
    if (tunnel) {
        connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
    } else {
        const QByteArray firstLine = request.method + ' ' + url.path().toLatin1() + " HTTP/1.1";
        upstream.write(firstLine + request.head.mid(request.head.indexOf('\r')) + "\r\n\r\n" +
                       request.body);
    }
    pump(connection, upstream, stop);
}

LoopbackServices::LoopbackServices() : m_state(std::make_unique<State>()) {}

LoopbackServices::~LoopbackServices() = default;

TestAuthority &LoopbackServices::authority()
{
    return *m_state->authority;
}

QString LoopbackServices::tsaUrl() const
{
    return m_state->base + "/tsa"_L1;
}

QString LoopbackServices::secondTsaUrl() const
{
    return m_state->base + "/tsa2"_L1;
}

QString LoopbackServices::baseUrl() const
{
    return m_state->base;
}

void LoopbackServices::setTime(qint64 ms)
{
    m_state->timeMs = ms;
}

void LoopbackServices::fail(Service service, Trouble trouble, int times)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->troubles[service] = {trouble, times};
}

int LoopbackServices::requests(Service service) const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->counts[service];
}

QString LoopbackServices::proxyUrl() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_state->proxy.port());
}

void LoopbackServices::setProxyLogin(const QByteArray &login)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->proxyLogin = login;
}

int LoopbackServices::proxied() const
{
    return m_state->proxied;
}

}  // namespace station::signing
