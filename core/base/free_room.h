#pragma once

#include <QString>

#include <optional>

namespace station {

/// Bytes that this account may still write where `folder` lies. Of the folder itself: lists of
/// mounts say nothing in a container. Nothing when the system does not tell.
std::optional<qint64> freeBytes(const QString &folder);

}  // namespace station
