#include "core/store/unsent_work.h"

#include "core/store/query.h"
#include "core/store/unfinished.h"

#include <string>

namespace station::store {

QStringList UnsentWork::texts(const char *sql) const
{
    Query row(m_database, sql);
    QStringList list;
    while (row.next())
        list << row.text(0);
    return list;
}

QString UnsentWork::stationId() const
{
    return texts("SELECT id FROM station").value(0);
}

int UnsentWork::schema() const
{
    return m_database.execAndGet("PRAGMA user_version").getInt();
}

QStringList UnsentWork::blobs() const
{
    // By the index of papers in work and that of open hand-overs, so that it does not take the
    // longer the more years there are: the plus and the CROSS say so to the planner.
    return texts("SELECT pdf_sha256 FROM components WHERE +pdf_sha256 <> '' AND state IN"
                 " ('decided', 'captured', 'signed', 'extracted', 'coded', 'stored')"
                 " UNION SELECT o.sha256 FROM handovers h CROSS JOIN outbox o"
                 " ON o.handover_id = h.id"
                 " WHERE h.complete = 0 AND o.kind = 'blob' AND o.state <> 'verified'");
}

QStringList UnsentWork::dossiers() const
{
    return texts(unfinishedDossiers);
}

int UnsentWork::startAgain(qint64 nowMs)
{
    Query(m_database,
          "UPDATE components SET purged_at_ms = ? WHERE state = 'handed_over'"
          " AND purged_at_ms = 0",
          nowMs)
        .run();
    Query(m_database, "UPDATE corrections SET purged_at_ms = ? WHERE purged_at_ms = 0", nowMs)
        .run();
    // Nor do the pages of dossiers that nobody works on come back.
    Query(m_database, ("UPDATE sides SET purged = 2 WHERE dossier_uuid NOT IN (" +
                       std::string(unfinishedDossiers) + ')')
                          .c_str())
        .run();
    // What failed before may be mended, and waits count from a time that is long over.
    Query(m_database, "UPDATE handovers SET failures = 0, failing_since_ms = 0, next_at_ms = 0,"
                      " dead = 0 WHERE complete = 0")
        .run();
    Query(m_database, "UPDATE notices SET failures = 0, failing_since_ms = 0, next_at_ms = 0,"
                      " dead = 0 WHERE state = 'open'")
        .run();
    return Query(m_database, "UPDATE outbox SET state = 'queued' WHERE state <> 'verified'").run();
}

}  // namespace station::store
