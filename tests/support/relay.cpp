#include "tests/support/relay.h"

#include <array>
#include <atomic>
#include <mutex>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <set>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace station {
namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

const sockaddr *generic(const sockaddr_in &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

void sendAtOnce(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

bool writeAll(int socket, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const auto sent = ::send(socket, bytes.constData() + done,
                                 static_cast<std::size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        done += sent;
    }
    return true;
}

/// Empty: the other side is gone.
QByteArray readSome(int socket)
{
    std::array<char, 65'536> buffer{};
    const auto got = ::recv(socket, buffer.data(), buffer.size(), 0);
    return got > 0 ? QByteArray(buffer.data(), static_cast<qsizetype>(got)) : QByteArray();
}

/// Up to the empty line.
QByteArray readHead(int socket)
{
    QByteArray head;
    while (!head.contains("\r\n\r\n")) {
        const QByteArray more = readSome(socket);
        if (more.isEmpty())
            return {};
        head += more;
    }
    return head;
}

}  // namespace

struct Relay::State {
    quint16 server = 0;
    QByteArray login{};
    int listener = -1;
    quint16 port = 0;
    std::thread acceptor{};
    std::atomic<int> tunnels = 0;
    std::atomic<int> refusals = 0;

    mutable std::mutex mutex{};
    std::vector<std::thread> threads{};
    std::set<int> sockets{};  ///< Open ones, to be woken up at the end.
    bool ends = false;
    QByteArray seen{};

    /// False at the end: nobody may wait on another socket.
    bool enter(int socket)
    {
        const std::lock_guard lock(mutex);
        if (ends)
            return false;
        sockets.insert(socket);
        return true;
    }
    void leave(int socket)
    {
        const std::lock_guard lock(mutex);
        sockets.erase(socket);
        ::close(socket);
    }
    void keep(const QByteArray &bytes)
    {
        const std::lock_guard lock(mutex);
        seen += bytes;
    }

    /// An office's proxy asks again on the same connection.
    bool letsIn(int client)
    {
        if (login.isEmpty())
            return true;
        const QByteArray target = "CONNECT 127.0.0.1:" + QByteArray::number(server) + ' ';
        const QByteArray proof = "Proxy-Authorization: Basic " + login.toBase64() + "\r\n";
        for (;;) {
            const QByteArray head = readHead(client);
            if (head.isEmpty())
                return false;
            if (head.startsWith(target) && head.contains(proof)) {
                ++tunnels;
                return writeAll(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            }
            ++refusals;
            if (!writeAll(client, "HTTP/1.1 407 Proxy Authentication Required\r\n"
                                  "Proxy-Authenticate: Basic realm=\"office\"\r\n"
                                  "Content-Length: 0\r\n\r\n"))
                return false;
        }
    }

    void pass(int client, int upstream)
    {
        std::array<pollfd, 2> both{pollfd{client, POLLIN, 0}, pollfd{upstream, POLLIN, 0}};
        while (::poll(both.data(), both.size(), -1) > 0) {
            for (const auto &[socket, events, happened] : both) {
                if (happened == 0)
                    continue;
                const QByteArray bytes = readSome(socket);
                keep(bytes);
                if (bytes.isEmpty() || !writeAll(socket == client ? upstream : client, bytes))
                    return;
            }
        }
    }

    void serve(int client)
    {
        sendAtOnce(client);
        if (letsIn(client)) {
            const int upstream = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sendAtOnce(upstream);
            const sockaddr_in address = loopback(server);
            if (enter(upstream) && ::connect(upstream, generic(address), sizeof address) == 0)
                pass(client, upstream);
            leave(upstream);
        }
        leave(client);
    }
};

Relay::Relay(quint16 server, const QByteArray &login) : m(std::make_unique<State>())
{
    m->server = server;
    m->login = login;
    m->listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in own = loopback(0);
    socklen_t length = sizeof own;
    if (::bind(m->listener, generic(own), sizeof own) != 0 || ::listen(m->listener, 64) != 0 ||
        ::getsockname(m->listener, reinterpret_cast<sockaddr *>(&own), &length) != 0)
        throw std::runtime_error("no port for the relay");
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
            state->threads.emplace_back([state, socket] { state->serve(socket); });
        }
    });
}

Relay::~Relay()
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

QString Relay::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m->port);
}

int Relay::tunnels() const
{
    return m->tunnels;
}

int Relay::refusals() const
{
    return m->refusals;
}

QByteArray Relay::seen() const
{
    const std::lock_guard lock(m->mutex);
    return m->seen;
}

}  // namespace station
