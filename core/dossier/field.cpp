#include "core/dossier/field.h"

#include <QHash>

namespace station::dossier {

namespace field_key {
namespace {

/// A key that is no cell is its own column.
QString columnOf(const QString &key)
{
    const auto cell = cellOf(key);
    return cell ? cell->column : key;
}

}  // namespace

QStringList all()
{
    static const QStringList keys{
        documentNumber, documentDate,   issuingAgency, parentAgency, place,
        recipient,      subject,        signer,        signerTitle,  ownerName,
        organisation,   representative, birthDate,     personalId,   sex,
        address,        phone,          taxCode,       dossierCode,  licenceNumber,
        licenceClass,   passedDate,     validFrom,     expiryDate,   issueRound,
        firstIssueDate, enterpriseForm, conclusion,    contractKind, requestKind,
        returnedCount,  requestedCount, plate,         vehicleKind,  vehicleBrand,
        chassisNumber,  engineNumber,   paintColour,   load,         seats,
        madeYear,       madeCountry};
    return keys;
}

QString cell(const QString &table, int row, const QString &column)
{
    return QStringLiteral("%1.%2.%3").arg(table).arg(row).arg(column);
}

std::optional<Cell> cellOf(const QString &key)
{
    const QStringList parts = key.split(u'.');
    const int row = parts.size() == 3 ? parts[1].toInt() : 0;
    return row > 0 && parts[0] == vehicles ? std::optional(Cell{parts[0], row, parts[2]})
                                           : std::nullopt;
}

bool isKnown(const QString &key)
{
    return all().contains(columnOf(key));
}

}  // namespace field_key

FieldKind fieldKindOf(const QString &key)
{
    namespace k = field_key;
    static const QHash<QString, FieldKind> kinds{
        {k::documentDate, FieldKind::Date},     {k::birthDate, FieldKind::Date},
        {k::passedDate, FieldKind::Date},       {k::validFrom, FieldKind::Date},
        {k::expiryDate, FieldKind::Date},       {k::firstIssueDate, FieldKind::Date},
        {k::personalId, FieldKind::PersonalId}, {k::taxCode, FieldKind::TaxCode},
        {k::plate, FieldKind::Plate},           {k::sex, FieldKind::Sex},
        {k::phone, FieldKind::Phone},           {k::signer, FieldKind::Name},
        {k::ownerName, FieldKind::Name},        {k::representative, FieldKind::Name},
        {k::returnedCount, FieldKind::Number},  {k::requestedCount, FieldKind::Number},
        {k::seats, FieldKind::Number},          {k::madeYear, FieldKind::Number}};
    return kinds.value(k::columnOf(key), FieldKind::Text);
}

}  // namespace station::dossier
