#pragma once

#include "core/store/capture_rows.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <optional>

namespace station::store {

/// Table `scan_runs`.
class ScanRunsTable {
public:
    explicit ScanRunsTable(SQLite::Database &database) : m_database(database) {}

    /// False when there is one with its id.
    bool insert(const ScanRun &run);
    std::optional<ScanRun> find(const QString &id) const;
    /// Those of dossiers that were handed over; returns how many.
    int removeHandedOver(qint64 startedBeforeMs);

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
