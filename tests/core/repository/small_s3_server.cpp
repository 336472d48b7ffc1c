#include "small_s3_server.h"
#include "core/base/digest.h"
#include "core/base/sha256.h"

#include <QDateTime>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace station::repository {
namespace {

constexpr qint64 threeHoursMs = 3LL * 3600 * 1000;

struct Request {
    QByteArray method{};
    QByteArray path{};
    QByteArray query{};
    QMap<QByteArray, QByteArray> headers{};
    QByteArray body{};
};

void sendAll(int fd, const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto n = ::send(fd, bytes.constData() + sent,
                              static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return;
        sent += n;
    }
}

bool receiveMore(int fd, QByteArray &buffer)
{
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    const auto n = ::recv(fd, piece.data(), static_cast<std::size_t>(piece.size()), 0);
    if (n <= 0)
        return false;
    buffer.append(piece.constData(), n);
    return true;
}

QByteArray httpDate(qint64 ms)
{
    return QLocale::c()
               .toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC),
                         u"ddd, dd MMM yyyy HH:mm:ss"_s)
               .toLatin1() +
           " GMT";
}

QByteArray flipped(QByteArray bytes)
{
    if (!bytes.isEmpty())
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    return bytes;
}

QByteArray tagOf(const QByteArray &bytes)
{
    Digest md5(Digest::Kind::Md5);
    md5.add(bytes);
    return "ETag: \"" + md5.hex().toLatin1() + "\"\r\n";
}

}  // namespace

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &type,
                      const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " x\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nContent-Type: " + type + "\r\n" + headers + "\r\n" + body;
}

QByteArray s3Error(int status, const QByteArray &code, const QByteArray &headers)
{
    return httpAnswer(status, "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>",
                      "application/xml", "x-amz-request-id: tx1\r\n" + headers);
}

struct SmallS3Server::State {
    struct Scripted {
        QByteArray method{};
        QByteArray bytes{};
        int times = 0;
    };

    explicit State(Warts given) : warts(std::move(given))
    {
        listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 ||
            ::listen(listener, 64) != 0 ||
            ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            std::abort();
        port = ntohs(address.sin_port);
        acceptor = std::jthread([this] { accept(); });
    }
    ~State()
    {
        ::shutdown(listener, SHUT_RDWR);
        acceptor.join();
        {
            const std::lock_guard lock(mutex);
            for (const int fd : open)
                ::shutdown(fd, SHUT_RDWR);
        }
        connections.clear();
        ::close(listener);
    }

    void accept()
    {
        for (;;) {
            const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (fd < 0)
                return;
            const int on = 1;
            ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            const std::lock_guard lock(mutex);
            open.push_back(fd);
            most = std::max(most, static_cast<int>(open.size()));
            connections.emplace_back([this, fd] {
                serve(fd);
                const std::lock_guard guard(mutex);
                std::erase(open, fd);
                ::close(fd);
            });
        }
    }

    void serve(int fd)
    {
        QByteArray buffer;
        for (;;) {
            qsizetype end = 0;
            while ((end = buffer.indexOf("\r\n\r\n")) < 0) {
                if (!receiveMore(fd, buffer))
                    return;
            }
            const QByteArray head = buffer.left(end);
            buffer.remove(0, end + 4);
            Request request = parse(head);
            if (request.headers.value("expect") == "100-continue")
                sendAll(fd, "HTTP/1.1 100 Continue\r\n\r\n");
            const qint64 size = request.headers.value("content-length").toLongLong();
            while (buffer.size() < size) {
                if (!receiveMore(fd, buffer))
                    return;
            }
            request.body = buffer.left(size);
            buffer.remove(0, size);
            const QByteArray reply = answerTo(request, head);
            if (reply.isEmpty())
                return;
            sendAll(fd, reply);
        }
    }

    static Request parse(const QByteArray &head)
    {
        Request request;
        const auto lines = head.split('\n');
        const auto words = lines.constFirst().split(' ');
        request.method = words.value(0);
        QByteArray target = words.value(1);
        if (target.startsWith("http://"))  // to a proxy
            target = target.mid(target.indexOf('/', 7));
        request.path = target.split('?').constFirst();
        request.query = target.mid(request.path.size() + 1);
        for (const auto &line : lines.mid(1)) {
            const auto colon = line.indexOf(':');
            request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
        }
        return request;
    }

