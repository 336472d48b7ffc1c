#pragma once

#include "core/base/expected.h"
#include "core/dossier/copies.h"
#include "core/repository/province_key.h"
#include "core/repository/repository.h"
#include "core/store/store.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace station::sync {

/// Whether a stored copy may be reused, else why not.
enum class Standing {
    Valid,
    Expired,     ///< Its last day has passed.
    Superseded,  ///< A newer copy took its place.
    Withdrawn,   ///< Whoever stored it took it back.
};

/// A copy of an owner's paper in the repository.
struct StoredPaper {
    dossier::ReusedCopy copy;  ///< Ready to be put into a component.
    QString paperType{};
    QString paperName{};
    std::optional<QDate> issuedOn{};
    std::optional<QDate> expiresOn{};  ///< The last day of validity.
    QDate storedOn{};
    Standing standing = Standing::Valid;
    QString supersededBy{};  ///< Code of the newer copy; a corrected copy keeps its own.

    bool isReusable() const { return standing == Standing::Valid; }
    bool operator==(const StoredPaper &) const = default;
};

struct OwnerPapers {
    /// In the order of their standing, the newest first: of copies with one code the one that
    /// counts comes first.
    std::vector<StoredPaper> papers{};
    /// When the repository was asked; 0: never, only what this station handed over is known.
    qint64 asOfMs = 0;
    /// Why it could not be asked now; these are the papers known from before.
    std::optional<Error> unanswered{};
};

/// What an owner need not bring again.
class OwnerLookup {
public:
    OwnerLookup(repository::Repository &repository, const repository::ProvinceKey &key);

    enum class Ask {
        Always,
        WhenOld,  ///< An answer of some minutes will do; who was silent is left alone for one.
    };

    /// From the repository, and from what the store keeps of earlier answers and of the station's
    /// own hand-overs: entries never change, so only unknown ones are fetched. While the
    /// repository does not answer the known ones alone, with its error in `unanswered`. Entries
    /// that cannot be read are left out. Fails only with the store.
    Expected<OwnerPapers> papersOf(store::Store &store, const QString &ownerId, qint64 nowMs,
                                   Ask ask = Ask::Always);

private:
    /// Fetches what is not among `known` and keeps it; returns the keys that exist now.
    Expected<QStringList> refresh(store::Store &store, const QStringList &prefixes,
                                  const std::vector<store::OwnerEntry> &known);

    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
};

}  // namespace station::sync
