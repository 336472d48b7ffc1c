#pragma once

#include "signing/structure/pdf_file.h"

#include <QStringList>

namespace station::signing {

/// What a revision does to the revisions before it beyond adding a signature.
/// Empty: only new objects, a form that has grown by signature fields, and
/// pages that have grown by those fields' widgets. Everything else is named.
QStringList forbiddenChanges(const PdfFile &file, std::size_t revision);

}  // namespace station::signing
