#include "tests/faults/fault_proxy.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>

#include <bit>
#include <cstring>
#include <curl/curl.h>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace station::faults;

namespace {

/// Keeps what is put and gives it back in pieces. One request after the other on each connection.
class TinyServer {
public:
    TinyServer()
    {
        sockaddr_in own{};
        own.sin_family = AF_INET;
        own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof own;
        REQUIRE(::bind(m_listener, reinterpret_cast<sockaddr *>(&own), sizeof own) == 0);
        REQUIRE(::listen(m_listener, 16) == 0);
        REQUIRE(::getsockname(m_listener, reinterpret_cast<sockaddr *>(&own), &length) == 0);
        port = ntohs(own.sin_port);
        m_thread = std::thread([this] {
            for (int client = 0; (client = ::accept(m_listener, nullptr, nullptr)) >= 0;) {
                m_sockets.push_back(client);
                m_clients.emplace_back([this, client] { serve(client); });
            }
        });
    }
    ~TinyServer()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        for (std::size_t n = 0; n < m_clients.size(); ++n) {
            ::shutdown(m_sockets[n], SHUT_RDWR);
            m_clients[n].join();
            ::close(m_sockets[n]);
        }
        ::close(m_listener);
    }

    QByteArray stored(const QByteArray &path) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_stored.find(path);
        return found == m_stored.end() ? QByteArray() : found->second;
    }
    void store(const QByteArray &path, const QByteArray &bytes)
    {
        const std::lock_guard lock(m_mutex);
        m_stored[path] = bytes;
    }

    quint16 port = 0;
    QByteArray lastHost{};

private:
    void serve(int client)
    {
        QByteArray ahead;
        const auto more = [&] {
            char bytes[65536];
            const auto n = ::recv(client, bytes, sizeof bytes, 0);
            if (n > 0)
                ahead.append(bytes, n);
            return n > 0;
        };
        for (;;) {
            while (!ahead.contains("\r\n\r\n")) {
                if (!more())
                    return;
            }
            const auto end = ahead.indexOf("\r\n\r\n") + 4;
            const QByteArray head = ahead.left(end);
            ahead.remove(0, end);
            const auto words = head.left(head.indexOf('\r')).split(' ');
            const auto field = [&](const char *name) {
                const auto at = head.indexOf(name);
                return at < 0
                           ? QByteArray()
                           : head.mid(at + qsizetype(std::strlen(name)),
                                      head.indexOf('\r', at) - at - qsizetype(std::strlen(name)));
            };
            const qsizetype size = field("Content-Length: ").toLongLong();
            bool whole = true;
            while (whole && ahead.size() < size)
                whole = more();
            if (!whole)
                return;
            QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
            {
                const std::lock_guard lock(m_mutex);
                lastHost = field("Host: ");
                if (words[0] == "PUT")
                    m_stored[words[1]] = ahead.left(size);
                else if (words[0] == "GET")
                    answer = chunked(m_stored[words[1]]);
            }
            ahead.remove(0, size);
            (void)!::send(client, answer.constData(), size_t(answer.size()), MSG_NOSIGNAL);
        }
    }
    static QByteArray chunked(const QByteArray &bytes)
    {
        QByteArray answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (qsizetype at = 0; at < bytes.size(); at += 1000) {
            const QByteArray piece = bytes.mid(at, 1000);
            answer += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
        }
        return answer + "0\r\n\r\n";
    }

    int m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
    mutable std::mutex m_mutex;
    std::map<QByteArray, QByteArray> m_stored{};
    std::thread m_thread;
    std::vector<std::thread> m_clients{};
    std::vector<int> m_sockets{};
};

size_t take(char *bytes, size_t, size_t count, void *to)
{
    static_cast<QByteArray *>(to)->append(bytes, qsizetype(count));
    return count;
}

/// One client with one kept connection.
class Client {
public:
    explicit Client(const FaultProxy &proxy) : m_url(proxy.url().toLatin1()) {}
    ~Client() { curl_easy_cleanup(m_curl); }

