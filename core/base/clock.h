#pragma once

#include <QDateTime>
#include <QString>

namespace station {

/// Where time comes from. A seam for tests; the only real one is SystemClock.
class Clock {
public:
    virtual ~Clock() = default;
    virtual qint64 nowMs() const = 0;  ///< Milliseconds since 1970-01-01 UTC.
};

class SystemClock final : public Clock {
public:
    qint64 nowMs() const override;
};

/// Vietnam has kept UTC+07:00 without daylight saving since 1975; the law asks
/// for it in marks and records whatever the machine's own zone is.
QDateTime inVietnam(qint64 ms);

/// ISO 8601 with seconds: 2024-07-15T08:30:12+07:00 (Decree 30/2020, Annex I).
QString isoVietnam(qint64 ms);

}  // namespace station
