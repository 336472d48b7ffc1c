#pragma once

#include "core/base/expected.h"

#include <QString>

namespace station::store {

struct CopiedFile {
    qint64 size = 0;
    QString sha256{};
};

/// Copies into a new file, 0600, whose folder is made if need be, and hashes what it reads. The
/// bytes are durable, the name is not yet: syncFolders. FileMissing, StorageFull, StorageFailed.
Expected<CopiedFile> copyHashing(const QString &from, const QString &to);

/// What a library wrote and closed is on the disk.
Expected<> syncFile(const QString &path);

/// The names in a folder and in all below it are on the disk.
Expected<> syncFolders(const QString &root);

/// Both lie on one disk.
bool isSameDisk(const QString &one, const QString &other);

}  // namespace station::store
