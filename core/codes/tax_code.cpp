#include "core/codes/tax_code.h"

#include "core/codes/refusal.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace station::codes {

namespace {

/// 10 − (Σ mod 11); the value 10 is never issued.
int checkDigit(QStringView nineDigits)
{
    constexpr int weights[] = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    int sum = 0;
    for (qsizetype i = 0; i < 9; ++i)
        sum += weights[i] * nineDigits.at(i).digitValue();
    return 10 - sum % 11;
}

}  // namespace

Expected<TaxCode> TaxCode::parse(const QString &text)
{
    static const QRegularExpression personal(u"\\A\\d{12}\\z"_s);
    static const QRegularExpression organisation(u"\\A(\\d{10})(?:-?(\\d{3}))?\\z"_s);

    const QString tidy = text.left(64).trimmed();
    if (personal.match(tidy).hasMatch())
        return TaxCode(tidy);
    const auto match = organisation.match(tidy);
    if (!match.hasMatch())
        return refused(u"tax code: 10 digits, 10 and a branch of 3, or 12 digits expected"_s);
    const QString number = match.captured(1);
    const QString branch = match.captured(2);
    if (QStringView(number).mid(2, 7) == u"0000000"_s)
        return refused(u"tax code: digits 3 to 9 are all zero"_s);
    if (branch == u"000"_s)
        return refused(u"tax code: branches count from 001"_s);
    if (checkDigit(number) != number.at(9).digitValue())
        return refused(u"tax code: the check digit disagrees"_s, Fault::CheckDigitWrong);
    return TaxCode(branch.isEmpty() ? number : number + u'-' + branch);
}

}  // namespace station::codes
