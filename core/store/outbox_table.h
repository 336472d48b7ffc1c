#pragma once

#include "core/store/outbox.h"
#include "core/store/owner_answer.h"
#include "core/store/personal_columns.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <vector>

namespace station::store {

/// Table `outbox`: every object on its way to the repository.
class OutboxTable {
public:
    OutboxTable(SQLite::Database &database, const PersonalColumns &personal)
        : m_database(database), m_personal(personal)
    {
    }

    void insert(const OutboxStep &step);
    void update(const OutboxStep &step);
    void markSending(const QString &handoverId);  ///< Those not verified; counts the attempt.
    void requeue(const QString &handoverId);      ///< Those marked as sending.
    std::vector<OutboxStep> of(const QString &handoverId) const;
    bool isVerified(const QString &handoverId, int position) const;
    /// Every step is verified, the event among them.
    bool isComplete(const QString &handoverId) const;
    /// The verified steps of the owner index whose keys begin with `prefix`, which ends in '/'.
    std::vector<OwnerEntry> ownerEntries(const QString &prefix) const;
    /// All rows, read as this table reads them, in the other form.
    void rewrite(const PersonalColumns &to);

private:
    SQLite::Database &m_database;
    const PersonalColumns &m_personal;
};

}  // namespace station::store
