#pragma once

#include "core/base/expected.h"

#include <QHash>
#include <QString>

#include <ctime>
#include <mutex>

#include <sys/types.h>

namespace station {

/// SHA-256 of files that are replaced as a whole and never written into (core/base/durable_file.h):
/// each is read once, as long as it is the same file by its number, size and time of change. For
/// what is shown again and again; what is signed or sent is read anew. Thread-safe.
class FileHashes {
public:
    /// 64 hexadecimal characters; FileMissing or StorageFailed as sha256OfFile.
    Expected<QString> of(const QString &path);

private:
    /// Which file a name means.
    struct Identity {
        dev_t device = 0;
        ino_t number = 0;
        off_t size = 0;
        time_t changed = 0;
        long changedNs = 0;

        bool operator==(const Identity &) const = default;
    };
    struct Known {
        Identity file{};
        QString sha256{};
    };

    static Identity identityOf(const QString &path);

    std::mutex m_mutex{};
    QHash<QString, Known> m_known{};
};

}  // namespace station
