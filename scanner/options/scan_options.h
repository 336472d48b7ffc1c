#pragma once

#include "core/base/expected.h"
#include "core/workflow/scan_source.h"
#include "scanner/options/option.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace station::scanner {

/// What we want, in the words of one model. Setting an option may change the
/// others, so a request is carried out in steps: the caller asks for one step,
/// sets its values, reads all options again and asks for the next. The order is
/// that of the enumeration; the resolution comes again at the end, because some
/// backends change it with the size.
enum class Step { Source, Sides, Mode, Depth, Resolution, PageSize, Corners, ResolutionAgain };
inline constexpr Step allSteps[] = {Step::Source,  Step::Sides,          Step::Mode,
                                    Step::Depth,   Step::Resolution,     Step::PageSize,
                                    Step::Corners, Step::ResolutionAgain};

/// The settings of one step. Options that the model lacks, or that are inactive or
/// read-only, are left out. InvalidInput when the model cannot do what is wanted;
/// the subject is "source" or "mode".
Expected<std::vector<Setting>> settingsFor(Step step, const workflow::ScanRequest &request,
                                           const Options &options);

/// The resolution that the device really uses; `fallback` if it does not say.
int actualDpi(const Options &options, int fallback);

/// The device in our words: sources, modes, resolutions, maxWidthMm, maxHeightMm.
QJsonObject normalized(const Options &options);

/// Every option as it is.
QJsonArray raw(const Options &options);

}  // namespace station::scanner
