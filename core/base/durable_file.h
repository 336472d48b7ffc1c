#pragma once

#include "core/base/byte_source.h"
#include "core/base/expected.h"

#include <QByteArray>
#include <QString>

namespace station {

/// File writes that survive a power cut. Every function returns only after the
/// bytes and the directory entry are on the disk (fsync of the file, rename,
/// fsync of its directory and of every directory that was made for it). Files
/// become 0600 and directories 0700. A failed fsync is final for that write:
/// it is never repeated on the same descriptor.
///
/// Errors: StorageFull when the disk has no room, StorageFailed otherwise.

/// Writes `path` as a whole: a reader sees the old file or the new one.
Expected<> writeDurably(const QString &path, const QByteArray &bytes);

/// Same, but fails with Conflict when `path` exists (link(2), or a rename that does not replace
/// where there are no links, so two writers cannot both succeed, also on a network share). An
/// error of the content comes back as it is.
Expected<> createDurably(const QString &path, const ByteSource &content);
inline Expected<> createDurably(const QString &path, const QByteArray &bytes)
{
    return createDurably(path, MemorySource(bytes));
}

/// Makes the finished file `from` durable under the name `to` on the same disk.
Expected<> renameDurably(const QString &from, const QString &to);

/// Makes a directory and its parents durable.
Expected<> makeDirectoryDurably(const QString &path);

/// Removes a file; a missing one is no error.
Expected<> removeDurably(const QString &path);

/// Reads a whole file; more than `limit` bytes is FileTooLarge.
Expected<QByteArray> readWhole(const QString &path, qint64 limit = 512LL * 1024 * 1024);

}  // namespace station
