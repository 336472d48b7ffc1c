#pragma once

#include "core/dossier/field.h"
#include "core/store/personal_columns.h"

#include <SQLiteCpp/Database.h>

#include <QString>

namespace station::store {

/// Table `proposals`: what the program read, for each paper.
class ProposalsTable {
public:
    ProposalsTable(SQLite::Database &database, const PersonalColumns &personal)
        : m_database(database), m_personal(personal)
    {
    }

    void replace(const QString &dossierUuid, const QString &componentCode,
                 const dossier::FieldProposals &proposals);
    dossier::FieldProposals of(const QString &dossierUuid, const QString &componentCode) const;
    /// All rows, read as this table reads them, in the other form.
    void rewrite(const PersonalColumns &to);

private:
    SQLite::Database &m_database;
    const PersonalColumns &m_personal;
};

}  // namespace station::store
