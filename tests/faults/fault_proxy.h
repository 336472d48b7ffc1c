#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace station::faults {

/// What a bad network or a bad server does to one request.
enum class NetworkFault {
    ResetBefore,       ///< The connection breaks when the head has been read.
    CutRequest,        ///< The server gets half of the body and then nothing more.
    ReplyLost,         ///< The server has done it; the answer never comes.
    ErrorAfterCommit,  ///< The server has done it; the answer is 500.
    Unavailable,       ///< 503 with Retry-After: 1; the server saw nothing.
    Portal,            ///< 200 with a login page; the server saw nothing.
    FlipRequest,       ///< One bit of the body is another on its way there …
    FlipReply,         ///< … or on its way back.
    Stall,             ///< Silence, then the connection breaks.
    Slow,              ///< The answer trickles. Harmless.
    CutReply,          ///< Half of the answer's body, then nothing more.
};

QString faultName(NetworkFault fault);  ///< reset_before, cut_request …

struct FaultPlan {
    std::uint64_t seed = 1;
    /// By method, the share of requests that meet a fault; "" is every other method.
    QMap<QByteArray, double> rates{};
    std::vector<NetworkFault> kinds{};  ///< Those that happen; empty: all.
    int stallMs = 2000;
    int slowMs = 200;  ///< For a whole answer.
};

/// Stands between a client and an HTTP server on this machine. Requests pass as they are, with
/// their Host, so that a signature made for the proxy's address holds. Which request meets which
/// fault depends on the seed and the order of requests. Answers in pieces (chunked) are put
/// together; "Expect: 100-continue" is answered here.
///
/// Threads of its own; every function is thread-safe, `cut` and `mend` from one thread.
class FaultProxy {
public:
    /// Listens on a free loopback port. Throws std::runtime_error when it cannot.
    FaultProxy(const QString &host, quint16 port, const FaultPlan &plan);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    quint16 port() const;
    QString url() const;  ///< "http://127.0.0.1:<port>"
    void setRates(const QMap<QByteArray, double> &rates);
    /// The link is away: connections are refused, and those that were there end.
    void cut();
    void mend();

    int requests() const;
    QMap<NetworkFault, int> faults() const;  ///< How often each happened.
    int faultCount() const;                  ///< All of them, also the harmless.

private:
    struct State;
    std::unique_ptr<State> m;
};

}  // namespace station::faults
