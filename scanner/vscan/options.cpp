#include "scanner/vscan/options.h"

#include <sane/saneopts.h>

#include <algorithm>
#include <cstring>

namespace vscan {
namespace {

constexpr const char *flatbed = "Flatbed";
constexpr const char *front = "ADF Front";
constexpr const char *duplex = "ADF Duplex";
constexpr const char *lineart = SANE_VALUE_SCAN_MODE_LINEART;
constexpr const char *gray = SANE_VALUE_SCAN_MODE_GRAY;
constexpr const char *color = SANE_VALUE_SCAN_MODE_COLOR;

SANE_Option_Descriptor group(const char *title)
{
    SANE_Option_Descriptor result{};
    result.name = "";
    result.title = title;
    result.desc = "";
    result.type = SANE_TYPE_GROUP;
    return result;
}

SANE_Option_Descriptor described(const char *name, const char *title, SANE_Value_Type type,
                                 SANE_Unit unit, SANE_Int cap)
{
    SANE_Option_Descriptor result{};
    result.name = name;
    result.title = title;
    result.desc = title;
    result.type = type;
    result.unit = unit;
    result.size = sizeof(SANE_Word);
    result.cap = cap;
    return result;
}

constexpr SANE_Int settable = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT;
constexpr SANE_Int sensor = SANE_CAP_SOFT_DETECT | SANE_CAP_HARD_SELECT;

SANE_Option_Descriptor words(const char *name, const char *title,
                             const std::vector<const char *> &list)
{
    auto result = described(name, title, SANE_TYPE_STRING, SANE_UNIT_NONE, settable);
    result.size = 32;
    result.constraint_type = SANE_CONSTRAINT_STRING_LIST;
    result.constraint.string_list = list.data();
    return result;
}

SANE_Option_Descriptor numbers(const char *name, const char *title, SANE_Value_Type type,
                               SANE_Unit unit, const SANE_Range &range)
{
    auto result = described(name, title, type, unit, settable);
    result.constraint_type = SANE_CONSTRAINT_RANGE;
    result.constraint.range = &range;
    return result;
}

}  // namespace

Options::Options(Kind kind)
{
    m_sources = kind == Kind::Flatbed ? std::vector<const char *>{flatbed, nullptr}
                : kind == Kind::Adf   ? std::vector<const char *>{front, nullptr}
                                      : std::vector<const char *>{front, duplex, nullptr};
    m_modes = {lineart, gray, color, nullptr};
    m_resolutions = {75, 600, 1};
    m_widths = {0, SANE_FIX(215.9), 0};
    m_heights = {0, SANE_FIX(kind == Kind::Flatbed ? 297.0 : 355.6), 0};
    m_source = m_sources.front();
    m_mode = color;
    m_corners = {0, 0, SANE_FIX(210.0), SANE_FIX(297.0)};
    describe(kind);
}

void Options::describe(Kind kind)
{
    auto &d = m_descriptors;
    d[Count] =
        described("", SANE_TITLE_NUM_OPTIONS, SANE_TYPE_INT, SANE_UNIT_NONE, SANE_CAP_SOFT_DETECT);
    d[ScanGroup] = group("Scan mode");
    d[SourceOption] = words(SANE_NAME_SCAN_SOURCE, SANE_TITLE_SCAN_SOURCE, m_sources);
    d[ModeOption] = words(SANE_NAME_SCAN_MODE, SANE_TITLE_SCAN_MODE, m_modes);
    d[Resolution] = numbers(SANE_NAME_SCAN_RESOLUTION, SANE_TITLE_SCAN_RESOLUTION, SANE_TYPE_INT,
                            SANE_UNIT_DPI, m_resolutions);
    d[GeometryGroup] = group("Geometry");
    d[TopLeftX] =
        numbers(SANE_NAME_SCAN_TL_X, SANE_TITLE_SCAN_TL_X, SANE_TYPE_FIXED, SANE_UNIT_MM, m_widths);
    d[TopLeftY] = numbers(SANE_NAME_SCAN_TL_Y, SANE_TITLE_SCAN_TL_Y, SANE_TYPE_FIXED, SANE_UNIT_MM,
                          m_heights);
    d[BottomRightX] =
        numbers(SANE_NAME_SCAN_BR_X, SANE_TITLE_SCAN_BR_X, SANE_TYPE_FIXED, SANE_UNIT_MM, m_widths);
    d[BottomRightY] = numbers(SANE_NAME_SCAN_BR_Y, SANE_TITLE_SCAN_BR_Y, SANE_TYPE_FIXED,
                              SANE_UNIT_MM, m_heights);
    d[SensorGroup] = group("Sensors");
    const SANE_Int cap = kind == Kind::Flatbed ? sensor | SANE_CAP_INACTIVE : sensor;
    d[PageLoaded] = described("page-loaded", "Page loaded", SANE_TYPE_BOOL, SANE_UNIT_NONE, cap);
    d[CoverOpen] = described("cover-open", "Cover open", SANE_TYPE_BOOL, SANE_UNIT_NONE, cap);
    d[DoubleFeed] = described("double-feed", "Double feed", SANE_TYPE_BOOL, SANE_UNIT_NONE, cap);
}

const SANE_Option_Descriptor *Options::descriptor(SANE_Int option) const
{
    if (option < 0 || option >= IndexCount)
        return nullptr;
    return &m_descriptors[static_cast<std::size_t>(option)];
}

SANE_Status Options::get(SANE_Int option, void *value, const Sensors &sensors) const
{
    const auto *about = descriptor(option);
    if (!about || about->type == SANE_TYPE_GROUP || !SANE_OPTION_IS_ACTIVE(about->cap))
        return SANE_STATUS_INVAL;
    auto &word = *static_cast<SANE_Word *>(value);
    switch (option) {
    case Count:
        word = IndexCount;
        break;
    case SourceOption:
        std::strcpy(static_cast<char *>(value), m_source.c_str());
        break;
    case ModeOption:
        std::strcpy(static_cast<char *>(value), m_mode.c_str());
        break;
    case Resolution:
        word = m_resolution;
        break;
    case PageLoaded:
        word = sensors.pageLoaded;
        break;
    case CoverOpen:
        word = sensors.coverOpen;
        break;
    case DoubleFeed:
        word = sensors.doubleFeed;
        break;
    default:
        word = m_corners[static_cast<std::size_t>(option - TopLeftX)];
    }
    return SANE_STATUS_GOOD;
}

SANE_Status Options::setWord(std::string &target, const std::vector<const char *> &list,
                             const char *value)
{
    for (const char *word : list) {
        if (word && std::strcmp(word, value) == 0) {
            target = word;
            return SANE_STATUS_GOOD;
        }
    }
    return SANE_STATUS_INVAL;
}

SANE_Int Options::setNumber(SANE_Word &target, const SANE_Range &range, SANE_Word value)
{
    target = std::clamp(value, range.min, range.max);
    return target == value ? SANE_INFO_RELOAD_PARAMS : SANE_INFO_RELOAD_PARAMS | SANE_INFO_INEXACT;
}

SANE_Status Options::set(SANE_Int option, void *value, SANE_Int *info)
{
    const auto *about = descriptor(option);
    if (!about || !SANE_OPTION_IS_ACTIVE(about->cap) || !SANE_OPTION_IS_SETTABLE(about->cap))
        return SANE_STATUS_INVAL;
    SANE_Int happened = SANE_INFO_RELOAD_OPTIONS | SANE_INFO_RELOAD_PARAMS;
    SANE_Status status = SANE_STATUS_GOOD;
    if (option == SourceOption) {
        status = setWord(m_source, m_sources, static_cast<const char *>(value));
    } else if (option == ModeOption) {
        status = setWord(m_mode, m_modes, static_cast<const char *>(value));
    } else {
        auto &word = *static_cast<SANE_Word *>(value);
        auto &target = option == Resolution
                           ? m_resolution
                           : m_corners[static_cast<std::size_t>(option - TopLeftX)];
        happened = setNumber(target, *about->constraint.range, word);
        word = target;
    }
    if (info)
        *info = happened;
    return status;
}

Source Options::source() const
{
    return m_source == flatbed ? Source::Flatbed
           : m_source == front ? Source::Simplex
                               : Source::Duplex;
}

Mode Options::mode() const
{
    return m_mode == color ? Mode::Color : m_mode == gray ? Mode::Gray : Mode::Lineart;
}

Area Options::area() const
{
    return {SANE_UNFIX(m_corners[0]), SANE_UNFIX(m_corners[1]), SANE_UNFIX(m_corners[2]),
            SANE_UNFIX(m_corners[3])};
}

}  // namespace vscan
