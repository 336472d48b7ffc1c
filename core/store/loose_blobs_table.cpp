#include "core/store/loose_blobs_table.h"

#include "core/store/query.h"

namespace station::store {

void LooseBlobsTable::insert(const QString &sha256, qint64 removableAtMs)
{
    Query(m_database, "INSERT OR REPLACE INTO loose_blobs VALUES (?, ?)", sha256, removableAtMs)
        .run();
}

void LooseBlobsTable::insertIfNew(const QString &sha256, qint64 removableAtMs)
{
    Query(m_database, "INSERT OR IGNORE INTO loose_blobs VALUES (?, ?)", sha256, removableAtMs)
        .run();
}

void LooseBlobsTable::remove(const QString &sha256)
{
    Query(m_database, "DELETE FROM loose_blobs WHERE sha256 = ?", sha256).run();
}

bool LooseBlobsTable::contains(const QString &sha256) const
{
    return Query(m_database, "SELECT 1 FROM loose_blobs WHERE sha256 = ?", sha256).next();
}

int LooseBlobsTable::endWaitsAfter(qint64 limitMs, qint64 nowMs)
{
    return Query(m_database, "UPDATE loose_blobs SET removable_at_ms = ? WHERE removable_at_ms > ?",
                 nowMs, limitMs)
        .run();
}

QStringList LooseBlobsTable::due(qint64 nowMs, int limit) const
{
    Query row(m_database, "SELECT sha256 FROM loose_blobs WHERE removable_at_ms <= ? LIMIT ?",
              nowMs, limit);
    QStringList list;
    while (row.next())
        list << row.text(0);
    return list;
}

bool LooseBlobsTable::isNamed(const QString &sha256) const
{
    return Query(m_database,
                 "SELECT 1 FROM components WHERE pdf_sha256 = ?1 AND pdf_sha256 <> ''"
                 " AND purged_at_ms = 0"
                 " UNION ALL SELECT 1 FROM corrections WHERE pdf_sha256 = ?1 AND purged_at_ms = 0"
                 // CROSS: from the few open ones to their steps, never through all steps.
                 " UNION ALL SELECT 1 FROM handovers h CROSS JOIN outbox o ON o.handover_id = h.id"
                 " WHERE h.complete = 0 AND o.sha256 = ?1",
                 sha256)
        .next();
}

}  // namespace station::store
