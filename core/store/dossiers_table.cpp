#include "core/store/dossiers_table.h"

#include "core/store/query.h"
#include "core/text/vietnamese.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

namespace station::store {
namespace {

const QString citizen = QStringLiteral("citizen");
const QString organisation = QStringLiteral("organisation");

#define SUMMARY_COLUMNS                                                                            \
    "SELECT d.uuid, coalesce(d.code, ''), d.procedure, d.owner_name, d.received_at_ms,"            \
    " d.handed_over,"                                                                              \
    " (SELECT count(*) FROM components c WHERE c.dossier_uuid = d.uuid),"                          \
    " (SELECT count(*) FROM components c WHERE c.dossier_uuid = d.uuid AND c.state IN"             \
    "  ('handed_over', 'reused', 'attached', 'shown', 'refused')) FROM dossiers d "

#define IS_UNFINISHED                                                                              \
    "(SELECT id FROM dossiers WHERE handed_over = 0 UNION"                                         \
    " SELECT w.id FROM dossiers w JOIN components c ON c.dossier_uuid = w.uuid WHERE c.state IN"   \
    " ('decided', 'captured', 'signed', 'extracted', 'coded', 'stored'))"

std::vector<DossierSummary> summaries(Query row)
{
    std::vector<DossierSummary> list;
    while (row.next()) {
        list.push_back({.uuid = row.text(0),
                        .code = row.text(1),
                        .procedure = row.text(2),
                        .ownerName = Pii(row.text(3)),
                        .receivedAtMs = row.number(4),
                        .components = row.integer(6),
                        .finished = row.integer(7),
                        .handedOver = row.flag(5)});
    }
    return list;
}

std::optional<QString> codeText(const dossier::Dossier &dossier)
{
    return dossier.code ? std::optional(dossier.code->text()) : std::nullopt;
}

/// Each word as a quoted prefix: "nguyen"* "va"*.
QString matchExpression(const QString &text)
{
    QStringList terms;
    auto words = text::folded(text);
    words.remove(QLatin1Char('"'));
    for (const auto &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        terms << QStringLiteral("\"%1\"*").arg(word);
    return terms.join(QLatin1Char(' '));
}

}  // namespace

Expected<> DossiersTable::insert(const dossier::Dossier &dossier)
{
    const auto code = codeText(dossier);
    const auto &owner = dossier.owner;
    const int added =
        Query(m_database,
              "INSERT INTO dossiers (uuid, code, procedure, owner_kind, owner_id, owner_name,"
              " department, received_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
              " ON CONFLICT DO NOTHING",
              dossier.uuid, code, dossier.procedure.text(),
              owner.kind == dossier::Owner::Kind::Citizen ? citizen : organisation,
              owner.id.reveal(), owner.name.reveal(), dossier.department, dossier.receivedAtMs)
            .run();
    if (added == 0)
        return fail(Fault::DuplicateDossier, dossier.uuid, code.value_or(QString()));
    const QStringList words{owner.name.reveal(), code.value_or(QString()), owner.id.reveal()};
    Query(m_database,
          "INSERT INTO dossier_words (rowid, words) SELECT id, ? FROM dossiers WHERE uuid = ?",
          text::folded(words.join(QLatin1Char(' '))), dossier.uuid)
        .run();
    return {};
}

Expected<dossier::Dossier> DossiersTable::find(const QString &uuidOrCode) const
{
    Query row(m_database,
              "SELECT uuid, code, procedure, owner_kind, owner_id, owner_name, department,"
              " received_at_ms FROM dossiers WHERE uuid = ?1 OR code = ?1",
              uuidOrCode);
    if (!row.next())
        return fail(Fault::UnknownDossier, {}, uuidOrCode);

    auto procedure = codes::ProcedureCode::parse(row.text(2));
    if (!procedure)
        return fail(Fault::StorageFailed, QStringLiteral("procedure of ") + row.text(0));
    dossier::Dossier dossier{
        .uuid = row.text(0),
        .procedure = *std::move(procedure),
        .owner = {row.text(3) == citizen ? dossier::Owner::Kind::Citizen
                                         : dossier::Owner::Kind::Organisation,
                  Pii(row.text(4)), Pii(row.text(5))},
        .department = row.text(6),
        .receivedAtMs = row.number(7),
    };
    if (!row.isNull(1)) {
        auto code = codes::DossierCode::parse(row.text(1));
        if (!code)
            return fail(Fault::StorageFailed, QStringLiteral("code of ") + row.text(0));
        dossier.code = *std::move(code);
    }
    return dossier;
}

void DossiersTable::markHandedOver(const QString &uuid)
{
    Query(m_database, "UPDATE dossiers SET handed_over = 1 WHERE uuid = ?", uuid).run();
}

std::vector<DossierSummary> DossiersTable::day(const QDate &vietnamDay) const
{
    const QTimeZone vietnam(7 * 3600);
    return summaries({m_database,
                      SUMMARY_COLUMNS "WHERE d.received_at_ms >= ? AND d.received_at_ms < ?"
                                      " ORDER BY d.received_at_ms, d.id",
                      vietnamDay.startOfDay(vietnam).toMSecsSinceEpoch(),
                      vietnamDay.addDays(1).startOfDay(vietnam).toMSecsSinceEpoch()});
}

std::vector<DossierSummary> DossiersTable::unfinished() const
{
    return summaries({m_database, SUMMARY_COLUMNS "WHERE d.id IN " IS_UNFINISHED " ORDER BY d.id"});
}

std::vector<DossierSummary> DossiersTable::matching(const QString &text, int limit) const
{
    const QString expression = matchExpression(text);
    if (expression.isEmpty())
        return {};
    return summaries({m_database,
                      SUMMARY_COLUMNS "WHERE d.id IN (SELECT rowid FROM dossier_words"
                                      " WHERE dossier_words MATCH ? ORDER BY rowid DESC LIMIT ?)"
                                      " ORDER BY d.id DESC",
                      expression, limit});
}

std::vector<DossierSummary> DossiersTable::ofOwner(const QString &ownerId) const
{
    return summaries(
        {m_database, SUMMARY_COLUMNS "WHERE d.owner_id = ? ORDER BY d.id DESC", ownerId});
}

}  // namespace station::store
