#pragma once

#include "signing/structure/pdf_file.h"

#include <QString>

#include <vector>

namespace station::signing {

/// One thing that a revision does to the document before it.
struct RevisionChange {
    QString code{};    ///< "page_added", "content_changed", "field_changed", "dss_overwritten" …
    QString detail{};  ///< Which object or key; technical, English.
};

/// A revision against the state before it. Allowed are, and only when nothing
/// that is shown or signed changes by them: signature fields with their marks,
/// document time stamps, and validation data (/DSS, /Extensions for it).
struct RevisionDifference {
    bool addsSignature = false;
    bool addsDocumentTimestamp = false;
    bool addsValidationData = false;
    std::vector<RevisionChange> forbidden{};  ///< Everything else.

    /// New signatures may be looked at as harmless; form entries and annotations
    /// of others are in `forbidden` with the codes "field_filled", "annotation_added",
    /// so that a DocMDP of level 2 or 3 can allow them.
    bool isHarmless() const { return forbidden.empty(); }
};

RevisionDifference differenceOf(const PdfFile &file, std::size_t revision);

}  // namespace station::signing
