#include "core/store/edits_table.h"

#include "core/store/placement_json.h"
#include "core/store/query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

using dossier::PlacementChange;

QByteArray json(const std::vector<PlacementChange> &changes)
{
    QJsonArray array;
    for (const auto &change : changes)
        array.append(QJsonObject{{u"side"_s, change.side},
                                 {u"before"_s, placementJson(change.before)},
                                 {u"after"_s, placementJson(change.after)}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<PlacementChange> changesFrom(const QByteArray &text)
{
    std::vector<PlacementChange> changes;
    const auto array = QJsonDocument::fromJson(text).array();
    for (const auto &value : array) {
        const auto object = value.toObject();
        changes.push_back({.side = object[u"side"_s].toString(),
                           .before = placementFrom(object[u"before"_s].toObject()),
                           .after = placementFrom(object[u"after"_s].toObject())});
    }
    return changes;
}

std::optional<EditRow> firstOf(Query row)
{
    if (!row.next())
        return std::nullopt;
    return EditRow{.edit = {.id = row.text(0),
                            .kind = dossier::editKindFrom(row.text(1)),
                            .changes = changesFrom(row.bytes(2))},
                   .runId = row.text(3)};
}

}  // namespace

bool EditsTable::contains(const QString &id) const
{
    return Query(m_database, "SELECT 1 FROM edits WHERE id = ?", id).next();
}

std::optional<EditRow> EditsTable::nextUndo(const QString &dossierUuid) const
{
    return firstOf({m_database,
                    "SELECT id, kind, changes, run_id FROM edits WHERE dossier_uuid = ?"
                    " AND undone = 0 ORDER BY seq DESC LIMIT 1",
                    dossierUuid});
}

std::optional<EditRow> EditsTable::nextRedo(const QString &dossierUuid) const
{
    return firstOf({m_database,
                    "SELECT id, kind, changes, run_id FROM edits WHERE dossier_uuid = ?"
                    " AND undone = 1 ORDER BY seq LIMIT 1",
                    dossierUuid});
}

bool EditsTable::decidesBlank(const QString &dossierUuid, const QString &sideId) const
{
    Query row(m_database, "SELECT changes FROM edits WHERE dossier_uuid = ? AND undone = 0",
              dossierUuid);
    while (row.next()) {
        const auto changes = changesFrom(row.bytes(0));
        if (std::ranges::any_of(changes, [&](const auto &change) {
                return change.side == sideId && change.before.blank != change.after.blank;
            }))
            return true;
    }
    return false;
}

void EditsTable::insert(const QString &dossierUuid, const EditRow &row)
{
    Query(m_database,
          "INSERT INTO edits (id, dossier_uuid, run_id, kind, changes) VALUES (?, ?, ?, ?, ?)",
          row.edit.id, dossierUuid, row.runId, dossier::editKindName(row.edit.kind),
          QString::fromUtf8(json(row.edit.changes)))
        .run();
}

void EditsTable::updateChanges(const dossier::Edit &edit)
{
    Query(m_database, "UPDATE edits SET changes = ? WHERE id = ?",
          QString::fromUtf8(json(edit.changes)), edit.id)
        .run();
}

void EditsTable::setUndone(const QString &id, bool undone)
{
    Query(m_database, "UPDATE edits SET undone = ? WHERE id = ?", undone, id).run();
}

void EditsTable::dropUndone(const QString &dossierUuid)
{
    Query(m_database, "DELETE FROM edits WHERE dossier_uuid = ? AND undone = 1", dossierUuid).run();
}

}  // namespace station::store
