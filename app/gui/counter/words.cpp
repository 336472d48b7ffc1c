#include "app/gui/counter/words.h"

#include <QHash>

#include <array>

namespace station::gui {

StateWord Words::state(const dossier::PaperState &state)
{
    // In the order of dossier::PaperState.
    const std::array<StateWord, std::variant_size_v<dossier::PaperState>> words{{
        {Mark::Waiting, Tone::Quiet, tr("not decided")},
        {Mark::Scan, Tone::Accent, tr("to be scanned")},
        {Mark::Pen, Tone::Accent, tr("to be signed")},
        {Mark::Eye, Tone::Attention, tr("fields to be checked")},
        {Mark::Check, Tone::Good, tr("ready to hand over")},
        {Mark::Check, Tone::Good, tr("code is final")},
        {Mark::Check, Tone::Good, tr("in the repository")},
        {Mark::Sent, Tone::Good, tr("handed over")},
        {Mark::Link, Tone::Good, tr("reused from the repository")},
        {Mark::Clip, Tone::Good, tr("attached, no code")},
        {Mark::Check, Tone::Good, tr("shown and given back")},
        {Mark::Stop, Tone::Quiet, tr("secret, never scanned")},
    }};
    return words.at(state.index());
}

QString Words::decision(dossier::Decision decision)
{
    switch (decision) {
    case dossier::Decision::Digitize:
        return tr("Digitize");
    case dossier::Decision::Reuse:
        //: Link the valid copy that the repository already holds.
        return tr("Reuse");
    case dossier::Decision::Attach:
        //: Plain scan for the handling only, no signature and no code.
        return tr("Attach");
    case dossier::Decision::ShownOnly:
        //: The original was only shown for comparison and given back.
        return tr("Shown only");
    case dossier::Decision::Refuse:
        //: Secret paper (tài liệu mật): never scanned.
        return tr("Refuse (secret)");
    }
    Q_UNREACHABLE();
}

QString Words::field(const QString &key)
{
    namespace keys = dossier::field_key;
    const QHash<QString, QString> names{
        {keys::documentNumber, tr("Number and symbol")},
        {keys::documentDate, tr("Date of issue")},
        {keys::issuingAgency, tr("Issuing agency")},
        {keys::parentAgency, tr("Superior agency")},
        {keys::place, tr("Place of issue")},
        {keys::recipient, tr("Addressed to")},
        {keys::subject, tr("Subject")},
        {keys::signer, tr("Signed by")},
        {keys::signerTitle, tr("Post of the signer")},
        {keys::ownerName, tr("Full name")},
        {keys::organisation, tr("Organisation")},
        {keys::representative, tr("Representative")},
        {keys::birthDate, tr("Date of birth")},
        {keys::personalId, tr("Personal identification number")},
        {keys::sex, tr("Sex")},
        {keys::address, tr("Place of residence")},
        {keys::phone, tr("Telephone")},
        {keys::taxCode, tr("Tax code")},
        {keys::dossierCode, tr("Dossier code")},
        {keys::licenceNumber, tr("Licence number")},
        {keys::licenceClass, tr("Licence class")},
        //: Day on which the driving test was passed.
        {keys::passedDate, tr("Date of passing")},
        {keys::validFrom, tr("Valid from")},
        {keys::expiryDate, tr("Date of expiry")},
        //: Which time a licence was issued: first, second … (cấp lần thứ).
        {keys::issueRound, tr("Issued for the nth time")},
        {keys::firstIssueDate, tr("First issued on")},
        {keys::enterpriseForm, tr("Legal form")},
        //: Of a health certificate.
        {keys::conclusion, tr("Conclusion")},
        {keys::contractKind, tr("Kind of contract")},
        {keys::requestKind, tr("Kind of request")},
        //: Vehicle badges (phù hiệu).
        {keys::returnedCount, tr("Badges handed back")},
        {keys::requestedCount, tr("Badges asked for")},
        {keys::plate, tr("Number plate")},
        {keys::vehicleKind, tr("Kind of vehicle")},
        {keys::vehicleBrand, tr("Make")},
        {keys::chassisNumber, tr("Chassis number")},
        {keys::engineNumber, tr("Engine number")},
        {keys::paintColour, tr("Colour of the paint")},
        {keys::load, tr("Payload")},
        {keys::seats, tr("Seats")},
        {keys::madeYear, tr("Year of manufacture")},
        {keys::madeCountry, tr("Country of manufacture")},
    };
    const auto cell = keys::cellOf(key);
    //: %1 is a row of a table, %2 its column: "Vehicle 2: Number plate".
    return cell ? tr("%1: %2").arg(tableRow(*cell), field(cell->column)) : names.value(key, key);
}

QString Words::tableRow(const dossier::field_key::Cell &cell)
{
    return tr("Vehicle %1").arg(cell.row);
}

QString Words::problem(const QString &key, Fault fault)
{
    if (fault == Fault::CheckDigitWrong)
        return tr("the check digit does not fit: compare it with the paper");
    switch (dossier::fieldKindOf(key)) {
    case dossier::FieldKind::Date:
        return tr("no date: write day/month/year");
    case dossier::FieldKind::PersonalId:
        return tr("no personal identification number: it has 12 digits, 9 on an old card");
    case dossier::FieldKind::TaxCode:
        return tr("no tax code: it has 10, 12 or 13 digits");
    case dossier::FieldKind::Plate:
        return tr("no number plate");
    case dossier::FieldKind::Sex:
        return tr("write Nam or Nữ");
    case dossier::FieldKind::Phone:
        return tr("no phone number");
    case dossier::FieldKind::Number:
        return tr("only digits stand here");
    case dossier::FieldKind::Name:
    case dossier::FieldKind::Text:
        break;
    }
    return tr("this value cannot stand here");
}

QString Words::source(dossier::FieldSource source)
{
    switch (source) {
    case dossier::FieldSource::Ocr:
        return tr("read from the page");
    case dossier::FieldSource::Qr:
        return tr("from the QR code");
    case dossier::FieldSource::Typed:
        return tr("typed");
    case dossier::FieldSource::Store:
        return tr("from the dossier");
    }
    Q_UNREACHABLE();
}

QString Words::sides(int count)
{
    return tr("%n side(s)", nullptr, count);
}

}  // namespace station::gui
