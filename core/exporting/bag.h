#pragma once

#include "core/base/expected.h"
#include "core/exporting/package_folder.h"

#include <QString>

#include <utility>
#include <vector>

namespace station::exporting {

/// Payload of a bag lies here.
inline const QString payloadFolder = QStringLiteral("data/");

/// Makes a BagIt 1.0 bag (RFC 8493) of a folder whose payload is complete: adds bagit.txt,
/// bag-info.txt with `info` and the payload's sum, and the manifests. Returns the tag manifest.
Expected<PackedFile> addBagTags(PackageFolder &folder,
                                const std::vector<std::pair<QString, QString>> &info);

}  // namespace station::exporting
