#pragma once

#include <QMap>
#include <QString>

namespace station::scanner {

/// Which scanner the office has chosen. A SANE name only says where it was last
/// seen: libusb names change with the socket, airscan numbers with the network.
/// With its model a scanner that is not where it was is looked for; without
/// them (a fixed address in the network) the name alone counts.
struct ScannerBinding {
    QString device{};  ///< SANE name; empty: to be found by what follows.
    QString vendor{};  ///< Empty: any.
    QString model{};
    QString serial{};     ///< Empty: one of that model is enough.
    QString statePath{};  ///< File that remembers the last good name; empty: not remembered.

    bool namesOnly() const { return model.isEmpty(); }
};

/// Where the scanner's helper program is and what it sees of the system. Real
/// and training devices differ only in these values; no system file is touched.
struct ScannerEnvironment {
    QString workerProgram{};             ///< Empty: tramsohoa-scan-worker beside this program.
    ScannerBinding binding{};            ///< Used when a request names no device.
    QString quirksFolder{};              ///< resources/scanners; empty: no rows.
    QString loginFile{};                 ///< `user:password:resource` lines for saned; 0600.
    QMap<QString, QString> variables{};  ///< SANE_CONFIG_DIR, LD_LIBRARY_PATH, VSCAN_ROOT …
    QString usbDevicesFolder{QStringLiteral("/sys/bus/usb/devices")};  ///< Serials of libusb names.
};

}  // namespace station::scanner
