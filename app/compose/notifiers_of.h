#pragma once

#include "core/base/clock.h"
#include "core/config/settings.h"
#include "core/sync/notifier.h"
#include "core/workflow/station_context.h"

#include <memory>
#include <vector>

namespace station::compose {

/// Who is told of hand-overs by the settings; the webhook first, which is one request. Nothing is
/// asked of them, and what is wrong in their files is met when they are to be told: a portal's
/// mapping must not keep a station from working. Law and clock must live longer.
std::vector<std::unique_ptr<sync::Notifier>>
notifiersOf(const config::Settings &settings, const workflow::LawBook &law, const Clock &clock);

}  // namespace station::compose
