#pragma once

#include <QMap>
#include <QString>

namespace station::scanner {

/// Where the scanner's helper program is and what it sees of the system. Real
/// and training devices differ only in these values; no system file is touched.
struct ScannerEnvironment {
    QString workerProgram{};             ///< Empty: tramsohoa-scan-worker beside this program.
    QString boundDevice{};               ///< Used when a request names no device.
    QMap<QString, QString> variables{};  ///< SANE_CONFIG_DIR, LD_LIBRARY_PATH, VSCAN_ROOT …
};

}  // namespace station::scanner
