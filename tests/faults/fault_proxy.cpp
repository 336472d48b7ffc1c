#include "tests/faults/fault_proxy.h"

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <mutex>
#include <netdb.h>
#include <netinet/tcp.h>
#include <optional>
#include <poll.h>
#include <random>
#include <set>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace station::faults {
namespace {

constexpr int patienceMs = 60'000;
constexpr qint64 largestHead = 256 * 1024;

const QByteArray portalPage = "<html><head><title>Wi-Fi</title></head><body>Please log in."
                              "</body></html>";

/// A connected socket and what was read from it beyond what was asked for.
class Connection {
public:
    explicit Connection(int socket = -1) : m_socket(socket)
    {
        const int on = 1;
        if (m_socket >= 0)
            ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    ~Connection() { close(); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    Connection(Connection &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1)), m_ahead(std::move(other.m_ahead))
    {
    }
    Connection &operator=(Connection &&other) noexcept
    {
        close();
        m_socket = std::exchange(other.m_socket, -1);
        m_ahead = std::move(other.m_ahead);
        return *this;
    }

    bool isOpen() const { return m_socket >= 0; }
    int socket() const { return m_socket; }
    void close()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
        m_ahead.clear();
    }
    /// With a reset instead of a farewell.
    void breakOff()
    {
        const linger hard{1, 0};
        if (m_socket >= 0)
            ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        close();
    }

    bool send(const QByteArray &bytes)
    {
        for (qsizetype done = 0; done < bytes.size();) {
            const auto n = ::send(m_socket, bytes.constData() + done,
                                  static_cast<std::size_t>(bytes.size() - done), MSG_NOSIGNAL);
            if (n <= 0)
                return false;
            done += n;
        }
        return true;
    }

    /// Up to and with `end`; nothing when the other side has gone.
    std::optional<QByteArray> readUntil(const QByteArray &end)
    {
        for (;;) {
            if (const auto at = m_ahead.indexOf(end); at >= 0) {
                const QByteArray found = m_ahead.left(at + end.size());
                m_ahead.remove(0, found.size());
                return found;
            }
            if (m_ahead.size() > largestHead || !more())
                return std::nullopt;
        }
    }
    std::optional<QByteArray> read(qint64 count)
    {
        while (m_ahead.size() < count) {
            if (!more())
                return std::nullopt;
        }
        const QByteArray found = m_ahead.left(count);
        m_ahead.remove(0, count);
        return found;
    }
    QByteArray readToEnd()
    {
        while (more()) {
        }
        return std::exchange(m_ahead, {});
    }

private:
    bool more()
    {
        pollfd wait{m_socket, POLLIN, 0};
        if (m_socket < 0 || ::poll(&wait, 1, patienceMs) <= 0)
            return false;
        char bytes[64 * 1024];
        const auto n = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (n <= 0)
            return false;
        m_ahead.append(bytes, static_cast<qsizetype>(n));
        return true;
    }

    int m_socket;
    QByteArray m_ahead{};
};

/// Head and body of a request or an answer.
struct Message {
    QByteArray firstLine{};
    std::vector<std::pair<QByteArray, QByteArray>> fields{};
    QByteArray body{};
    bool hasBody = false;  ///< Says how long it is, if only 0 bytes.

    QByteArray field(const QByteArray &name) const
    {
        for (const auto &[key, value] : fields) {
            if (key.toLower() == name)
                return value;
        }
        return {};
    }
    void remove(const QByteArray &name)
    {
        std::erase_if(fields, [&](const auto &field) { return field.first.toLower() == name; });
    }
    QByteArray method() const { return firstLine.left(firstLine.indexOf(' ')); }
    int status() const { return firstLine.split(' ').value(1).toInt(); }
    bool closes() const { return field("connection").toLower() == "close"; }

