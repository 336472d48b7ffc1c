#include "core/store/side_views_table.h"

#include "core/store/query.h"

namespace station::store {

using dossier::ViewKind;

void SideViewsTable::save(const dossier::SideView &view)
{
    Query(m_database, "INSERT OR REPLACE INTO side_views VALUES (?, ?, ?, ?, ?)", view.side,
          dossier::viewKindName(view.kind), view.pictureSha256, view.by, view.atMs)
        .run();
}

std::vector<dossier::SideView> SideViewsTable::ofDossier(const QString &dossierUuid) const
{
    Query row(m_database,
              "SELECT v.side_id, v.picture_sha256, v.seen_by, v.at_ms, v.kind FROM side_views v"
              " JOIN sides s ON s.id = v.side_id WHERE s.dossier_uuid = ?",
              dossierUuid);
    std::vector<dossier::SideView> views;
    while (row.next()) {
        const bool displayed = row.text(4) == dossier::viewKindName(ViewKind::Displayed);
        views.push_back({row.text(0), row.text(1), row.text(2), row.number(3),
                         displayed ? ViewKind::Displayed : ViewKind::Stated});
    }
    return views;
}

}  // namespace station::store
