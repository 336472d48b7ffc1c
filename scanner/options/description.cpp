#include "scanner/options/model_options.h"
#include "scanner/options/scan_options.h"

#include <cmath>

// What a device offers, as JSON: the second half of scan_options.h.

namespace station::scanner {

using namespace Qt::StringLiterals;
using workflow::ColourMode;
using workflow::PaperSource;

namespace {

constexpr double mmPerInch = 25.4;

double largestMm(const Options &options, const QString &name, int dpi)
{
    const auto *option = findOption(options, name);
    if (!option || !option->hasRange())
        return 0;
    const double mm =
        option->unit == OptionUnit::Pixel ? option->maximum * mmPerInch / dpi : option->maximum;
    return std::round(mm * 10) / 10;
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

}  // namespace

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

QJsonObject normalized(const Options &options, const Quirk &quirk)
{
    const ModelOptions model(options, quirk);
    QJsonArray sources;
    for (const auto &[source, name] :
         {std::pair{PaperSource::Flatbed, "flatbed"}, std::pair{PaperSource::Feeder, "feeder"},
          std::pair{PaperSource::Duplex, "duplex"}}) {
        if (model.offers(source))
            sources.append(QLatin1String(name));
    }
    QJsonArray modes;
    if (const auto *mode = model.mode()) {
        if (model.word(*mode, ColourMode::Colour))
            modes.append("colour"_L1);
        if (model.word(*mode, ColourMode::Gray))
            modes.append("gray"_L1);
    }
    QJsonObject resolutions;
    if (const auto found = model.resolutions(); !found.empty()) {
        const auto &option = *found.front();
        if (option.hasRange())
            resolutions = {{u"min"_s, option.minimum}, {u"max"_s, option.maximum}};
        else
            resolutions = {{u"list"_s, numberArray(option.numbers)}};
    }
    const int dpi = actualDpi(options, 300, quirk);
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
