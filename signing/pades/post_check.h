#pragma once

#include "core/base/expected.h"
#include "signing/pades/pdf_preflight.h"

#include <QByteArray>

namespace station::signing {

/// Looks at a freshly signed file byte by byte, because the library that wrote
/// it is silently wrong in known cases: old bytes in front, one new revision
/// chained to the old one, a hole of hexadecimal digits that is the only thing
/// the /ByteRange leaves out, every reference of the new objects resolves, and
/// no old object changed beyond the form and the page's annotations.
/// Fails with SignatureInvalid; the detail names the first thing found.
Expected<> postCheck(const QByteArray &source, const PdfPreflight &before,
                     const QByteArray &result);

}  // namespace station::signing
