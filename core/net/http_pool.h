#pragma once

#include "core/base/byte_source.h"
#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/net/http_options.h"
#include "core/net/obstacle.h"
#include "core/net/upload_limit.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace station::net {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// One exchange whose bodies stream. What it names must stay until `HttpPool::exchange` returns;
/// `body` and `receive` are called on the pool's thread.
struct TransferRequest {
    QByteArray method = "GET";
    QString url{};  ///< http or https only; redirects are not followed.
    HttpHeaders headers{};
    const ByteSource *body = nullptr;  ///< Null: none.
    qint64 bodyOffset = 0;
    qint64 bodySize = 0;
    bool asksFirst = false;  ///< "Expect: 100-continue": a refusal comes before the body is sent.
    /// Takes the body of a 2xx answer in pieces. Empty: it is kept in the answer.
    std::function<void(const char *bytes, qint64 size)> receive{};
};

struct TransferAnswer {
    int status = 0;
    QMap<QByteArray, QByteArray> headers{};  ///< Names in lower case.
    QByteArray body{};                       ///< Unless it was received in pieces.
    int retryAfterSeconds = 0;               ///< What Retry-After asks for; 0: nothing.
    qint64 dateMs = 0;                       ///< The server's Date header; 0 when there is none.
    qint64 sentAtMs = 0;  ///< By our clock, for measuring the offset between the two.
    qint64 receivedAtMs = 0;

    bool isGood() const { return status >= 200 && status < 300; }
};

struct TransferFailure {
    Obstacle obstacle = Obstacle::Unreachable;
    QString words{};  ///< libcurl's; no bodies, no logins.
    /// Set when the network is innocent: Cancelled, a body that cannot be read, or options that
    /// cannot be used.
    std::optional<Error> own{};
};

/// Exchanges with one service: one thread, a few connections that are kept, all of them under one
/// upload limit. An exchange ends when for 30 s less than 1 kB/s comes through, or when it is
/// slower than 32 kB/s on the whole; `HttpOptions::totalTimeoutMs` is not looked at.
///
/// Thread-safe and blocking; never on the GUI thread. Must not be destroyed while it is used.
class HttpPool {
public:
    HttpPool(HttpOptions options, int parallel, UploadLimit limit, const Clock &clock);
    ~HttpPool();
    HttpPool(const HttpPool &) = delete;
    HttpPool &operator=(const HttpPool &) = delete;

    /// Any status is an answer.
    tl::expected<TransferAnswer, TransferFailure> exchange(const TransferRequest &request,
                                                           const std::stop_token &stop);

private:
    struct Job;
    class Worker;
    HttpOptions m_options;
    const Clock &m_clock;
    std::unique_ptr<Worker> m_worker;
};

}  // namespace station::net
