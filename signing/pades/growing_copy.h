#pragma once

#include "core/base/expected.h"
#include "signing/cms/digest.h"

#include <QByteArray>
#include <QString>

namespace station::signing {

/// Files that are larger are no electronic copies of papers.
inline constexpr qint64 largestPdf = 512LL * 1024 * 1024;

/// A new name in the folder of `path`.
QString temporaryBeside(const QString &path);

/// Makes a finished file durable under its final name; on failure it is gone.
Expected<> moveDurably(const QString &from, const QString &to);

/// A copy of a file that is to grow by one revision. Read once, in pieces, and
/// hashed on the way; everything later looks at the copy, which nobody else
/// has, so a source that is exchanged meanwhile changes nothing. Removed again
/// unless it is kept.
class GrowingCopy {
public:
    /// Makes `path` (0600), which must not exist; folders are made. Fails with FileUnreadable,
    /// FileEmpty, FileTooLarge (the source); StorageFull, StorageFailed.
    static Expected<GrowingCopy> of(const QString &source, const QString &path);
    GrowingCopy(GrowingCopy &&other) noexcept;
    GrowingCopy &operator=(GrowingCopy &&) = delete;
    ~GrowingCopy();

    const QString &path() const { return m_path; }
    qint64 sourceSize() const { return m_size; }
    const RunningDigest &sourceDigest() const { return m_digest; }

    Expected<> append(const QByteArray &revision);
    Expected<> overwrite(qint64 at, const QByteArray &bytes);
    /// Gives it its final name, over whatever was there. Ends the copy's life.
    Expected<> moveTo(const QString &destination);
    /// The same, and durable when it returns.
    Expected<> keepAs(const QString &destination);

private:
    GrowingCopy(QString path, int file) : m_path(std::move(path)), m_file(file) {}

    QString m_path;
    int m_file = -1;
    qint64 m_size = 0;
    RunningDigest m_digest{};
};

}  // namespace station::signing
