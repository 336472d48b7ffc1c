#include "core/codes/digitization_code.h"

#include "core/codes/refusal.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace station::codes {

Expected<DigitizationCode> DigitizationCode::parse(const QString &text)
{
    static const QRegularExpression allowed(u"\\A[A-Z0-9._/-]+\\z"_s);
    static const QRegularExpression number(u"\\A\\d{2,8}\\z"_s);

    const QString tidy = text.left(2 * maximumLength).trimmed();
    if (tidy.size() > maximumLength)
        return refused(u"digitization code: longer than 200 characters"_s);
    if (!allowed.match(tidy).hasMatch())
        return refused(u"digitization code: only A-Z, 0-9 and . _ / - are allowed"_s);

    const auto firstDot = tidy.indexOf(u'.');
    const auto lastDot = tidy.lastIndexOf(u'.');
    const QString digits = tidy.mid(lastDot + 1);
    if (lastDot < 0 || !number.match(digits).hasMatch() || digits.toInt() < 1)
        return refused(u"sequence: the code ends with a dot and a number from 01"_s);
    if (lastDot - firstDot < 2)
        return refused(u"paper: the code names the kind of paper after the owner"_s);
    return DigitizationCode(tidy, digits.toInt());
}

QString DigitizationCode::prefix() const
{
    return m_text.left(m_text.lastIndexOf(u'.'));
}

QString DigitizationCode::ownerId() const
{
    return m_text.left(m_text.indexOf(u'.'));
}

Expected<DigitizationCode> DigitizationCode::withSequence(int sequence) const
{
    const auto dot = m_text.lastIndexOf(u'.');
    const int width = static_cast<int>(m_text.size() - dot - 1);
    return parse(m_text.left(dot + 1) + u"%1"_s.arg(sequence, width, 10, QChar(u'0')));
}

}  // namespace station::codes
