#include "tests/support/relay.h"

#include "tests/support/loopback_server.h"

#include <array>
#include <atomic>
#include <mutex>
#include <poll.h>
#include <utility>

namespace station {

using Connection = LoopbackServer::Connection;

struct Relay::State {
    State(quint16 port, QByteArray wanted) : server(port), login(std::move(wanted)) {}

    const quint16 server;
    const QByteArray login;
    std::atomic<int> tunnels = 0;
    std::atomic<int> refusals = 0;
    mutable std::mutex mutex{};
    QByteArray seen{};                                                     // guarded by mutex
    LoopbackServer clients{[this](Connection client) { serve(client); }};  // last: it uses the rest

    void keep(const QByteArray &bytes)
    {
        const std::lock_guard lock(mutex);
        seen += bytes;
    }

    /// An office's proxy asks again on the same connection.
    bool letsIn(Connection &client)
    {
        if (login.isEmpty())
            return true;
        const QByteArray target = "CONNECT 127.0.0.1:" + QByteArray::number(server) + ' ';
        const QByteArray proof = "Proxy-Authorization: Basic " + login.toBase64() + "\r\n";
        while (const auto head = client.readUntil("\r\n\r\n")) {
            if (head->startsWith(target) && head->contains(proof)) {
                ++tunnels;
                return client.send("HTTP/1.1 200 Connection established\r\n\r\n");
            }
            ++refusals;
            if (!client.send("HTTP/1.1 407 Proxy Authentication Required\r\n"
                             "Proxy-Authenticate: Basic realm=\"office\"\r\n"
                             "Content-Length: 0\r\n\r\n"))
                return false;
        }
        return false;
    }

    void pass(Connection &client, Connection &upstream)
    {
        std::array<pollfd, 2> both{pollfd{client.socket(), POLLIN, 0},
                                   pollfd{upstream.socket(), POLLIN, 0}};
        while (::poll(both.data(), both.size(), -1) > 0) {
            for (const auto &[socket, events, happened] : both) {
                if (happened == 0)
                    continue;
                const bool fromClient = socket == client.socket();
                const QByteArray bytes = (fromClient ? client : upstream).readSome();
                keep(bytes);
                if (bytes.isEmpty() || !(fromClient ? upstream : client).send(bytes))
                    return;
            }
        }
    }

    void serve(Connection &client)
    {
        if (!letsIn(client))
            return;
        if (Connection upstream = clients.connectTo(loopback(server)); upstream.isOpen())
            pass(client, upstream);
    }
};

Relay::Relay(quint16 server, const QByteArray &login) : m(std::make_unique<State>(server, login)) {}

Relay::~Relay() = default;

QString Relay::url() const
{
    return m->clients.url();
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
