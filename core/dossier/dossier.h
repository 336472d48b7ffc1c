#pragma once

#include "core/codes/dossier_code.h"
#include "core/codes/procedure_code.h"
#include "core/dossier/copies.h"
#include "core/dossier/owner.h"
#include "core/dossier/sheet_tally.h"

#include <QString>

#include <optional>
#include <vector>

namespace station::dossier {

/// One slot of the procedure's checklist (thành phần hồ sơ) in one dossier.
struct Component {
    QString code{};  ///< As in the catalogue, e.g. "GT01".
    PaperState state{};
    SheetCount count{};

    bool operator==(const Component &) const = default;
};

/// One case of one owner for one procedure (hồ sơ).
struct Dossier {
    QString uuid{};                            ///< UUIDv7, for ever.
    std::optional<codes::DossierCode> code{};  ///< Given by the portal; empty while offline.
    codes::ProcedureCode procedure;
    Owner owner{};
    QString department{};  ///< Agency id of the specialised department.
    qint64 receivedAtMs = 0;
    std::vector<Component> components{};  ///< In checklist order.

    const Component *component(const QString &componentCode) const;
    bool operator==(const Dossier &) const = default;
};

}  // namespace station::dossier
