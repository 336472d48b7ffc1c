#include "scanner/vscan/settings.h"

#include <algorithm>
#include <charconv>
#include <istream>
#include <iterator>

namespace vscan {
namespace {

std::string trimmed(const std::string &text)
{
    const auto begin = text.find_first_not_of(" \t\r");
    const auto end = text.find_last_not_of(" \t\r");
    return begin == std::string::npos ? std::string() : text.substr(begin, end - begin + 1);
}

bool isComment(const std::string &line)
{
    const std::string text = trimmed(line);
    return text.empty() || text.front() == '#' || text.front() == ';';
}

/// One of two words.
bool either(const std::string &value, const char *no, const char *yes, bool &target)
{
    target = value == yes;
    return target || value == no;
}

bool yesNo(const std::string &value, bool &target)
{
    return either(value, "no", "yes", target);
}

template <typename Number>
bool number(const std::string &value, Number least, Number most, Number &target)
{
    const char *begin = value.c_str() + (value.starts_with('+') ? 1 : 0);
    const char *end = value.c_str() + value.size();
    const auto [stop, error] = std::from_chars(begin, end, target);
    return error == std::errc{} && stop == end && target >= least && target <= most;
}

bool count(const std::string &value, int &target)
{
    return number(value, 0, allSheets, target);
}

bool kindOf(const std::string &value, Kind &kind)
{
    static constexpr std::pair<std::string_view, Kind> kinds[] = {
        {"flatbed", {true, false, false}},          {"adf", {false, true, false}},
        {"adf-duplex", {false, true, true}},        {"flatbed-adf", {true, true, false}},
        {"flatbed-adf-duplex", {true, true, true}},
    };
    for (const auto &[name, meaning] : kinds) {
        if (name == value) {
            kind = meaning;
            return true;
        }
    }
    return false;
}

bool afterPageOf(const std::string &value, std::optional<SANE_Status> &status)
{
    if (value == "no")
        status.reset();
    else if (value == "yes" || value == "io-error")
        status = SANE_STATUS_IO_ERROR;
    else if (value == "invalid")
        status = SANE_STATUS_INVAL;
    else
        return false;
    return true;
}

using Reader = bool (*)(DeviceSettings &, const std::string &);

constexpr std::pair<std::string_view, Reader> readers[] = {
    {"vendor", [](auto &s, auto &v) { return s.vendor = v, !v.empty(); }},
    {"model", [](auto &s, auto &v) { return s.model = v, !v.empty(); }},
    {"serial", [](auto &s, auto &v) { return s.serial = v, !v.empty(); }},
    {"type", [](auto &s, auto &v) { return kindOf(v, s.kind); }},
    {"dialect", [](auto &s, auto &v) { return (s.dialect = findDialect(v)) != nullptr; }},
    {"libusb", [](auto &s, auto &v) { return yesNo(v, s.usb); }},
    {"discovery-ms", [](auto &s, auto &v) { return count(v, s.discoveryMs); }},

    {"resolution-type",
     [](auto &s, auto &v) { return either(v, "int", "fixed", s.options.fixedResolution); }},
    {"inexact", [](auto &s, auto &v) { return yesNo(v, s.options.inexact); }},
    {"resolution-only",
     [](auto &s, auto &v) { return number(v, 75, 600, s.options.onlyResolution); }},
    {"strict", [](auto &s, auto &v) { return yesNo(v, s.options.strict); }},
    {"resolution-resets", [](auto &s, auto &v) { return yesNo(v, s.options.resolutionResets); }},
    {"depth-option", [](auto &s, auto &v) { return yesNo(v, s.options.depthOption); }},

    {"depth",
     [](auto &s, auto &v) { return number(v, 8, 16, s.frames.depth) && s.frames.depth % 8 == 0; }},
    {"three-pass", [](auto &s, auto &v) { return yesNo(v, s.frames.threePass); }},
    {"padding", [](auto &s, auto &v) { return count(v, s.frames.padding); }},
    {"read-limit", [](auto &s, auto &v) { return count(v, s.frames.readLimit); }},
    {"fuzzy", [](auto &s, auto &v) { return yesNo(v, s.frames.fuzzy); }},
    {"unknown-length", [](auto &s, auto &v) { return yesNo(v, s.frames.unknownLength); }},
    {"lines-off", [](auto &s, auto &v) { return number(v, -10'000, 10'000, s.frames.linesOff); }},

    {"side-ms", [](auto &s, auto &v) { return count(v, s.feeder.sideMs); }},
    {"prefetch",
     [](auto &s, auto &v) {
         s.feeder.prefetch = allSheets;
         return v == "all" || count(v, s.feeder.prefetch);
     }},
    {"no-docs-late", [](auto &s, auto &v) { return yesNo(v, s.feeder.noDocsLate); }},
    {"warm-up-ms", [](auto &s, auto &v) { return count(v, s.feeder.warmUpMs); }},
    {"warm-up-busy", [](auto &s, auto &v) { return yesNo(v, s.feeder.warmUpBusy); }},
    {"restart-after-page", [](auto &s, auto &v) { return afterPageOf(v, s.feeder.afterPage); }},

    {"skew-deg", [](auto &s, auto &v) { return number(v, -45.0, 45.0, s.appearance.skewDeg); }},
    {"background",
     [](auto &s, auto &v) { return either(v, "white", "black", s.appearance.blackBackground); }},
    {"noise", [](auto &s, auto &v) { return number(v, 0, 255, s.appearance.noise); }},
    {"blank-back", [](auto &s, auto &v) { return yesNo(v, s.appearance.blankBack); }},
    {"show-through", [](auto &s, auto &v) { return number(v, 0, 100, s.appearance.showThrough); }},
};

/// Empty when the line was understood.
std::string mistakeIn(const std::string &line, DeviceSettings &settings)
{
    const auto [key, value] = keyAndValue(line);
    if (key.empty())
        return "no \"key = value\": " + trimmed(line);
    if (key == "fault") {
        auto fault = parseFaultLine(value);
        if (!fault)
            return fault.error();
        settings.faults.push_back(std::move(*fault));
        return {};
    }
    const auto *reader = std::find_if(std::begin(readers), std::end(readers),
                                      [&](const auto &entry) { return entry.first == key; });
    if (reader == std::end(readers))
        return "no such entry: " + key;
    return reader->second(settings, value) ? std::string() : key + " cannot be: " + value;
}

}  // namespace

std::vector<std::string> settingKeys()
{
    std::vector<std::string> keys{"fault"};
    for (const auto &reader : readers)
        keys.emplace_back(reader.first);
    return keys;
}

std::pair<std::string, std::string> keyAndValue(const std::string &line)
{
    const auto equals = line.find('=');
    if (equals == std::string::npos || isComment(line))
        return {};
    return {trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1))};
}

DeviceSettings parseSettings(std::istream &ini)
{
    DeviceSettings settings;
    settings.feeder.prefetch = -1;
    int lineNumber = 0;
    for (std::string line; std::getline(ini, line);) {
        ++lineNumber;
        if (isComment(line))
            continue;
        if (const auto mistake = mistakeIn(line, settings); !mistake.empty())
            settings.mistakes.push_back("line " + std::to_string(lineNumber) + ": " + mistake);
    }
    if (!settings.dialect)
        settings.dialect = findDialect("plain");
    if (settings.feeder.prefetch < 0)
        settings.feeder.prefetch = settings.dialect->prefetch;
    return settings;
}

}  // namespace vscan
