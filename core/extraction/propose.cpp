#include "core/extraction/propose.h"

#include "core/extraction/administrative_document.h"
#include "core/extraction/anchors.h"
#include "core/extraction/checks.h"
#include "core/extraction/identity_qr.h"
#include "core/extraction/labelled_form.h"
#include "core/text/vietnamese.h"

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr double sureFrom = 0.80;

std::optional<Layout> layoutNamed(const QString &foldedName)
{
    const auto has = [&](QStringView part) { return foldedName.contains(part); };
    if (foldedName.startsWith(u"don ") || has(u"de nghi") || has(u"to khai") || has(u"cam ket"))
        return Layout::RequestForm;
    if (has(u"kham suc khoe") || has(u"chung nhan suc khoe"))
        return Layout::HealthCertificate;
    if (has(u"can cuoc") || has(u"cccd") || has(u"chung minh nhan dan"))
        return Layout::IdentityCard;
    if (has(u"giay phep lai xe") || has(u"gplx"))
        return Layout::DrivingLicence;
    return {};
}

Layout layoutSeen(const PaperText &paper)
{
    for (const Line &piece : paper.pieces()) {
        if (!piece.isCapitals())
            continue;
        if (piece.beginsWith(u"can cuoc"_s))
            return Layout::IdentityCard;
        if (!isDocumentTitle(piece))
            continue;
        const auto named = layoutNamed(piece.foldedText());
        return named.value_or(Layout::Administrative);
    }
    return Layout::Administrative;
}

/// The number of a licence is also the number of the document.
void readLicence(const PaperText &paper, Readings &readings)
{
    readLicenceNumber(paper, true, readings);
    if (const Reading *number = readings.find(key::licenceNumber))
        readings.offer(key::documentNumber, *number);
    readLabels(paper, ValuePlace::BesideOrBelowLabel, readings);
    readClosingDate(paper, readings);
    readSigner(paper, readings);
}

/// The lines for machines on the back repeat the personal id (ICAO 9303, TD1).
void readMachineLine(const PaperText &paper, Readings &readings)
{
    static const QRegularExpression line(u"DVNM\\d{10}(\\d{12})<"_s);
    for (const Line &row : paper.rows()) {
        const auto match = matchIn(row, line, false);
        if (!match)
            continue;
        Reading *const printed = readings.find(key::personalId);
        if (!printed)
            readings.offer(key::personalId, match->reading);
        else if (printed->value == match->reading.value)
            vouch(*printed);
        else if (printed->source == dossier::FieldSource::Ocr)
            printed->doubtful = true;
    }
}

void readIdentityCard(const std::vector<recognition::RecognizedPage> &pages, const PaperText &paper,
                      Readings &readings)
{
    if (auto qr = readIdentityQr(pages))
        readings = *qr;
    readLabels(paper, ValuePlace::BesideOrBelowLabel, readings);
    // "Số / No.:" is all the label the number has.
    for (const Line &row : paper.rows()) {
        if (const auto id = personalIdIn(row); id && id->value.size() == 12)
            readings.offer(key::personalId, id);
    }
    readMachineLine(paper, readings);
}

void readAdministrative(const PaperText &paper, Readings &readings)
{
    readHeader(paper, readings);
    readLabels(paper, ValuePlace::BesideLabel, readings);
    readSubject(paper, readings);
    readClosingDate(paper, readings);
    readLicenceNumber(paper, false, readings);
    readSigner(paper, readings);
}

QStringList keysInOrder()
{
    return {key::documentNumber, key::documentDate, key::issuingAgency, key::parentAgency,
            key::subject,        key::signer,       key::ownerName,     key::birthDate,
            key::personalId,     key::sex,          key::address,       key::licenceNumber,
            key::expiryDate};
}

}  // namespace

Layout layoutOf(const std::vector<recognition::RecognizedPage> &pages, const QString &paperType)
{
    if (const auto named = layoutNamed(text::folded(paperType)))
        return *named;
    if (readIdentityQr(pages))
        return Layout::IdentityCard;
    return layoutSeen(PaperText(pages));
}

dossier::FieldProposals propose(const std::vector<recognition::RecognizedPage> &pages,
                                const QString &paperType, const ExtractionContext &context)
{
    const PaperText paper(pages);
    Readings readings;
    if (paper.pieces().empty() && !readIdentityQr(pages))
        return {};
    switch (layoutOf(pages, paperType)) {
    case Layout::IdentityCard:
        readIdentityCard(pages, paper, readings);
        break;
    case Layout::DrivingLicence:
        readLicence(paper, readings);
        break;
    case Layout::RequestForm:
    case Layout::HealthCertificate:
    case Layout::Administrative:
        readAdministrative(paper, readings);
        break;
    }
    crossCheck(readings, context);

    dossier::FieldProposals proposals;
    for (const QString &name : keysInOrder()) {
        const Reading *reading = readings.find(name);
        if (!reading)
            continue;
        proposals.push_back({.key = name,
                             .value = text::nfc(reading->value),
                             .source = reading->source,
                             .confidence = reading->confidence,
                             .sure = reading->confidence >= sureFrom && !reading->doubtful,
                             .evidence = dossier::FieldEvidence{reading->side, reading->box}});
    }
    return proposals;
}

}  // namespace station::extraction
