#pragma once

#include "core/dossier/edit.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <optional>

namespace station::store {

struct EditRow {
    dossier::Edit edit{};
    QString runId{};  ///< Empty unless a run of the scanner made it.
};

/// Table `edits`: a line of steps for each dossier, and how far it is undone.
class EditsTable {
public:
    explicit EditsTable(SQLite::Database &database) : m_database(database) {}

    bool contains(const QString &id) const;
    /// The newest that is not undone, and the oldest that is.
    std::optional<EditRow> nextUndo(const QString &dossierUuid) const;
    std::optional<EditRow> nextRedo(const QString &dossierUuid) const;
    /// An edit that is not undone says whether the side is blank.
    bool decidesBlank(const QString &dossierUuid, const QString &sideId) const;

    void insert(const QString &dossierUuid, const EditRow &row);
    void updateChanges(const dossier::Edit &edit);
    void setUndone(const QString &id, bool undone);
    void dropUndone(const QString &dossierUuid);

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
