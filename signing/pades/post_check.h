#pragma once

#include "core/base/expected.h"
#include "signing/pades/growing_copy.h"
#include "signing/pades/pdf_preflight.h"

#include <QByteArray>
#include <QString>

namespace station::signing {

/// What one revision is for.
enum class RevisionKind { Signature, DocumentTimestamp, ValidationData };

/// A file as read back from the disk.
struct CheckedFile {
    QString sha256{};  ///< Of the whole file.
    qint64 size = 0;
    QByteArray signature{};     ///< Of the new signature: what its hole holds, with the padding.
    QByteArray signedDigest{};  ///< Of all bytes but the hole.
};

/// Looks at a freshly grown file byte by byte, because the library that wrote
/// it is silently wrong in known cases: old bytes in front, one new revision
/// chained to the old one, a hole of hexadecimal digits that is the only thing
/// the /ByteRange leaves out, every reference of the new objects resolves, no
/// old object changed beyond what this kind of revision needs, and PDF/A holds
/// where an update can break it. Memory does not grow with the file.
/// Fails with SignatureInvalid; the detail names the first thing found.
Expected<CheckedFile> postCheck(const GrowingCopy &copy, const PdfPreflight &before,
                                RevisionKind kind);

}  // namespace station::signing
