#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <mutex>
#include <netinet/in.h>
#include <optional>
#include <set>
#include <thread>
#include <vector>

namespace station {

sockaddr_in loopback(quint16 port);

/// Listens on a free loopback port and serves each client on a thread of its own. Every function
/// is thread-safe, `open` and `close` from one thread.
class LoopbackServer {
public:
    /// A connected socket, and what was read from it beyond what was asked for. It ends with the
    /// server, also where somebody waits for it.
    class Connection {
    public:
        Connection() = default;  ///< Not open.
        Connection(LoopbackServer &server, int socket);
        ~Connection() { close(); }
        Connection(const Connection &) = delete;
        Connection &operator=(const Connection &) = delete;
        Connection(Connection &&other) noexcept;
        Connection &operator=(Connection &&other) noexcept;

        bool isOpen() const { return m_socket >= 0; }
        int socket() const { return m_socket; }
        void close();
        void breakOff();  ///< With a reset instead of a farewell.

        bool send(const QByteArray &bytes);
        /// Up to and with `end`; nothing when the other side has gone.
        std::optional<QByteArray> readUntil(const QByteArray &end);
        std::optional<QByteArray> read(qint64 count);
        QByteArray readToEnd();
        /// What has come, or comes next; empty when the other side has gone.
        QByteArray readSome();

    private:
        bool more();

        LoopbackServer *m_server = nullptr;
        int m_socket = -1;
        QByteArray m_ahead{};
    };
    using Serve = std::function<void(Connection client)>;

    /// Throws std::runtime_error when it cannot listen. What `serve` uses must live longer.
    explicit LoopbackServer(Serve serve);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;

    quint16 port() const { return m_port; }
    QString url() const;  ///< "http://127.0.0.1:<port>"

    /// Whoever connects is refused, whoever is connected is cut off; waits for all that serve.
    void close();
    void open();  ///< Again, on the same port.

    /// To another server; not open when that does not answer, or all ends.
    Connection connectTo(const sockaddr_in &server);
    void rest(int ms) const;  ///< Less when all ends.

private:
    void end();
    bool enter(int socket);
    void leave(int socket);
    bool isEnding() const;

    Serve m_serve;
    quint16 m_port = 0;
    int m_listener = -1;  ///< Keeps the port while nobody listens.
    std::thread m_acceptor{};
    mutable std::mutex m_mutex{};
    std::vector<std::thread> m_threads{};  // guarded by m_mutex
    std::set<int> m_sockets{};             // open ones, to be woken up at the end; guarded
    bool m_ends = true;                    // guarded by m_mutex
};

}  // namespace station
