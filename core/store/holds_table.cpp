#include "core/store/holds_table.h"

#include "core/store/query.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

QByteArray noteOf(const QString &dossierUuid)
{
    return placeOf("holds.note", {dossierUuid});
}

}  // namespace

void HoldsTable::replace(const QString &dossierUuid, const Hold &hold)
{
    const QJsonObject note{
        {u"reason"_s, hold.reason}, {u"for"_s, hold.forWhom}, {u"by"_s, hold.by}};
    Query(
        m_database, "INSERT OR REPLACE INTO holds VALUES (?, ?, ?)", dossierUuid, hold.sinceMs,
        m_personal.written(QJsonDocument(note).toJson(QJsonDocument::Compact), noteOf(dossierUuid)))
        .run();
}

bool HoldsTable::remove(const QString &dossierUuid)
{
    return Query(m_database, "DELETE FROM holds WHERE dossier_uuid = ?", dossierUuid).run() > 0;
}

QHash<QString, Hold> HoldsTable::all() const
{
    Query row(m_database, "SELECT dossier_uuid, since_ms, note FROM holds");
    QHash<QString, Hold> holds;
    while (row.next()) {
        const auto plain = m_personal.read(row.bytes(2), noteOf(row.text(0)));
        const auto note = QJsonDocument::fromJson(plain).object();
        holds.insert(row.text(0), {.reason = note[u"reason"_s].toString(),
                                   .forWhom = note[u"for"_s].toString(),
                                   .by = note[u"by"_s].toString(),
                                   .sinceMs = row.number(1)});
    }
    return holds;
}

void HoldsTable::rewrite(const PersonalColumns &to)
{
    Query row(m_database, "SELECT dossier_uuid, note FROM holds");
    while (row.next()) {
        const auto place = noteOf(row.text(0));
        Query(m_database, "UPDATE holds SET note = ? WHERE dossier_uuid = ?",
              to.written(m_personal.read(row.bytes(1), place), place), row.text(0))
            .run();
    }
}

}  // namespace station::store