    QByteArray answerTo(const Request &request, const QByteArray &head)
    {
        const std::lock_guard lock(mutex);
        heads << head;
        received += request.body.size();
        if (!warts.wantsProxyLogin.isEmpty() && request.headers.value("proxy-authorization") !=
                                                    "Basic " + warts.wantsProxyLogin.toBase64())
            return httpAnswer(407, {}, "text/plain", "Proxy-Authenticate: Basic realm=\"x\"\r\n");
        for (auto &one : script) {
            if (one.times > 0 && one.method == request.method) {
                --one.times;
                return one.bytes;
            }
        }
        const qint64 nowMs =
            QDateTime::currentMSecsSinceEpoch() + (warts.lateByThreeHours ? -threeHoursMs : 0);
        const QByteArray date = warts.losesDate ? "" : "Date: " + httpDate(nowMs) + "\r\n";
        auto signedAt = QDateTime::fromString(
            QString::fromLatin1(request.headers.value("x-amz-date")), u"yyyyMMdd'T'HHmmss'Z'"_s);
        signedAt.setTimeSpec(Qt::UTC);
        if (std::abs(signedAt.toMSecsSinceEpoch() - nowMs) > 15 * 60'000)
            return s3Error(403, "RequestTimeTooSkewed", date);
        return stored(request, date);
    }

    QByteArray stored(const Request &request, const QByteArray &date)
    {
        const bool exists = objects.contains(request.path);
        if (request.method == "PUT") {
            const bool conditional = request.headers.contains("if-none-match");
            if (conditional && warts.refusesCondition)
                return s3Error(501, "NotImplemented", date);
            if (conditional && exists && !warts.ignoresCondition)
                return s3Error(412, "PreconditionFailed", date);
            if (!warts.storesWrongHash &&
                sha256Hex(request.body).toLatin1() != request.headers.value("x-amz-content-sha256"))
                return s3Error(400, "XAmzContentSHA256Mismatch", date);
            objects[request.path] = warts.flipsStored ? flipped(request.body) : request.body;
            return httpAnswer(200, {}, "application/xml", date + tagOf(request.body));
        }
        if (request.method == "DELETE") {
            objects.remove(request.path);
            return httpAnswer(204, {}, "application/xml", date);
        }
        if (request.query.contains("list-type=2"))
            return httpAnswer(200, "<ListBucketResult></ListBucketResult>", "application/xml",
                              date);
        if (!exists && request.method == "HEAD")
            return "HTTP/1.1 404 x\r\n" + date + "\r\n";
        if (!exists)
            return s3Error(404, "NoSuchKey", date);
        QByteArray body = objects.value(request.path);
        const QByteArray headers = date + tagOf(body);
        if (request.method == "HEAD")
            return "HTTP/1.1 200 x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
                   headers + "\r\n";
        if (flips > 0) {
            --flips;
            body = flipped(body);
        }
        return httpAnswer(200, body, "application/octet-stream", headers);
    }

    Warts warts;
    int listener = -1;
    int port = 0;
    mutable std::mutex mutex;
    QMap<QByteArray, QByteArray> objects;
    std::vector<Scripted> script;
    int flips = 0;
    QList<QByteArray> heads;
    qint64 received = 0;
    std::vector<int> open;
    int most = 0;
    std::vector<std::jthread> connections;
    std::jthread acceptor;
};

SmallS3Server::SmallS3Server(Warts warts) : m(std::make_unique<State>(std::move(warts))) {}

SmallS3Server::~SmallS3Server() = default;

QString SmallS3Server::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m->port);
}

void SmallS3Server::answer(const QByteArray &method, const QByteArray &bytes, int times)
{
    const std::lock_guard lock(m->mutex);
    m->script.push_back({method, bytes, times});
}

void SmallS3Server::flipNext(int times)
{
    const std::lock_guard lock(m->mutex);
    m->flips = times;
}

void SmallS3Server::damage(const QByteArray &path)
{
    const std::lock_guard lock(m->mutex);
    m->objects[path] = flipped(m->objects.value(path));
}

QList<QByteArray> SmallS3Server::requests() const
{
    const std::lock_guard lock(m->mutex);
    return m->heads;
}

qint64 SmallS3Server::bodyBytes() const
{
    const std::lock_guard lock(m->mutex);
    return m->received;
}

int SmallS3Server::mostConnections() const
{
    const std::lock_guard lock(m->mutex);
    return m->most;
}

}  // namespace station::repository
