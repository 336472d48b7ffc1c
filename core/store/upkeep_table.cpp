#include "core/store/upkeep_table.h"

#include "core/store/query.h"

namespace station::store {

qint64 UpkeepTable::lastAtMs(const QString &task) const
{
    Query row(m_database, "SELECT at_ms FROM upkeep WHERE task = ?", task);
    return row.next() ? row.number(0) : 0;
}

void UpkeepTable::note(const QString &task, qint64 atMs)
{
    Query(m_database, "INSERT OR REPLACE INTO upkeep VALUES (?, ?)", task, atMs).run();
}

}  // namespace station::store
