#include "core/store/drafts_table.h"

#include "core/store/query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

QByteArray fieldsPlace(const QString &dossierUuid, const QString &componentCode)
{
    return placeOf("drafts.fields", {dossierUuid, componentCode});
}

QByteArray textOf(const DraftFields &fields)
{
    QJsonArray list;
    for (const DraftField &field : fields)
        list.append(QJsonObject{
            {u"key"_s, field.key}, {u"value"_s, field.value}, {u"confirmed"_s, field.confirmed}});
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

}  // namespace

void DraftsTable::replace(const QString &dossierUuid, const QString &componentCode,
                          const DraftFields &fields)
{
    Query(m_database, "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?)", dossierUuid, componentCode,
          m_personal.written(textOf(fields), fieldsPlace(dossierUuid, componentCode)))
        .run();
}

void DraftsTable::remove(const QString &dossierUuid, const QString &componentCode)
{
    Query(m_database, "DELETE FROM drafts WHERE dossier_uuid = ? AND component_code = ?",
          dossierUuid, componentCode)
        .run();
}

DraftFields DraftsTable::of(const QString &dossierUuid, const QString &componentCode) const
{
    Query row(m_database, "SELECT fields FROM drafts WHERE dossier_uuid = ? AND component_code = ?",
              dossierUuid, componentCode);
    DraftFields fields;
    if (!row.next())
        return fields;
    const auto plain = m_personal.read(row.bytes(0), fieldsPlace(dossierUuid, componentCode));
    for (const auto &entry : QJsonDocument::fromJson(plain).array()) {
        const auto field = entry.toObject();
        fields.push_back({field[u"key"_s].toString(), field[u"value"_s].toString(),
                          field[u"confirmed"_s].toBool()});
    }
    return fields;
}

void DraftsTable::rewrite(const PersonalColumns &to)
{
    Query row(m_database, "SELECT dossier_uuid, component_code, fields FROM drafts");
    while (row.next()) {
        const auto place = fieldsPlace(row.text(0), row.text(1));
        Query(m_database,
              "UPDATE drafts SET fields = ? WHERE dossier_uuid = ? AND component_code = ?",
              to.written(m_personal.read(row.bytes(2), place), place), row.text(0), row.text(1))
            .run();
    }
}

}  // namespace station::store
