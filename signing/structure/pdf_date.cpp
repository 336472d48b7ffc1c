#include "signing/structure/pdf_date.h"

#include "core/base/clock.h"

#include <QRegularExpression>

namespace station::signing {

QByteArray pdfDate(qint64 ms)
{
    return inVietnam(ms).toString(QStringLiteral("'D:'yyyyMMddHHmmss")).toLatin1() + "+07'00'";
}

std::optional<qint64> parsePdfDate(const QByteArray &text)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^D:(\d{14})(?:Z|([+-])(\d\d)'(\d\d)'?)(?:00'00'?)?$)"));
    const auto match = form.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime time = QDateTime::fromString(match.captured(1), QStringLiteral("yyyyMMddHHmmss"));
    time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        return std::nullopt;
    const qint64 offset = match.captured(3).toInt() * 3600 + match.captured(4).toInt() * 60;
    return time.toMSecsSinceEpoch() -
           (match.captured(2) == QLatin1String("-") ? -offset : offset) * 1000;
}

}  // namespace station::signing
