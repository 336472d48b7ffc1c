#include "scanner/vscan/options.h"

#include "scanner/vscan/role.h"

#include <sane/saneopts.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace vscan {
namespace {

constexpr double feederLengthMm = 355.6;
constexpr double glassLengthMm = 297;
constexpr SANE_Word inexactResolutions[] = {75, 150, 200, 300, 600};

SANE_Word resolutionWord(int dpi, const OptionTraits &traits)
{
    return traits.fixedResolution ? SANE_FIX(dpi) : dpi;
}

std::vector<SANE_Word> saneList(std::span<const SANE_Word> numbers)
{
    std::vector<SANE_Word> list{static_cast<SANE_Word>(numbers.size())};
    list.insert(list.end(), numbers.begin(), numbers.end());
    return list;
}

SANE_Word nearestIn(std::span<const SANE_Word> numbers, SANE_Word wanted)
{
    return *std::min_element(numbers.begin(), numbers.end(), [&](SANE_Word left, SANE_Word right) {
        return std::abs(std::int64_t{left} - wanted) < std::abs(std::int64_t{right} - wanted);
    });
}

}  // namespace

Options::Options(const DeviceSettings &settings)
    : m_traits(settings.options), m_dialect(*settings.dialect), m_kind(settings.kind),
      m_serial(settings.serial)
{
    add({Role::Count, "", SANE_TITLE_NUM_OPTIONS}, settings);
    for (const auto &row : m_dialect.options)
        add(row, settings);
    if (m_traits.depthOption && !find(Role::Depth))
        add({Role::Depth, SANE_NAME_BIT_DEPTH, SANE_TITLE_BIT_DEPTH}, settings);
    add({Role::Serial, "serial", "Serial number"}, settings);
    m_entries.front().number = static_cast<SANE_Word>(m_entries.size());
    refresh();
}

bool Options::isPresent(const OptionRow &row, const DeviceSettings &settings) const
{
    switch (row.role) {
    case Role::AdfMode:
    case Role::DuplexSwitch:
        return m_kind.duplex;
    case Role::FeederMode:
        return m_kind.feeder;
    case Role::Source:
        return !m_dialect.hidesOnlySource || (m_kind.glass && m_kind.feeder);
    case Role::Serial:
        return !settings.serial.empty();
    default:
        return true;
    }
}

void Options::add(const OptionRow &row, const DeviceSettings &settings)
{
    if (!isPresent(row, settings))
        return;
    Entry &entry = m_entries.emplace_back();
    entry.row = row;
    auto &about = entry.descriptor;
    about.name = row.name;
    about.title = row.title;
    about.desc = row.title;
    about.type = typeOf(row.role, m_traits.fixedResolution, m_dialect.inPixels);
    about.unit = unitOf(row.role, m_dialect.inPixels);
    about.size = row.role == Role::Group ? 0 : static_cast<SANE_Int>(sizeof(SANE_Word));
    about.cap = capOf(row.role);
    if (hasWords(row.role))
        describeWords(entry, settings);
    if (row.role == Role::Serial)
        about.size = static_cast<SANE_Int>(m_serial.size() + 1);
    if (row.role == Role::Resolution)
        describeResolution(entry);
    if (row.role == Role::Depth) {
        entry.numbers = {2, 8, 16};
        entry.number = settings.frames.depth;
        about.constraint_type = SANE_CONSTRAINT_WORD_LIST;
        about.constraint.word_list = entry.numbers.data();
    }
    if (isLength(row.role)) {
        entry.mm = usualMm(row.role);
        about.constraint_type = SANE_CONSTRAINT_RANGE;
        about.constraint.range = &entry.range;
    }
}

void Options::describeWords(Entry &entry, const DeviceSettings &settings)
{
    if (entry.row.role == Role::Source) {
        const Kind kind = settings.kind;
        for (const auto &[word, source] : m_dialect.sources) {
            if (source == Source::Flatbed                             ? kind.glass
                : source == Source::Auto || source == Source::Simplex ? kind.feeder
                                                                      : kind.duplex)
                entry.words.push_back(word);
        }
    } else if (entry.row.role == Role::Mode) {
        for (const auto &mode : m_dialect.modes)
            entry.words.push_back(mode.word);
    } else {
        entry.words.assign(entry.row.words.begin(), entry.row.words.end());
    }
    entry.word = entry.row.role == Role::Mode && m_dialect.firstMode ? m_dialect.firstMode
                                                                     : entry.words.front();
    std::size_t longest = 0;
    for (const char *word : entry.words)
        longest = std::max(longest, std::strlen(word));
    entry.words.push_back(nullptr);
    entry.descriptor.size = static_cast<SANE_Int>(longest + 1);
    entry.descriptor.constraint_type = SANE_CONSTRAINT_STRING_LIST;
    entry.descriptor.constraint.string_list = entry.words.data();
}

