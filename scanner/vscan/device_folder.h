#pragma once

#include "scanner/vscan/fault_script.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vscan {

enum class Kind { Flatbed, Adf, AdfDuplex };

/// What device.ini says; read again before each page, so that a test or a
/// trainer can change it while the device is open.
struct DeviceSettings {
    std::string vendor = "vscan";
    std::string model = "Virtual scanner";
    Kind kind = Kind::Flatbed;
    int sideMs = 0;              ///< Pace: how long one side takes.
    bool unknownLength = false;  ///< Does not tell the number of lines.
    std::vector<FaultLine> faults{};
};

/// One sheet of paper on its way: its front, and a back when it has an image.
struct Sheet {
    std::filesystem::path front{};
    std::optional<std::filesystem::path> back{};
};

/// The physical state of a device: paper and sensors as files. It is on disk
/// because paper does not come back when a process crashes.
class DeviceFolder {
public:
    explicit DeviceFolder(std::filesystem::path path) : m_path(std::move(path)) {}

    const std::filesystem::path &path() const { return m_path; }
    bool isDevice() const;
    DeviceSettings settings() const;

    bool has(const char *marker) const;
    void set(const char *marker) const;

    bool paperLoaded() const;
    /// Takes the next sheet out of feeder/ into output/. NAME-front and NAME-back
    /// are one sheet; else a duplex device takes two images for a sheet.
    std::optional<Sheet> feed(bool duplex) const;
    /// What lies on the glass; nothing when it is empty.
    std::optional<std::filesystem::path> onGlass() const;

    /// Comments a `once` line out, before its fault happens.
    void markFired(const FaultLine &line) const;

private:
    std::filesystem::path m_path;
};

}  // namespace vscan
