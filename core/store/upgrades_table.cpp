#include "core/store/upgrades_table.h"

#include "core/store/query.h"

namespace station::store {
namespace {

SignatureLevel levelIn(const Query &row, int column)
{
    return levelFrom(row.text(column)).value_or(SignatureLevel::B);
}

}  // namespace

void UpgradesTable::insert(const QString &dossierUuid, const QString &componentCode,
                           const NewUpgrade &target, qint64 nowMs)
{
    Query(m_database,
          "INSERT OR REPLACE INTO signature_upgrades"
          " (dossier_uuid, component_code, wanted, required, queued_at_ms, deadline_ms)"
          " VALUES (?, ?, ?, ?, ?, ?)",
          dossierUuid, componentCode, levelName(target.wanted), levelName(target.required), nowMs,
          target.deadlineMs)
        .run();
}

bool UpgradesTable::contains(const QString &dossierUuid, const QString &componentCode) const
{
    return Query(m_database,
                 "SELECT 1 FROM signature_upgrades WHERE dossier_uuid = ? AND component_code = ?",
                 dossierUuid, componentCode)
        .next();
}

std::vector<UpgradeRow> UpgradesTable::all() const
{
    Query row(m_database,
              "SELECT u.dossier_uuid, u.component_code, c.signature_level, u.wanted, u.required,"
              " u.deadline_ms, u.queued_at_ms, u.attempts, u.next_at_ms, u.last_fault,"
              " u.last_detail, u.renew_before_ms FROM signature_upgrades u"
              " JOIN components c ON c.dossier_uuid = u.dossier_uuid AND c.code = u.component_code"
              " ORDER BY u.queued_at_ms, u.dossier_uuid, u.component_code");
    std::vector<UpgradeRow> rows;
    while (row.next()) {
        rows.push_back({.dossierUuid = row.text(0),
                        .componentCode = row.text(1),
                        .level = levelIn(row, 2),
                        .target = {levelIn(row, 3), levelIn(row, 4), row.number(5)},
                        .queuedAtMs = row.number(6),
                        .wait = {row.integer(7), row.number(8), row.text(9), row.text(10)},
                        .renewBeforeMs = row.number(11)});
    }
    return rows;
}

bool UpgradesTable::claim(const QString &dossierUuid, const QString &componentCode,
                          const QString &claim, qint64 nowMs, qint64 untilMs)
{
    return Query(m_database,
                 "UPDATE signature_upgrades SET claim = ?, claimed_until_ms = ?"
                 " WHERE dossier_uuid = ? AND component_code = ? AND claimed_until_ms <= ?",
                 claim, untilMs, dossierUuid, componentCode, nowMs)
               .run() == 1;
}

bool UpgradesTable::isHeldBy(const QString &claim, const QString &dossierUuid,
                             const QString &componentCode) const
{
    return Query(m_database,
                 "SELECT 1 FROM signature_upgrades"
                 " WHERE dossier_uuid = ? AND component_code = ? AND claim = ?",
                 dossierUuid, componentCode, claim)
        .next();
}

void UpgradesTable::update(const QString &dossierUuid, const QString &componentCode,
                           const UpgradeWait &wait, qint64 renewBeforeMs)
{
    Query(m_database,
          "UPDATE signature_upgrades SET attempts = ?, next_at_ms = ?, last_fault = ?,"
          " last_detail = ?, renew_before_ms = ?, claim = '', claimed_until_ms = 0"
          " WHERE dossier_uuid = ? AND component_code = ?",
          wait.attempts, wait.nextAtMs, wait.lastFault, wait.lastDetail, renewBeforeMs, dossierUuid,
          componentCode)
        .run();
}

int UpgradesTable::endWaitsAfter(qint64 limitMs)
{
    return Query(m_database,
                 "UPDATE signature_upgrades SET next_at_ms = 0"
                 " WHERE next_at_ms > ? AND renew_before_ms = 0",
                 limitMs)
               .run() +
           Query(m_database,
                 "UPDATE signature_upgrades SET claim = '', claimed_until_ms = 0"
                 " WHERE claimed_until_ms > ?",
                 limitMs)
               .run();
}

void UpgradesTable::remove(const QString &dossierUuid, const QString &componentCode)
{
    Query(m_database,
          "DELETE FROM signature_upgrades WHERE dossier_uuid = ? AND component_code = ?",
          dossierUuid, componentCode)
        .run();
}

}  // namespace station::store
