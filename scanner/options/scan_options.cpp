#include "scanner/options/scan_options.h"

#include "scanner/options/model_options.h"

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
constexpr int leastDpi = 200;  // ND 30/2020: a digitized copy's least

Expected<Settings> sourceSettings(const ScanRequest &request, const ModelOptions &model)
{
    if (!model.offers(request.source))
        return fail(Fault::InvalidInput, u"no such source"_s, u"source"_s);
    const auto *option = model.source();
    if (!option)
        return Settings{};
    auto word = model.word(*option, request.source);
    if (!word && request.source == PaperSource::Duplex)
        word = model.word(*option, PaperSource::Feeder);
    return Settings{{option->name, *word}};
}

Settings sidesSettings(const ScanRequest &request, const ModelOptions &model)
{
    const auto *option = model.sides();
    if (!option || request.source == PaperSource::Flatbed)
        return {};
    if (option->type == OptionType::Bool)
        return {{option->name, request.source == PaperSource::Duplex}};
    const auto word = model.word(*option, request.source);
    return word ? Settings{{option->name, *word}} : Settings{};
}

Expected<Settings> modeSettings(const ScanRequest &request, const ModelOptions &model)
{
    const auto *option = model.mode();
    if (!option)
        return Settings{};
    const auto word = model.word(*option, request.mode);
    if (!word)
        return fail(Fault::InvalidInput, u"no such mode"_s, u"mode"_s);
    return Settings{{option->name, *word}};
}

Settings depthSettings(const ModelOptions &model)
{
    const auto *option = model.named(u"depth"_s);
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

Settings resolutionSettings(double dpi, const ModelOptions &model)
{
    Settings settings;
    for (const auto *option : model.resolutions())
        settings.push_back({option->name, nearestAllowed(*option, dpi)});
    return settings;
}

/// A length in the option's own unit, within its range.
void addLength(Settings &settings, const ModelOptions &model, const char *name, double mm, int dpi)
{
    const auto *option = model.named(QLatin1String(name));
    if (!option || option->type != OptionType::Number)
        return;
    double value = option->unit == OptionUnit::Pixel ? std::round(mm * dpi / mmPerInch) : mm;
    if (option->hasRange())
        value = std::clamp(value, option->minimum, option->maximum);
    settings.push_back({option->name, value});
}

/// Several backends need the paper's size before its corners, to centre it.
Settings pageSizeSettings(const ScanRequest &request, const ModelOptions &model, int dpi,
                          double marginMm)
{
    Settings settings;
    addLength(settings, model, "page-width", request.widthMm + marginMm, dpi);
    addLength(settings, model, "page-height", request.heightMm + marginMm, dpi);
    return settings;
}

Settings cornerSettings(const ScanRequest &request, const ModelOptions &model, int dpi,
                        double marginMm)
{
    Settings settings;
    addLength(settings, model, "tl-x", 0, dpi);
    addLength(settings, model, "tl-y", 0, dpi);
    addLength(settings, model, "br-x", request.widthMm + marginMm, dpi);
    addLength(settings, model, "br-y", request.heightMm + marginMm, dpi);
    return settings;
}

/// Nothing when the option does not take such a value: an extra is no promise.
OptionValue valueOf(const Option &option, const QString &text)
{
    const QString word = text.toLower();
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    switch (option.type) {
    case OptionType::Bool:
        if (word == u"yes" || word == u"true" || word == u"1")
            return true;
        if (word == u"no" || word == u"false" || word == u"0")
            return false;
        return {};
    case OptionType::Number:
        return isNumber ? OptionValue(nearestAllowed(option, number)) : OptionValue();
    case OptionType::Text:
        return option.words.isEmpty() || option.words.contains(text) ? OptionValue(text)
                                                                     : OptionValue();
    case OptionType::Other:
        return {};
    }
    return {};
}

Settings extraSettings(const Quirk &quirk, const ModelOptions &model)
{
    Settings settings;
    for (const auto &extra : quirk.extras) {
        const auto *option = model.named(extra.option);
        auto value = option ? valueOf(*option, extra.value) : OptionValue();
        if (!std::holds_alternative<std::monostate>(value))
            settings.push_back({extra.option, std::move(value)});
    }
    return settings;
}

Expected<Settings> wantedSettings(Step step, const ScanRequest &request, const Options &options,
                                  const Quirk &quirk)
{
    const ModelOptions model(options, quirk);
    const int dpi = actualDpi(options, request.dpi, quirk);
    const double marginMm = request.source == PaperSource::Flatbed ? 0 : quirk.pageMarginMm;
    switch (step) {
    case Step::Source:
        return sourceSettings(request, model);
    case Step::Sides:
        return sidesSettings(request, model);
    case Step::Mode:
        return modeSettings(request, model);
    case Step::Depth:
        return depthSettings(model);
    case Step::Resolution:
    case Step::ResolutionAgain:
        return resolutionSettings(request.dpi, model);
    case Step::PageSize:
        return pageSizeSettings(request, model, dpi, marginMm);
    case Step::Corners:
        return cornerSettings(request, model, dpi, marginMm);
    case Step::Extras:
        return extraSettings(quirk, model);
    }
    return Settings{};
}

void keepSettable(Settings &settings, const Options &options)
{
    std::erase_if(settings, [&](const Setting &setting) {
        const auto *option = findOption(options, setting.option);
        return !option->canBeSet() || option->hasOneValue();
    });
}

}  // namespace

bool isEssential(Step step)
{
    return step == Step::Source || step == Step::Sides || step == Step::Mode;
}

Expected<Settings> settingsFor(Step step, const ScanRequest &request, const Options &options,
                               const Quirk &quirk)
{
    auto settings = wantedSettings(step, request, options, quirk);
    if (settings)
        keepSettable(*settings, options);
    return settings;
}

Settings higherResolution(const ScanRequest &request, const Options &options, const Quirk &quirk)
{
    const int actual = actualDpi(options, request.dpi, quirk);
    if (actual >= std::min(request.dpi, leastDpi))
        return {};
    Settings settings;
    const ModelOptions model(options, quirk);
    for (const auto *option : model.resolutions()) {
        // Past the value that the device made less of, by a tenth at least.
        const double next = nearestAllowed(*option, std::max(leastDpi + 0.0, actual * 1.1));
        if (next > actual)
            settings.push_back({option->name, next});
    }
    keepSettable(settings, options);
    return settings;
}

int actualDpi(const Options &options, int fallback, const Quirk &quirk)
{
    for (const auto *option : ModelOptions(options, quirk).resolutions()) {
        if (const auto *number = std::get_if<double>(&option->value); number && *number > 0)
            return static_cast<int>(std::lround(*number));
    }
    return fallback;
}

}  // namespace station::scanner
