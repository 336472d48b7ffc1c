#pragma once

#include "core/dossier/field.h"

#include <SQLiteCpp/Database.h>

#include <QString>

namespace station::store {

/// Table `fields`: values for which a clerk stands.
class FieldsTable {
public:
    explicit FieldsTable(SQLite::Database &database) : m_database(database) {}

    void replace(const QString &dossierUuid, const QString &componentCode,
                 const dossier::Fields &fields);
    dossier::Fields of(const QString &dossierUuid, const QString &componentCode) const;

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
