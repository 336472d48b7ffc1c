#pragma once

#include "core/dossier/side_view.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <vector>

namespace station::store {

/// Table `side_views`: the last view of each kind of each side.
class SideViewsTable {
public:
    explicit SideViewsTable(SQLite::Database &database) : m_database(database) {}

    void save(const dossier::SideView &view);
    std::vector<dossier::SideView> ofDossier(const QString &dossierUuid) const;

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