void Options::describeResolution(Entry &entry)
{
    const int only = m_traits.onlyResolution;
    entry.number = resolutionWord(only > 0 ? only : 300, m_traits);
    if (only > 0 || (!m_dialect.resolutions.empty() && !m_traits.inexact)) {
        std::vector<SANE_Word> list(m_dialect.resolutions.begin(), m_dialect.resolutions.end());
        if (only > 0)
            list = {only};
        for (auto &dpi : list)
            dpi = resolutionWord(dpi, m_traits);
        entry.numbers = saneList(list);
        entry.descriptor.constraint_type = SANE_CONSTRAINT_WORD_LIST;
        entry.descriptor.constraint.word_list = entry.numbers.data();
    } else {
        entry.range = {resolutionWord(75, m_traits), resolutionWord(600, m_traits),
                       m_traits.fixedResolution ? 0 : 1};
        entry.descriptor.constraint_type = SANE_CONSTRAINT_RANGE;
        entry.descriptor.constraint.range = &entry.range;
    }
}

const Options::Entry *Options::find(Role role) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.row.role == role; });
    return found == m_entries.end() ? nullptr : &*found;
}

const Options::Entry *Options::at(SANE_Int option) const
{
    const bool exists = option >= 0 && static_cast<std::size_t>(option) < m_entries.size();
    return exists ? &m_entries[static_cast<std::size_t>(option)] : nullptr;
}

/// Brings ranges, lengths and INACTIVE flags in line with the source and the resolution.
void Options::refresh()
{
    const bool flatbed = source() == Source::Flatbed;
    for (auto &entry : m_entries) {
        const bool noFeeder =
            isSensor(entry.row.role) && entry.row.role != Role::ScanButton && !m_kind.feeder;
        if (noFeeder || (entry.row.feederOnly && flatbed))
            entry.descriptor.cap |= SANE_CAP_INACTIVE;
        else
            entry.descriptor.cap &= ~SANE_CAP_INACTIVE;
        if (isLength(entry.row.role)) {
            const double limit = limitMm(entry.row.role);
            entry.range = {0, lengthWord(limit), 0};
            entry.mm = std::min(entry.mm, limit);
            entry.number = lengthWord(entry.mm);
        }
    }
}

/// The length of an option that exists and counts with this source.
double Options::activeMm(Role role, double otherwise) const
{
    const Entry *entry = find(role);
    return entry && SANE_OPTION_IS_ACTIVE(entry->descriptor.cap) ? entry->mm : otherwise;
}

double Options::limitMm(Role role) const
{
    if (isAcross(role))
        return role == Role::PageWidth ? widestMm : activeMm(Role::PageWidth, widestMm);
    if (role == Role::PageHeight)
        return feederLengthMm;
    const bool onGlass = source() == Source::Flatbed || (source() == Source::Auto && m_kind.glass);
    return activeMm(Role::PageHeight, onGlass ? glassLengthMm : feederLengthMm);
}

SANE_Word Options::lengthWord(double mm) const
{
    return m_dialect.inPixels ? static_cast<SANE_Word>(std::lround(mm * dpi() / 25.4))
                              : SANE_FIX(mm);
}

double Options::lengthMm(SANE_Word word) const
{
    return m_dialect.inPixels ? word * 25.4 / dpi() : SANE_UNFIX(word);
}

const SANE_Option_Descriptor *Options::descriptor(SANE_Int option)
{
    if (!at(option))
        return nullptr;
    auto &entry = m_entries[static_cast<std::size_t>(option)];
    entry.fetched = true;
    return &entry.descriptor;
}

SANE_Status Options::get(SANE_Int option, void *value, const SensorReader &sensor) const
{
    const Entry *entry = at(option);
    if (!entry || entry->row.role == Role::Group || !SANE_OPTION_IS_ACTIVE(entry->descriptor.cap) ||
        (m_traits.strict && !entry->fetched))
        return SANE_STATUS_INVAL;
    if (entry->descriptor.type == SANE_TYPE_STRING) {
        const auto &word = entry->row.role == Role::Serial ? m_serial : entry->word;
        std::memcpy(value, word.c_str(), word.size() + 1);
    } else {
        *static_cast<SANE_Word *>(value) =
            isSensor(entry->row.role) ? SANE_Word{sensor(entry->row.role)} : entry->number;
    }
    return SANE_STATUS_GOOD;
}

SANE_Word Options::allowed(const Entry &entry, SANE_Word wanted) const
{
    if (entry.descriptor.constraint_type == SANE_CONSTRAINT_WORD_LIST)
        return nearestIn(std::span(entry.numbers).subspan(1), wanted);
    SANE_Word value = std::clamp(wanted, entry.range.min, entry.range.max);
    if (entry.row.role == Role::Resolution && m_traits.inexact) {
        std::vector<SANE_Word> list;
        for (const SANE_Word dpi : inexactResolutions)
            list.push_back(resolutionWord(dpi, m_traits));
        value = nearestIn(list, value);
    }
    return value;
}

