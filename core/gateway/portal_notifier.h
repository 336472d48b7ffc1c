#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/gateway/dossier_record.h"
#include "core/gateway/portal_gateway.h"
#include "core/rules/catalogue.h"
#include "core/rules/office.h"
#include "core/rules/work_calendar.h"
#include "core/sync/notifier.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace station::gateway {

/// What a manifest does not know and a portal wants to.
struct RecordSources {
    const rules::Catalogue &catalogue;
    const rules::Office &office;
    const rules::WorkCalendar &calendar;
    /// With the key of a document behind it (`doc/v1/…`) where the portal fetches it, ends with
    /// "/". Empty: the repository has no address (a folder), links stay empty.
    QString documentUrl{};
};

/// The record of a dossier that was handed over. Its subject is the procedure's name, its time of
/// return the promised one where it can be computed. Unknown to a station, and empty: sector code,
/// time of submission; the channel is the counter. `known` stays false.
DossierRecord recordOf(const sync::HandoverEvent &event, const sync::Manifest &manifest,
                       const RecordSources &sources);

/// Tells a portal of each dossier that has a code.
class PortalNotifier final : public sync::Notifier {
public:
    PortalNotifier(GatewayOptions options, RecordSources sources, const Clock &clock);

    store::NoticeTarget target() const override { return store::NoticeTarget::Portal; }
    /// The record; a dossier without a code is unknown to every portal.
    std::optional<QByteArray> noticeOf(const sync::HandoverEvent &event,
                                       const sync::Manifest &manifest) const override;
    bool latestSaysAll() const override { return true; }
    /// As PortalGateway::tell; SettingsInvalid also for the mapping. A mapping or login that
    /// somebody has mended is in force without a restart.
    Expected<> tell(const store::Notice &notice, const std::stop_token &stop) override;

private:
    GatewayOptions m_options;
    RecordSources m_sources;
    const Clock &m_clock;
    std::mutex m_mutex;
    std::unique_ptr<PortalGateway> m_gateway;  // null until needed; guarded by m_mutex
};

}  // namespace station::gateway
