#pragma once

#include "core/base/expected.h"
#include "core/workflow/scan_source.h"
#include "scanner/options/option.h"
#include "scanner/quirks/quirk.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace station::scanner {

/// What we want, in the words of one model. Setting an option may change the
/// others, so a request is carried out in steps: the caller asks for one step,
/// sets its values, reads all options again and asks for the next. The order is
/// that of the enumeration; the resolution comes again at the end, because some
/// backends change it with the size.
enum class Step {
    Source,
    Sides,
    Mode,
    Depth,
    Resolution,
    PageSize,
    Corners,
    Extras,
    ResolutionAgain
};
inline constexpr Step allSteps[] = {Step::Source,  Step::Sides,      Step::Mode,
                                    Step::Depth,   Step::Resolution, Step::PageSize,
                                    Step::Corners, Step::Extras,     Step::ResolutionAgain};

/// Without these nothing that was asked for would come out, so they are tried alone
/// when a device refuses the whole.
inline constexpr Step safeSteps[] = {Step::Source, Step::Sides, Step::Mode, Step::Resolution};

/// The clerk relies on these; a size or depth that cannot be set is only a pity.
bool isEssential(Step step);

/// The settings of one step. Options that the model lacks, that are inactive or
/// read-only, or that have one value only are left out. InvalidInput when the model cannot do what
/// is wanted; the subject is "source" or "mode".
Expected<std::vector<Setting>> settingsFor(Step step, const workflow::ScanRequest &request,
                                           const Options &options, const Quirk &quirk = {});

/// What raises the resolution when the device took less than the rules ask for
/// (200 dpi, or what was wanted if that is less) although it offers more: the next
/// step up. Nothing when it is enough or the device has no more.
std::vector<Setting> higherResolution(const workflow::ScanRequest &request, const Options &options,
                                      const Quirk &quirk = {});

/// The resolution that the device really uses; `fallback` if it does not say.
int actualDpi(const Options &options, int fallback, const Quirk &quirk = {});

/// The device in our words: sources, modes, resolutions, maxWidthMm, maxHeightMm.
QJsonObject normalized(const Options &options, const Quirk &quirk = {});

/// Every option as it is.
QJsonArray raw(const Options &options);

QJsonValue json(const OptionValue &value);

}  // namespace station::scanner
