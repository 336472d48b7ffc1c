#pragma once

#include "core/base/expected.h"
#include "core/gateway/dossier_record.h"
#include "core/rules/validity.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace station::gateway {

/// One field of a portal's JSON: a fixed text, a fact in the portal's words, or a list of
/// objects. docs/formats/gateway.md lists the facts.
struct PortalField {
    QString name{};
    QString value{};  ///< Fixed, mostly empty; when there is neither fact nor list.
    QString fact{};
    QHash<QString, QString> words{};  ///< Of a fact that has only a few values.
    int most = 0;                     ///< Characters; longer texts are cut. 0: no limit.
    QString list{};                   ///< dossier, identity, paper or none.
};
using PortalFields = std::vector<PortalField>;

/// What the body of an answer means; its HTTP status says little.
enum class Verdict {
    Done,
    Exists,       ///< Creating: the portal has that dossier already.
    Missing,      ///< Updating: the portal has no such dossier.
    SessionOver,  ///< Log in again.
    Refused,
};

/// How one portal wants to be spoken to in a period; pure data.
struct PortalMapping {
    rules::Validity validity{};
    QString dates{};  ///< QDateTime's format; Vietnam time.
    PortalFields message{};
    PortalFields lookup{};  ///< Empty: the portal cannot be asked.
    PortalFields dossier{};
    PortalFields identity{};
    PortalFields paper{};
    struct {
        QString user{};
        QString code{};
        QString session{};
    } login{};
    struct {
        QString code{};
        QString message{};
        QString found{};
        QStringList done{};
        // Parts of the message, folded.
        QStringList exists{};
        QStringList missing{};
        QStringList sessionOver{};
    } answer{};

    QJsonObject tellingOf(const DossierRecord &record, const QString &session, bool updating) const;
    QJsonObject lookupOf(const DossierRecord &record, const QString &session) const;
    /// `updating`: what was asked. Codes may be texts or numbers.
    Verdict verdictOn(const QJsonObject &answer, bool updating) const;
    /// Of a look-up that is Done.
    bool isFound(const QJsonObject &answer) const;
};

class PortalMappings {
public:
    /// Fails with SettingsInvalid; the subject holds one line a problem, also
    /// for a fact that does not exist or a word of it that has no translation.
    static Expected<PortalMappings> load(const QString &path);

    /// SettingsInvalid when none is in force. The pointer lives as long as this.
    Expected<const PortalMapping *> inForce(QDate day) const;

private:
    QString m_path{};
    std::vector<PortalMapping> m_mappings{};
};

}  // namespace station::gateway
