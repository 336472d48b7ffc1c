#pragma once

#include "core/repository/repository.h"

#include <QString>

namespace station::repository {

/// A repository in a folder: local disk, network share, or USB disk. The
/// embedded default of a station without a province behind it.
class FolderRepository final : public Repository {
public:
    /// The folder is made by the first put.
    explicit FolderRepository(const QString &root);

    /// Always reads the object back from the disk and hashes it again. Fails with
    /// RepositoryDown when the folder cannot be written.
    Expected<Put> putIfAbsent(const QString &key, const ByteSource &content, const QString &sha256,
                              const std::stop_token &stop) override;
    using Repository::putIfAbsent;
    Expected<QByteArray> get(const QString &key) override;
    Expected<> verify(const QString &key, const QString &sha256,
                      const std::stop_token &stop) override;
    Expected<qint64> head(const QString &key) override;
    Expected<QStringList> list(const QString &prefix, const QString &after = {}) override;
    Expected<Capabilities> probe() override;

private:
    Expected<QString> pathOf(const QString &key) const;
    QString m_root;
};

}  // namespace station::repository
