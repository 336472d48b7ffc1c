#pragma once

#include <SQLiteCpp/Database.h>

#include <QString>
#include <QStringList>

namespace station::store {

/// What a database says of files that exist on this station alone, for backup and restore. Goes
/// across the tables, also in a database of another version: a backup's snapshot.
class UnsentWork {
public:
    explicit UnsentWork(SQLite::Database &database) : m_database(database) {}

    QString stationId() const;
    int schema() const;
    /// SHA-256 of files of the blob folder that the repository does not hold for certain.
    QStringList blobs() const;
    /// Uuids of dossiers whose sides may still be needed.
    QStringList dossiers() const;

    /// After a restore. Steps that were not proven, returned as a count, wait to be sent; copies
    /// that the backup left to the repository are not on this station any more.
    int startAgain(qint64 nowMs);

private:
    QStringList texts(const char *sql) const;
    SQLite::Database &m_database;
};

}  // namespace station::store
