#pragma once

#include "core/base/expected.h"

#include <QString>
#include <QStringList>

namespace station::store {

/// `<data>/spool/<dossier uuid>/`: files of the sides (see dossier::Side).
class Spool {
public:
    explicit Spool(const QString &dataDir);

    /// Makes the dossier's folder, durable and 0700; returns its path.
    Expected<QString> folder(const QString &dossierUuid) const;
    /// `<folder>/<side id>.<ending>`; says nothing about existence.
    QString file(const QString &dossierUuid, const QString &sideId, const QString &ending) const;
    /// All files of that side.
    QStringList files(const QString &dossierUuid, const QString &sideId) const;
    /// Removes them, durably.
    Expected<> remove(const QString &dossierUuid, const QString &sideId) const;
    /// Removes the dossier's folder if nothing lies in it.
    void removeEmpty(const QString &dossierUuid) const;
    /// `to` gets the untouched original of `from`, durably; an original never changes, so where
    /// the disk can, it is the same file under a second name.
    Expected<> shareOriginal(const QString &dossierUuid, const QString &from,
                             const QString &to) const;

private:
    QString m_root;
};

}  // namespace station::store
