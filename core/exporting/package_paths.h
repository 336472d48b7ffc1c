#pragma once

#include <QString>

/// Where things lie in a package (CSIP, section 4).
namespace station::exporting {

inline const QString representationFolder = QStringLiteral("representations/rep1/");
inline const QString metsFile = QStringLiteral("METS.xml");
inline const QString descriptiveFolder = QStringLiteral("metadata/descriptive/");
inline const QString premisFile = QStringLiteral("metadata/preservation/premis.xml");
inline const QString manifestFile = QStringLiteral("metadata/other/manifest.json");
inline const QString auditSchemaFile = QStringLiteral("schemas/audit-row.xsd");
inline const QString dataFolder = QStringLiteral("data/");

}  // namespace station::exporting
