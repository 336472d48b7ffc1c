#pragma once

#include "core/sync/sample_audit.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace station::sync {

struct PurgeRules {
    int afterDays = 30;      ///< Since the hand-over, or since the copy was fetched back.
    int auditEveryDays = 7;  ///< A sample audit that is older is made first.
    int auditSample = 50;
};

struct PurgeReport {
    int copies = 0;  ///< Papers whose copy lies in the repository alone now.
    int files = 0;   ///< Removed, or to be removed.
    qint64 bytes = 0;
    int pictures = 0;  ///< Sides whose pictures are removed, or to be removed.
    qint64 pictureBytes = 0;
};

/// Removes copies, and the pictures of their pages, from this station that the repository is proven
/// to have. The row says so before the file goes; what a power cut leaves is a loose file, which
/// recovery removes. A file that another paper of this station names stays.
class Purge {
public:
    Purge(store::Store &store, const store::BlobFolder &blobs, repository::Repository &repository,
          const Clock &clock, const PurgeRules &rules);

    /// What a run would remove; the repository is not asked.
    Expected<PurgeReport> preview() const;

    /// RepositoryDamaged while something that was proven is lost there; its subject is the dossier
    /// and the paper. RepositoryUnfit when the repository was tried and does not guarantee what
    /// it must; else what a repository may fail with. What was removed before stays removed.
    Expected<PurgeReport> run(const QString &actor, const std::stop_token &stop = {},
                              const SampleAudit::OnProgress &onAudit = {});

private:
    Expected<> checkRepository(const QString &actor, const std::stop_token &stop,
                               const SampleAudit::OnProgress &onAudit);
    Expected<> checkThere(const store::ProvenCopy &copy);
    void addPictures(const store::ProvenCopy &copy, PurgeReport &report) const;
    qint64 beforeMs() const;

    store::Store &m_store;
    const store::BlobFolder &m_blobs;
    repository::Repository &m_repository;
    const Clock &m_clock;
    PurgeRules m_rules;
    SampleAudit m_audit;
};

/// Copies of that dossier (of one paper, or of all) that lie in the repository alone come back to
/// this station, read whole and hashed. Returns how many. RepositoryDamaged, FileMissing.
Expected<int> fetchBack(store::Store &store, store::BlobFolder &blobs,
                        repository::Repository &repository, const Clock &clock,
                        const QString &dossierUuid, const QString &component, const QString &actor);

}  // namespace station::sync
