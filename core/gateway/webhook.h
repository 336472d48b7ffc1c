#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/net/http_client.h"

#include <QString>

#include <stop_token>

namespace station::gateway {

struct WebhookOptions {
    net::HttpOptions http{};
    QString url{};
    QString secretFile{};  ///< One line; readable by its owner only.
};

/// What a department is told: nothing of a person, the manifest in the repository has the rest.
struct HandoverNotice {
    QString eventId{};     ///< UUIDv7; the same for each attempt.
    QString department{};  ///< Agency id.
    QString manifestSha256{};
    qint64 atMs = 0;  ///< Of the hand-over.
};

/// Tells a department's own system of a hand-over at once; the event in the repository stays
/// the truth. Each request carries its time and HMAC-SHA-256 over `<time>.<body>`, so it
/// can neither be forged nor sent again later (docs/formats/gateway.md). Thread-safe, blocking.
class Webhook {
public:
    Webhook(WebhookOptions options, const Clock &clock);

    /// Any 2xx is success. Fails with ServiceRefused, NetworkDown, NetworkLogin, ProxyRefused,
    /// ServiceAnswerInvalid, SettingsInvalid and FileMissing (the secret), Cancelled.
    Expected<> notify(const HandoverNotice &notice, std::stop_token stop = {}) const;

private:
    WebhookOptions m_options;
    net::HttpClient m_http;
    const Clock &m_clock;
};

}  // namespace station::gateway
