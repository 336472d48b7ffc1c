#pragma once

#include "scanner/vscan/render.h"

#include <sane/sane.h>

#include <span>
#include <string_view>

namespace vscan {

/// What a device is made of.
struct Kind {
    bool glass = true;
    bool feeder = false;
    bool duplex = false;  ///< Its feeder reads both sides.
    bool operator==(const Kind &) const = default;
};

enum class Source { Flatbed, Simplex, Back, Duplex, Auto };

/// What an option means to the device, whatever its dialect calls it.
enum class Role {
    Count,
    Group,
    Source,
    AdfMode,       // "Simplex" or "Duplex" beside a source that says only "feeder"
    DuplexSwitch,  // the same as a bool
    FeederMode,    // one sheet a batch, or all
    Mode,
    Depth,
    Resolution,
    PageWidth,
    PageHeight,
    Left,
    Top,
    Right,
    Bottom,
    ScanButton,
    PageLoaded,
    CoverOpen,
    DoubleFeed,
    Serial,
    Deskew,
    Switch,  // a bool that only keeps its value
    Words,   // a word that only keeps its value
};

struct SourceWord {
    const char *word = nullptr;
    Source source = Source::Flatbed;
};

struct ModeWord {
    const char *word = nullptr;
    Mode mode = Mode::Color;
    int depth = 0;  ///< 0: as the device is set.
};

struct OptionRow {
    Role role = Role::Group;
    const char *name = "";
    const char *title = "";
    std::span<const char *const> words{};
    bool feederOnly = false;  ///< INACTIVE while the source is the flatbed.
};

/// More sheets than any feeder holds.
constexpr int allSheets = 1'000'000;

/// How one family of backends names things. The first word of a list that the
/// device has is the value after sane_open, unless it says otherwise.
struct Dialect {
    std::string_view name;
    std::span<const SourceWord> sources;
    std::span<const ModeWord> modes;
    std::span<const OptionRow> options;
    const char *firstMode = nullptr;
    std::span<const SANE_Word> resolutions{};  ///< Empty: the range 75 to 600.
    bool inPixels = false;                     ///< Lengths are pixels, not millimetres.
    bool hidesOnlySource = false;              ///< No choice, no option.
    int prefetch = 0;                          ///< Sheets, unless device.ini says otherwise.
};

/// Nothing when there is no such dialect.
const Dialect *findDialect(std::string_view name);

}  // namespace vscan
