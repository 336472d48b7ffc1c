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

QStringList UpkeepTable::tasks(const QString &beginning) const
{
    Query row(m_database, "SELECT task FROM upkeep WHERE substr(task, 1, ?) = ? ORDER BY task",
              beginning.size(), beginning);
    QStringList list;
    while (row.next())
        list << row.text(0);
    return list;
}

void UpkeepTable::forget(const QString &task)
{
    Query(m_database, "DELETE FROM upkeep WHERE task = ?", task).run();
}

}  // namespace station::store
