#pragma once

#include <QtGlobal>

#include <vector>

namespace station::net {

/// From `fromMinute` to before `toMinute` of each day, Vietnam time, all uploads together stay
/// below that rate. `toMinute` smaller than `fromMinute`: over midnight; equal: all day.
struct RateWindow {
    int fromMinute = 0;
    int toMinute = 0;
    int kilobytesPerSecond = 0;
};

/// How many bytes may go up now (a token bucket). Not thread-safe.
class UploadLimit {
public:
    explicit UploadLimit(std::vector<RateWindow> windows) : m_windows(std::move(windows)) {}

    /// Bytes a second at that time; 0: no limit. Of several windows the first counts.
    qint64 rateAt(qint64 nowMs) const;
    /// So many of `wanted` bytes may go; 0: wait a little. Asked again, it gives further ones.
    qint64 take(qint64 wanted, qint64 nowMs);

private:
    std::vector<RateWindow> m_windows;
    qint64 m_bytes = 0;     // that may go at once
    qint64 m_filledMs = 0;  // until when the bucket was filled
};

}  // namespace station::net
