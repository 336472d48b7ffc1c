#pragma once

#include "core/dossier/side.h"

#include <SQLiteCpp/Database.h>

#include <QString>

namespace station::store {

/// Table `sides`: sides are added and updated, never removed.
class SidesTable {
public:
    explicit SidesTable(SQLite::Database &database) : m_database(database) {}

    dossier::Sides of(const QString &dossierUuid, const QString &componentCode) const;
    /// Adds those that are missing, after the others. False when the table holds a
    /// side of the paper that `sides` lacks.
    bool extend(const QString &dossierUuid, const QString &componentCode,
                const dossier::Sides &sides);
    /// Empty when there is no such side.
    QString componentOf(const QString &dossierUuid, const QString &sideId) const;
    void update(const dossier::Side &side);

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
