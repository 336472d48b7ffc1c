#pragma once

#include "core/base/expected.h"
#include "core/net/http_options.h"

#include <QByteArray>
#include <QString>

#include <stop_token>
#include <utility>
#include <vector>

namespace station::net {

struct HttpRequest {
    QString url{};      ///< http or https only; redirects are not followed.
    QByteArray body{};  ///< Empty: GET, else POST.
    QByteArray contentType{};
    std::vector<std::pair<QByteArray, QByteArray>> headers{};
};

struct HttpAnswer {
    int status = 0;
    QByteArray contentType{};  ///< Lower case, without parameters.
    QByteArray body{};
    int retryAfterSeconds = 0;  ///< What Retry-After asks for; 0: nothing.
    qint64 dateMs = 0;          ///< The server's Date header; 0 when there is none.
    qint64 sentAtMs = 0;        ///< By our clock, for measuring the offset between the two.
    qint64 receivedAtMs = 0;
};

/// One way out to the network (libcurl). Stateless and thread-safe: every call
/// makes its own connection. Blocking; never on the GUI thread.
class HttpClient {
public:
    explicit HttpClient(HttpOptions options) : m_options(std::move(options)) {}

    /// Any status is an answer. Fails with NetworkDown (name, route, time-out,
    /// closed early, TLS not trusted), ProxyRefused (407, or the proxy does not connect),
    /// ServiceAnswerInvalid (too long, no HTTP), InvalidInput (the URL), Cancelled. The
    /// detail keeps the real cause in libcurl's words; the subject is the host.
    Expected<HttpAnswer> send(const HttpRequest &request, std::stop_token stop = {}) const;

private:
    HttpOptions m_options;
};

}  // namespace station::net
