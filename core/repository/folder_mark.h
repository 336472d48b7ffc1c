#pragma once

#include "core/base/expected.h"

#include <QString>

#include <mutex>

namespace station::repository {

/// A share that is not mounted is an empty folder, and what is written there is lost to the
/// province. So the folder of a repository carries a mark, `.tram-so-hoa` with an id of its own,
/// and the station remembers which one it has seen in which place. Thread-safe.
class FolderMark {
public:
    /// `memory`: the station's file for it; empty: nothing is remembered or checked.
    FolderMark(QString root, QString memory);

    /// RepositoryDown when the folder that was seen there before is not there, or another one is.
    /// A folder in a new place is believed.
    Expected<> check();
    /// The same before something is written: a folder that is used for the first time gets its
    /// mark.
    Expected<> checkOrMake();
    /// Which folder it is may change: the next one is believed.
    static Expected<> forget(const QString &memory);

private:
    Expected<> compare();
    QString there() const;
    /// A station without room for it does so at its next start.
    void remember(const QString &id);

    QString m_root;
    QString m_memory;
    std::mutex m_mutex;  // guards the rest
    QString m_known{};   // id that was seen in this place; empty: none yet
};

}  // namespace station::repository
