#pragma once

#include "core/base/expected.h"
#include "core/store/audit_entry.h"

#include <SQLiteCpp/Database.h>

#include <vector>

namespace station::store {

/// Table `audit`: rows are added and read, never changed.
class AuditTable {
public:
    explicit AuditTable(SQLite::Database &database) : m_database(database) {}

    /// Links `entry` to the last row; its seq and hashes are set here.
    void append(AuditEntry entry);
    std::vector<AuditEntry> ofDossier(const QString &dossierUuid) const;
    AuditHead head() const;
    Expected<AuditHead> verify() const;

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
