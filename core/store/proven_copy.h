#pragma once

#include "core/dossier/copies.h"

#include <QString>
#include <QStringList>

namespace station::store {

/// A copy on this station of which the repository is proven to have one, too.
struct ProvenCopy {
    QString dossierUuid{};
    QString componentCode{};
    dossier::Blob pdf{};
    QString handoverId{};  ///< Whose steps prove it.
    QStringList sides{};   ///< Ids of those whose pictures are still here.

    bool operator==(const ProvenCopy &) const = default;
};

struct NumberedDossier {
    qint64 number = 0;  ///< In the order in which they came to this station.
    QString uuid{};
};

}  // namespace station::store
