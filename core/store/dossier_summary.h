#pragma once

#include "core/base/pii.h"

#include <QString>

namespace station::store {

/// One line of a dossier list; the whole dossier comes from Store::load.
struct DossierSummary {
    QString uuid{};
    QString code{};  ///< Empty while the portal has not given one.
    QString procedure{};
    Pii<QString> ownerName{};
    qint64 receivedAtMs = 0;
    int components = 0;
    int finished = 0;         ///< Components that need no further work at this station.
    bool handedOver = false;  ///< At least one handover is complete.

    bool operator==(const DossierSummary &) const = default;
};

}  // namespace station::store
