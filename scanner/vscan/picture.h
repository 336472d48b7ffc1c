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

enum class Mode { Color, Gray, Lineart };

struct Area {
    double leftMm = 0;
    double topMm = 0;
    double rightMm = 0;
    double bottomMm = 0;
};

/// One frame as SANE delivers it: RGB, 8-bit gray, or 1 bit with black as 1.
struct Frame {
    int width = 0;
    int height = 0;
    int bytesPerLine = 0;
    std::vector<std::uint8_t> bytes{};
};

/// The size alone, without bytes.
Frame frameOf(const Area &area, int dpi, Mode mode);

/// The scanned area at another resolution; white where the picture ends. At the
/// picture's own resolution every pixel is copied unchanged.
Frame render(const Picture &picture, const Area &area, int dpi, Mode mode);

}  // namespace vscan
