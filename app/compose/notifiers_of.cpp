#include "app/compose/notifiers_of.h"

#include "app/compose/http_options.h"
#include "core/config/share_folder.h"
#include "core/gateway/portal_notifier.h"
#include "core/gateway/webhook.h"

namespace station::compose {
namespace {

gateway::GatewayOptions gatewayOptions(const config::Settings &settings)
{
    const auto &chosen = settings.gateway;
    const bool bySession = chosen.login == config::GatewayLogin::Session;
    return {.http = httpOptions(settings.network),
            .url = chosen.url,
            .login = {.kind = bySession ? gateway::LoginKind::Session
                                        : gateway::LoginKind::ClientCredentials,
                      .url = chosen.loginUrl,
                      .file = chosen.loginFile},
            .mappingFile =
                chosen.mappingFile.isEmpty()
                    ? config::shareFolder() + QStringLiteral("/gateway/national-portal.toml")
                    : chosen.mappingFile};
}

/// A folder has no address.
QString documentUrl(const config::RepositorySettings &repository)
{
    if (repository.kind != config::RepositoryKind::S3)
        return {};
    const QChar slash(u'/');
    QString url = repository.url;
    if (!url.endsWith(slash))
        url += slash;
    return url + repository.documentBucket + slash;
}

}  // namespace

std::vector<std::unique_ptr<sync::Notifier>>
notifiersOf(const config::Settings &settings, const workflow::LawBook &law, const Clock &clock)
{
    std::vector<std::unique_ptr<sync::Notifier>> notifiers;
    const auto &handover = settings.handover;
    if (!handover.webhookUrl.isEmpty())
        notifiers.push_back(std::make_unique<gateway::Webhook>(
            gateway::WebhookOptions{.http = httpOptions(settings.network),
                                    .url = handover.webhookUrl,
                                    .secretFile = handover.webhookSecretFile},
            clock));
    if (!settings.gateway.url.isEmpty())
        notifiers.push_back(std::make_unique<gateway::PortalNotifier>(
            gatewayOptions(settings),
            gateway::RecordSources{law.catalogue, law.office, law.calendar,
                                   documentUrl(settings.repository)},
            clock));
    return notifiers;
}

}  // namespace station::compose
