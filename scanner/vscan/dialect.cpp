#include "scanner/vscan/dialect.h"

#include <sane/saneopts.h>

#include <algorithm>
#include <iterator>

// Source: the option tables of sane-backends 1.2 (fujitsu.c, pixma.c, epson2.c,
// kvs20xx_opt.c, kvs40xx_opt.c), of sane-airscan 0.99 and, for the vendor words,
// of brother4 as libinsane knows them.

namespace vscan {
namespace {

constexpr OptionRow group(const char *title)
{
    return {.role = Role::Group, .title = title};
}

constexpr OptionRow sourceRow{Role::Source, SANE_NAME_SCAN_SOURCE, SANE_TITLE_SCAN_SOURCE};
constexpr OptionRow modeRow{Role::Mode, SANE_NAME_SCAN_MODE, SANE_TITLE_SCAN_MODE};
constexpr OptionRow depthRow{Role::Depth, SANE_NAME_BIT_DEPTH, SANE_TITLE_BIT_DEPTH};
constexpr OptionRow resolutionRow{Role::Resolution, SANE_NAME_SCAN_RESOLUTION,
                                  SANE_TITLE_SCAN_RESOLUTION};
constexpr OptionRow left{Role::Left, SANE_NAME_SCAN_TL_X, SANE_TITLE_SCAN_TL_X};
constexpr OptionRow top{Role::Top, SANE_NAME_SCAN_TL_Y, SANE_TITLE_SCAN_TL_Y};
constexpr OptionRow right{Role::Right, SANE_NAME_SCAN_BR_X, SANE_TITLE_SCAN_BR_X};
constexpr OptionRow bottom{Role::Bottom, SANE_NAME_SCAN_BR_Y, SANE_TITLE_SCAN_BR_Y};
constexpr OptionRow button{Role::ScanButton, SANE_NAME_SCAN, "Scan button"};
constexpr OptionRow pageLoaded{Role::PageLoaded, SANE_NAME_PAGE_LOADED, "Page loaded"};
constexpr OptionRow coverOpen{Role::CoverOpen, SANE_NAME_COVER_OPEN, "Cover open"};
constexpr OptionRow doubleFeed{Role::DoubleFeed, "double-feed", "Double feed"};

constexpr ModeWord plainModes[] = {
    {SANE_VALUE_SCAN_MODE_LINEART, Mode::Lineart},
    {SANE_VALUE_SCAN_MODE_GRAY, Mode::Gray},
    {SANE_VALUE_SCAN_MODE_COLOR, Mode::Color},
};
constexpr SANE_Word commonResolutions[] = {75, 100, 150, 200, 300, 600};

constexpr SourceWord plainSources[] = {
    {"Flatbed", Source::Flatbed},
    {"ADF Front", Source::Simplex},
    {"ADF Duplex", Source::Duplex},
};
constexpr OptionRow plainOptions[] = {
    group("Scan mode"),
    sourceRow,
    modeRow,
    resolutionRow,
    group("Geometry"),
    left,
    top,
    right,
    bottom,
    group("Sensors"),
    pageLoaded,
    coverOpen,
    doubleFeed,
    button,
};

constexpr SourceWord fujitsuSources[] = {
    {"Flatbed", Source::Flatbed},
    {"ADF Front", Source::Simplex},
    {"ADF Back", Source::Back},
    {"ADF Duplex", Source::Duplex},
};
constexpr const char *doubleFeedActions[] = {"Default", "Continue", "Stop"};
constexpr OptionRow fujitsuOptions[] = {
    group("Scan Mode"),
    sourceRow,
    modeRow,
    resolutionRow,
    group("Geometry"),
    {Role::PageWidth, "page-width", "Page width", {}, true},
    {Role::PageHeight, "page-height", "Page height", {}, true},
    left,
    top,
    right,
    bottom,
    group("Advanced"),
    {Role::Words, "df-action", "DF action", doubleFeedActions},
    {Role::Switch, "df-thickness", "DF by thickness"},
    {Role::Switch, "df-length", "DF by length"},
    {Role::Deskew, "swdeskew", "Software deskew"},
    group("Sensors and Buttons"),
    button,
    pageLoaded,
    coverOpen,
    doubleFeed,
};

constexpr SourceWord airscanSources[] = {
    {"Flatbed", Source::Flatbed},
    {"ADF", Source::Simplex},
    {"ADF Duplex", Source::Duplex},
};
constexpr ModeWord airscanModes[] = {
    {SANE_VALUE_SCAN_MODE_COLOR, Mode::Color},
    {SANE_VALUE_SCAN_MODE_GRAY, Mode::Gray},
};
constexpr OptionRow airscanOptions[] = {
    group("Standard"),
    resolutionRow,
    modeRow,
    sourceRow,
    group("Geometry"),
    left,
    top,
    right,
    bottom,
};

constexpr SourceWord pixmaSources[] = {
    {"Flatbed", Source::Flatbed},
    {"Automatic Document Feeder", Source::Simplex},
    {"ADF Duplex", Source::Duplex},
};
constexpr ModeWord pixmaModes[] = {
    {SANE_VALUE_SCAN_MODE_COLOR, Mode::Color},
    {SANE_VALUE_SCAN_MODE_GRAY, Mode::Gray},
    {"48 bits color", Mode::Color, 16},
    {"16 bits gray", Mode::Gray, 16},
    {SANE_VALUE_SCAN_MODE_LINEART, Mode::Lineart},
};
constexpr OptionRow pixmaOptions[] = {
    group("Scan mode"),
    resolutionRow,
    modeRow,
    sourceRow,
    {Role::Switch, "button-controlled", "Button-controlled scan"},
    group("Geometry"),
    left,
    top,
    right,
    bottom,
};

constexpr SourceWord epsonSources[] = {
    {"Flatbed", Source::Flatbed},
    {"Automatic Document Feeder", Source::Simplex},
};
constexpr const char *adfModes[] = {"Simplex", "Duplex"};
constexpr OptionRow epsonOptions[] = {
    group("Scan Mode"),
    modeRow,
    depthRow,
    resolutionRow,
    group("Geometry"),
    left,
    top,
    right,
    bottom,
    group("Optional equipment"),
    sourceRow,
    {Role::AdfMode, "adf-mode", "ADF Mode", adfModes, true},
};

constexpr SourceWord kvsSources[] = {
    {"adf", Source::Simplex},
    {"fb", Source::Flatbed},
};
constexpr const char *feederModes[] = {"single", "continuous"};
// Its "double-feed" switches the detection on: a setting, not a sensor.
constexpr OptionRow kvsOptions[] = {
    group("Scan Mode"),
    modeRow,
    resolutionRow,
    sourceRow,
    {Role::DuplexSwitch, "duplex", "Duplex", {}, true},
    {Role::FeederMode, "feeder-mode", "Feeder mode", feederModes, true},
    {Role::Switch, "double-feed", "Double feed detection", {}, true},
    group("Geometry"),
    left,
    top,
    right,
    bottom,
};

constexpr SourceWord translatedSources[] = {
    {"Auto", Source::Auto},
    {"FlatBed", Source::Flatbed},
    {"Automatic Document Feeder(left aligned)", Source::Simplex},
    {"Automatic Document Feeder(left aligned,Duplex)", Source::Duplex},
};
constexpr ModeWord translatedModes[] = {
    {"Black & White", Mode::Lineart},
    {"True Gray", Mode::Gray},
    {"24bit Color", Mode::Color},
};
constexpr OptionRow translatedOptions[] = {
    group("Mode"),
    {Role::Mode, "scan-mode", "Scan mode"},
    {Role::Resolution, "scan-resolution", "Scan resolution"},
    {Role::Source, "doc-source", "Scan source"},
    group("Geometry"),
    left,
    top,
    right,
    bottom,
};

constexpr Dialect dialects[] = {
    {.name = "plain",
     .sources = plainSources,
     .modes = plainModes,
     .options = plainOptions,
     .firstMode = SANE_VALUE_SCAN_MODE_COLOR},
    {.name = "fujitsu", .sources = fujitsuSources, .modes = plainModes, .options = fujitsuOptions},
    {.name = "airscan",
     .sources = airscanSources,
     .modes = airscanModes,
     .options = airscanOptions,
     .resolutions = commonResolutions,
     .prefetch = allSheets},
    {.name = "pixma",
     .sources = pixmaSources,
     .modes = pixmaModes,
     .options = pixmaOptions,
     .resolutions = commonResolutions},
    {.name = "epson2", .sources = epsonSources, .modes = plainModes, .options = epsonOptions},
    {.name = "kvs",
     .sources = kvsSources,
     .modes = plainModes,
     .options = kvsOptions,
     .inPixels = true,
     .hidesOnlySource = true},
    {.name = "translated",
     .sources = translatedSources,
     .modes = translatedModes,
     .options = translatedOptions,
     .resolutions = commonResolutions},
};

}  // namespace

const Dialect *findDialect(std::string_view name)
{
    const auto *found = std::find_if(std::begin(dialects), std::end(dialects),
                                     [&](const Dialect &dialect) { return dialect.name == name; });
    return found == std::end(dialects) ? nullptr : found;
}

}  // namespace vscan
