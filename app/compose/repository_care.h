#pragma once

#include "core/config/settings.h"
#include "core/repository/province_key.h"
#include "core/repository/repository.h"
#include "core/sync/inbox.h"
#include "core/sync/key_renewal.h"
#include "core/sync/purge.h"
#include "core/sync/sample_audit.h"
#include "core/workflow/station_context.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <limits>
#include <stop_token>
#include <vector>

namespace station::compose {

/// What a supervisor should know of the repository.
struct RepositoryNews {
    std::vector<sync::LostObject> lost{};
    int unacknowledged = 0;  ///< Hand-overs without an answer of their department for too long.
};

/// What station and repository owe each other after a hand-over: sample audits, room on the
/// station's disk, answers of the departments, a further version of the province's key. Each call
/// has a store of its own; from any thread, blocking.
class RepositoryCare {
public:
    RepositoryCare(const workflow::StationContext &context, repository::Repository &repository,
                   const repository::ProvinceKey &key, const config::Settings &settings);

    Expected<sync::PurgeReport> purgePreview() const;
    Expected<sync::PurgeReport> purge(const std::stop_token &stop,
                                      const sync::SampleAudit::OnProgress &onAudit = {}) const;
    Expected<int> fetchBack(const QString &codeOrUuid, const QString &component) const;

    /// `objects`: 0 for as many as the settings say.
    Expected<sync::SampleReport> audit(int objects, const std::stop_token &stop,
                                       const sync::SampleAudit::OnProgress &onProgress = {}) const;
    /// What is lost in the repository and lies here goes there once more.
    Expected<int> sendAgain(const std::stop_token &stop) const;

    /// Of the last `days`; of those departments, or of all that dossiers were received for.
    /// `mostRead` of each at most: a department that never answers costs no more.
    Expected<std::vector<sync::HandoverEvent>>
    unacknowledged(QStringList departments, int days,
                   int mostRead = std::numeric_limits<int>::max()) const;

    Expected<sync::RenewalReport> renew(const std::stop_token &stop,
                                        const sync::KeyRenewal::OnProgress &onProgress = {}) const;

    /// For a program that stays, now and then: whatever is due by the settings. What fails is due
    /// at the next turn. Tells what there is to know, each time.
    void turn(const std::stop_token &stop,
              const std::function<void(const RepositoryNews &)> &tell) const;

private:
    sync::PurgeRules rules() const;
    void purgeIfDue(const std::stop_token &stop) const;

    const workflow::StationContext &m_context;
    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
    const config::Settings &m_settings;
};

}  // namespace station::compose
