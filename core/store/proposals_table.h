#pragma once

#include "core/dossier/field.h"

#include <SQLiteCpp/Database.h>

#include <QString>

namespace station::store {

/// Table `proposals`: what the program read, for each paper.
class ProposalsTable {
public:
    explicit ProposalsTable(SQLite::Database &database) : m_database(database) {}

    void replace(const QString &dossierUuid, const QString &componentCode,
                 const dossier::FieldProposals &proposals);
    dossier::FieldProposals of(const QString &dossierUuid, const QString &componentCode) const;

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
