#pragma once

#include "core/sealing/sealer.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace station::store {

/// Which value of the database: its column and what tells its row. A sealed value opens nowhere
/// else.
QByteArray placeOf(const char *column, const QList<QString> &row);

/// How columns that tell of a person are written: sealed when the station has a key, as they
/// are when it has none. An empty value stays empty.
class PersonalColumns {
public:
    explicit PersonalColumns(std::shared_ptr<const sealing::Sealer> sealer)
        : m_sealer(std::move(sealer))
    {
    }

    QString keyId() const { return m_sealer ? m_sealer->keyId() : QString(); }

    /// Lets SQLite::Exception pass to Store as Query does: a value that does not open is one
    /// that the disk has changed.
    QByteArray written(const QByteArray &plain, const QByteArray &place) const;
    QByteArray written(const QString &plain, const QByteArray &place) const
    {
        return written(plain.toUtf8(), place);
    }
    QByteArray read(const QByteArray &stored, const QByteArray &place) const;
    QString readText(const QByteArray &stored, const QByteArray &place) const
    {
        return QString::fromUtf8(read(stored, place));
    }

    /// What stands in a column by which rows are found or told apart; empty for an empty value.
    QString lookup(const char *column, const QString &value) const;
    /// What stands in the search index for a word; letters and digits.
    QString blindWord(const QString &word) const;

private:
    std::shared_ptr<const sealing::Sealer> m_sealer;
};

}  // namespace station::store