    struct Answer {
        CURLcode code = CURLE_OK;
        long status = 0;
        long newConnections = 0;
        QByteArray fields{};
        QByteArray body{};
    };
    Answer put(const QByteArray &path, const QByteArray &bytes)
    {
        curl_easy_reset(m_curl);
        curl_easy_setopt(m_curl, CURLOPT_CUSTOMREQUEST, "PUT");
        curl_easy_setopt(m_curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.size()));
        curl_easy_setopt(m_curl, CURLOPT_POSTFIELDS, bytes.constData());
        auto *expect =
            bytes.size() > 100'000 ? curl_slist_append(nullptr, "Expect: 100-continue") : nullptr;
        curl_easy_setopt(m_curl, CURLOPT_HTTPHEADER, expect);
        auto answer = done(path);
        curl_slist_free_all(expect);
        return answer;
    }
    Answer get(const QByteArray &path)
    {
        curl_easy_reset(m_curl);
        return done(path);
    }

private:
    Answer done(const QByteArray &path)
    {
        Answer answer;
        const QByteArray url = m_url + path;
        curl_easy_setopt(m_curl, CURLOPT_URL, url.constData());
        curl_easy_setopt(m_curl, CURLOPT_TIMEOUT_MS, 20'000L);
        curl_easy_setopt(m_curl, CURLOPT_WRITEFUNCTION, take);
        curl_easy_setopt(m_curl, CURLOPT_WRITEDATA, &answer.body);
        curl_easy_setopt(m_curl, CURLOPT_HEADERFUNCTION, take);
        curl_easy_setopt(m_curl, CURLOPT_HEADERDATA, &answer.fields);
        answer.code = curl_easy_perform(m_curl);
        curl_easy_getinfo(m_curl, CURLINFO_RESPONSE_CODE, &answer.status);
        curl_easy_getinfo(m_curl, CURLINFO_NUM_CONNECTS, &answer.newConnections);
        return answer;
    }

    QByteArray m_url;
    CURL *m_curl = curl_easy_init();
};

int differentBits(const QByteArray &one, const QByteArray &other)
{
    int bits = one.size() == other.size() ? 0 : 1000;
    for (qsizetype n = 0; n < std::min(one.size(), other.size()); ++n)
        bits += std::popcount(static_cast<unsigned char>(one[n] ^ other[n]));
    return bits;
}

const QByteArray body(5000, 'b');

FaultPlan only(NetworkFault fault)
{
    return {.rates = {{"", 1.0}}, .kinds = {fault}, .stallMs = 150, .slowMs = 50};
}

}  // namespace

TEST_CASE("a proxy without faults passes everything and keeps connections", "[proxy]")
{
    TinyServer server;
    const FaultProxy proxy(QStringLiteral("127.0.0.1"), server.port, {});
    Client client(proxy);
    CHECK(client.put("/small", body).status == 200);
    CHECK(server.lastHost == "127.0.0.1:" + QByteArray::number(proxy.port()));
    const QByteArray big(2'000'000, 'x');
    const auto put = client.put("/big", big);  // asks before it sends
    CHECK(put.status == 200);
    CHECK(put.newConnections == 0);
    CHECK(server.stored("/big") == big);
    CHECK(client.get("/big").body == big);
    CHECK(proxy.requests() == 3);
    CHECK(proxy.faultCount() == 0);
}

