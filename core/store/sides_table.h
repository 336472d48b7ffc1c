#pragma once

#include "core/dossier/edit.h"
#include "core/dossier/side.h"
#include "core/store/sheet_numbers.h"

#include <SQLiteCpp/Database.h>

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace station::store {

/// A side with what only the store needs of it.
struct SideRow {
    dossier::Side side{};  ///< `sheet` as in `sheet.number`, not yet that within its paper.
    QString component{};   ///< Where it stands now.
    QString rank{};
    QString runId{};  ///< Empty for a side without a run.
    SheetId sheet{};

    dossier::Placement placement() const
    {
        return {component, rank, side.turnDeg, side.cleanup, side.blank, side.out};
    }
};

/// Table `sides`: sides are added, updated and placed elsewhere, never removed, though their files
/// may be.
class SidesTable {
public:
    explicit SidesTable(SQLite::Database &database) : m_database(database) {}

    /// In their order, numbered within the paper.
    dossier::Sides of(const QString &dossierUuid, const QString &componentCode) const;
    /// The same, as stored.
    std::vector<SideRow> rowsOf(const QString &dossierUuid, const QString &componentCode) const;
    std::optional<SideRow> find(const QString &dossierUuid, const QString &sideId) const;
    int count(const QString &dossierUuid, const QString &componentCode) const;
    /// Wherever in the dossier they stand now.
    int countOfRun(const QString &dossierUuid, const QString &runId) const;
    QHash<QString, dossier::Placement> placements(const QString &dossierUuid) const;

    void insert(const QString &dossierUuid, const SideRow &row);
    /// Adds those that are missing, after the others. False when the table holds the
    /// paper's sides otherwise: another one, in another order, or with another say
    /// of the clerk.
    bool extend(const QString &dossierUuid, const QString &componentCode,
                const dossier::Sides &sides);
    /// What clean-up found.
    void update(const dossier::Side &side);
    void place(const QString &sideId, const dossier::Placement &placement);

    /// Of a paper: those whose files are on this station.
    QStringList withPictures(const QString &dossierUuid, const QString &componentCode) const;
    /// The files of all sides of that paper are to be removed.
    void beginPurge(const QString &dossierUuid, const QString &componentCode);
    struct Leaving {
        QString dossierUuid;
        QString sideId;
    };
    std::vector<Leaving> leaving(int limit) const;  ///< Begun and not ended.
    void endPurge(const QString &sideId);

private:
    SQLite::Database &m_database;
};

}  // namespace station::store
