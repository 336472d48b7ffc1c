#include "core/base/clock.h"

namespace station {

qint64 SystemClock::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

QDateTime inVietnam(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::OffsetFromUTC, 7 * 3600);
}

QString isoVietnam(qint64 ms)
{
    return inVietnam(ms).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + QStringLiteral("+07:00");
}

}  // namespace station
