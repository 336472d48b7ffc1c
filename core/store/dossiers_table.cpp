#include "core/store/dossiers_table.h"

#include "core/store/query.h"
#include "core/store/search_words.h"
#include "core/store/unfinished.h"

#include <SQLiteCpp/Exception.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QStringList>
#include <QTimeZone>

#include <sqlite3.h>

namespace station::store {
namespace {

const QString citizen = QStringLiteral("citizen");
const QString organisation = QStringLiteral("organisation");

constexpr auto identityColumn = "dossiers.identity";
constexpr auto codeColumn = "dossiers.code";
constexpr auto ownerColumn = "dossiers.owner_id";

#define SUMMARY_COLUMNS                                                                            \
    "SELECT d.uuid, d.identity, d.procedure, d.received_at_ms, d.handed_over, d.papers,"           \
    " d.finished FROM "

std::optional<QString> codeText(const dossier::Dossier &dossier)
{
    return dossier.code ? std::optional(dossier.code->text()) : std::nullopt;
}

}  // namespace

Expected<> DossiersTable::insert(const dossier::Dossier &dossier)
{
    const auto &owner = dossier.owner;
    const Identity identity{codeText(dossier), owner.id.reveal(), owner.name.reveal()};
    const auto code =
        identity.code ? std::optional(m_personal.lookup(codeColumn, *identity.code)) : std::nullopt;
    const int added =
        Query(m_database,
              "INSERT INTO dossiers (uuid, code, procedure, owner_kind, owner_id, owner_name,"
              " identity, department, received_at_ms) VALUES (?, ?, ?, ?, ?, '', ?, ?, ?)"
              " ON CONFLICT DO NOTHING",
              dossier.uuid, code, dossier.procedure.text(),
              owner.kind == dossier::Owner::Kind::Citizen ? citizen : organisation,
              m_personal.lookup(ownerColumn, identity.ownerId),
              written(identity, dossier.uuid, m_personal), dossier.department, dossier.receivedAtMs)
            .run();
    if (added == 0)
        return fail(Fault::DuplicateDossier, dossier.uuid, identity.code.value_or(QString()));
    Query(m_database,
          "INSERT INTO dossier_words (rowid, words) SELECT id, ? FROM dossiers WHERE uuid = ?",
          entries(identity, m_personal), dossier.uuid)
        .run();
    return {};
}

Expected<dossier::Dossier> DossiersTable::find(const QString &uuidOrCode) const
{
    Query row(m_database,
              "SELECT uuid, identity, procedure, owner_kind, department, received_at_ms"
              " FROM dossiers WHERE uuid = ? OR code = ?",
              uuidOrCode, m_personal.lookup(codeColumn, uuidOrCode));
    if (!row.next())
        return fail(Fault::UnknownDossier, {}, uuidOrCode);

    auto procedure = codes::ProcedureCode::parse(row.text(2));
    if (!procedure)
        return fail(Fault::StorageFailed, QStringLiteral("procedure of ") + row.text(0));
    const auto identity = identityIn(row, 1, row.text(0));
    dossier::Dossier dossier{
        .uuid = row.text(0),
        .procedure = *std::move(procedure),
        .owner = {row.text(3) == citizen ? dossier::Owner::Kind::Citizen
                                         : dossier::Owner::Kind::Organisation,
                  Pii(identity.ownerId), Pii(identity.ownerName)},
        .department = row.text(4),
        .receivedAtMs = row.number(5),
    };
    if (identity.code) {
        auto code = codes::DossierCode::parse(*identity.code);
        if (!code)
            return fail(Fault::StorageFailed, QStringLiteral("code of ") + row.text(0));
        dossier.code = *std::move(code);
    }
    return dossier;
}

QStringList DossiersTable::someHandedOver(int count) const
{
    constexpr int fewTimes = 8;  // above that a walk through all would cost more than draws
    QStringList uuids;
    const auto highest = m_database.execAndGet("SELECT ifnull(max(id), 0) FROM dossiers");
    if (highest.getInt64() <= fewTimes * qint64(count)) {
        Query row(m_database,
                  "SELECT uuid FROM dossiers WHERE handed_over = 1 ORDER BY random() LIMIT ?",
                  count);
        while (row.next())
            uuids << row.text(0);
        return uuids;
    }
    for (int draw = 0; draw < fewTimes * count && uuids.size() < count; ++draw) {
        const qint64 from = QRandomGenerator::global()->bounded(qint64(highest.getInt64())) + 1;
        Query row(m_database, "SELECT uuid FROM dossiers WHERE id >= ? AND handed_over = 1 LIMIT 1",
                  from);
        if (row.next() && !uuids.contains(row.text(0)))
            uuids << row.text(0);
    }
    return uuids;
}

std::vector<NumberedDossier> DossiersTable::handedOverAfter(qint64 number, int limit) const
{
    Query row(m_database,
              "SELECT id, uuid FROM dossiers WHERE id > ? AND handed_over = 1 ORDER BY id LIMIT ?",
              number, limit);
    std::vector<NumberedDossier> list;
    while (row.next())
        list.push_back({row.number(0), row.text(1)});
    return list;
}

QStringList DossiersTable::departmentsSince(qint64 receivedMs) const
{
    Query row(m_database, "SELECT DISTINCT department FROM dossiers WHERE received_at_ms >= ?",
              receivedMs);
    QStringList list;
    while (row.next())
        list << row.text(0);
    return list;
}

void DossiersTable::markHandedOver(const QString &uuid)
{
    Query(m_database, "UPDATE dossiers SET handed_over = 1 WHERE uuid = ?", uuid).run();
}

std::vector<DossierSummary> DossiersTable::day(const QDate &vietnamDay) const
{
    const QTimeZone vietnam(7 * 3600);
    return summaries({m_database,
                      SUMMARY_COLUMNS
                      "dossiers d WHERE d.received_at_ms >= ? AND d.received_at_ms < ?"
                      " ORDER BY d.received_at_ms, d.id",
                      vietnamDay.startOfDay(vietnam).toMSecsSinceEpoch(),
                      vietnamDay.addDays(1).startOfDay(vietnam).toMSecsSinceEpoch()});
}

std::vector<DossierSummary> DossiersTable::unfinished() const
{
    const QByteArray sql = SUMMARY_COLUMNS "dossiers d WHERE d.id IN (SELECT id FROM dossiers"
                                           " WHERE uuid IN (" +
                           QByteArray(unfinishedDossiers) + ")) ORDER BY d.id";
    return summaries({m_database, sql.constData()});
}

std::vector<DossierSummary> DossiersTable::matching(const QString &text, int limit) const
{
    const SearchWords search(text);
    if (search.isEmpty() || limit <= 0)
        return {};
    QStringList terms;
    for (const auto &entry : search.wanted())
        terms << m_personal.blindWord(entry);
    Query row(m_database,
              SUMMARY_COLUMNS "dossier_words w CROSS JOIN dossiers d ON d.id = w.rowid"
                              " WHERE dossier_words MATCH ? ORDER BY w.rowid DESC",
              terms.join(QLatin1Char(' ')));
    std::vector<DossierSummary> list;
    while (row.next()) {
        auto summary = summaryIn(row);
        const auto identity = identityIn(row, 1, summary.uuid);
        if (!SearchWords(words(identity)).match(search))
            continue;
        list.push_back(std::move(summary));
        if (list.size() == static_cast<std::size_t>(limit))
            break;
    }
    return list;
}

std::vector<DossierSummary> DossiersTable::ofOwner(const QString &ownerId) const
{
    return summaries({m_database,
                      SUMMARY_COLUMNS "dossiers d WHERE d.owner_id = ? ORDER BY d.id DESC",
                      m_personal.lookup(ownerColumn, ownerId)});
}

void DossiersTable::rewrite(const PersonalColumns &to)
{
    m_database.exec("INSERT INTO dossier_words (dossier_words) VALUES ('delete-all')");
    Query row(m_database, "SELECT id, uuid, identity FROM dossiers ORDER BY id");
    while (row.next()) {
        const auto identity = identityIn(row, 2, row.text(1));
        const auto code =
            identity.code ? std::optional(to.lookup(codeColumn, *identity.code)) : std::nullopt;
        Query(m_database, "UPDATE dossiers SET code = ?, owner_id = ?, identity = ? WHERE id = ?",
              code, to.lookup(ownerColumn, identity.ownerId), written(identity, row.text(1), to),
              row.number(0))
            .run();
        Query(m_database, "INSERT INTO dossier_words (rowid, words) VALUES (?, ?)", row.number(0),
              entries(identity, to))
            .run();
    }
}

QByteArray DossiersTable::written(const Identity &identity, const QString &uuid,
                                  const PersonalColumns &personal)
{
    const QJsonArray values{identity.code ? QJsonValue(*identity.code) : QJsonValue(),
                            identity.ownerId, identity.ownerName};
    return personal.written(QJsonDocument(values).toJson(QJsonDocument::Compact),
                            placeOf(identityColumn, {uuid}));
}

DossiersTable::Identity DossiersTable::identityIn(const Query &row, int column,
                                                  const QString &uuid) const
{
    const auto plain = m_personal.read(row.bytes(column), placeOf(identityColumn, {uuid}));
    const auto values = QJsonDocument::fromJson(plain).array();
    if (values.size() != 3)
        throw SQLite::Exception("identity", SQLITE_CORRUPT);
    return {values[0].isNull() ? std::nullopt : std::optional(values[0].toString()),
            values[1].toString(), values[2].toString()};
}

QString DossiersTable::words(const Identity &identity)
{
    return QStringList{identity.ownerName, identity.code.value_or(QString()), identity.ownerId}
        .join(QLatin1Char(' '));
}

QString DossiersTable::entries(const Identity &identity, const PersonalColumns &personal)
{
    QStringList entries;
    for (const auto &entry : SearchWords(words(identity)).indexed())
        entries << personal.blindWord(entry);
    return entries.join(QLatin1Char(' '));
}

std::vector<DossierSummary> DossiersTable::summaries(Query row) const
{
    std::vector<DossierSummary> list;
    while (row.next())
        list.push_back(summaryIn(row));
    return list;
}

DossierSummary DossiersTable::summaryIn(const Query &row) const
{
    const auto identity = identityIn(row, 1, row.text(0));
    return {.uuid = row.text(0),
            .code = identity.code.value_or(QString()),
            .procedure = row.text(2),
            .ownerName = Pii(identity.ownerName),
            .receivedAtMs = row.number(3),
            .components = row.integer(5),
            .finished = row.integer(6),
            .handedOver = row.flag(4)};
}

}  // namespace station::store
