#pragma once

#include "scanner/vscan/device_folder.h"

#include <optional>
#include <string>
#include <vector>

namespace vscan {

/// The folders below the root that are devices and plugged in, in name order.
std::vector<DeviceFolder> devicesBelow(const std::filesystem::path &root);

/// What SANE calls the device, without "vscan:": its folder's name, or with
/// `libusb = yes` its address on the bus, "libusb:001:004". A device that was seen
/// unplugged and is plugged in again gets a new address; the number stays in the
/// folder's file `usb-address`.
std::string saneNameOf(const DeviceFolder &device, const DeviceSettings &settings);

/// Nothing when no device that is plugged in has that name now.
std::optional<DeviceFolder> deviceNamed(const std::filesystem::path &root, const std::string &name);

}  // namespace vscan
