#pragma once

#include <SQLiteCpp/Database.h>

#include <QString>

namespace station::store {

/// Table `upkeep`: when tasks that run now and then ran last.
class UpkeepTable {
public:
    explicit UpkeepTable(SQLite::Database &database) : m_database(database) {}

    qint64 lastAtMs(const QString &task) const;  ///< 0: never.
    void note(const QString &task, qint64 atMs);

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
