#include "core/store/proposals_table.h"

#include "core/store/field_columns.h"

namespace station::store {
namespace {

QByteArray valueOf(const QString &dossierUuid, const QString &componentCode, const QString &key)
{
    return placeOf("proposals.value", {dossierUuid, componentCode, key});
}

QByteArray asReadOf(const QString &dossierUuid, const QString &componentCode, const QString &key)
{
    return placeOf("proposals.as_read", {dossierUuid, componentCode, key});
}

}  // namespace

void ProposalsTable::replace(const QString &dossierUuid, const QString &componentCode,
                             const dossier::FieldProposals &proposals)
{
    Query(m_database, "DELETE FROM proposals WHERE dossier_uuid = ? AND component_code = ?",
          dossierUuid, componentCode)
        .run();
    int position = 0;
    for (const auto &proposal : proposals) {
        const auto [side, x, y, width, height] = evidenceColumns(proposal.evidence);
        Query(
            m_database, "INSERT INTO proposals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            dossierUuid, componentCode, position++, proposal.key,
            m_personal.written(proposal.value, valueOf(dossierUuid, componentCode, proposal.key)),
            sourceName(proposal.source), proposal.confidence, proposal.sure, side, x, y, width,
            height,
            m_personal.written(proposal.asRead, asReadOf(dossierUuid, componentCode, proposal.key)))
            .run();
    }
}

dossier::FieldProposals ProposalsTable::of(const QString &dossierUuid,
                                           const QString &componentCode) const
{
    Query row(m_database,
              "SELECT key, value, source, confidence, sure, side, x, y, width, height,"
              " as_read"
              " FROM proposals WHERE dossier_uuid = ? AND component_code = ? ORDER BY position",
              dossierUuid, componentCode);
    dossier::FieldProposals proposals;
    while (row.next()) {
        proposals.push_back(
            {.key = row.text(0),
             .value = m_personal.readText(row.bytes(1),
                                          valueOf(dossierUuid, componentCode, row.text(0))),
             .source = sourceFrom(row.text(2)),
             .confidence = row.real(3),
             .sure = row.flag(4),
             .evidence = evidenceFrom(row, 5),
             .asRead = m_personal.readText(row.bytes(10),
                                           asReadOf(dossierUuid, componentCode, row.text(0)))});
    }
    return proposals;
}

void ProposalsTable::rewrite(const PersonalColumns &to)
{
    Query row(m_database,
              "SELECT dossier_uuid, component_code, position, key, value, as_read FROM proposals");
    while (row.next()) {
        const auto value = valueOf(row.text(0), row.text(1), row.text(3));
        const auto asRead = asReadOf(row.text(0), row.text(1), row.text(3));
        Query(m_database,
              "UPDATE proposals SET value = ?, as_read = ? WHERE dossier_uuid = ?"
              " AND component_code = ? AND position = ?",
              to.written(m_personal.read(row.bytes(4), value), value),
              to.written(m_personal.read(row.bytes(5), asRead), asRead), row.text(0), row.text(1),
              row.number(2))
            .run();
    }
}

}  // namespace station::store
