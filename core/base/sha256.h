#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QString>

namespace station {

/// SHA-256 as 64 lower-case hexadecimal characters.
QString sha256Hex(const QByteArray &bytes);

/// Of a file, read in pieces. Fails with FileMissing or StorageFailed.
Expected<QString> sha256OfFile(const QString &path);

}  // namespace station
