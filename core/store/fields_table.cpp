#include "core/store/fields_table.h"

#include "core/store/field_columns.h"

namespace station::store {
namespace {

QByteArray valueOf(const QString &dossierUuid, const QString &componentCode, const QString &key)
{
    return placeOf("fields.value", {dossierUuid, componentCode, key});
}

}  // namespace

void FieldsTable::replace(const QString &dossierUuid, const QString &componentCode,
                          const dossier::Fields &fields)
{
    Query(m_database, "DELETE FROM fields WHERE dossier_uuid = ? AND component_code = ?",
          dossierUuid, componentCode)
        .run();
    int position = 0;
    for (const auto &field : fields) {
        const auto [side, x, y, width, height] = evidenceColumns(field.evidence);
        Query(m_database, "INSERT INTO fields VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              dossierUuid, componentCode, position++, field.key,
              m_personal.written(field.value, valueOf(dossierUuid, componentCode, field.key)),
              sourceName(field.source), field.confidence, field.confirmedBy, field.confirmedAtMs,
              side, x, y, width, height)
            .run();
    }
}

dossier::Fields FieldsTable::of(const QString &dossierUuid, const QString &componentCode) const
{
    Query row(m_database,
              "SELECT key, value, source, confidence, confirmed_by, confirmed_at_ms, side, x, y,"
              " width, height FROM fields WHERE dossier_uuid = ? AND component_code = ?"
              " ORDER BY position",
              dossierUuid, componentCode);
    dossier::Fields fields;
    while (row.next()) {
        fields.push_back({.key = row.text(0),
                          .value = m_personal.readText(
                              row.bytes(1), valueOf(dossierUuid, componentCode, row.text(0))),
                          .source = sourceFrom(row.text(2)),
                          .confidence = row.real(3),
                          .confirmedBy = row.text(4),
                          .confirmedAtMs = row.number(5),
                          .evidence = evidenceFrom(row, 6)});
    }
    return fields;
}

void FieldsTable::rewrite(const PersonalColumns &to)
{
    Query row(m_database, "SELECT dossier_uuid, component_code, position, key, value FROM fields");
    while (row.next()) {
        const auto place = valueOf(row.text(0), row.text(1), row.text(3));
        Query(m_database,
              "UPDATE fields SET value = ? WHERE dossier_uuid = ? AND component_code = ?"
              " AND position = ?",
              to.written(m_personal.read(row.bytes(4), place), place), row.text(0), row.text(1),
              row.number(2))
            .run();
    }
}

}  // namespace station::store
