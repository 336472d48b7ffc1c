#include "core/text/dates.h"

#include "core/text/vietnamese.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace station::text {

namespace {

QString padded(int number, int digits)
{
    return u"%1"_s.arg(number, digits, 10, QChar(u'0'));
}

}  // namespace

std::optional<QDate> parsedDate(const QString &text)
{
    constexpr qsizetype longestForm = 60;
    static const QRegularExpression forms[] = {
        QRegularExpression(u"\\A(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?(\\d{4})\\z"_s),
        QRegularExpression(u"\\A(\\d{2})(\\d{2})(\\d{4})\\z"_s),
        QRegularExpression(u"\\Angay (\\d{1,2}) thang (\\d{1,2}) nam (\\d{4})\\z"_s),
    };
    if (text.size() > longestForm)
        return {};
    const QString plain = folded(text);
    for (const auto &form : forms) {
        const auto match = form.match(plain);
        if (!match.hasMatch())
            continue;
        const QDate date(match.captured(3).toInt(), match.captured(2).toInt(),
                         match.captured(1).toInt());
        if (date.isValid() && date.year() >= 1900)
            return date;
    }
    return {};
}

QString shortDate(QDate date)
{
    return padded(date.day(), 2) + u'/' + padded(date.month(), 2) + u'/' + padded(date.year(), 4);
}

QString longDate(QDate date)
{
    return u"ngày %1 tháng %2 năm %3"_s.arg(padded(date.day(), 2),
                                            padded(date.month(), date.month() <= 2 ? 2 : 1),
                                            QString::number(date.year()));
}

}  // namespace station::text
