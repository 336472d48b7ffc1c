#include "core/store/owner_entries_table.h"

#include "core/store/query.h"

#include <QStringList>

namespace station::store {
namespace {

constexpr int forgottenAtOnce = 20;

QByteArray bodyPlace(const QString &key)
{
    return placeOf("owner_entries.body", {key});
}

}  // namespace

OwnerAnswer OwnerEntriesTable::of(const QString &prefix) const
{
    OwnerAnswer answer;
    // '0' comes next to '/': all keys below the prefix, by the index.
    Query row(m_database,
              "SELECT key, body FROM owner_entries"
              " WHERE key > ?1 AND key < rtrim(?1, '/') || '0' ORDER BY key",
              prefix);
    while (row.next())
        answer.entries.push_back(
            {row.text(0), m_personal.read(row.bytes(1), bodyPlace(row.text(0)))});
    Query asked(m_database, "SELECT asked_at_ms, tried_at_ms FROM owner_lookups WHERE prefix = ?",
                prefix);
    if (asked.next()) {
        answer.askedAtMs = asked.number(0);
        answer.triedAtMs = asked.number(1);
    }
    return answer;
}

void OwnerEntriesTable::insert(const std::vector<OwnerEntry> &entries)
{
    for (const auto &entry : entries)
        Query(m_database, "INSERT OR IGNORE INTO owner_entries VALUES (?, ?)", entry.key,
              m_personal.written(entry.body, bodyPlace(entry.key)))
            .run();
}

void OwnerEntriesTable::noteAsked(const QString &prefix, qint64 askedAtMs, qint64 triedAtMs)
{
    Query(m_database, "INSERT OR REPLACE INTO owner_lookups VALUES (?, ?, ?)", prefix, askedAtMs,
          triedAtMs)
        .run();
}

void OwnerEntriesTable::forgetBefore(qint64 askedAtMs)
{
    QStringList prefixes;
    Query row(m_database, "SELECT prefix FROM owner_lookups WHERE asked_at_ms < ? LIMIT ?",
              askedAtMs, forgottenAtOnce);
    while (row.next())
        prefixes << row.text(0);
    for (const auto &prefix : prefixes) {
        Query(m_database,
              "DELETE FROM owner_entries WHERE key > ?1 AND key < rtrim(?1, '/') || '0'", prefix)
            .run();
        Query(m_database, "DELETE FROM owner_lookups WHERE prefix = ?", prefix).run();
    }
}

void OwnerEntriesTable::rewrite(const PersonalColumns &to)
{
    Query row(m_database, "SELECT key, body FROM owner_entries");
    while (row.next()) {
        const auto place = bodyPlace(row.text(0));
        Query(m_database, "UPDATE owner_entries SET body = ? WHERE key = ?",
              to.written(m_personal.read(row.bytes(1), place), place), row.text(0))
            .run();
    }
}

}  // namespace station::store
