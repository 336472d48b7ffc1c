#pragma once

#include <QString>

namespace station::sealing {

/// Whether what lies in a folder is encrypted on its way to the disk, as far as Linux tells. A
/// drive that encrypts by itself looks like any other: `No`.
struct DiskEncryption {
    enum class State { Yes, No, Unknown };

    State state = State::Unknown;
    QString how{};  ///< For the log and IT: device or file system, and by what.
};

/// LUKS below partitions, LVM, RAID and loop files; fscrypt, eCryptfs and a few file systems in
/// user space. Unknown for network shares, memory and ZFS. `procDir` and `sysDir` are /proc and
/// /sys but in tests.
DiskEncryption diskEncryption(const QString &folder,
                              const QString &procDir = QStringLiteral("/proc"),
                              const QString &sysDir = QStringLiteral("/sys"));

}  // namespace station::sealing
