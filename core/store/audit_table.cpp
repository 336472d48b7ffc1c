#include "core/store/audit_table.h"

#include "core/base/sha256.h"
#include "core/store/query.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace station::store {
namespace {

const AuditHead beforeFirst{0, QString(64, QLatin1Char('0'))};

/// A JSON array: no value can pretend to be two.
QString hashOf(const AuditEntry &entry)
{
    QJsonArray line{entry.seq,           entry.atMs,         entry.station,
                    entry.actor,         entry.action,       entry.dossierUuid,
                    entry.componentCode, entry.objectSha256, entry.previousSha256};
    // Not in rows from before there were facts, which have to keep their hash.
    if (!entry.facts.isEmpty())
        line.append(entry.facts);
    return sha256Hex(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

AuditEntry entryFrom(const Query &row)
{
    return {row.number(0), row.number(1), row.text(2), row.text(3), row.text(4), row.text(5),
            row.text(6),   row.text(7),   row.text(8), row.text(9), row.text(10)};
}

tl::unexpected<Error> broken(qint64 seq)
{
    return fail(Fault::AuditBroken, QStringLiteral("row %1").arg(seq));
}

}  // namespace

void AuditTable::append(AuditEntry entry)
{
    const auto last = head();
    entry.seq = last.seq + 1;
    entry.previousSha256 = last.sha256;
    entry.sha256 = hashOf(entry);
    Query(m_database, "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entry.seq,
          entry.atMs, entry.station, entry.actor, entry.action, entry.dossierUuid,
          entry.componentCode, entry.objectSha256, entry.previousSha256, entry.sha256, entry.facts)
        .run();
}

std::vector<AuditEntry> AuditTable::ofDossier(const QString &dossierUuid) const
{
    Query row(m_database, "SELECT * FROM audit WHERE dossier_uuid = ? ORDER BY seq", dossierUuid);
    std::vector<AuditEntry> entries;
    while (row.next())
        entries.push_back(entryFrom(row));
    return entries;
}

AuditHead AuditTable::head() const
{
    Query row(m_database, "SELECT seq, sha256 FROM audit ORDER BY seq DESC LIMIT 1");
    return row.next() ? AuditHead{row.number(0), row.text(1)} : beforeFirst;
}

Expected<AuditHead> AuditTable::verify() const
{
    AuditHead last = beforeFirst;
    Query row(m_database, "SELECT * FROM audit ORDER BY seq");
    while (row.next()) {
        const auto entry = entryFrom(row);
        if (entry.seq != last.seq + 1 || entry.previousSha256 != last.sha256 ||
            entry.sha256 != hashOf(entry))
            return broken(last.seq + 1);
        last = {entry.seq, entry.sha256};
    }
    Query highest(m_database, "SELECT seq FROM sqlite_sequence WHERE name = 'audit'");
    if (highest.next() && highest.number(0) != last.seq)
        return broken(last.seq + 1);
    return last;
}

}  // namespace station::store
