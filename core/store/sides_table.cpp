#include "core/store/sides_table.h"

#include "core/store/query.h"

#include <algorithm>

namespace station::store {
namespace {

const QString front = QStringLiteral("front");
const QString back = QStringLiteral("back");

bool holds(const dossier::Sides &sides, const QString &id)
{
    return std::ranges::any_of(sides, [&](const auto &side) { return side.id == id; });
}

}  // namespace

dossier::Sides SidesTable::of(const QString &dossierUuid, const QString &componentCode) const
{
    Query row(m_database,
              "SELECT id, sheet, face, width_px, height_px, dpi, cleaned, blank, damaged FROM sides"
              " WHERE dossier_uuid = ? AND component_code = ? ORDER BY position",
              dossierUuid, componentCode);
    dossier::Sides sides;
    while (row.next()) {
        sides.push_back({.id = row.text(0),
                         .sheet = row.integer(1),
                         .face = row.text(2) == back ? dossier::Face::Back : dossier::Face::Front,
                         .widthPx = row.integer(3),
                         .heightPx = row.integer(4),
                         .dpi = row.integer(5),
                         .cleaned = row.flag(6),
                         .blank = row.flag(7),
                         .damaged = row.flag(8)});
    }
    return sides;
}

bool SidesTable::extend(const QString &dossierUuid, const QString &componentCode,
                        const dossier::Sides &sides)
{
    const auto stored = of(dossierUuid, componentCode);
    if (!std::ranges::all_of(stored, [&](const auto &side) { return holds(sides, side.id); }))
        return false;
    auto position = stored.size();
    for (const auto &side : sides) {
        if (holds(stored, side.id))
            continue;
        Query(m_database, "INSERT INTO sides VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", side.id,
              dossierUuid, componentCode, position++, side.sheet,
              side.face == dossier::Face::Back ? back : front, side.widthPx, side.heightPx,
              side.dpi, side.cleaned, side.blank, side.damaged)
            .run();
    }
    return true;
}

QString SidesTable::componentOf(const QString &dossierUuid, const QString &sideId) const
{
    Query row(m_database, "SELECT component_code FROM sides WHERE id = ? AND dossier_uuid = ?",
              sideId, dossierUuid);
    return row.next() ? row.text(0) : QString();
}

void SidesTable::update(const dossier::Side &side)
{
    Query(m_database,
          "UPDATE sides SET width_px = ?, height_px = ?, dpi = ?, cleaned = ?, blank = ?,"
          " damaged = ? WHERE id = ?",
          side.widthPx, side.heightPx, side.dpi, side.cleaned, side.blank, side.damaged, side.id)
        .run();
}

}  // namespace station::store
