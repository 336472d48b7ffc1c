#pragma once

#include <SQLiteCpp/Database.h>

#include <QString>
#include <QStringList>

namespace station::store {

/// Table `upkeep`: when tasks that run now and then ran last, and how far long ones have come.
class UpkeepTable {
public:
    explicit UpkeepTable(SQLite::Database &database) : m_database(database) {}

    qint64 lastAtMs(const QString &task) const;  ///< 0: never.
    void note(const QString &task, qint64 atMs);
    QStringList tasks(const QString &beginning) const;
    void forget(const QString &task);

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
