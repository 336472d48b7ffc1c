#include "core/codes/dossier_code.h"

#include "core/codes/refusal.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace station::codes {

DossierCode::DossierCode(QString text, AgencyId agency, QDate receivedOn)
    : m_text(std::move(text)), m_agency(std::move(agency)), m_receivedOn(receivedOn)
{
}

Expected<DossierCode> DossierCode::parse(const QString &text)
{
    static const QRegularExpression sixDigits(u"\\A(\\d{2})(\\d{2})(\\d{2})\\z"_s);
    static const QRegularExpression runningNumber(u"\\A\\d{4,5}\\z"_s);

    const QString tidy = text.left(64).trimmed().toUpper();
    const QStringList parts = tidy.split(u'-');
    if (parts.size() != 3)
        return refused(u"dossier code: agency id, date and number joined by '-' expected"_s);
    auto agency = AgencyId::parse(parts[0]);
    if (!agency || agency->text() != parts[0])
        return refused(u"dossier code: the agency id before the first '-' is wrong"_s);
    const auto day = sixDigits.match(parts[1]);
    const QDate receivedOn(2000 + day.captured(1).toInt(), day.captured(2).toInt(),
                           day.captured(3).toInt());
    if (!day.hasMatch() || !receivedOn.isValid())
        return refused(u"dossier code: the date is not a real day as yymmdd"_s);
    if (!runningNumber.match(parts[2]).hasMatch())
        return refused(u"dossier code: the number at the end has four or five digits"_s);
    return DossierCode(tidy, std::move(*agency), receivedOn);
}

}  // namespace station::codes
