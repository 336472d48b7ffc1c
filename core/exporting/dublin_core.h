#pragma once

#include "core/exporting/dossier_export.h"
#include "core/exporting/packed_paper.h"

#include <QByteArray>

namespace station::exporting {

/// Descriptions by which a dossier and a paper are found again (Dublin Core, OAI container).
QByteArray descriptionOf(const ExportRequest &request);
QByteArray descriptionOf(const PackedPaper &paper);

}  // namespace station::exporting
