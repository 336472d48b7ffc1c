#pragma once

#include "core/dossier/field.h"

#include <QJsonArray>

namespace station::dossier {

/// Confirmed fields as manifests and the station's database hold them (docs/formats/manifest.md).
QJsonArray fieldsJson(const Fields &fields);
Fields fieldsFrom(const QJsonArray &json);

}  // namespace station::dossier
