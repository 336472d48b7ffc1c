#pragma once

#include "core/store/desk_rows.h"
#include "core/store/personal_columns.h"

#include <SQLiteCpp/Database.h>

#include <QHash>
#include <QString>

namespace station::store {

/// Table `holds`: dossiers that were put aside.
class HoldsTable {
public:
    HoldsTable(SQLite::Database &database, const PersonalColumns &personal)
        : m_database(database), m_personal(personal)
    {
    }

    void replace(const QString &dossierUuid, const Hold &hold);
    bool remove(const QString &dossierUuid);  ///< False: it was not put aside.
    QHash<QString, Hold> all() const;         ///< By the dossier's uuid.
    /// All rows, read as this table reads them, in the other form.
    void rewrite(const PersonalColumns &to);

private:
    SQLite::Database &m_database;
    const PersonalColumns &m_personal;
};

}  // namespace station::store
