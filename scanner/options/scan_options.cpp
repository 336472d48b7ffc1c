#include "scanner/options/scan_options.h"

#include "scanner/options/dialect.h"

#include <algorithm>
#include <cmath>

namespace station::scanner {
namespace {

using namespace Qt::StringLiterals;
using workflow::ColourMode;
using workflow::PaperSource;
using workflow::ScanRequest;
using Settings = std::vector<Setting>;

constexpr double mmPerInch = 25.4;

const Option *firstOf(const Options &options, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const auto *option = findOption(options, QLatin1String(name)))
            return option;
    }
    return nullptr;
}

const Option *sourceOption(const Options &options)
{
    return firstOf(options, {"source", "doc-source"});
}

const Option *modeOption(const Options &options)
{
    return firstOf(options, {"mode", "scan-mode"});
}

/// epson2, magicolor and kodakaio: a word; kvs20xx, kvs40xx: a switch.
const Option *sidesOption(const Options &options)
{
    return firstOf(options, {"adf-mode", "duplex"});
}

/// A device without any choice of source: is its one source a feeder?
bool onlyFeeds(const Options &options)
{
    return !sourceOption(options) &&
           (sidesOption(options) || findOption(options, u"page-loaded"_s));
}

bool offers(const Options &options, PaperSource wanted)
{
    const auto *source = sourceOption(options);
    const bool direct = source && wordFor(source->words, wanted);
    if (wanted == PaperSource::Flatbed)
        return direct || (!source && !onlyFeeds(options));
    if (wanted == PaperSource::Feeder)
        return direct || onlyFeeds(options);
    return direct || (sidesOption(options) && offers(options, PaperSource::Feeder));
}

Expected<Settings> sourceSettings(const ScanRequest &request, const Options &options)
{
    if (!offers(options, request.source))
        return fail(Fault::InvalidInput, u"no such source"_s, u"source"_s);
    const auto *option = sourceOption(options);
    if (!option)
        return Settings{};
    auto word = wordFor(option->words, request.source);
    if (!word && request.source == PaperSource::Duplex)
        word = wordFor(option->words, PaperSource::Feeder);
    return Settings{{option->name, *word}};
}

Settings sidesSettings(const ScanRequest &request, const Options &options)
{
    const auto *option = sidesOption(options);
    if (!option || request.source == PaperSource::Flatbed)
        return {};
    if (option->type == OptionType::Bool)
        return {{option->name, request.source == PaperSource::Duplex}};
    const auto word = wordFor(option->words, request.source);
    return word ? Settings{{option->name, *word}} : Settings{};
}

Expected<Settings> modeSettings(const ScanRequest &request, const Options &options)
{
    const auto *option = modeOption(options);
    if (!option)
        return Settings{};
    const auto word = wordFor(option->words, request.mode);
    if (!word)
        return fail(Fault::InvalidInput, u"no such mode"_s, u"mode"_s);
    return Settings{{option->name, *word}};
}

Settings depthSettings(const Options &options)
{
    const auto *option = findOption(options, u"depth"_s);
    if (!option)
        return {};
    if (option->type == OptionType::Text) {
        for (const auto &word : option->words) {
            if (word == u"8" || word.startsWith("8 "_L1))
                return {{option->name, word}};
        }
        return {};
    }
    return {{option->name, nearestAllowed(*option, 8)}};
}

std::vector<const Option *> resolutionOptions(const Options &options)
{
    if (const auto *both = firstOf(options, {"resolution", "scan-resolution"}))
        return {both};
    std::vector<const Option *> found;
    for (const char *name : {"x-resolution", "y-resolution"}) {
        if (const auto *option = findOption(options, QLatin1String(name)))
            found.push_back(option);
    }
    return found;
}

Settings resolutionSettings(const ScanRequest &request, const Options &options)
{
    Settings settings;
    for (const auto *option : resolutionOptions(options))
        settings.push_back({option->name, nearestAllowed(*option, request.dpi)});
    return settings;
}

/// A length in the option's own unit, within its range.
void addLength(Settings &settings, const Options &options, const char *name, double mm, int dpi)
{
    const auto *option = findOption(options, QLatin1String(name));
    if (!option || option->type != OptionType::Number)
        return;
    double value = option->unit == OptionUnit::Pixel ? std::round(mm * dpi / mmPerInch) : mm;
    if (option->hasRange())
        value = std::clamp(value, option->minimum, option->maximum);
    settings.push_back({option->name, value});
}

Settings pageSizeSettings(const ScanRequest &request, const Options &options)
{
    const int dpi = actualDpi(options, request.dpi);
    Settings settings;
    addLength(settings, options, "page-width", request.widthMm, dpi);
    addLength(settings, options, "page-height", request.heightMm, dpi);
    return settings;
}

