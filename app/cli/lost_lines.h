#pragma once

#include "app/compose/station.h"
#include "core/sync/sample_audit.h"

#include <QJsonArray>
#include <QStringList>

#include <vector>

namespace station::cli {

/// Names dossier and paper of each, and what to do; for the screen only.
QStringList lostLines(compose::Station &station, const std::vector<sync::LostObject> &lost);
QJsonArray lostJson(const std::vector<sync::LostObject> &lost);

}  // namespace station::cli
