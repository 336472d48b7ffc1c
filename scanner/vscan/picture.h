#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace vscan {

/// What lies on a sheet: 8-bit RGB at a known resolution.
struct Picture {
    int width = 0;
    int height = 0;
    double dpi = 300;
    std::vector<std::uint8_t> rgb{};
};

/// Reads a PNG or JPEG file with the resolution that it states (pHYs, JFIF
/// density), or 300 dpi. Nothing when the file is neither or is damaged.
std::optional<Picture> loadPicture(const std::filesystem::path &file);

/// The back of a sheet without print: white, with `percent` of its front shining
/// through, mirrored.
Picture blankBackOf(const Picture &front, int percent);

}  // namespace vscan
