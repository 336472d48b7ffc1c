#include "core/codes/personal_id.h"

#include "core/codes/refusal.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace station::codes {

Expected<PersonalId> PersonalId::parse(const QString &text)
{
    static const QRegularExpression form(u"\\A(\\d{12}|\\d{9})\\z"_s);
    const QString tidy = text.left(64).trimmed();
    if (!form.match(tidy).hasMatch())
        return refused(u"personal id: 12 digits expected"_s);
    return PersonalId(tidy);
}

QString PersonalId::provinceCode() const
{
    return isOldCard() ? QString() : m_digits.left(3);
}

std::optional<int> PersonalId::birthYear() const
{
    if (isOldCard())
        return {};
    const int century = 19 + m_digits.at(3).digitValue() / 2;
    return century * 100 + QStringView(m_digits).mid(4, 2).toInt();
}

std::optional<Sex> PersonalId::sex() const
{
    if (isOldCard())
        return {};
    return m_digits.at(3).digitValue() % 2 == 0 ? Sex::Male : Sex::Female;
}

}  // namespace station::codes
