#pragma once

#include "scanner/vscan/dialect.h"
#include "scanner/vscan/fault_script.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vscan {

/// Oddities of the options, taken when the device is opened.
struct OptionTraits {
    bool fixedResolution = false;   ///< SANE_FIXED instead of SANE_INT.
    bool inexact = false;           ///< Rounds to 75, 150, 200, 300 or 600 dpi and says so.
    int onlyResolution = 0;         ///< The one allowed value; setting it fails.
    bool strict = false;            ///< Refuses options that were not fetched after a reload.
    bool resolutionResets = false;  ///< A corner that is set puts the resolution to 75 dpi.
    bool depthOption = false;       ///< Offers 8 and 16 bits, whatever the dialect.
};

/// Oddities of the frames. They and all that follows are taken at each start.
struct FrameTraits {
    int depth = 8;
    bool threePass = false;      ///< Red, green and blue, each with a start of its own.
    int padding = 0;             ///< Bytes behind each line.
    int readLimit = 0;           ///< Most bytes a read; 0: no limit.
    bool fuzzy = false;          ///< 1 × 0 pixels until started.
    bool unknownLength = false;  ///< Does not tell the number of lines.
    int linesOff = 0;            ///< Announces so many lines more than come.
};

struct FeederTraits {
    int sideMs = 0;  ///< Pace: how long one side takes.
    int prefetch = 0;
    bool noDocsLate = false;
    int warmUpMs = 0;
    bool warmUpBusy = false;
    std::optional<SANE_Status> afterPage{};  ///< What a second start says until reopened.
};

/// How paper looks to the sensor.
struct Appearance {
    double skewDeg = 0;  ///< Clockwise.
    bool blackBackground = false;
    int noise = 0;           ///< Largest deviation in levels of 255.
    bool blankBack = false;  ///< An image is a sheet; its back is blank.
    int showThrough = 0;     ///< Percent of the front on a blank back.
};

/// What device.ini says; read again before each page, so that a test or a
/// trainer can change it while the device is open.
struct DeviceSettings {
    std::string vendor = "vscan";
    std::string model = "Virtual scanner";
    std::string serial{};
    Kind kind{};
    const Dialect *dialect = findDialect("plain");
    bool usb = false;     ///< Named after its address on the bus.
    int discoveryMs = 0;  ///< How long it takes to be found.
    OptionTraits options{};
    FrameTraits frames{};
    FeederTraits feeder{};
    Appearance appearance{};
    std::vector<FaultLine> faults{};
    /// "line 3: no such action: explode". A device with mistakes cannot be used,
    /// because a test whose fault is silently ignored could not fail.
    std::vector<std::string> mistakes{};
};

DeviceSettings parseSettings(std::istream &ini);

/// Every key that device.ini can have; README.md explains each.
std::vector<std::string> settingKeys();

/// "fault = read 2 jammed" → {"fault", "read 2 jammed"}; an empty key for any other line.
std::pair<std::string, std::string> keyAndValue(const std::string &line);

}  // namespace vscan
