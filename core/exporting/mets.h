#pragma once

#include "core/exporting/package_folder.h"
#include "core/exporting/packed_paper.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace station::exporting {

/// What both METS documents of a package say of themselves.
struct MetsHead {
    QString objectId{};
    QString label{};
    QString createdAt{};  ///< ISO 8601, Vietnam time.
    QString producer{};
};

/// The files that the package's own METS document names; paths within the package.
struct PackageParts {
    PackedFile description{};
    PackedFile premis{};
    std::optional<PackedFile> manifest{};
    PackedFile schema{};
    PackedFile representation{};  ///< Its METS document.
};

/// METS documents by the profile of the E-ARK Common Specification 2.
QByteArray packageMets(const MetsHead &head, const PackageParts &parts);
QByteArray representationMets(const MetsHead &head, const PackedPapers &papers);

}  // namespace station::exporting
