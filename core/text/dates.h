#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace station::text {

/// Reads a date as Vietnamese papers, cards and hands write it:
/// 05/07/2022, 5-7-2022, 5.7.2022, 05072022, "ngày 05 tháng 7 năm 2022" (also
/// in capitals or without diacritics). Nothing when it is not a real date from
/// 1900 on.
std::optional<QDate> parsedDate(const QString &text);

/// 05/07/2022: the form in which dates are kept in fields.
QString shortDate(QDate date);

/// "ngày 05 tháng 7 năm 2022": days below 10 and months 1 and 2 get a zero
/// (Decree 30/2020, Annex I).
QString longDate(QDate date);

}  // namespace station::text
