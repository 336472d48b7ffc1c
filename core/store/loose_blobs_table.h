#pragma once

#include <SQLiteCpp/Database.h>

#include <QString>
#include <QStringList>

namespace station::store {

/// Table `loose_blobs`: files of the blob folder that may be nobody's, noted before
/// they are made and when another file takes their place.
class LooseBlobsTable {
public:
    explicit LooseBlobsTable(SQLite::Database &database) : m_database(database) {}

    void insert(const QString &sha256, qint64 removableAtMs);
    void remove(const QString &sha256);
    /// Those whose time has come.
    QStringList due(qint64 nowMs) const;
    /// By a paper, or by a hand-over that is open.
    bool isNamed(const QString &sha256) const;

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
