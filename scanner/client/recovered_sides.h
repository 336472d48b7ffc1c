#pragma once

#include "core/workflow/scan_source.h"

#include <QSet>
#include <QString>

#include <vector>

namespace station::scanner {

/// The finished sides that lie in a spool folder.
QSet<QString> finishedFiles(const QString &spoolFolder);

/// Sides of a run that became durable although the worker died before it could say
/// so: their sheets need not be fed again. In the order of the run; `known` are
/// files that lay there before or that were reported. Empty without a run id.
std::vector<workflow::ScannedSide> recoveredSides(const QString &spoolFolder, const QString &runId,
                                                  const QSet<QString> &known);

}  // namespace station::scanner
