#include "core/store/handovers_table.h"

#include "core/store/query.h"

namespace station::store {
namespace {

/// The manifest that is to be: names and fields.
QByteArray draftPlace(const QString &id)
{
    return placeOf("handovers.draft", {id});
}

}  // namespace

std::vector<HandoverRow> HandoversTable::rows(Query row) const
{
    std::vector<HandoverRow> list;
    while (row.next()) {
        list.push_back({.id = row.text(0),
                        .dossierUuid = row.text(1),
                        .draft = m_personal.read(row.bytes(2), draftPlace(row.text(0))),
                        .manifestSha256 = row.text(3),
                        .actor = row.text(4),
                        .createdAtMs = row.number(5),
                        .complete = row.flag(6),
                        .urgent = row.flag(7),
                        .wait = {.failures = row.integer(8),
                                 .sinceMs = row.number(9),
                                 .nextAtMs = row.number(10),
                                 .fault = row.text(11),
                                 .detail = row.text(12),
                                 .dead = row.flag(13)}});
    }
    return list;
}

void HandoversTable::insert(const HandoverRow &row)
{
    Query(m_database,
          "INSERT INTO handovers (id, dossier_uuid, draft, manifest_sha256, actor, created_at_ms,"
          " complete, urgent) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          row.id, row.dossierUuid, m_personal.written(row.draft, draftPlace(row.id)),
          row.manifestSha256, row.actor, row.createdAtMs, row.complete, row.urgent)
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
    setWait(id, {});
    Query(m_database, "UPDATE handovers SET complete = 1 WHERE id = ?", id).run();
}

void HandoversTable::setWait(const QString &id, const RetryWait &wait)
{
    Query(m_database,
          "UPDATE handovers SET failures = ?, failing_since_ms = ?, next_at_ms = ?,"
          " last_fault = ?, last_detail = ?, dead = ? WHERE id = ?",
          wait.failures, wait.sinceMs, wait.nextAtMs, wait.fault, wait.detail, wait.dead, id)
        .run();
}

int HandoversTable::forgetFailures(const QString &dossierUuid)
{
    return Query(m_database,
                 "UPDATE handovers SET failures = 0, failing_since_ms = 0, next_at_ms = 0, dead = 0"
                 " WHERE complete = 0 AND failures > 0 AND (?1 = '' OR dossier_uuid = ?1)",
                 dossierUuid)
        .run();
}

void HandoversTable::rewrite(const PersonalColumns &to)
{
    Query row(m_database, "SELECT id, draft FROM handovers");
    while (row.next()) {
        const auto place = draftPlace(row.text(0));
        Query(m_database, "UPDATE handovers SET draft = ? WHERE id = ?",
              to.written(m_personal.read(row.bytes(1), place), place), row.text(0))
            .run();
    }
}

}  // namespace station::store