    QByteArray head() const
    {
        QByteArray bytes = firstLine + "\r\n";
        for (const auto &[key, value] : fields)
            bytes += key + ": " + value + "\r\n";
        return bytes + "\r\n";
    }
};

std::optional<Message> readHead(Connection &from)
{
    const auto head = from.readUntil("\r\n\r\n");
    if (!head)
        return std::nullopt;
    Message message;
    for (const auto &line : head->split('\n')) {
        const QByteArray text = line.trimmed();
        if (text.isEmpty())
            continue;
        const auto colon = text.indexOf(':');
        if (message.firstLine.isEmpty())
            message.firstLine = text;
        else if (colon > 0)
            message.fields.emplace_back(text.left(colon), text.mid(colon + 1).trimmed());
    }
    return message;
}

std::optional<QByteArray> readChunks(Connection &from)
{
    QByteArray body;
    for (;;) {
        const auto line = from.readUntil("\r\n");
        if (!line)
            return std::nullopt;
        const qint64 size =
            line->left(line->indexOf(line->contains(';') ? ';' : '\r')).toLongLong(nullptr, 16);
        const auto chunk = from.read(size + 2);
        if (!chunk)
            return std::nullopt;
        if (size == 0)
            return body;
        body += chunk->chopped(2);
    }
}

/// With `untilEnd`, a body without a length goes on until the connection ends.
bool readBody(Connection &from, Message &message, bool untilEnd)
{
    std::optional<QByteArray> body = QByteArray();
    if (message.field("transfer-encoding").toLower() == "chunked") {
        body = readChunks(from);
        message.remove("transfer-encoding");
        message.fields.emplace_back("Content-Length", QByteArray::number(body ? body->size() : 0));
        message.hasBody = true;
    } else if (const QByteArray length = message.field("content-length"); !length.isEmpty()) {
        body = from.read(length.toLongLong());
        message.hasBody = true;
    } else if (untilEnd) {
        body = from.readToEnd();
        message.fields.emplace_back("Content-Length", QByteArray::number(body->size()));
        message.remove("connection");
        message.fields.emplace_back("Connection", "close");
    }
    message.body = body.value_or(QByteArray());
    return body.has_value();
}

QByteArray madeUp(const QByteArray &status, const QByteArray &fields, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

QString faultName(NetworkFault fault)
{
    switch (fault) {
    case NetworkFault::ResetBefore:
        return QStringLiteral("reset_before");
    case NetworkFault::CutRequest:
        return QStringLiteral("cut_request");
    case NetworkFault::ReplyLost:
        return QStringLiteral("reply_lost");
    case NetworkFault::ErrorAfterCommit:
        return QStringLiteral("error_after_commit");
    case NetworkFault::Unavailable:
        return QStringLiteral("unavailable");
    case NetworkFault::Portal:
        return QStringLiteral("portal");
    case NetworkFault::FlipRequest:
        return QStringLiteral("flip_request");
    case NetworkFault::FlipReply:
        return QStringLiteral("flip_reply");
    case NetworkFault::Stall:
        return QStringLiteral("stall");
    case NetworkFault::Slow:
        return QStringLiteral("slow");
    case NetworkFault::CutReply:
        return QStringLiteral("cut_reply");
    }
    return {};
}

struct FaultProxy::State {
    sockaddr_in server{};
    FaultPlan plan;
    int listener = -1;
    quint16 port = 0;

    mutable std::mutex mutex;
    std::mt19937_64 random;
    int requests = 0;
    QMap<NetworkFault, int> faults;
    std::set<int> sockets;  // of clients and of the server, to be shut at the end
    std::thread acceptor;
    std::vector<std::thread> threads;
    bool ends = false;

    std::optional<NetworkFault> draw(const Message &request)
    {
        const std::lock_guard lock(mutex);
        ++requests;
        const QByteArray method = request.method();
        const double rate = plan.rates.value(method, plan.rates.value(""));
        if (std::uniform_real_distribution<>(0, 1)(random) >= rate)
            return std::nullopt;
        std::vector<NetworkFault> all{
            NetworkFault::ResetBefore, NetworkFault::ReplyLost, NetworkFault::ErrorAfterCommit,
            NetworkFault::Unavailable, NetworkFault::Portal,    NetworkFault::Stall,
            NetworkFault::Slow};
        if (!request.body.isEmpty())
            all.insert(all.end(), {NetworkFault::CutRequest, NetworkFault::FlipRequest});
        if (method == "GET")
            all.insert(all.end(), {NetworkFault::CutReply, NetworkFault::FlipReply});
        std::erase_if(all, [this](NetworkFault fault) {
            return !plan.kinds.empty() && std::ranges::find(plan.kinds, fault) == plan.kinds.end();
        });
        return all.empty() ? std::nullopt : std::optional(all[random() % all.size()]);
    }
    void happened(NetworkFault fault)
    {
        const std::lock_guard lock(mutex);
        ++faults[fault];
    }
    std::uint64_t drawNumber()
    {
        const std::lock_guard lock(mutex);
        return random();
    }

    /// False when all ends.
    bool enter(int socket)
    {
        const std::lock_guard lock(mutex);
        if (!ends)
            sockets.insert(socket);
        return !ends;
    }
    void leave(int socket)
    {
        const std::lock_guard lock(mutex);
        sockets.erase(socket);
    }
    bool isEnding() const
    {
        const std::lock_guard lock(mutex);
        return ends;
    }
    void rest(int ms) const
    {
        for (int waited = 0; waited < ms && !isEnding(); waited += 20)
            std::this_thread::sleep_for(std::chrono::milliseconds(std::min(20, ms - waited)));
    }
};

namespace {

/// One client and its requests, one after the other.
template <typename State>
class Client {
public:
    Client(State &state, int socket) : m_state(state), m_client(socket) {}
    ~Client()
    {
        dropServer();
        m_state.leave(m_client.socket());
    }

    void serve()
    {
        while (auto request = readHead(m_client)) {
            if (request->field("expect").toLower() == "100-continue") {
                request->remove("expect");
                if (!m_client.send("HTTP/1.1 100 Continue\r\n\r\n"))
                    return;
            }
            if (!readBody(m_client, *request, false) || !answer(*request))
                return;
        }
    }

private:
    void dropServer()
    {
        if (m_server.isOpen())
            m_state.leave(m_server.socket());
        m_server.close();
    }
    bool connectServer()
    {
        if (m_server.isOpen())
            return true;
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        m_server = Connection(socket);
        if (::connect(socket, reinterpret_cast<const sockaddr *>(&m_state.server),
                      sizeof m_state.server) == 0 &&
            m_state.enter(socket))
            return true;
        m_server.close();
        return false;
    }

    /// A kept connection may have ended meanwhile: once more with a new one.
    std::optional<Message> asked(const Message &request)
    {
        for (int attempt = 0; attempt < 2; ++attempt) {
            const bool fresh = !m_server.isOpen();
            if (!connectServer())
                return std::nullopt;
            if (m_server.send(request.head()) && m_server.send(request.body)) {
                auto reply = readHead(m_server);
                while (reply && reply->status() / 100 == 1)
                    reply = readHead(m_server);
                if (reply) {
                    const bool none = request.method() == "HEAD" || reply->status() == 204 ||
                                      reply->status() == 304;
                    if (!none && !readBody(m_server, *reply, true))
                        reply.reset();
                }
                if (reply) {
                    if (reply->closes())
                        dropServer();
                    return reply;
                }
            }
            dropServer();
            if (fresh)
                return std::nullopt;
        }
        return std::nullopt;
    }

    bool pass(const Message &request)
    {
        const auto reply = asked(request);
        return reply && m_client.send(reply->head() + reply->body) && !reply->closes() &&
               !request.closes();
    }

    bool breakOff()
    {
        m_state.leave(m_client.socket());
        m_client.breakOff();
        return false;
    }

    QByteArray flipped(QByteArray bytes)
    {
        const auto bit = m_state.drawNumber() % (static_cast<std::uint64_t>(bytes.size()) * 8);
        auto &byte = bytes.data()[bit / 8];
        byte = static_cast<char>(byte ^ (1 << (bit % 8)));
        return bytes;
    }

    /// False when the connection is over.
    bool answer(const Message &request)
    {
        const auto fault = m_state.draw(request);
        if (!fault)
            return pass(request) || breakOff();
        if (*fault != NetworkFault::FlipReply && *fault != NetworkFault::CutReply)
            m_state.happened(*fault);
        switch (*fault) {
        case NetworkFault::ResetBefore:
            return breakOff();
        case NetworkFault::CutRequest:
            if (connectServer())
                (void)m_server.send(request.head() + request.body.left(request.body.size() / 2));
            dropServer();
            return breakOff();
        case NetworkFault::ReplyLost:
            (void)asked(request);
            return breakOff();
        case NetworkFault::ErrorAfterCommit:
            (void)asked(request);
            return m_client.send(madeUp("500 Internal Server Error", {}, {}));
        case NetworkFault::Unavailable:
            return m_client.send(madeUp("503 Slow Down", "Retry-After: 1\r\n", {}));
        case NetworkFault::Portal:
            return m_client.send(
                request.method() == "HEAD"
                    ? QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
                    : madeUp("200 OK", "Content-Type: text/html\r\n", portalPage));
        case NetworkFault::FlipRequest: {
            auto changed = request;
            changed.body = flipped(changed.body);
            return pass(changed) || breakOff();
        }
        case NetworkFault::Stall:
            m_state.rest(m_state.plan.stallMs);
            return breakOff();
        case NetworkFault::FlipReply:
        case NetworkFault::CutReply:
        case NetworkFault::Slow:
            break;
        }
        return answerBadly(request, *fault);
    }

    bool answerBadly(const Message &request, NetworkFault fault)
    {
        auto reply = asked(request);
        if (!reply)
            return breakOff();
        if (fault == NetworkFault::Slow) {
            const QByteArray bytes = reply->head() + reply->body;
            constexpr qsizetype pieces = 10;
            const qsizetype piece = bytes.size() / pieces + 1;
            for (qsizetype at = 0; at < bytes.size(); at += piece) {
                if (!m_client.send(bytes.mid(at, piece)))
                    return false;
                m_state.rest(m_state.plan.slowMs / static_cast<int>(pieces));
            }
            return !reply->closes();
        }
        if (reply->body.isEmpty())  // nothing to spoil
            return m_client.send(reply->head()) && !reply->closes();
        m_state.happened(fault);
        if (fault == NetworkFault::FlipReply)
            return m_client.send(reply->head() + flipped(reply->body)) && !reply->closes();
        (void)m_client.send(reply->head() + reply->body.left(reply->body.size() / 2));
        m_state.leave(m_client.socket());
        m_client.close();
        return false;
    }

    State &m_state;
    Connection m_client;
    Connection m_server{};
};

}  // namespace

FaultProxy::FaultProxy(const QString &host, quint16 port, const FaultPlan &plan)
    : m(std::make_shared<State>())
{
    m->plan = plan;
    m->random.seed(plan.seed);
    m->server.sin_family = AF_INET;
    m->server.sin_port = htons(port);
    if (::inet_pton(AF_INET, host.toLatin1().constData(), &m->server.sin_addr) != 1)
        throw std::runtime_error("the server is no IPv4 address");
    sockaddr_in own{};
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof own;
    m->listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m->listener, reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0 ||
        ::listen(m->listener, 64) != 0 ||
        ::getsockname(m->listener, reinterpret_cast<sockaddr *>(&own), &length) != 0)
        throw std::runtime_error("no port for the proxy");
    m->port = ntohs(own.sin_port);
    m->acceptor = std::thread([state = m.get()] {
        for (;;) {
            const int socket = ::accept4(state->listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket < 0)
                return;
            if (!state->enter(socket)) {
                ::close(socket);
                return;
            }
            const std::lock_guard lock(state->mutex);
            state->threads.emplace_back([state, socket] { Client(*state, socket).serve(); });
        }
    });
}

FaultProxy::~FaultProxy()
{
    {
        const std::lock_guard lock(m->mutex);
        m->ends = true;
        for (const int socket : m->sockets)
            ::shutdown(socket, SHUT_RDWR);
    }
    ::shutdown(m->listener, SHUT_RDWR);
    m->acceptor.join();
    for (auto &thread : m->threads)
        thread.join();
    ::close(m->listener);
}

quint16 FaultProxy::port() const
{
    return m->port;
}

QString FaultProxy::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m->port);
}

void FaultProxy::setRates(const QMap<QByteArray, double> &rates)
{
    const std::lock_guard lock(m->mutex);
    m->plan.rates = rates;
}

int FaultProxy::requests() const
{
    const std::lock_guard lock(m->mutex);
    return m->requests;
}

QMap<NetworkFault, int> FaultProxy::faults() const
{
    const std::lock_guard lock(m->mutex);
    return m->faults;
}

int FaultProxy::faultCount() const
{
    int count = 0;
    for (const int one : faults())
        count += one;
    return count;
}

}  // namespace station::faults
