#include "scanner/options/scan_options.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::scanner;
using namespace Qt::StringLiterals;
using workflow::ColourMode;
using workflow::PaperSource;
using workflow::ScanRequest;

namespace {

Option words(const QString &name, const QStringList &list)
{
    Option option;
    option.name = name;
    option.type = OptionType::Text;
    option.words = list;
    option.value = list.first();
    return option;
}

Option toggle(const QString &name)
{
    Option option;
    option.name = name;
    option.type = OptionType::Bool;
    option.value = false;
    return option;
}

Option range(const QString &name, double minimum, double maximum, double step = 0,
             OptionUnit unit = OptionUnit::Millimetre)
{
    Option option;
    option.name = name;
    option.type = OptionType::Number;
    option.unit = unit;
    option.minimum = minimum;
    option.maximum = maximum;
    option.step = step;
    option.value = minimum;
    return option;
}

Option list(const QString &name, std::vector<double> numbers)
{
    Option option;
    option.name = name;
    option.type = OptionType::Number;
    option.numbers = std::move(numbers);
    option.value = option.numbers.front();
    return option;
}

std::vector<Setting> settings(Step step, const ScanRequest &request, const Options &options)
{
    const auto result = settingsFor(step, request, options);
    REQUIRE(result);
    return *result;
}

const ScanRequest duplex{.source = PaperSource::Duplex};
const ScanRequest feeder{.source = PaperSource::Feeder};
const ScanRequest flatbed{.source = PaperSource::Flatbed};

using Wanted = std::vector<Setting>;

}  // namespace

TEST_CASE("duplex is one word, or a feeder and a second option", "[options]")
{
    const Options oneWord{words(u"source"_s, {u"Flatbed"_s, u"ADF Front"_s, u"ADF Duplex"_s})};
    CHECK(settings(Step::Source, duplex, oneWord) == Wanted{{u"source"_s, u"ADF Duplex"_s}});
    CHECK(settings(Step::Sides, duplex, oneWord).empty());

    const Options mode{words(u"source"_s, {u"Flatbed"_s, u"Automatic Document Feeder"_s}),
                       words(u"adf-mode"_s, {u"Simplex"_s, u"Duplex"_s})};
    CHECK(settings(Step::Source, duplex, mode) ==
          Wanted{{u"source"_s, u"Automatic Document Feeder"_s}});
    CHECK(settings(Step::Sides, duplex, mode) == Wanted{{u"adf-mode"_s, u"Duplex"_s}});
    CHECK(settings(Step::Sides, feeder, mode) == Wanted{{u"adf-mode"_s, u"Simplex"_s}});
    CHECK(settings(Step::Sides, flatbed, mode).empty());

    const Options aSwitch{toggle(u"duplex"_s)};
    CHECK(settings(Step::Source, duplex, aSwitch).empty());
    CHECK(settings(Step::Sides, duplex, aSwitch) == Wanted{{u"duplex"_s, true}});
    CHECK(settings(Step::Sides, feeder, aSwitch) == Wanted{{u"duplex"_s, false}});
}

TEST_CASE("a source that the model lacks is refused before anything is set", "[options]")
{
    const Options simple{words(u"source"_s, {u"Flatbed"_s, u"ADF"_s})};
    const auto result = settingsFor(Step::Source, duplex, simple);
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::InvalidInput);
    CHECK(result.error().subject == u"source"_s);

    // Without any choice of source it is a flatbed: asking it for sheet after
    // sheet would never end.
    const Options glassOnly{words(u"mode"_s, {u"Color"_s})};
    CHECK(settings(Step::Source, flatbed, glassOnly).empty());
    CHECK_FALSE(settingsFor(Step::Source, feeder, glassOnly));
}

TEST_CASE("a mode that the model lacks is refused", "[options]")
{
    const Options bilevel{words(u"mode"_s, {u"Lineart"_s})};
    const auto result = settingsFor(Step::Mode, feeder, bilevel);
    REQUIRE_FALSE(result);
    CHECK(result.error().subject == u"mode"_s);
}

