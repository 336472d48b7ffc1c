#include "core/base/uuid7.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace station {

QString newUuid7()
{
    auto &random = *QRandomGenerator::system();
    const auto ms = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    const quint64 high = (ms << 16) | 0x7000u | (random.generate() & 0x0fffu);
    const quint64 low = (random.generate64() & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
    const QString hex = QStringLiteral("%1%2")
                            .arg(high, 16, 16, QLatin1Char('0'))
                            .arg(low, 16, 16, QLatin1Char('0'));
    return hex.mid(0, 8) + u'-' + hex.mid(8, 4) + u'-' + hex.mid(12, 4) + u'-' + hex.mid(16, 4) +
           u'-' + hex.mid(20);
}

bool isUuid(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"));
    return form.match(text).hasMatch();
}

}  // namespace station
