#pragma once

#include "signing/structure/pdf_file.h"

#include <QString>

#include <vector>

namespace station::signing {

/// One thing that a revision does to the document before it.
struct RevisionChange {
    /// page_added, page_removed, pages_reordered, page_changed, content_changed,
    /// resources_changed, annotation_added, annotation_changed, annotation_removed,
    /// field_filled, field_changed, signed_field_changed, form_changed, catalog_changed,
    /// metadata_changed, trailer_changed, dss_overwritten, object_overridden, object_freed,
    /// object_stream_rewritten, phantom_object (an old reference to nothing comes alive).
    QString code{};
    QString detail{};  ///< Which object or key; technical, English.
    QString
        field{};  ///< Full name of the form field, for the field_ codes; a FieldMDP may lock it.
};

/// A revision against the state before it. Allowed are, and only when nothing
/// that is shown or signed changes by them: signature fields with their marks,
/// document time stamps, validation data (/DSS, /Extensions for it), and the program and
/// time of saving in /Info.
struct RevisionDifference {
    bool addsSignature = false;
    bool addsDocumentTimestamp = false;
    bool addsValidationData = false;
    bool marksSaving = false;                 ///< /Info has another /ModDate or /Producer.
    std::vector<RevisionChange> forbidden{};  ///< Everything else.

    /// New signatures may be looked at as harmless; form entries and annotations
    /// of others are in `forbidden` with the codes "field_filled", "annotation_added",
    /// so that a DocMDP of level 2 or 3 can allow them.
    bool isHarmless() const { return forbidden.empty(); }
};

RevisionDifference differenceOf(const PdfFile &file, std::size_t revision);

}  // namespace station::signing
