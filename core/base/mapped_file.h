#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QString>

namespace station {

/// A file's bytes without a copy in memory, for reading parts of large files.
/// The file must not shrink while it is mapped (SIGBUS): our own files, or
/// foreign ones in a process that may die.
class MappedFile {
public:
    /// FileMissing, FileEmpty, FileTooLarge, FileUnreadable; the subject is the file's name.
    static Expected<MappedFile> open(const QString &path, qint64 mostBytes);
    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&other) noexcept;
    ~MappedFile();

    /// Not a copy: valid as long as this object.
    const QByteArray &bytes() const { return m_bytes; }
    /// Gives the pages of a stretch back to the system after it was read once
    /// from front to back; reading them again is allowed.
    void release(qsizetype begin, qsizetype end) const;

private:
    MappedFile() = default;
    QByteArray m_bytes{};
};

}  // namespace station
