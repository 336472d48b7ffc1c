#include "core/base/durable_file.h"
#include "core/store/blob_folder.h"
#include "core/store/spool.h"
#include "core/store/store_connection.h"

#include <QFile>

namespace station::store {
namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
// No wait for a service and no claim is as long; renewals of a proof have dates of their own.
constexpr qint64 longestWaitMs = 2 * dayMs;
constexpr int patienceMs = 10'000;
constexpr int removedAtOnce = 50;  // others may write in between

}  // namespace

Expected<> Store::checkChangeable() const
{
    return m_connection->transact([]() -> Expected<> { return {}; });
}

Expected<> Store::announceBlob(const QString &sha256, qint64 removableAtMs)
{
    return m_connection->transact([&]() -> Expected<> {
        m_connection->looseBlobs.insert(sha256, removableAtMs);
        return {};
    });
}

Expected<int> Store::removeLooseBlobs()
{
    auto &store = *m_connection;
    const BlobFolder folder(store.dataDir);
    int removed = 0;
    for (bool more = true; more;) {
        // In one transaction: nobody can name a file between the look and its removal.
        const auto done = store.transact([&]() -> Expected<int> {
            int count = 0;
            const auto due = store.looseBlobs.due(store.clock.nowMs(), removedAtOnce);
            for (const auto &sha256 : due) {
                if (!store.looseBlobs.isNamed(sha256)) {
                    if (auto gone = removeDurably(folder.path(sha256)); !gone)
                        return fail(gone.error());
                    ++count;
                }
                store.looseBlobs.remove(sha256);
            }
            more = due.size() == removedAtOnce;
            return count;
        });
        if (!done)
            return done;
        removed += *done;
    }
    return removed;
}

Expected<int> Store::removePurgedPictures()
{
    auto &store = *m_connection;
    const Spool spool(store.dataDir);
    int removed = 0;
    for (bool more = true; more;) {
        const auto done = store.transact([&]() -> Expected<int> {
            const auto leaving = store.sides.leaving(removedAtOnce);
            for (const auto &[dossierUuid, sideId] : leaving) {
                if (auto gone = spool.remove(dossierUuid, sideId); !gone)
                    return fail(gone.error());
                store.sides.endPurge(sideId);
                // A decision that lets somebody scan again waits for this transaction.
                if (!store.components.takesSides(dossierUuid))
                    spool.removeEmpty(dossierUuid);
            }
            more = leaving.size() == removedAtOnce;
            return static_cast<int>(leaving.size());
        });
        if (!done)
            return done;
        removed += *done;
    }
    return removed;
}

Expected<std::vector<ProvenCopy>> Store::purgeable(qint64 beforeMs, int limit) const
{
    return guarded([&]() -> Expected<std::vector<ProvenCopy>> {
        return m_connection->components.purgeable(beforeMs, limit);
    });
}

Expected<int> Store::purge(const std::vector<ProvenCopy> &copies, const QString &actor)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<int> {
        const qint64 nowMs = store.clock.nowMs();
        int purged = 0;
        for (const auto &copy : copies) {
            if (!store.components.markPurged(copy, nowMs))
                continue;
            store.looseBlobs.insertIfNew(copy.pdf.sha256, nowMs);
            store.sides.beginPurge(copy.dossierUuid, copy.componentCode);
            store.record(copy.dossierUuid, copy.componentCode, actor, QStringLiteral("purge"),
                         copy.pdf.sha256);
            ++purged;
        }
        return purged;
    });
}

Expected<> Store::unpurge(const QString &dossierUuid, const QString &componentCode,
                          const QString &sha256, const QString &actor)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        if (!store.components.unmarkPurged(dossierUuid, componentCode, sha256))
            return fail(Fault::Conflict, QStringLiteral("another file by now"), componentCode);
        store.looseBlobs.remove(sha256);
        store.record(dossierUuid, componentCode, actor, QStringLiteral("fetch"), sha256);
        return {};
    });
}

Expected<QMap<QString, qint64>> Store::purged(const QString &dossierUuid) const
{
    return guarded([&]() -> Expected<QMap<QString, qint64>> {
        return m_connection->components.purged(dossierUuid);
    });
}

Expected<int> Store::reuseCount(const QString &sha256) const
{
    return guarded([&]() -> Expected<int> { return m_connection->components.reuseCount(sha256); });
}

Expected<QStringList> Store::someHandedOver(int count) const
{
    return guarded(
        [&]() -> Expected<QStringList> { return m_connection->dossiers.someHandedOver(count); });
}

Expected<std::vector<NumberedDossier>> Store::handedOverAfter(qint64 number, int limit) const
{
    return guarded([&]() -> Expected<std::vector<NumberedDossier>> {
        return m_connection->dossiers.handedOverAfter(number, limit);
    });
}

Expected<QStringList> Store::departmentsSince(qint64 receivedMs) const
{
    return guarded([&]() -> Expected<QStringList> {
        return m_connection->dossiers.departmentsSince(receivedMs);
    });
}

Expected<qint64> Store::lastUpkeep(const QString &task) const
{
    return guarded([&]() -> Expected<qint64> {
        const qint64 atMs = m_connection->upkeep.lastAtMs(task);
        return atMs <= m_connection->clock.nowMs() ? atMs : 0;
    });
}

Expected<> Store::noteUpkeep(const QString &task)
{
    return m_connection->transact([&]() -> Expected<> {
        m_connection->upkeep.note(task, m_connection->clock.nowMs());
        return {};
    });
}

Expected<qint64> Store::upkeepMark(const QString &task) const
{
    return guarded([&]() -> Expected<qint64> { return m_connection->upkeep.lastAtMs(task); });
}

Expected<> Store::noteUpkeepMark(const QString &task, qint64 mark)
{
    return m_connection->transact([&]() -> Expected<> {
        m_connection->upkeep.note(task, mark);
        return {};
    });
}

Expected<QStringList> Store::upkeepTasks(const QString &beginning) const
{
    return guarded(
        [&]() -> Expected<QStringList> { return m_connection->upkeep.tasks(beginning); });
}

Expected<QStringList> Store::upkeepTasksIn(const QString &dataDir, const QString &beginning)
{
    const QString file = dataDir + QStringLiteral("/station.db");
    if (!QFile::exists(file))
        return QStringList();
    return guarded([&]() -> Expected<QStringList> {
        // As it is: opened otherwise an older one would be migrated.
        SQLite::Database database(QFile::encodeName(file).toStdString(), SQLite::OPEN_READWRITE,
                                  patienceMs);
        return database.tableExists("upkeep") ? UpkeepTable(database).tasks(beginning)
                                              : QStringList();
    });
}

Expected<> Store::forgetUpkeep(const QString &task)
{
    return m_connection->transact([&]() -> Expected<> {
        m_connection->upkeep.forget(task);
        return {};
    });
}

Expected<int> Store::noteOrphanBlobs(const QStringList &sha256)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<int> {
        int noted = 0;
        for (const auto &blob : sha256) {
            if (store.looseBlobs.contains(blob) || store.looseBlobs.isNamed(blob))
                continue;
            store.looseBlobs.insert(blob, store.clock.nowMs() + keepOrphansMs);
            ++noted;
        }
        return noted;
    });
}

Expected<int> Store::endOverlongWaits()
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<int> {
        const qint64 nowMs = store.clock.nowMs();
        return store.upgrades.endWaitsAfter(nowMs + longestWaitMs) +
               store.looseBlobs.endWaitsAfter(nowMs + keepOrphansMs + dayMs, nowMs);
    });
}

}  // namespace station::store
