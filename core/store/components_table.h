#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/store/personal_columns.h"
#include "core/store/proven_copy.h"

#include <SQLiteCpp/Database.h>

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace station::store {

/// Table `components`: which step each paper has reached and what the steps
/// made. Together with the tables of sides and fields a row is a PaperState.
class ComponentsTable {
public:
    ComponentsTable(SQLite::Database &database, const PersonalColumns &personal)
        : m_database(database), m_personal(personal)
    {
    }

    /// An open slot.
    void insert(const QString &dossierUuid, int position, const QString &componentCode);
    /// The row itself; not the sides and fields, nor the count.
    void update(const QString &dossierUuid, const dossier::Component &component);

    void setCount(const QString &dossierUuid, const QString &componentCode,
                  const dossier::SheetCount &count);

    /// Since when its file is in the repository only; 0: it is here.
    qint64 purgedAtMs(const QString &dossierUuid, const QString &componentCode) const;
    void setPurged(const QString &dossierUuid, const QString &componentCode, qint64 purgedAtMs);

    Expected<std::vector<dossier::Component>> ofDossier(const QString &dossierUuid) const;
    /// Fails with UnknownComponent.
    Expected<dossier::PaperState> find(const QString &dossierUuid,
                                       const QString &componentCode) const;
    Expected<dossier::Component> component(const QString &dossierUuid,
                                           const QString &componentCode) const;
    /// Store::purgeable.
    std::vector<ProvenCopy> purgeable(qint64 beforeMs, int limit) const;
    /// False when the paper is no longer handed over with that file on this station, or a
    /// hand-over of the dossier is open.
    bool markPurged(const ProvenCopy &copy, qint64 atMs);
    /// False when the paper names another file by now.
    bool unmarkPurged(const QString &dossierUuid, const QString &componentCode,
                      const QString &sha256);
    int reuseCount(const QString &sha256) const;  ///< Dossiers.
    /// Whether a paper of the dossier may get a side without another decision.
    bool takesSides(const QString &dossierUuid) const;
    QMap<QString, qint64> purged(const QString &dossierUuid) const;
    /// The PDF files that the dossier's papers name.
    std::vector<dossier::Blob> blobsOf(const QString &dossierUuid) const;
    /// All rows, read as this table reads them, in the other form.
    void rewrite(const PersonalColumns &to);

private:
    Expected<std::vector<dossier::Component>> select(const QString &dossierUuid,
                                                     const std::optional<QString> &code) const;

    SQLite::Database &m_database;
    const PersonalColumns &m_personal;
};

}  // namespace station::store
