#include "tests/faults/fault_proxy.h"

#include "tests/support/loopback_server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <mutex>
#include <optional>
#include <random>
#include <stdexcept>
#include <utility>
#include <vector>

namespace station::faults {
namespace {

using Connection = LoopbackServer::Connection;

const QByteArray portalPage = "<html><head><title>Wi-Fi</title></head><body>Please log in."
                              "</body></html>";

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
    State(const sockaddr_in &address, const FaultPlan &wanted)
        : server(address), plan(wanted), random(wanted.seed)
    {
    }

    const sockaddr_in server;
    mutable std::mutex mutex{};
    FaultPlan plan;                             // its rates guarded by mutex
    std::mt19937_64 random;                     // guarded by mutex
    int requests = 0;                           // guarded by mutex
    QMap<NetworkFault, int> faults{};           // guarded by mutex
    std::unique_ptr<LoopbackServer> clients{};  // last: it uses the rest

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
};

namespace {

/// One client and its requests, one after the other.
template <typename State>
class Client {
public:
    Client(State &state, Connection client) : m_state(state), m_client(std::move(client)) {}

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
    bool connectServer()
    {
        if (!m_server.isOpen())
            m_server = m_state.clients->connectTo(m_state.server);
        return m_server.isOpen();
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
                        m_server.close();
                    return reply;
                }
            }
            m_server.close();
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
            m_server.close();
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
            m_state.clients->rest(m_state.plan.stallMs);
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
                m_state.clients->rest(m_state.plan.slowMs / static_cast<int>(pieces));
            }
            return !reply->closes();
        }
        if (reply->body.isEmpty())  // nothing to spoil
            return m_client.send(reply->head()) && !reply->closes();
        m_state.happened(fault);
        if (fault == NetworkFault::FlipReply)
            return m_client.send(reply->head() + flipped(reply->body)) && !reply->closes();
        (void)m_client.send(reply->head() + reply->body.left(reply->body.size() / 2));
        m_client.close();
        return false;
    }

    State &m_state;
    Connection m_client;
    Connection m_server{};
};

sockaddr_in addressOf(const QString &host, quint16 port)
{
    sockaddr_in address = loopback(port);
    if (::inet_pton(AF_INET, host.toLatin1().constData(), &address.sin_addr) != 1)
        throw std::runtime_error("the server is no IPv4 address");
    return address;
}

}  // namespace

FaultProxy::FaultProxy(const QString &host, quint16 port, const FaultPlan &plan)
    : m(std::make_unique<State>(addressOf(host, port), plan))
{
    m->clients = std::make_unique<LoopbackServer>(
        [state = m.get()](Connection client) { Client(*state, std::move(client)).serve(); });
}

FaultProxy::~FaultProxy() = default;

void FaultProxy::cut()
{
    m->clients->close();
}

void FaultProxy::mend()
{
    m->clients->open();
}

quint16 FaultProxy::port() const
{
    return m->clients->port();
}

QString FaultProxy::url() const
{
    return m->clients->url();
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
