#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/store/dossier_summary.h"

#include <SQLiteCpp/Database.h>

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace station::store {

/// Tables `dossiers` and `dossier_words`: the dossier without its components.
class DossiersTable {
public:
    explicit DossiersTable(SQLite::Database &database) : m_database(database) {}

    Expected<> insert(const dossier::Dossier &dossier);
    Expected<dossier::Dossier> find(const QString &uuidOrCode) const;
    void markHandedOver(const QString &uuid);

    std::vector<DossierSummary> day(const QDate &vietnamDay) const;
    std::vector<DossierSummary> unfinished() const;
    std::vector<DossierSummary> matching(const QString &text, int limit) const;
    std::vector<DossierSummary> ofOwner(const QString &ownerId) const;

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
