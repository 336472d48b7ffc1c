#pragma once

#include "core/dossier/copies.h"
#include "core/store/upgrade_rows.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace station::store {

/// One step of one paper, with what the audit chain says about it.
struct StateChange {
    QString dossierUuid{};
    QString componentCode{};
    dossier::PaperState from{};  ///< As loaded; Conflict when the paper is elsewhere by now.
    dossier::PaperState next{};
    QString actor{};         ///< Certificate serial or station account; never a name.
    QString action{};        ///< A verb: "decide", "capture", "sign", "extract" …
    QString objectSha256{};  ///< Of the bytes that the step made; may be empty.
    QJsonObject facts{};     ///< For the audit row; no personal data.
    /// The new copy enters the queue for more proof.
    std::optional<NewUpgrade> upgrade{};
};

}  // namespace station::store
