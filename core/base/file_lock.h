#pragma once

#include "core/base/expected.h"

#include <QString>

namespace station {

/// A file that programs of this machine hold while they must not be disturbed: by many at once
/// (Shared) or by one alone (Exclusive). Advisory (flock); the kernel lets go of it when the
/// program ends or is killed. Two locks of one program exclude each other like those of two.
/// Not kept by programs that this one starts.
class FileLock {
public:
    enum class Kind { Shared, Exclusive };

    /// Makes the file, 0600, when it does not exist; its folder must. Waits so long for others,
    /// then StorageInUse, whose detail names a program that holds it ("pid 123"), where the
    /// system tells. StorageFull and StorageFailed when there is no such file to be had.
    static Expected<FileLock> acquire(const QString &path, Kind kind, int waitMs = 0);

    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;

private:
    explicit FileLock(int file) : m_file(file) {}
    int m_file = -1;
};

}  // namespace station
