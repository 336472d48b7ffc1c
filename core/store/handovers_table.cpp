#include "core/store/handovers_table.h"

#include "core/store/query.h"

namespace station::store {
namespace {

std::vector<HandoverRow> rows(Query row)
{
    std::vector<HandoverRow> list;
    while (row.next()) {
        list.push_back({row.text(0), row.text(1), row.bytes(2), row.text(3), row.text(4),
                        row.number(5), row.flag(6)});
    }
    return list;
}

}  // namespace

void HandoversTable::insert(const HandoverRow &row)
{
    Query(m_database, "INSERT INTO handovers VALUES (?, ?, ?, ?, ?, ?, ?)", row.id, row.dossierUuid,
          row.draft, row.manifestSha256, row.actor, row.createdAtMs, row.complete)
        .run();
}

std::optional<HandoverRow> HandoversTable::find(const QString &id) const
{
    auto found = rows({m_database, "SELECT * FROM handovers WHERE id = ?", id});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<HandoverRow> HandoversTable::open() const
{
    return rows({m_database, "SELECT * FROM handovers WHERE complete = 0 ORDER BY id"});
}

std::vector<HandoverRow> HandoversTable::ofDossier(const QString &dossierUuid) const
{
    return rows(
        {m_database, "SELECT * FROM handovers WHERE dossier_uuid = ? ORDER BY id", dossierUuid});
}

bool HandoversTable::setManifest(const QString &id, const QString &sha256)
{
    return Query(m_database,
                 "UPDATE handovers SET manifest_sha256 = ? WHERE id = ? AND manifest_sha256 = ''",
                 sha256, id)
               .run() == 1;
}

void HandoversTable::markComplete(const QString &id)
{
    Query(m_database, "UPDATE handovers SET complete = 1 WHERE id = ?", id).run();
}

}  // namespace station::store
