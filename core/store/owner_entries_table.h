#pragma once

#include "core/store/owner_answer.h"
#include "core/store/personal_columns.h"

#include <SQLiteCpp/Database.h>

#include <QString>

namespace station::store {

/// Tables `owner_entries` and `owner_lookups`, and the entries among the steps of the outbox.
class OwnerEntriesTable {
public:
    OwnerEntriesTable(SQLite::Database &database, const PersonalColumns &personal)
        : m_database(database), m_personal(personal)
    {
    }

    /// Of one owner: keys that begin with `prefix`, which ends in '/'. The entries that the
    /// outbox holds have to be read from there.
    OwnerAnswer of(const QString &prefix) const;
    /// Entries that are there already stay as they are.
    void insert(const std::vector<OwnerEntry> &entries);
    void noteAsked(const QString &prefix, qint64 askedAtMs, qint64 triedAtMs);
    /// A few answers that nobody asked for again since that time, with their entries.
    void forgetBefore(qint64 askedAtMs);
    /// All rows, read as this table reads them, in the other form.
    void rewrite(const PersonalColumns &to);

private:
    SQLite::Database &m_database;
    const PersonalColumns &m_personal;
};

}  // namespace station::store
