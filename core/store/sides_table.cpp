#include "core/store/sides_table.h"

#include "core/base/box_json.h"
#include "core/store/query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace station::store {
namespace {

const QString front = QStringLiteral("front");
const QString back = QStringLiteral("back");

/// Empty for the automatic clean-up, so that most rows hold no words.
QString cleanupText(const dossier::SideCleanup &cleanup)
{
    const auto json = dossier::toJson(cleanup);
    return json.isEmpty() ? QString()
                          : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString itemsText(const std::vector<QRect> &items)
{
    QJsonArray all;
    for (const auto &item : items)
        all.append(boxJson(item));
    return all.isEmpty() ? QString()
                         : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

std::vector<QRect> itemsFrom(const QByteArray &text)
{
    std::vector<QRect> items;
    const auto all = QJsonDocument::fromJson(text).array();
    for (const auto &one : all)
        items.push_back(boxFrom(one));
    return items;
}

dossier::Side sideFrom(const Query &row)
{
    using dossier::Attentions;
    return {.id = row.text(0),
            .sheet = row.integer(5),
            .face = row.text(6) == back ? dossier::Face::Back : dossier::Face::Front,
            .widthPx = row.integer(7),
            .heightPx = row.integer(8),
            .dpi = row.integer(9),
            .cleaned = row.flag(10),
            .blank = row.flag(11),
            .damaged = row.flag(12),
            .twoSided = row.flag(13),
            .out = row.flag(14),
            .purged = row.flag(21),
            .turnDeg = row.integer(15),
            .cleanup = dossier::sideCleanupFrom(QJsonDocument::fromJson(row.bytes(19)).object()),
            .attention = Attentions::fromInt(static_cast<Attentions::Int>(row.integer(16))),
            .fingerprint = row.text(17),
            .items = itemsFrom(row.bytes(20))};
}

/// The clerk saw and meant the same.
bool agree(const dossier::Side &one, const dossier::Side &other)
{
    return one.id == other.id && one.blank == other.blank && one.out == other.out &&
           one.turnDeg == other.turnDeg && one.cleanup == other.cleanup;
}

// In one place, as `rowIn` counts them. One statement for each question: an index answers it.
#define SIDE_COLUMNS                                                                               \
    "SELECT id, component_code, rank, run_id, sheet_component, sheet, face, width_px, height_px,"  \
    " dpi, cleaned, blank, damaged, two_sided, out, turn_deg, attention, fingerprint, sheet_run,"  \
    " cleanup, items, purged FROM sides"

SideRow rowIn(const Query &row)
{
    return {.side = sideFrom(row),
            .component = row.text(1),
            .rank = row.text(2),
            .runId = row.text(3),
            .sheet = {row.text(4), row.text(18), row.integer(5)}};
}

}  // namespace

std::vector<SideRow> SidesTable::rowsOf(const QString &dossierUuid,
                                        const QString &componentCode) const
{
    Query row(m_database,
              SIDE_COLUMNS " WHERE dossier_uuid = ? AND component_code = ? ORDER BY rank, id",
              dossierUuid, componentCode);
    std::vector<SideRow> rows;
    while (row.next())
        rows.push_back(rowIn(row));
    return rows;
}

std::optional<SideRow> SidesTable::find(const QString &dossierUuid, const QString &sideId) const
{
    Query row(m_database, SIDE_COLUMNS " WHERE id = ? AND dossier_uuid = ?", sideId, dossierUuid);
    return row.next() ? std::optional(rowIn(row)) : std::nullopt;
}

dossier::Sides SidesTable::of(const QString &dossierUuid, const QString &componentCode) const
{
    auto rows = rowsOf(dossierUuid, componentCode);
    std::vector<CountedSide> counted;
    for (const auto &row : rows)
        counted.push_back({row.sheet, row.side.out});
    const auto numbers = sheetNumbers(counted);
    dossier::Sides sides;
    for (std::size_t n = 0; n < rows.size(); ++n) {
        sides.push_back(std::move(rows[n].side));
        sides.back().sheet = numbers[n];
    }
    return sides;
}

int SidesTable::count(const QString &dossierUuid, const QString &componentCode) const
{
    Query row(m_database,
              "SELECT count(*) FROM sides WHERE dossier_uuid = ? AND component_code = ?",
              dossierUuid, componentCode);
    return row.next() ? row.integer(0) : 0;
}

int SidesTable::countOfRun(const QString &dossierUuid, const QString &runId) const
{
    Query row(m_database, "SELECT count(*) FROM sides WHERE dossier_uuid = ? AND run_id = ?",
              dossierUuid, runId);
    return row.next() ? row.integer(0) : 0;
}

QHash<QString, dossier::Placement> SidesTable::placements(const QString &dossierUuid) const
{
    Query row(m_database, SIDE_COLUMNS " WHERE dossier_uuid = ?", dossierUuid);
    QHash<QString, dossier::Placement> placements;
    while (row.next()) {
        const SideRow side = rowIn(row);
        placements.insert(side.side.id, side.placement());
    }
    return placements;
}

void SidesTable::insert(const QString &dossierUuid, const SideRow &row)
{
    const auto &side = row.side;
    Query(m_database,
          "INSERT INTO sides (id, dossier_uuid, component_code, rank, run_id, sheet_component,"
          " sheet_run, sheet, face, width_px, height_px, dpi, cleaned, blank, damaged, two_sided,"
          " out, turn_deg, attention, fingerprint, cleanup, items)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          side.id, dossierUuid, row.component, row.rank, row.runId, row.sheet.component,
          row.sheet.run, row.sheet.number, side.face == dossier::Face::Back ? back : front,
          side.widthPx, side.heightPx, side.dpi, side.cleaned, side.blank, side.damaged,
          side.twoSided, side.out, side.turnDeg, side.attention.toInt(), side.fingerprint,
          cleanupText(side.cleanup), itemsText(side.items))
        .run();
}

bool SidesTable::extend(const QString &dossierUuid, const QString &componentCode,
                        const dossier::Sides &sides)
{
    const auto stored = rowsOf(dossierUuid, componentCode);
    if (sides.size() < stored.size())
        return false;
    const auto added = sides.begin() + static_cast<std::ptrdiff_t>(stored.size());
    if (!std::equal(sides.begin(), added, stored.begin(),
                    [](const auto &side, const auto &row) { return agree(side, row.side); }))
        return false;
    QString last = stored.empty() ? QString() : stored.back().rank;
    for (auto side = added; side != sides.end(); ++side) {
        if (find(dossierUuid, side->id))
            return false;
        last = dossier::rankBetween(last, {});
        insert(dossierUuid, {.side = *side,
                             .component = componentCode,
                             .rank = last,
                             .sheet = {componentCode, {}, side->sheet}});
    }
    return true;
}

void SidesTable::update(const dossier::Side &side)
{
    Query(m_database,
          "UPDATE sides SET width_px = ?, height_px = ?, dpi = ?, cleaned = ?, blank = ?,"
          " damaged = ?, attention = ?, fingerprint = ?, items = ? WHERE id = ?",
          side.widthPx, side.heightPx, side.dpi, side.cleaned, side.blank, side.damaged,
          side.attention.toInt(), side.fingerprint, itemsText(side.items), side.id)
        .run();
}

void SidesTable::place(const QString &sideId, const dossier::Placement &placement)
{
    Query(m_database,
          "UPDATE sides SET component_code = ?1, rank = ?2,"
          " cleaned = (cleaned AND turn_deg = ?3 AND cleanup = ?4), turn_deg = ?3, cleanup = ?4,"
          " blank = ?5, out = ?6 WHERE id = ?7",
          placement.component, placement.rank, placement.turnDeg, cleanupText(placement.cleanup),
          placement.blank, placement.out, sideId)
        .run();
}

QStringList SidesTable::withPictures(const QString &dossierUuid, const QString &componentCode) const
{
    Query row(m_database,
              "SELECT id FROM sides WHERE dossier_uuid = ? AND component_code = ? AND purged = 0",
              dossierUuid, componentCode);
    QStringList ids;
    while (row.next())
        ids << row.text(0);
    return ids;
}

void SidesTable::beginPurge(const QString &dossierUuid, const QString &componentCode)
{
    Query(m_database,
          "UPDATE sides SET purged = 1 WHERE dossier_uuid = ? AND component_code = ?"
          " AND purged = 0",
          dossierUuid, componentCode)
        .run();
}

std::vector<SidesTable::Leaving> SidesTable::leaving(int limit) const
{
    Query row(m_database, "SELECT dossier_uuid, id FROM sides WHERE purged = 1 LIMIT ?", limit);
    std::vector<Leaving> sides;
    while (row.next())
        sides.push_back({row.text(0), row.text(1)});
    return sides;
}

void SidesTable::endPurge(const QString &sideId)
{
    Query(m_database, "UPDATE sides SET purged = 2 WHERE id = ?", sideId).run();
}

}  // namespace station::store
