#pragma once

#include "core/base/expected.h"
#include "core/dossier/edit.h"
#include "core/store/correction.h"
#include "core/store/personal_columns.h"

#include <SQLiteCpp/Database.h>

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace station::store {

/// A correction with what it takes to give it up.
struct CorrectionRow {
    Correction correction;
    QHash<QString, dossier::Placement> sides{};  ///< Where the former copy's sides stood, by id.
    qint64 purgedAtMs = 0;                       ///< Since when its file is not here; 0: it is.
};

/// Table `corrections`.
class CorrectionsTable {
public:
    CorrectionsTable(SQLite::Database &database, const PersonalColumns &personal)
        : m_database(database), m_personal(personal)
    {
    }

    void insert(const QString &dossierUuid, const CorrectionRow &row);
    /// StorageFailed when a row is not what this table writes.
    Expected<std::vector<CorrectionRow>> ofDossier(const QString &dossierUuid) const;
    void remove(const QString &dossierUuid, const QString &componentCode);
    /// All rows, read as this table reads them, in the other form.
    void rewrite(const PersonalColumns &to);

private:
    SQLite::Database &m_database;
    const PersonalColumns &m_personal;
};

}  // namespace station::store