Settings cornerSettings(const ScanRequest &request, const Options &options)
{
    const int dpi = actualDpi(options, request.dpi);
    Settings settings;
    addLength(settings, options, "tl-x", 0, dpi);
    addLength(settings, options, "tl-y", 0, dpi);
    addLength(settings, options, "br-x", request.widthMm, dpi);
    addLength(settings, options, "br-y", request.heightMm, dpi);
    return settings;
}

double largestMm(const Options &options, const QString &name, int dpi)
{
    const auto *option = findOption(options, name);
    if (!option || !option->hasRange())
        return 0;
    const double mm =
        option->unit == OptionUnit::Pixel ? option->maximum * mmPerInch / dpi : option->maximum;
    return std::round(mm * 10) / 10;
}

QJsonValue json(const OptionValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    return QJsonValue::Null;
}

QJsonArray numberArray(const std::vector<double> &numbers)
{
    QJsonArray array;
    for (const double number : numbers)
        array.append(number);
    return array;
}

QString unitName(OptionUnit unit)
{
    switch (unit) {
    case OptionUnit::None:
        return {};
    case OptionUnit::Pixel:
        return u"px"_s;
    case OptionUnit::Bit:
        return u"bit"_s;
    case OptionUnit::Millimetre:
        return u"mm"_s;
    case OptionUnit::Dpi:
        return u"dpi"_s;
    case OptionUnit::Percent:
        return u"%"_s;
    case OptionUnit::Microsecond:
        return u"us"_s;
    }
    return {};
}

Expected<Settings> wantedSettings(Step step, const ScanRequest &request, const Options &options)
{
    switch (step) {
    case Step::Source:
        return sourceSettings(request, options);
    case Step::Sides:
        return sidesSettings(request, options);
    case Step::Mode:
        return modeSettings(request, options);
    case Step::Depth:
        return depthSettings(options);
    case Step::Resolution:
    case Step::ResolutionAgain:
        return resolutionSettings(request, options);
    case Step::PageSize:
        return pageSizeSettings(request, options);
    case Step::Corners:
        return cornerSettings(request, options);
    }
    return Settings{};
}

}  // namespace

Expected<Settings> settingsFor(Step step, const ScanRequest &request, const Options &options)
{
    auto settings = wantedSettings(step, request, options);
    if (settings)
        std::erase_if(*settings, [&](const Setting &setting) {
            return !findOption(options, setting.option)->canBeSet();
        });
    return settings;
}

int actualDpi(const Options &options, int fallback)
{
    for (const auto *option : resolutionOptions(options)) {
        if (const auto *number = std::get_if<double>(&option->value); number && *number > 0)
            return static_cast<int>(std::lround(*number));
    }
    return fallback;
}

QJsonObject normalized(const Options &options)
{
    QJsonArray sources;
    for (const auto &[source, name] :
         {std::pair{PaperSource::Flatbed, "flatbed"}, std::pair{PaperSource::Feeder, "feeder"},
          std::pair{PaperSource::Duplex, "duplex"}}) {
        if (offers(options, source))
            sources.append(QLatin1String(name));
    }
    QJsonArray modes;
    if (const auto *mode = modeOption(options)) {
        if (wordFor(mode->words, ColourMode::Colour))
            modes.append("colour"_L1);
        if (wordFor(mode->words, ColourMode::Gray))
            modes.append("gray"_L1);
    }
    QJsonObject resolutions;
    if (const auto found = resolutionOptions(options); !found.empty()) {
        const auto &option = *found.front();
        if (option.hasRange())
            resolutions = {{u"min"_s, option.minimum}, {u"max"_s, option.maximum}};
        else
            resolutions = {{u"list"_s, numberArray(option.numbers)}};
    }
    const int dpi = actualDpi(options, 300);
    return {{u"sources"_s, sources},
            {u"modes"_s, modes},
            {u"resolutions"_s, resolutions},
            {u"maxWidthMm"_s, largestMm(options, u"br-x"_s, dpi)},
            {u"maxHeightMm"_s, largestMm(options, u"br-y"_s, dpi)}};
}

QJsonArray raw(const Options &options)
{
    QJsonArray array;
    for (const auto &option : options) {
        QJsonObject entry{{u"name"_s, option.name},
                          {u"active"_s, option.active},
                          {u"settable"_s, option.settable},
                          {u"value"_s, json(option.value)}};
        if (option.unit != OptionUnit::None)
            entry.insert(u"unit"_s, unitName(option.unit));
        if (!option.words.isEmpty())
            entry.insert(u"words"_s, QJsonArray::fromStringList(option.words));
        if (!option.numbers.empty())
            entry.insert(u"numbers"_s, numberArray(option.numbers));
        if (option.hasRange())
            entry.insert(u"range"_s, QJsonArray{option.minimum, option.maximum, option.step});
        array.append(entry);
    }
    return array;
}

}  // namespace station::scanner
