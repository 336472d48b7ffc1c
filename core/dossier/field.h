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
inline const QString subject = QStringLiteral("subject");
inline const QString signer = QStringLiteral("signer");
inline const QString ownerName = QStringLiteral("owner_name");
inline const QString birthDate = QStringLiteral("birth_date");
inline const QString personalId = QStringLiteral("personal_id");
inline const QString sex = QStringLiteral("sex");
inline const QString address = QStringLiteral("address");
inline const QString licenceNumber = QStringLiteral("licence_number");
inline const QString expiryDate = QStringLiteral("expiry_date");

inline QStringList all()
{
    return {documentNumber, documentDate,  issuingAgency, parentAgency, subject,
            signer,         ownerName,     birthDate,     personalId,   sex,
            address,        licenceNumber, expiryDate};
}
}  // namespace field_key

}  // namespace station::dossier
