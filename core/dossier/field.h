#pragma once

#include <QRect>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace station::dossier {

/// Where a value came from (TT 01/2023 Art. 9: OCR first, else typed).
enum class FieldSource { Ocr, Qr, Typed, Store };

/// The ink a value was read from.
struct FieldEvidence {
    int side = 0;  ///< Index into the paper's sides, from 0.
    QRect box{};   ///< Pixels of the cleaned side.

    bool operator==(const FieldEvidence &) const = default;
};

/// What the program proposes; the clerk decides.
struct FieldProposal {
    QString key{};    ///< One of `field_key`.
    QString value{};  ///< NFC. Dates as dd/MM/yyyy.
    FieldSource source = FieldSource::Ocr;
    double confidence = 0.0;  ///< 0 to 1.
    bool sure = false;        ///< Confident enough not to need a look at the ink.
    std::optional<FieldEvidence> evidence{};
    /// What the ink seems to say where `value` is something else: an official name, a word as
    /// lists spell it, a symbol, date or plate as it must be. Then it is not sure. Empty: the
    /// value itself was read.
    QString asRead{};

    bool operator==(const FieldProposal &) const = default;
};

/// A value for which a clerk stands.
struct Field {
    QString key{};
    QString value{};
    FieldSource source = FieldSource::Typed;  ///< Typed when the clerk changed the proposal.
    double confidence = 1.0;                  ///< Of the proposal that was accepted.
    QString confirmedBy{};                    ///< Clerk's name, or the station account.
    qint64 confirmedAtMs = 0;
    std::optional<FieldEvidence> evidence{};

    bool operator==(const Field &) const = default;
};

using FieldProposals = std::vector<FieldProposal>;
using Fields = std::vector<Field>;

/// Keys of the minimum metadata (TT 01/2023 Art. 9) and of the common papers.
/// The same words stand in rule files, JSON and on the command line.
namespace field_key {
inline const QString documentNumber = QStringLiteral("document_number");
inline const QString documentDate = QStringLiteral("document_date");
inline const QString issuingAgency = QStringLiteral("issuing_agency");
inline const QString parentAgency = QStringLiteral("parent_agency");
inline const QString place = QStringLiteral("place");  ///< Before the date (địa danh).
inline const QString recipient = QStringLiteral("recipient");
inline const QString subject = QStringLiteral("subject");
inline const QString signer = QStringLiteral("signer");
inline const QString signerTitle = QStringLiteral("signer_title");
inline const QString ownerName = QStringLiteral("owner_name");
inline const QString organisation = QStringLiteral("organisation");
inline const QString representative = QStringLiteral("representative");
inline const QString birthDate = QStringLiteral("birth_date");
inline const QString personalId = QStringLiteral("personal_id");
inline const QString sex = QStringLiteral("sex");
inline const QString address = QStringLiteral("address");
inline const QString phone = QStringLiteral("phone");
inline const QString taxCode = QStringLiteral("tax_code");
inline const QString dossierCode = QStringLiteral("dossier_code");
inline const QString licenceNumber = QStringLiteral("licence_number");
inline const QString licenceClass = QStringLiteral("licence_class");
inline const QString passedDate = QStringLiteral("passed_date");  ///< Of the driving test.
inline const QString validFrom = QStringLiteral("valid_from");
inline const QString expiryDate = QStringLiteral("expiry_date");
inline const QString issueRound = QStringLiteral("issue_round");  ///< Cấp lần thứ.
inline const QString firstIssueDate = QStringLiteral("first_issue_date");
inline const QString enterpriseForm = QStringLiteral("enterprise_form");
inline const QString conclusion = QStringLiteral("conclusion");  ///< Of a health certificate.
inline const QString contractKind = QStringLiteral("contract_kind");
inline const QString requestKind = QStringLiteral("request_kind");      ///< New or again.
inline const QString returnedCount = QStringLiteral("returned_count");  ///< Badges handed back.
inline const QString requestedCount = QStringLiteral("requested_count");
inline const QString plate = QStringLiteral("plate");
inline const QString vehicleKind = QStringLiteral("vehicle_kind");
inline const QString vehicleBrand = QStringLiteral("vehicle_brand");
inline const QString chassisNumber = QStringLiteral("chassis_number");
inline const QString engineNumber = QStringLiteral("engine_number");
inline const QString paintColour = QStringLiteral("paint_colour");
inline const QString load = QStringLiteral("load");
inline const QString seats = QStringLiteral("seats");
inline const QString madeYear = QStringLiteral("made_year");
inline const QString madeCountry = QStringLiteral("made_country");

QStringList all();

/// A cell of a table: "vehicles.2.plate", rows from 1. Columns are keys of this list.
QString cell(const QString &table, int row, const QString &column);
inline const QString vehicles = QStringLiteral("vehicles");
struct Cell {
    QString table{};
    int row = 0;
    QString column{};
};
std::optional<Cell> cellOf(const QString &key);  ///< Nothing for a key that is no cell.
/// A key of `all`, or a cell whose column is one.
bool isKnown(const QString &key);
}  // namespace field_key

/// What form the value of a field has; decides how typed text is checked.
enum class FieldKind { Text, Name, Date, PersonalId, TaxCode, Plate, Sex, Phone, Number };
FieldKind fieldKindOf(const QString &key);

}  // namespace station::dossier
