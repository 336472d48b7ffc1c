#pragma once

#include "scanner/vscan/device_folder.h"
#include "scanner/vscan/picture.h"

#include <sane/sane.h>

#include <array>
#include <string>
#include <vector>

namespace vscan {

enum class Source { Flatbed, Simplex, Duplex };

struct Sensors {
    bool pageLoaded = false;
    bool coverOpen = false;
    bool doubleFeed = false;
};

/// The SANE options of a device: their descriptors and values.
class Options {
public:
    explicit Options(Kind kind);
    Options(const Options &) = delete;  // descriptors point into this object
    Options &operator=(const Options &) = delete;

    const SANE_Option_Descriptor *descriptor(SANE_Int option) const;
    SANE_Status get(SANE_Int option, void *value, const Sensors &sensors) const;
    SANE_Status set(SANE_Int option, void *value, SANE_Int *info);

    Source source() const;
    Mode mode() const;
    int dpi() const { return m_resolution; }
    Area area() const;

private:
    enum Index {
        Count,
        ScanGroup,
        SourceOption,
        ModeOption,
        Resolution,
        GeometryGroup,
        TopLeftX,
        TopLeftY,
        BottomRightX,
        BottomRightY,
        SensorGroup,
        PageLoaded,
        CoverOpen,
        DoubleFeed,
        IndexCount
    };

    void describe(Kind kind);
    SANE_Status setWord(std::string &target, const std::vector<const char *> &words,
                        const char *value);
    SANE_Int setNumber(SANE_Word &target, const SANE_Range &range, SANE_Word value);

    std::array<SANE_Option_Descriptor, IndexCount> m_descriptors{};
    std::vector<const char *> m_sources;
    std::vector<const char *> m_modes;
    SANE_Range m_resolutions{};
    SANE_Range m_widths{};
    SANE_Range m_heights{};

    std::string m_source;
    std::string m_mode;
    SANE_Word m_resolution = 300;
    std::array<SANE_Word, 4> m_corners{};  // left, top, right, bottom
};

}  // namespace vscan
