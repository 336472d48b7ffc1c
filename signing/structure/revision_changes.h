#pragma once

#include "signing/structure/pdf_file.h"

#include <QStringList>

namespace station::signing {

/// differenceOf() in words, for callers that only ask whether it is harmless.
QStringList forbiddenChanges(const PdfFile &file, std::size_t revision);

}  // namespace station::signing
