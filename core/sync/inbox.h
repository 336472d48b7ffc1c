#pragma once

#include "core/base/expected.h"
#include "core/repository/province_key.h"
#include "core/repository/repository.h"
#include "core/sync/manifest.h"

#include <QByteArray>
#include <QString>

#include <limits>
#include <vector>

namespace station::sync {

/// Tells a department that a dossier is complete in the repository.
struct HandoverEvent {
    QString id{};
    QString key{};  ///< Of the event itself; `after` for the next look.
    QString dossierUuid{};
    QString office{};
    QString department{};
    QString manifestKey{};
    QString manifestSha256{};
    qint64 atMs = 0;
    bool acknowledged = false;
};

/// What the station writes as the event's object.
QByteArray eventBody(const HandoverEvent &event);

/// The department's side. Who follows an event finds all bytes.
class Inbox {
public:
    Inbox(repository::Repository &repository, const repository::ProvinceKey &key);

    /// Oldest first; only those after the key `after`.
    Expected<std::vector<HandoverEvent>> events(const QString &department,
                                                const QString &after = {});
    /// Of those that were sent from `sinceMs` on and before `beforeMs`, what nobody there has
    /// acknowledged; of one office, or of all when it is empty. Costs what happened since, not
    /// what the years have brought, and reads `mostRead` events at most, the oldest.
    Expected<std::vector<HandoverEvent>>
    unacknowledged(const QString &department, const QString &office, qint64 sinceMs,
                   qint64 beforeMs, int mostRead = std::numeric_limits<int>::max());
    /// The manifest, and every document fetched and hashed. RepositoryDamaged
    /// names the object; FileMissing should not happen.
    Expected<Manifest> open(const HandoverEvent &event);
    Expected<QByteArray> document(const dossier::Blob &blob);
    /// Once and for all; again is no error.
    Expected<> acknowledge(const HandoverEvent &event, const QString &actor, qint64 atMs);

private:
    Expected<HandoverEvent> eventAt(const QString &key);
    Expected<QByteArray> fetch(const QString &key, const QString &sha256);

    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
};

}  // namespace station::sync
