#pragma once

#include "scanner/vscan/settings.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vscan {

/// Stays behind when the marker `unplugged` is removed: the device is new on the bus.
inline constexpr const char *wasUnplugged = ".was-unplugged";

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
    void remove(const char *marker) const;

    /// Is the cable out? Remembered, so that plugging it in again is noticed.
    bool isUnplugged() const;
    void unplug() const;
    /// What keeps the feeder from moving: an open cover or a jam.
    SANE_Status feederStatus() const;

    bool paperLoaded() const;
    /// Takes the next sheet out of feeder/ into output/. NAME-front and NAME-back
    /// are one sheet; else an image is a sheet, or two with `bothSides`.
    std::optional<Sheet> feed(bool bothSides) const;
    /// What lies on the glass; nothing when it is empty.
    std::optional<std::filesystem::path> onGlass() const;

    /// Comments a `once` line out, before its fault happens.
    void markFired(const FaultLine &line) const;

private:
    std::filesystem::path m_path;
};

}  // namespace vscan
