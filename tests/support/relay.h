#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace station {

/// Stands before one server on this machine, passes everything on and keeps what it saw. With a
/// login it is an office's proxy instead, which opens tunnels (CONNECT) to that server for whoever
/// has the login (Basic), and nothing else.
///
/// Throws std::runtime_error when it cannot listen. Threads of its own; every function is
/// thread-safe.
class Relay {
public:
    /// `login`: "user:password".
    explicit Relay(quint16 server, const QByteArray &login = {});
    ~Relay();
    Relay(const Relay &) = delete;
    Relay &operator=(const Relay &) = delete;

    QString url() const;  ///< "http://127.0.0.1:<port>"
    int tunnels() const;
    int refusals() const;     ///< CONNECTs without the right login.
    QByteArray seen() const;  ///< All bytes that went through, in both directions.

private:
    struct State;
    std::unique_ptr<State> m;
};

}  // namespace station
