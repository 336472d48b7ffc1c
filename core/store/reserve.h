#pragma once

#include "core/base/expected.h"

#include <QString>

namespace station::store {

/// `<data>/reserve`: room on the station's disk that no paper takes. When the disk is full all
/// the same, Store gives it back, so that states, queue, audit rows and the removal of files can
/// still be written; intake has stopped long before (StorageLow).

/// Makes the file, or makes it again, once that leaves more than `intakeReserveBytes` free: half
/// of those, at most 256 MB. Cheap when it is there. Says whether it is. Fails with StorageFailed.
Expected<bool> keepReserve(const QString &dataDir, qint64 intakeReserveBytes);

/// Gives the room back. False when there was none.
bool releaseReserve(const QString &dataDir);

}  // namespace station::store
