#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/repository/repository.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"

#include <QString>

#include <functional>
#include <stop_token>
#include <vector>

namespace station::sync {

/// An object that this station had proven and that the repository no longer gives back.
struct LostObject {
    QString dossierUuid{};
    QString component{};  ///< Empty: the manifest of the whole dossier.
    QString handoverId{};
    int position = 0;  ///< Of its step there.
    QString key{};
    Fault fault = Fault::RepositoryDamaged;  ///< Or FileMissing.
    bool ownCopy = false;                    ///< This station still has the right bytes.

    bool operator==(const LostObject &) const = default;
};

struct SampleReport {
    int objects = 0;  ///< Read again.
    int dossiers = 0;
    std::vector<LostObject> lost{};
};

/// Whether the repository keeps what it proved once: copies and manifests of dossiers that are
/// picked by chance are read whole and hashed. What differs is remembered until it is right
/// again, and nothing is purged meanwhile.
class SampleAudit {
public:
    using OnProgress = std::function<void(int done, int total)>;

    SampleAudit(store::Store &store, const store::BlobFolder &blobs,
                repository::Repository &repository);

    /// None came to its end for so long.
    Expected<bool> isDue(int everyDays, const Clock &clock) const;

    /// About `objects` of them, and all that were found lost before. A record of the audit chain
    /// tells what came of it. When the repository fails in another way (down, refused, full)
    /// nothing is told of it, and it stays due.
    Expected<SampleReport> run(int objects, const QString &actor, const std::stop_token &stop = {},
                               const OnProgress &onProgress = {});

    /// What earlier audits found and is not right yet.
    Expected<std::vector<LostObject>> lost() const;
    /// How many, also while the data's key is not at hand.
    static Expected<int> countLost(const QString &dataDir);
    /// One that somebody came upon.
    Expected<> remember(const LostObject &lost);
    /// Sends what the repository has lost once more, where this station has it. What other bytes
    /// stand in the place of stays lost: only who runs the repository can remove them. Returns
    /// how many are right again.
    Expected<int> sendAgain(const QString &actor, const std::stop_token &stop = {});

private:
    struct Sampled {
        QString dossierUuid;
        store::OutboxStep step;
    };
    Expected<std::vector<Sampled>> sample(int objects) const;
    Expected<std::vector<Sampled>> remembered() const;
    LostObject lostOf(const Sampled &sampled, Fault fault) const;

    store::Store &m_store;
    const store::BlobFolder &m_blobs;
    repository::Repository &m_repository;
};

}  // namespace station::sync
