#pragma once

#include "core/store/outbox.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <vector>

namespace station::store {

/// Table `outbox`: every object on its way to the repository.
class OutboxTable {
public:
    explicit OutboxTable(SQLite::Database &database) : m_database(database) {}

    void insert(const OutboxStep &step);
    void update(const OutboxStep &step);
    void markSending(const QString &handoverId);  ///< Those not verified; counts the attempt.
    void requeue(const QString &handoverId);      ///< Those marked as sending.
    std::vector<OutboxStep> of(const QString &handoverId) const;
    bool isVerified(const QString &handoverId, int position) const;
    /// Every step is verified, the event among them.
    bool isComplete(const QString &handoverId) const;

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
