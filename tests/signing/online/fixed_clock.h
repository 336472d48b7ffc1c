#pragma once

#include "core/base/clock.h"
#include "tests/signing/support/sample_pdf.h"

#include <atomic>

namespace station::signing {

/// The time that the loopback services have too.
struct FixedClock final : Clock {
    qint64 nowMs() const override { return ms; }
    std::atomic<qint64> ms = sampleTimeMs + 60'000;
};

}  // namespace station::signing
