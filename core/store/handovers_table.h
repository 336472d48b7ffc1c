#pragma once

#include "core/store/outbox.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <optional>
#include <vector>

namespace station::store {

/// Table `handovers`: one row for each hand-over of a dossier.
class HandoversTable {
public:
    explicit HandoversTable(SQLite::Database &database) : m_database(database) {}

    void insert(const HandoverRow &row);
    std::optional<HandoverRow> find(const QString &id) const;
    std::vector<HandoverRow> open() const;
    std::vector<HandoverRow> ofDossier(const QString &dossierUuid) const;
    /// False when it has a manifest already.
    bool setManifest(const QString &id, const QString &sha256);
    void markComplete(const QString &id);

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
