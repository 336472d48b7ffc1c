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
    /// Leaves a time that somebody announced as it is.
    void insertIfNew(const QString &sha256, qint64 removableAtMs);
    void remove(const QString &sha256);
    bool contains(const QString &sha256) const;
    /// Those whose time has come, so many at once.
    QStringList due(qint64 nowMs, int limit) const;
    /// Times that lie after `limitMs` become `nowMs`.
    int endWaitsAfter(qint64 limitMs, qint64 nowMs);
    /// By a paper that is not purged, also by one that is being replaced, or by an open hand-over.
    bool isNamed(const QString &sha256) const;

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
