#pragma once

#include "core/repository/folder_mark.h"
#include "core/repository/repository.h"

#include <QString>

namespace station::repository {

/// A repository in a folder: local disk, network share, or USB disk. The
/// embedded default of a station without a province behind it.
///
/// What is stored is written beside its name, brought to the disk, and only then takes the name;
/// it is read past the cache of this machine. RepositoryFull is a full disk or quota there,
/// RepositoryRefused a folder that may not be written or read, RepositoryDown any other trouble.
class FolderRepository final : public Repository {
public:
    /// The folder is made by the first put. `memory`: where the station remembers which folder it
    /// is (FolderMark); without it a share that is not mounted looks empty.
    explicit FolderRepository(const QString &root, const QString &memory = {});

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
    /// Of something that is to be read.
    Expected<QString> placeOf(const QString &key);
    void tryRace(Capabilities &found);

    QString m_root;
    FolderMark m_mark;
};

}  // namespace station::repository
