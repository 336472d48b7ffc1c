#pragma once

#include "core/base/expected.h"
#include "scanner/client/discovery.h"
#include "scanner/client/scanner_environment.h"

#include <QString>

#include <vector>

namespace station::scanner {

/// The name under which the bound scanner was last opened; the binding's own when
/// the state file is missing, damaged or about another scanner.
QString rememberedName(const ScannerBinding &binding);

/// Durable, 0600; nothing is written when it says so already.
Expected<> rememberName(const ScannerBinding &binding, const QString &device);

bool isOfBoundModel(const DeviceInfo &device, const ScannerBinding &binding);

/// The listed device that is the bound one. DeviceNotFound when none is; when
/// several are equal, detail and subject name them.
Expected<QString> boundAmong(const std::vector<DeviceInfo> &devices, const ScannerBinding &binding);

/// The serial number of a device: of its listing, of USB for a libusb name. Empty:
/// nobody says; the SANE name may still hold it.
QString usbSerial(const QString &deviceName, const QString &usbDevicesFolder);

/// False when the name is known to lead to another scanner of USB by now.
bool mayBeBound(const QString &deviceName, const ScannerEnvironment &environment);

}  // namespace station::scanner
