#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/store/dossier_summary.h"
#include "core/store/personal_columns.h"
#include "core/store/proven_copy.h"

#include <SQLiteCpp/Database.h>

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace station::store {

class Query;

/// Tables `dossiers` and `dossier_words`: the dossier without its components.
class DossiersTable {
public:
    DossiersTable(SQLite::Database &database, const PersonalColumns &personal)
        : m_database(database), m_personal(personal)
    {
    }

    Expected<> insert(const dossier::Dossier &dossier);
    Expected<dossier::Dossier> find(const QString &uuidOrCode) const;
    void markHandedOver(const QString &uuid);

    std::vector<DossierSummary> day(const QDate &vietnamDay) const;
    std::vector<DossierSummary> unfinished() const;
    std::vector<DossierSummary> matching(const QString &text, int limit) const;
    std::vector<DossierSummary> ofOwner(const QString &ownerId) const;
    QStringList departmentsSince(qint64 receivedMs) const;
    /// Uuids, each once, picked by chance.
    QStringList someHandedOver(int count) const;
    std::vector<NumberedDossier> handedOverAfter(qint64 number, int limit) const;

    /// All rows and the search index, read as this table reads them, in the other form.
    void rewrite(const PersonalColumns &to);

private:
    /// What is sealed of a row, as one value.
    struct Identity {
        std::optional<QString> code{};
        QString ownerId{};
        QString ownerName{};
    };
    static QByteArray written(const Identity &identity, const QString &uuid,
                              const PersonalColumns &personal);
    Identity identityIn(const Query &row, int column, const QString &uuid) const;
    static QString words(const Identity &identity);
    static QString entries(const Identity &identity, const PersonalColumns &personal);
    std::vector<DossierSummary> summaries(Query row) const;
    DossierSummary summaryIn(const Query &row) const;

    SQLite::Database &m_database;
    const PersonalColumns &m_personal;
};

}  // namespace station::store
