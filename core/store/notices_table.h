#pragma once

#include "core/store/outbox.h"
#include "core/store/personal_columns.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <vector>

namespace station::store {

/// Table `notices`: who else is told of a hand-over.
class NoticesTable {
public:
    NoticesTable(SQLite::Database &database, const PersonalColumns &personal)
        : m_database(database), m_personal(personal)
    {
    }

    void insert(const QString &handoverId, const NewNotice &notice);
    /// Of hand-overs that are complete, the oldest first.
    std::vector<Notice> open() const;
    /// What it said is forgotten. False when it is not open.
    bool markTold(const Notice &notice);
    /// Open ones of earlier hand-overs of the same dossier to the same target.
    void replaceBefore(const Notice &notice);
    void setWait(const Notice &notice);
    /// Open ones of the dossier, or all, forget their failures. Returns how many had some.
    int forgetFailures(const QString &dossierUuid);
    /// All rows, read as this table reads them, in the other form.
    void rewrite(const PersonalColumns &to);

private:
    SQLite::Database &m_database;
    const PersonalColumns &m_personal;
};

}  // namespace station::store
