#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "signing/online/shared_state.h"

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
    std::optional<qint64> offsetMs{};  ///< Ours minus the authority's, now.
    qint64 comparedAtMs = 0;
};

/// What is known of the station's clock. `/M` of a signature is only a claim;
/// time stamps show how good it is. The last comparison is carried on by the time since
/// boot, which nobody can set: a clock that is set later shows its new offset at
/// once. It ends with the boot (the hardware clock may have set another time), and after a week,
/// when that time itself has drifted too far. That the kernel is not synchronised says
/// little (containers never are) and makes a clock no worse than Doubtful.
class ClockCheck {
public:
    /// `stateFile` keeps the last comparison; shared by all programs of the station.
    /// Empty: kept in memory.
    ClockCheck(const QString &stateFile, const Clock &clock);

    /// After each time stamp. Exchanges slower than 10 s say nothing and are left out.
    Expected<> compared(qint64 offsetMs, qint64 roundTripMs);
    ClockState state() const;

private:
    SharedState m_state;
    const Clock &m_clock;
};

}  // namespace station::signing
