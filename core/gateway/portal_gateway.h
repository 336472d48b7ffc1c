#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/gateway/dossier_record.h"
#include "core/gateway/portal_login.h"
#include "core/gateway/portal_mapping.h"
#include "core/net/http_client.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>

namespace station::gateway {

struct GatewayOptions {
    net::HttpOptions http{};
    QString url{};  ///< The one endpoint of the portal's adapter.
    LoginOptions login{};
    QString mappingFile{};  ///< `gateway/national-portal.toml` unless the office has its own.
};

/// After a receipt the portal knows the dossier: later records of it say so (`known`).
struct GatewayReceipt {
    bool created = false;  ///< Else the portal knew it and took the record as an update.

    bool operator==(const GatewayReceipt &) const = default;
};

/// Tells a portal about dossiers: JSON over HTTPS in the portal's own words, which are data
/// (docs/formats/gateway.md).
///
/// These portals are not idempotent: creating a dossier twice makes two, and updating one that
/// does not exist fails. So a record that is not `known` is looked up first, and the first word
/// of the portal that contradicts turns the other way, once. The same record any number of
/// times, also after an answer that was lost, is one dossier at the portal.
///
/// Thread-safe, blocking. No detail of an error holds anything of a person; the portal's own
/// words are the subject, for the screen only.
class PortalGateway {
public:
    /// SettingsInvalid when the mapping is wrong.
    static Expected<std::unique_ptr<PortalGateway>> open(GatewayOptions options,
                                                         const Clock &clock);

    /// InvalidInput without a dossier code: the portal gave none yet. NetworkDown, ProxyRefused,
    /// NetworkLogin: later, by itself. PortalLoginRefused: login or right; IT. PortalRefused: this
    /// record, the subject has the portal's words. ServiceAnswerInvalid: says what nobody
    /// understands. SettingsInvalid, FileMissing: the login file, or no mapping is in force today.
    /// Cancelled.
    Expected<GatewayReceipt> tell(const DossierRecord &record, std::stop_token stop = {});

private:
    using Message = std::function<QJsonObject(const QString &session)>;

    PortalGateway(GatewayOptions options, PortalMappings mappings, const Clock &clock);
    Expected<bool> lookUp(const PortalMapping &mapping, const DossierRecord &record,
                          const std::stop_token &stop);
    /// One exchange with a session that the portal takes.
    Expected<QJsonObject> ask(const PortalMapping &mapping, const QString &requestId,
                              const Message &message, const std::stop_token &stop);
    Expected<QJsonObject> post(const QString &session, const QString &requestId,
                               const QJsonObject &message, const std::stop_token &stop) const;

    GatewayOptions m_options;
    PortalMappings m_mappings;
    net::HttpClient m_http;
    const Clock &m_clock;
    PortalLogin m_login;
};

}  // namespace station::gateway
