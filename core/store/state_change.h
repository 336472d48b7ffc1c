#pragma once

#include "core/dossier/copies.h"

#include <QString>

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
};

}  // namespace station::store
