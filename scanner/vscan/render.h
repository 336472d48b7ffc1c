#pragma once

#include "scanner/vscan/picture.h"

#include <cstdint>
#include <vector>

namespace vscan {

enum class Mode { Color, Gray, Lineart };

struct Area {
    double leftMm = 0;
    double topMm = 0;
    double rightMm = 0;
    double bottomMm = 0;
};

/// What one side looks like: RGB, 8-bit gray, or 1 bit with black as 1.
struct Frame {
    int width = 0;
    int height = 0;
    int bytesPerLine = 0;
    std::vector<std::uint8_t> bytes{};
};

/// How the sheet lies under the sensor. As it stands: straight, in the corner,
/// white around it and without noise.
struct Look {
    double skewDeg = 0;  ///< Clockwise, around the middle of the sheet.
    double shiftMm = 0;  ///< How far its left edge lies left of the scanner's own.
    bool blackBackground = false;
    int noise = 0;      ///< Largest deviation in levels of 255.
    unsigned seed = 0;  ///< The same seed makes the same noise.
};

/// The size alone, without bytes.
Frame frameOf(const Area &area, int dpi, Mode mode);

/// The scanned area at another resolution; the background where the picture ends. At
/// the picture's own resolution and a plain look every pixel is copied unchanged.
Frame render(const Picture &picture, const Area &area, int dpi, Mode mode, const Look &look = {});

}  // namespace vscan
