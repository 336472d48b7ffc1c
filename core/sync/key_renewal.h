#pragma once

#include "core/base/expected.h"
#include "core/repository/province_key.h"
#include "core/repository/repository.h"
#include "core/store/store.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace station::sync {

struct RenewalReport {
    int dossiers = 0;  ///< Looked at in this run.
    int objects = 0;   ///< Written under the newest version.
    bool complete = false;
};

/// After the province's key got a further version: what this station handed over under an older one
/// is written under the newest, too – the index of its owners, the claims of codes, the pointers of
/// dossiers. Nothing is taken away: other stations may have the older version only. When every
/// station has come to the end, an older version may be taken out of the key files.
class KeyRenewal {
public:
    using OnProgress = std::function<void(const RenewalReport &report)>;

    KeyRenewal(store::Store &store, repository::Repository &repository,
               const repository::ProvinceKey &key);

    /// There is an older version, and the newest has not come to the end.
    Expected<bool> isDue() const;
    /// Goes on where the last run was stopped or failed. Errors are the repository's; what cannot
    /// be opened is left as it is.
    Expected<RenewalReport> run(const std::stop_token &stop = {},
                                const OnProgress &onProgress = {});

private:
    Expected<int> renewDossier(const QString &uuid);
    Expected<int> renewOwner(const QString &ownerId);
    Expected<int> copyToNewest(const QStringList &keys);
    QString task() const;

    store::Store &m_store;
    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
    QString m_lastOwner{};  // whose index was renewed last; owners come in rows
};

}  // namespace station::sync
