#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/store/audit_entry.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>
#include <vector>

namespace station::exporting {

enum class PackageForm {
    Eark,  ///< A folder shaped by the E-ARK Common Specification (CSIP): METS, PREMIS, Dublin Core.
    Bag,   ///< The same folder as payload of a BagIt 1.0 bag (RFC 8493).
};

/// What the dossier itself does not know.
struct ExportRequest {
    dossier::Dossier dossier;
    QString procedureName{};
    QHash<QString, QString> paperNames{};  ///< By component.
    QString officeName{};
    QString departmentName{};
    QString producer{};                      ///< Program and version.
    std::vector<store::AuditEntry> audit{};  ///< The dossier's rows of the chain.
    QByteArray manifest{};  ///< The last one, sealed as in the repository; empty: not handed over.
    QString folder{};       ///< Where the package goes; made when it is not there.
    PackageForm form = PackageForm::Bag;
};

struct ExportReport {
    QString path{};
    int copies = 0;
    QString sha256{};  ///< Of METS.xml, or of the bag's tagmanifest-sha256.txt: names all else.
    QStringList leftOut{};  ///< Components with a picture that no signature covers.
};

/// The bytes of a signed copy, from wherever they are at hand.
using CopyReader = std::function<Expected<QByteArray>(const dossier::Blob &)>;
using ExportProgress = std::function<void(int done, int copies)>;

/// Writes the signed copies of a dossier, also reused ones, with all that is told of them, into a
/// package of its own (docs/formats/package.md). The package has its name only when it is
/// complete and on the disk; it never replaces another one.
///
/// NothingToDo without a signed copy; PlaceTaken when the package is there already; StorageFailed
/// also when a copy's bytes are not those that were signed; StorageFull; what `reader` fails with;
/// Cancelled.
Expected<ExportReport> exportDossier(const ExportRequest &request, const CopyReader &reader,
                                     const Clock &clock, const ExportProgress &progress = {},
                                     const std::stop_token &stop = {});

}  // namespace station::exporting
