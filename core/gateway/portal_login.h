#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/gateway/portal_mapping.h"
#include "core/net/http_client.h"

#include <QString>

#include <mutex>
#include <stop_token>

namespace station::gateway {

enum class LoginKind {
    Session,            ///< User and password for a session that goes into each message.
    ClientCredentials,  ///< OAuth2 (RFC 6749, 4.4): a bearer token for each request's head.
};

struct LoginOptions {
    LoginKind kind = LoginKind::Session;
    QString url{};
    /// Two lines: user or client id, password or client secret; readable by its owner only.
    QString file{};
};

/// Keeps the session or token that a portal gave until it is over. Thread-safe: whoever needs one
/// while another logs in waits for that one's.
class PortalLogin {
public:
    PortalLogin(LoginOptions options, const net::HttpClient &http, const Clock &clock);

    LoginKind kind() const { return m_options.kind; }

    /// Logs in when there is none. Fails with PortalLoginRefused (user or password; never tried
    /// again by itself), SettingsInvalid and FileMissing (the login file), NetworkDown,
    /// NetworkLogin, ProxyRefused, ServiceAnswerInvalid, Cancelled.
    Expected<QString> session(const PortalMapping &mapping, const std::stop_token &stop);
    /// The portal no longer takes it. One that came meanwhile stays.
    void forget(const QString &session);

private:
    struct Grant {
        QString session{};
        qint64 untilMs = 0;  ///< 0: until the portal says otherwise.
    };
    Expected<Grant> logIn(const PortalMapping &mapping, const std::stop_token &stop) const;

    LoginOptions m_options;
    const net::HttpClient &m_http;
    const Clock &m_clock;
    std::mutex m_mutex;
    Grant m_grant;
};

}  // namespace station::gateway
