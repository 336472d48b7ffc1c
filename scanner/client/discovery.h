#pragma once

#include "core/base/expected.h"
#include "scanner/client/scanner_environment.h"

#include <QJsonObject>
#include <QString>

#include <stop_token>
#include <vector>

namespace station::scanner {

struct DeviceInfo {
    QString name{};  ///< SANE name; libusb names change when the cable is moved.
    QString vendor{};
    QString model{};
    QString type{};
    QString serial{};  ///< Empty: not known.
};

/// Asks every backend for its devices, in a process of its own: it takes seconds
/// and one wedged backend blocks it for ever. Never needed to scan with a device
/// whose name is known. DeviceStalled past the deadline, DeviceFailed on a crash.
Expected<std::vector<DeviceInfo>> discoverDevices(const ScannerEnvironment &environment,
                                                  int deadlineMs = 45'000,
                                                  const std::stop_token &stop = {});

/// The value of a device's option "serial", which some backends have; empty when it
/// has none or cannot be opened. Opens it for a moment.
QString serialByOption(const ScannerEnvironment &environment, const QString &device,
                       int deadlineMs = 30'000);

/// What the device offers: {"device", "normalized": {sources, modes, resolutions,
/// maxWidthMm, maxHeightMm}, "raw": [every option with constraint and value]}.
/// Opens the device for a moment; DeviceBusy while a scan source holds it.
Expected<QJsonObject> deviceOptions(const ScannerEnvironment &environment, const QString &device,
                                    int deadlineMs = 30'000);

}  // namespace station::scanner
