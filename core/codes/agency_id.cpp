#include "core/codes/agency_id.h"

#include "core/codes/refusal.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::codes {

namespace {

constexpr qsizetype oldLevelDigits[] = {2, 2, 3};  // from the department down

}  // namespace

Expected<AgencyId> AgencyId::parse(const QString &text)
{
    static const QRegularExpression form(
        u"\\A(\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}|[A-Z]\\d{2}(\\.[0-9A-Z]{2,3}){0,6})\\z"_s);
    const QString tidy = text.left(64).trimmed().toUpper();
    if (!form.match(tidy).hasMatch())
        return refused(u"agency id: H62.16 or 000.00.16.H62 expected"_s);
    return AgencyId(tidy);
}

bool AgencyId::isOldForm() const
{
    return m_text.front().isDigit();
}

QString AgencyId::province() const
{
    return isOldForm() ? m_text.right(3) : m_text.left(3);
}

AgencyId AgencyId::inNewForm() const
{
    if (!isOldForm())
        return *this;
    QStringList levels = m_text.split(u'.');
    std::reverse(levels.begin(), levels.end());
    const auto isZero = [](const QString &level) { return level.count(u'0') == level.size(); };
    while (levels.size() > 1 && isZero(levels.back()))
        levels.removeLast();
    return AgencyId(levels.join(u'.'));
}

Expected<AgencyId> AgencyId::inOldForm() const
{
    if (isOldForm())
        return *this;
    const QStringList levels = m_text.split(u'.');
    QStringList reversed{levels.front()};
    for (qsizetype i = 0; i < 3; ++i) {
        const qsizetype digits = oldLevelDigits[i];
        const QString level =
            i + 1 < levels.size() ? levels.at(i + 1) : QString(digits, QChar(u'0'));
        reversed.prepend(level);
    }
    auto old = parse(reversed.join(u'.'));
    if (!old || levels.size() > 4)
        return refused(u"agency id: has no old form"_s);
    return old;
}

}  // namespace station::codes
