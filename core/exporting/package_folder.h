#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <vector>

namespace station::exporting {

struct PackedFile {
    QString path{};  ///< Within the package, with "/".
    QString mimeType{};
    qint64 size = 0;
    QString sha256{};
};

/// A package while it is made: under a name of its own beside the final one, removed unless it is
/// finished.
class PackageFolder {
public:
    /// InvalidInput when the name is taken, the subject is its path; StorageFull, StorageFailed.
    static Expected<PackageFolder> begin(const QString &parent, const QString &name);

    Expected<PackedFile> add(const QString &path, const QByteArray &bytes, const QString &mimeType);
    const std::vector<PackedFile> &files() const { return m_files; }

    /// Gives it its name. Returns the path.
    Expected<QString> finish();

private:
    PackageFolder(QString path, QTemporaryDir folder)
        : m_path(std::move(path)), m_folder(std::move(folder))
    {
    }
    QString m_path;
    QTemporaryDir m_folder;
    std::vector<PackedFile> m_files{};
};

}  // namespace station::exporting
