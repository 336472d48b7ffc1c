#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <optional>
#include <vector>

namespace station::store {

/// Table `components`: which step each paper has reached and what the steps
/// made. Together with the tables of sides and fields a row is a PaperState.
class ComponentsTable {
public:
    explicit ComponentsTable(SQLite::Database &database) : m_database(database) {}

    /// An open slot.
    void insert(const QString &dossierUuid, int position, const QString &componentCode);
    /// The row itself; not the sides and fields, nor the count.
    void update(const QString &dossierUuid, const dossier::Component &component);

    void setCount(const QString &dossierUuid, const QString &componentCode,
                  const dossier::SheetCount &count);

    Expected<std::vector<dossier::Component>> ofDossier(const QString &dossierUuid) const;
    /// Fails with UnknownComponent.
    Expected<dossier::PaperState> find(const QString &dossierUuid,
                                       const QString &componentCode) const;
    Expected<dossier::Component> component(const QString &dossierUuid,
                                           const QString &componentCode) const;
    /// The PDF files that the dossier's papers name.
    std::vector<dossier::Blob> blobsOf(const QString &dossierUuid) const;

private:
    Expected<std::vector<dossier::Component>> select(const QString &dossierUuid,
                                                     const std::optional<QString> &code) const;

    SQLite::Database &m_database;
};

}  // namespace station::store
