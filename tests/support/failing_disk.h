#pragma once

#include <QByteArray>

namespace station {

/// A call of this program on a file or folder, and how the disk refuses it.
struct DiskFault {
    enum class Call { Write, Sync, Create, Rename };
    Call call = Call::Write;
    int error = 0;      ///< ENOSPC, EIO, EROFS …
    QByteArray path{};  ///< A part of the path; empty: every file. At its end, a $ is the end.
    int after = 0;      ///< So many such calls still go well.
    int times = 1'000'000;
};

/// As long as it lives, the disk has that fault for this program: its own code, SQLite and Qt
/// alike, because the calls of the C library are taken. One at a time.
/// A test program that uses this lists failing_disk.cpp among its own sources.
class FailingDisk {
public:
    explicit FailingDisk(const DiskFault &fault);
    ~FailingDisk();
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    int failures() const;  ///< Calls that were refused.
    /// Syncs of a descriptor that had failed to sync before, with nothing written in between: the
    /// kernel has forgotten what it could not write and would say that all is well.
    int syncsAgain() const;
};

}  // namespace station
