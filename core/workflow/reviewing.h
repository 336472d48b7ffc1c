#pragma once

#include "core/base/expected.h"
#include "core/base/file_hashes.h"
#include "core/dossier/dossier.h"
#include "core/dossier/side_view.h"
#include "core/workflow/station_context.h"

#include <QString>
#include <QStringList>

#include <set>
#include <vector>

namespace station::workflow {

/// What a clerk signs he has seen: which sides of a dossier were looked at, as
/// they are now. Signing asks for it and puts it as a receipt into the journal.
class Reviewing {
public:
    /// `hashes` of the pages' pictures, shared by all who ask.
    Reviewing(const StationContext &context, FileHashes &hashes)
        : m_context(context), m_hashes(hashes)
    {
    }

    /// The side stood in the page view, or is said to have been seen. Does nothing for a side
    /// that is not cleaned yet. UnknownDossier, UnknownComponent for a side of no paper.
    Expected<> seen(const QString &dossierUuid, const QStringList &sides, dossier::ViewKind kind);
    /// Every content side of every captured paper: the command line's statement.
    Expected<> allSeen(const QString &dossierUuid, dossier::ViewKind kind);
    /// Content sides of captured papers that nobody has seen as they are now.
    Expected<std::set<QString>> unseen(const QString &dossierUuid) const;
    Expected<std::set<QString>> unseen(const dossier::Dossier &dossier) const;

private:
    Expected<QString> pictureOf(const QString &dossierUuid, const dossier::Side &side) const;

    const StationContext &m_context;
    FileHashes &m_hashes;
};

/// Of these views the one that counts for a side with this picture: displayed before stated.
/// Null when nobody has seen it as it is.
const dossier::SideView *viewOf(const std::vector<dossier::SideView> &views, const QString &side,
                                const QString &pictureSha256, const rules::SignatureRule &rule);

/// The proof for one paper at the moment of signing.
struct ReviewReceipt {
    QString documentSha256{};                ///< Of the unsigned copy that these sides make.
    std::vector<dossier::SideView> views{};  ///< Content sides in the order of the pages.

    /// For the journal: canonical JSON and its SHA-256.
    QByteArray toJson() const;
    QString sha256() const;
    /// "displayed", or "stated" when some page was only said to have been seen.
    QString howSeen() const;
};

}  // namespace station::workflow
