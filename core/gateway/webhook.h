#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/net/http_client.h"
#include "core/sync/notifier.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <stop_token>

namespace station::gateway {

struct WebhookOptions {
    net::HttpOptions http{};
    QString url{};
    QString secretFile{};  ///< One line; readable by its owner only.
};

/// Tells a department's own system of each hand-over at once; the event in the repository stays
/// the truth. Nothing of a person is told: the manifest in the repository has the rest. Each
/// request carries its time and HMAC-SHA-256 over `<time>.<body>`, so it can neither be forged
/// nor sent again later (docs/formats/gateway.md). Blocking.
class Webhook final : public sync::Notifier {
public:
    Webhook(WebhookOptions options, const Clock &clock);

    store::NoticeTarget target() const override { return store::NoticeTarget::Webhook; }
    /// The body that is sent.
    std::optional<QByteArray> noticeOf(const sync::HandoverEvent &event,
                                       const sync::Manifest &manifest) const override;
    bool latestSaysAll() const override { return false; }
    /// Any 2xx is success. Fails with PortalLoginRefused, NetworkDown, NetworkLogin, ProxyRefused,
    /// ServiceAnswerInvalid, SettingsInvalid and FileMissing (the secret), Cancelled.
    Expected<> tell(const store::Notice &notice, const std::stop_token &stop) override;

private:
    WebhookOptions m_options;
    net::HttpClient m_http;
    const Clock &m_clock;
};

}  // namespace station::gateway
