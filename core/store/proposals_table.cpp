#include "core/store/proposals_table.h"

#include "core/store/field_columns.h"

namespace station::store {

void ProposalsTable::replace(const QString &dossierUuid, const QString &componentCode,
                             const dossier::FieldProposals &proposals)
{
    Query(m_database, "DELETE FROM proposals WHERE dossier_uuid = ? AND component_code = ?",
          dossierUuid, componentCode)
        .run();
    int position = 0;
    for (const auto &proposal : proposals) {
        const auto [side, x, y, width, height] = evidenceColumns(proposal.evidence);
        Query(m_database, "INSERT INTO proposals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              dossierUuid, componentCode, position++, proposal.key, proposal.value,
              sourceName(proposal.source), proposal.confidence, proposal.sure, side, x, y, width,
              height, proposal.asRead)
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
        proposals.push_back({.key = row.text(0),
                             .value = row.text(1),
                             .source = sourceFrom(row.text(2)),
                             .confidence = row.real(3),
                             .sure = row.flag(4),
                             .evidence = evidenceFrom(row, 5),
                             .asRead = row.text(10)});
    }
    return proposals;
}

}  // namespace station::store
