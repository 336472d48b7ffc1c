#pragma once

#include "core/store/outbox.h"
#include "core/store/personal_columns.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <optional>
#include <vector>

namespace station::store {

class Query;

/// Table `handovers`: one row for each hand-over of a dossier.
class HandoversTable {
public:
    HandoversTable(SQLite::Database &database, const PersonalColumns &personal)
        : m_database(database), m_personal(personal)
    {
    }

    void insert(const HandoverRow &row);
    std::optional<HandoverRow> find(const QString &id) const;
    std::vector<HandoverRow> open() const;
    std::vector<HandoverRow> ofDossier(const QString &dossierUuid) const;
    /// False when it has a manifest already.
    bool setManifest(const QString &id, const QString &sha256);
    void markComplete(const QString &id);
    void setWait(const QString &id, const RetryWait &wait);
    /// Open ones of the dossier, or all, forget their failures. Returns how many had some.
    int forgetFailures(const QString &dossierUuid);
    /// All rows, read as this table reads them, in the other form.
    void rewrite(const PersonalColumns &to);

private:
    std::vector<HandoverRow> rows(Query row) const;

    SQLite::Database &m_database;
    const PersonalColumns &m_personal;
};

}  // namespace station::store
