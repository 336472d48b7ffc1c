#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/exporting/package_folder.h"

#include <QHash>
#include <QString>

#include <vector>

namespace station::exporting {

/// A paper of the dossier whose signed copy goes into the package.
struct PackedPaper {
    QString component{};
    QString name{};      ///< In the catalogue; else the component's code.
    QString fileStem{};  ///< The component's code as part of file names and XML ids.
    dossier::Blob pdf{};
    QString code{};            ///< Digitization code; empty before its claim.
    dossier::Clerk signer{};   ///< Empty for a reused copy.
    dossier::Fields fields{};  ///< Those that a clerk has confirmed.
    PackedFile copy{};         ///< As written; paths within the representation.
    PackedFile description{};
};
using PackedPapers = std::vector<PackedPaper>;

/// In checklist order, nothing written yet.
PackedPapers papersOf(const dossier::Dossier &dossier, const QHash<QString, QString> &names);

}  // namespace station::exporting
