#pragma once

#include "core/store/desk_rows.h"
#include "core/store/personal_columns.h"

#include <SQLiteCpp/Database.h>

#include <QString>

namespace station::store {

/// Table `drafts`: fields that are being worked on, for each paper.
class DraftsTable {
public:
    DraftsTable(SQLite::Database &database, const PersonalColumns &personal)
        : m_database(database), m_personal(personal)
    {
    }

    void replace(const QString &dossierUuid, const QString &componentCode,
                 const DraftFields &fields);
    void remove(const QString &dossierUuid, const QString &componentCode);
    DraftFields of(const QString &dossierUuid, const QString &componentCode) const;
    /// All rows, read as this table reads them, in the other form.
    void rewrite(const PersonalColumns &to);

private:
    SQLite::Database &m_database;
    const PersonalColumns &m_personal;
};

}  // namespace station::store
