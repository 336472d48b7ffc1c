#include "core/store/scan_runs_table.h"

#include "core/store/query.h"

namespace station::store {

bool ScanRunsTable::insert(const ScanRun &run)
{
    return Query(m_database,
                 "INSERT INTO scan_runs VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                 run.id, run.dossierUuid, run.component, run.place.before, run.place.replaces,
                 run.startedAtMs)
               .run() == 1;
}

std::optional<ScanRun> ScanRunsTable::find(const QString &id) const
{
    Query row(m_database,
              "SELECT id, dossier_uuid, component_code, before_side, replaced_side,"
              " started_at_ms FROM scan_runs WHERE id = ?",
              id);
    if (!row.next())
        return std::nullopt;
    return ScanRun{.id = row.text(0),
                   .dossierUuid = row.text(1),
                   .component = row.text(2),
                   .place = {.before = row.text(3), .replaces = row.text(4)},
                   .startedAtMs = row.number(5)};
}

int ScanRunsTable::removeHandedOver(qint64 startedBeforeMs)
{
    return Query(m_database,
                 "DELETE FROM scan_runs WHERE started_at_ms < ? AND dossier_uuid IN"
                 " (SELECT uuid FROM dossiers WHERE handed_over = 1)",
                 startedBeforeMs)
        .run();
}

}  // namespace station::store