/// What else changes with an option.
SANE_Int Options::reloads(Role role) const
{
    constexpr SANE_Int all = SANE_INFO_RELOAD_OPTIONS | SANE_INFO_RELOAD_PARAMS;
    switch (role) {
    case Role::Source:
    case Role::Mode:
    case Role::PageWidth:
    case Role::PageHeight:
        return all;
    case Role::Resolution:
        return m_dialect.inPixels ? all : SANE_INFO_RELOAD_PARAMS;
    case Role::Depth:
        return SANE_INFO_RELOAD_PARAMS;
    default:
        if (!isCorner(role))
            return 0;
        return m_traits.resolutionResets ? all : SANE_INFO_RELOAD_PARAMS;
    }
}

SANE_Int Options::setNumber(Entry &entry, SANE_Word &value)
{
    const SANE_Word wanted = value;
    value = allowed(entry, wanted);
    entry.number = value;
    if (isLength(entry.row.role))
        entry.mm = lengthMm(value);
    if (isCorner(entry.row.role) && m_traits.resolutionResets) {
        for (auto &other : m_entries) {
            if (other.row.role == Role::Resolution)
                other.number = resolutionWord(75, m_traits);
        }
    }
    return value == wanted ? 0 : SANE_INFO_INEXACT;
}

SANE_Status Options::set(SANE_Int option, void *value, SANE_Int &info)
{
    if (!at(option))
        return SANE_STATUS_INVAL;
    auto &entry = m_entries[static_cast<std::size_t>(option)];
    const auto &about = entry.descriptor;
    if (!SANE_OPTION_IS_ACTIVE(about.cap) || !SANE_OPTION_IS_SETTABLE(about.cap) ||
        (m_traits.strict && !entry.fetched) ||
        (entry.row.role == Role::Resolution && m_traits.onlyResolution > 0))
        return SANE_STATUS_INVAL;
    info = reloads(entry.row.role);
    if (about.type == SANE_TYPE_STRING) {
        const auto *text = static_cast<const char *>(value);
        const auto known =
            std::find_if(entry.words.begin(), entry.words.end(),
                         [&](const char *word) { return word && std::strcmp(word, text) == 0; });
        if (known == entry.words.end())
            return SANE_STATUS_INVAL;
        entry.word = *known;
    } else if (about.type == SANE_TYPE_BOOL) {
        const SANE_Word word = *static_cast<SANE_Word *>(value);
        if (word != SANE_TRUE && word != SANE_FALSE)
            return SANE_STATUS_INVAL;
        entry.number = word;
    } else {
        info |= setNumber(entry, *static_cast<SANE_Word *>(value));
    }
    refresh();
    if (info & SANE_INFO_RELOAD_OPTIONS) {
        for (auto &each : m_entries)
            each.fetched = false;
    }
    return SANE_STATUS_GOOD;
}

Source Options::source() const
{
    Source chosen = m_kind.feeder && !m_kind.glass ? Source::Simplex : Source::Flatbed;
    if (const Entry *entry = find(Role::Source)) {
        for (const auto &[word, source] : m_dialect.sources) {
            if (entry->word == word)
                chosen = source;
        }
    }
    const Entry *adfMode = find(Role::AdfMode);
    const Entry *duplex = find(Role::DuplexSwitch);
    const bool both = (adfMode && adfMode->word == "Duplex") || (duplex && duplex->number);
    return chosen == Source::Simplex && both ? Source::Duplex : chosen;
}

Mode Options::mode() const
{
    for (const auto &mode : m_dialect.modes) {
        if (find(Role::Mode)->word == mode.word)
            return mode.mode;
    }
    return Mode::Color;
}

int Options::depth(int usual) const
{
    if (mode() == Mode::Lineart)
        return 1;
    for (const auto &mode : m_dialect.modes) {
        if (mode.depth > 0 && find(Role::Mode)->word == mode.word)
            return mode.depth;
    }
    const Entry *depth = find(Role::Depth);
    return depth ? depth->number : usual;
}

int Options::dpi() const
{
    const SANE_Word word = find(Role::Resolution)->number;
    return m_traits.fixedResolution ? static_cast<int>(std::lround(SANE_UNFIX(word))) : word;
}

Area Options::area() const
{
    return {find(Role::Left)->mm, find(Role::Top)->mm, find(Role::Right)->mm,
            find(Role::Bottom)->mm};
}

double Options::centredWidthMm() const
{
    return activeMm(Role::PageWidth, 0);
}

bool Options::oneSheetOnly() const
{
    const Entry *mode = find(Role::FeederMode);
    return mode && mode->word == "single";
}

bool Options::deskews() const
{
    const Entry *deskew = find(Role::Deskew);
    return deskew && deskew->number;
}

}  // namespace vscan
