#pragma once

#include "core/base/expected.h"
#include "scanner/client/scanner_environment.h"

#include <QString>
#include <QStringList>

namespace station::scanner {

/// The virtual scanners of the training mode below `dir`: `vscan:adf1` (duplex
/// feeder, the bound device) and `vscan:flatbed1`. Makes what lacks and leaves
/// paper that already lies there. `dir/devices/<name>/` is the scanner itself:
/// feeder/, output/, flatbed.png and marker files as in scanner/vscan/README.md.
Expected<ScannerEnvironment> trainingScanner(const QString &dir);

/// Puts PNG or JPEG images behind the paper in the feeder, one numbered sheet
/// each; a duplex scan takes two images a sheet. `device` with or without
/// "vscan:". Fails with FileMissing, FileUnreadable or a storage fault.
Expected<> loadFeeder(const QString &dir, const QString &device, const QStringList &images);

/// Lays one image on the glass, instead of what lay there.
Expected<> layOnGlass(const QString &dir, const QString &device, const QString &image);

}  // namespace station::scanner
