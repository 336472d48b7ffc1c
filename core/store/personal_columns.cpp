#include "core/store/personal_columns.h"

#include <SQLiteCpp/Exception.h>

#include <sqlite3.h>

namespace station::store {

QByteArray placeOf(const char *column, const QList<QString> &row)
{
    QByteArray place(column);
    for (const auto &part : row)
        place += '\0' + part.toUtf8();
    return place;
}

QByteArray PersonalColumns::written(const QByteArray &plain, const QByteArray &place) const
{
    if (!m_sealer || plain.isEmpty())
        return plain;
    auto sealed = m_sealer->sealed(plain, place);
    if (!sealed)
        throw SQLite::Exception("sealing", SQLITE_ERROR);
    return *std::move(sealed);
}

QByteArray PersonalColumns::read(const QByteArray &stored, const QByteArray &place) const
{
    if (!m_sealer || stored.isEmpty())
        return stored;
    auto plain = m_sealer->opened(stored, place);
    if (!plain)
        throw SQLite::Exception("sealed value", SQLITE_CORRUPT);
    return *std::move(plain);
}

QString PersonalColumns::lookup(const char *column, const QString &value) const
{
    return !m_sealer || value.isEmpty() ? value : m_sealer->lookup(column, value);
}

QString PersonalColumns::blindWord(const QString &word) const
{
    return m_sealer ? m_sealer->blindWord(word) : QString::fromLatin1(word.toUtf8().toHex());
}

}  // namespace station::store
