#include "tests/support/loopback_server.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace station {
namespace {

constexpr int patienceMs = 60'000;
constexpr qint64 largestHead = 256 * 1024;

const sockaddr *generic(const sockaddr_in &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

void setOption(int socket, int level, int name)
{
    const int on = 1;
    ::setsockopt(socket, level, name, &on, sizeof on);
}

/// Has the port and does not listen: who connects is refused. 0: any that is free.
int boundTo(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // Also while the farewells of a former listener are on their way.
    setOption(socket, SOL_SOCKET, SO_REUSEADDR);
    const sockaddr_in own = loopback(port);
    if (::bind(socket, generic(own), sizeof own) != 0)
        throw std::runtime_error("no port on this machine");
    return socket;
}

quint16 portOf(int socket)
{
    sockaddr_in own{};
    socklen_t length = sizeof own;
    ::getsockname(socket, reinterpret_cast<sockaddr *>(&own), &length);
    return ntohs(own.sin_port);
}

}  // namespace

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

using Connection = LoopbackServer::Connection;

Connection::Connection(LoopbackServer &server, int socket) : m_server(&server), m_socket(socket)
{
    setOption(socket, IPPROTO_TCP, TCP_NODELAY);
    if (socket < 0 || !server.enter(socket))
        ::close(std::exchange(m_socket, -1));
}

Connection::Connection(Connection &&other) noexcept
    : m_server(other.m_server), m_socket(std::exchange(other.m_socket, -1)),
      m_ahead(std::move(other.m_ahead))
{
}

Connection &Connection::operator=(Connection &&other) noexcept
{
    close();
    m_server = other.m_server;
    m_socket = std::exchange(other.m_socket, -1);
    m_ahead = std::move(other.m_ahead);
    return *this;
}

void Connection::close()
{
    m_ahead.clear();
    if (m_socket < 0)
        return;
    m_server->leave(m_socket);
    ::close(std::exchange(m_socket, -1));
}

void Connection::breakOff()
{
    const linger hard{1, 0};
    if (m_socket >= 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close();
}

bool Connection::send(const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const auto sent = ::send(m_socket, bytes.constData() + done,
                                 static_cast<std::size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        done += sent;
    }
    return true;
}

std::optional<QByteArray> Connection::readUntil(const QByteArray &end)
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

std::optional<QByteArray> Connection::read(qint64 count)
{
    while (m_ahead.size() < count) {
        if (!more())
            return std::nullopt;
    }
    const QByteArray found = m_ahead.left(count);
    m_ahead.remove(0, count);
    return found;
}

QByteArray Connection::readToEnd()
{
    while (more()) {
    }
    return std::exchange(m_ahead, {});
}

QByteArray Connection::readSome()
{
    if (m_ahead.isEmpty())
        (void)more();
    return std::exchange(m_ahead, {});
}

bool Connection::more()
{
    pollfd wait{m_socket, POLLIN, 0};
    if (m_socket < 0 || ::poll(&wait, 1, patienceMs) <= 0)
        return false;
    std::array<char, 65'536> bytes{};
    const auto got = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    if (got <= 0)
        return false;
    m_ahead.append(bytes.data(), static_cast<qsizetype>(got));
    return true;
}

LoopbackServer::LoopbackServer(Serve serve) : m_serve(std::move(serve)), m_listener(boundTo(0))
{
    m_port = portOf(m_listener);
    open();
}

LoopbackServer::~LoopbackServer()
{
    end();
    ::close(m_listener);
}

QString LoopbackServer::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

void LoopbackServer::open()
{
    if (m_acceptor.joinable())
        return;
    if (::listen(m_listener, 64) != 0)
        throw std::runtime_error("the port does not listen");
    {
        const std::lock_guard lock(m_mutex);
        m_ends = false;
    }
    m_acceptor = std::thread([this] {
        for (;;) {
            const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket < 0)
                return;
            Connection client(*this, socket);
            const std::lock_guard lock(m_mutex);
            if (client.isOpen() && !m_ends)
                m_threads.emplace_back(
                    [this, mine = std::move(client)]() mutable { m_serve(std::move(mine)); });
        }
    });
}

void LoopbackServer::close()
{
    if (!m_acceptor.joinable())
        return;
    end();
    ::close(m_listener);
    m_listener = boundTo(m_port);
}

void LoopbackServer::end()
{
    if (!m_acceptor.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
        for (const int socket : m_sockets)
            ::shutdown(socket, SHUT_RDWR);
    }
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    for (auto &thread : m_threads)
        thread.join();
    m_threads.clear();
}

LoopbackServer::Connection LoopbackServer::connectTo(const sockaddr_in &server)
{
    Connection connection(*this, ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (connection.isOpen() && ::connect(connection.socket(), generic(server), sizeof server) != 0)
        connection.close();
    return connection;
}

void LoopbackServer::rest(int ms) const
{
    constexpr int lookMs = 20;
    for (int waited = 0; waited < ms && !isEnding(); waited += lookMs)
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(lookMs, ms - waited)));
}

bool LoopbackServer::enter(int socket)
{
    const std::lock_guard lock(m_mutex);
    if (!m_ends)
        m_sockets.insert(socket);
    return !m_ends;
}

void LoopbackServer::leave(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(socket);
}

bool LoopbackServer::isEnding() const
{
    const std::lock_guard lock(m_mutex);
    return m_ends;
}

}  // namespace station
