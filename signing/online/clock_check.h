#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"

#include <QString>

#include <optional>

namespace station::signing {

enum class ClockVerdict {
    Good,
    Doubtful,  ///< More than 60 s off, or neither synchronised nor ever compared.
    Wrong,     ///< More than 5 minutes off: nothing is signed by it.
};

struct ClockState {
    ClockVerdict verdict = ClockVerdict::Doubtful;
    bool synchronised = false;         ///< As the kernel says (adjtimex).
    std::optional<qint64> offsetMs{};  ///< Ours minus the authority's when last compared.
    qint64 comparedAtMs = 0;
};

/// What is known of the station's clock. `/M` of a signature is only a claim;
/// time stamps show how good it is. A comparison counts while the clock was not
/// set since: it is kept with the boot's monotonic time.
class ClockCheck {
public:
    /// `stateFile` keeps the last comparison; shared by all programs of the station.
    ClockCheck(QString stateFile, const Clock &clock);

    /// After each time stamp. Exchanges slower than 10 s say nothing and are left out.
    Expected<> compared(qint64 offsetMs, qint64 roundTripMs);
    ClockState state() const;

private:
    QString m_stateFile;
    const Clock &m_clock;
};

}  // namespace station::signing
