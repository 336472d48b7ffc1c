#pragma once

#include "core/dossier/edit.h"

#include <QJsonObject>

namespace station::store {

/// Where a side stands, as columns of changes hold it.
QJsonObject placementJson(const dossier::Placement &placement);
dossier::Placement placementFrom(const QJsonObject &json);

}  // namespace station::store