TEST_CASE("each fault does to the client and the server what its name says", "[proxy]")
{
    TinyServer server;
    server.store("/there", body);
    const auto proxied = [&](NetworkFault fault, auto look) {
        const FaultProxy proxy(QStringLiteral("127.0.0.1"), server.port, only(fault));
        Client client(proxy);
        look(client);
        CHECK(proxy.faults().value(fault) == 1);
        CHECK(proxy.faultCount() == 1);
    };
    const auto putsTo = [&](const QByteArray &path, NetworkFault fault) {
        Client::Answer answer;
        proxied(fault, [&](Client &client) { answer = client.put(path, body); });
        return answer;
    };

    CHECK(putsTo("/reset", NetworkFault::ResetBefore).code != CURLE_OK);
    CHECK(server.stored("/reset").isEmpty());
    CHECK(putsTo("/cut", NetworkFault::CutRequest).code != CURLE_OK);
    CHECK(server.stored("/cut").isEmpty());
    CHECK(putsTo("/lost", NetworkFault::ReplyLost).code != CURLE_OK);
    CHECK(server.stored("/lost") == body);
    CHECK(putsTo("/500", NetworkFault::ErrorAfterCommit).status == 500);
    CHECK(server.stored("/500") == body);
    const auto busy = putsTo("/503", NetworkFault::Unavailable);
    CHECK(busy.status == 503);
    CHECK(busy.fields.contains("Retry-After: 1"));
    CHECK(server.stored("/503").isEmpty());
    const auto portal = putsTo("/portal", NetworkFault::Portal);
    CHECK(portal.status == 200);
    CHECK(portal.body.contains("<html>"));
    CHECK(server.stored("/portal").isEmpty());
    CHECK(putsTo("/flip", NetworkFault::FlipRequest).status == 200);
    CHECK(differentBits(server.stored("/flip"), body) == 1);
    QElapsedTimer timer;
    timer.start();
    CHECK(putsTo("/stall", NetworkFault::Stall).code != CURLE_OK);
    CHECK(timer.elapsed() >= 150);
    CHECK(server.stored("/stall").isEmpty());

    proxied(NetworkFault::FlipReply,
            [](Client &client) { CHECK(differentBits(client.get("/there").body, body) == 1); });
    proxied(NetworkFault::Slow, [](Client &client) { CHECK(client.get("/there").body == body); });
    proxied(NetworkFault::CutReply, [](Client &client) {
        const auto cut = client.get("/there");
        CHECK(cut.code == CURLE_PARTIAL_FILE);
        CHECK(cut.body.size() == body.size() / 2);
    });
}

TEST_CASE("one seed makes the same faults at the same rate", "[proxy]")
{
    TinyServer server;
    const auto run = [&](std::uint64_t seed) {
        const FaultProxy proxy(
            QStringLiteral("127.0.0.1"), server.port,
            {.seed = seed, .rates = {{"PUT", 0.5}, {"GET", 0.0}}, .stallMs = 5, .slowMs = 5});
        for (int n = 0; n < 120; ++n) {
            Client client(proxy);
            CHECK(client.get("/there").code == CURLE_OK);
            (void)client.put("/" + QByteArray::number(n), body);
        }
        return proxy.faults();
    };
    const auto faults = run(7);
    CHECK(faults == run(7));
    CHECK(faults != run(8));
    int count = 0;
    for (const int one : faults)
        count += one;
    CHECK(count > 40);
    CHECK(count < 80);
}

TEST_CASE("a server that has gone breaks the connection and a server that is back answers",
          "[proxy]")
{
    auto server = std::make_unique<TinyServer>();
    const FaultProxy proxy(QStringLiteral("127.0.0.1"), server->port, {});
    Client client(proxy);
    CHECK(client.put("/a", body).status == 200);
    server.reset();
    CHECK(client.put("/a", body).code != CURLE_OK);
    CHECK(proxy.faultCount() == 0);
}

TEST_CASE("a link that is cut refuses whoever comes, and mended it is there again", "[proxy]")
{
    TinyServer server;
    FaultProxy proxy(QStringLiteral("127.0.0.1"), server.port, {});
    Client client(proxy);
    CHECK(client.put("/a", body).status == 200);
    for (int time = 0; time < 3; ++time) {
        proxy.cut();
        CHECK(client.put("/a", body).code == CURLE_COULDNT_CONNECT);
        proxy.mend();
        CHECK(client.put("/a", body).status == 200);
    }
}
