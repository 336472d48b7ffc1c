#pragma once

#include "core/store/upgrade_rows.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <vector>

namespace station::store {

/// Table `signature_upgrades`. A claim keeps two programs from working on one
/// copy; it ends by itself, so that one that died holds up nothing for long.
class UpgradesTable {
public:
    explicit UpgradesTable(SQLite::Database &database) : m_database(database) {}

    void insert(const QString &dossierUuid, const QString &componentCode, const NewUpgrade &target,
                qint64 nowMs);
    bool contains(const QString &dossierUuid, const QString &componentCode) const;
    std::vector<UpgradeRow> all() const;
    /// False when there is no such row or somebody else holds it.
    bool claim(const QString &dossierUuid, const QString &componentCode, const QString &claim,
               qint64 nowMs, qint64 untilMs);
    bool isHeldBy(const QString &claim, const QString &dossierUuid,
                  const QString &componentCode) const;
    /// Also gives the claim back.
    void update(const QString &dossierUuid, const QString &componentCode, const UpgradeWait &wait,
                qint64 renewBeforeMs);
    /// Waits for a service and claims that end later are over.
    int endWaitsAfter(qint64 limitMs);
    void remove(const QString &dossierUuid, const QString &componentCode);

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