TEST_CASE("options that are inactive or read-only are left alone", "[options]")
{
    auto size = range(u"br-x"_s, 0, 215);
    size.active = false;
    auto height = range(u"br-y"_s, 0, 300);
    height.settable = false;
    CHECK(settings(Step::Corners, feeder, {size, height}).empty());
}

TEST_CASE("depth is 8 where there is a choice", "[options]")
{
    CHECK(settings(Step::Depth, feeder, {list(u"depth"_s, {1, 8, 16})}) ==
          Wanted{{u"depth"_s, 8.0}});
    CHECK(settings(Step::Depth, feeder, {words(u"depth"_s, {u"16 bit"_s, u"8 bit"_s})}) ==
          Wanted{{u"depth"_s, u"8 bit"_s}});
    CHECK(settings(Step::Depth, feeder, {}).empty());
}

TEST_CASE("the resolution is never below the wish when the model can do more", "[options]")
{
    const auto nearest = [](const Option &option) {
        return std::get<double>(settings(Step::Resolution, {.dpi = 300}, {option}).at(0).value);
    };
    CHECK(nearest(list(u"resolution"_s, {600, 150, 200, 400})) == 400);
    CHECK(nearest(list(u"resolution"_s, {75, 150})) == 150);
    CHECK(nearest(range(u"resolution"_s, 50, 1200, 1)) == 300);
    CHECK(nearest(range(u"resolution"_s, 50, 1200, 40)) == 330);
    CHECK(nearest(range(u"scan-resolution"_s, 50, 240)) == 240);
    CHECK(settings(Step::Resolution, {.dpi = 300},
                   {range(u"x-resolution"_s, 50, 600), range(u"y-resolution"_s, 50, 600)}) ==
          Wanted{{u"x-resolution"_s, 300.0}, {u"y-resolution"_s, 300.0}});
}

TEST_CASE("lengths are set in the unit of the option and within its range", "[options]")
{
    Options options{range(u"br-x"_s, 0, 215.9), range(u"br-y"_s, 0, 280)};
    CHECK(settings(Step::Corners, feeder, options) ==
          Wanted{{u"br-x"_s, 210.0}, {u"br-y"_s, 280.0}});

    auto resolution = range(u"resolution"_s, 75, 600);
    resolution.value = 200.0;
    options = {resolution, range(u"br-x"_s, 0, 3000, 0, OptionUnit::Pixel)};
    CHECK(settings(Step::Corners, feeder, options) == Wanted{{u"br-x"_s, 1654.0}});

    CHECK(settings(Step::PageSize, feeder,
                   {range(u"page-width"_s, 0, 221), range(u"page-height"_s, 0, 876)}) ==
          Wanted{{u"page-width"_s, 210.0}, {u"page-height"_s, 297.0}});
}

TEST_CASE("what a device offers is told in our words", "[options]")
{
    const Options options{words(u"source"_s, {u"Flatbed"_s, u"ADF"_s, u"ADF Duplex"_s}),
                          words(u"mode"_s, {u"Lineart"_s, u"Gray"_s}),
                          list(u"resolution"_s, {75, 300}), range(u"br-x"_s, 0, 215.9),
                          range(u"br-y"_s, 0, 355.6)};
    const QJsonObject expected{{u"sources"_s, QJsonArray{u"flatbed"_s, u"feeder"_s, u"duplex"_s}},
                               {u"modes"_s, QJsonArray{u"gray"_s}},
                               {u"resolutions"_s, QJsonObject{{u"list"_s, QJsonArray{75, 300}}}},
                               {u"maxWidthMm"_s, 215.9},
                               {u"maxHeightMm"_s, 355.6}};
    CHECK(normalized(options) == expected);
    CHECK(raw(options).size() == 5);
}
