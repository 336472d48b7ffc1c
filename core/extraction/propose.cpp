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

/// How a paper is read.
enum class Layout { Administrative, RequestForm, HealthCertificate, DrivingLicence, IdentityCard };

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

/// Thin mapping until the rule files say it.
std::optional<Layout> layoutOfType(const QString &key)
{
    if (key.startsWith(u"don_") || key == u"giay_de_nghi" || key == u"to_khai")
        return Layout::RequestForm;
    if (key == u"giay_kham_suc_khoe")
        return Layout::HealthCertificate;
    if (key == u"cccd")
        return Layout::IdentityCard;
    if (key == u"gplx")
        return Layout::DrivingLicence;
    if (key.isEmpty())
        return {};
    return Layout::Administrative;
}

TypeProposal typeOf(Layout layout)
{
    switch (layout) {
    case Layout::IdentityCard:
        return {u"cccd"_s, 0.9};
    case Layout::DrivingLicence:
        return {u"gplx"_s, 0.7};
    case Layout::HealthCertificate:
        return {u"giay_kham_suc_khoe"_s, 0.8};
    case Layout::RequestForm:
        return {u"don_de_nghi"_s, 0.6};
    case Layout::Administrative:
        break;
    }
    return {u"van_ban_hanh_chinh"_s, 0.5};
}

Layout layoutOf(const std::vector<recognition::RecognizedPage> &pages)
{
    return readIdentityQr(pages) ? Layout::IdentityCard : layoutSeen(PaperText(pages));
}

}  // namespace

TypeProposal proposeType(const ExtractionRules &rules,
                         const std::vector<recognition::RecognizedPage> &pages)
{
    if (rules.data() == nullptr || (PaperText(pages).pieces().empty() && !readIdentityQr(pages)))
        return {};
    return typeOf(layoutOf(pages));
}

PaperProposal readPaper(const ExtractionRules &rules,
                        const std::vector<recognition::RecognizedPage> &pages,
                        const QString &paperType, const ExtractionContext &context)
{
    const PaperText paper(pages);
    Readings readings;
    if (rules.data() == nullptr || (paper.pieces().empty() && !readIdentityQr(pages)))
        return {};
    PaperProposal proposal{.type = typeOf(layoutOf(pages))};
    switch (layoutOfType(paperType).value_or(layoutOf(pages))) {
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

    for (const QString &name : keysInOrder()) {
        const Reading *reading = readings.find(name);
        if (!reading)
            continue;
        proposal.fields.push_back(
            {.key = name,
             .value = text::nfc(reading->value),
             .source = reading->source,
             .confidence = reading->confidence,
             .sure = reading->confidence >= sureFrom && !reading->doubtful,
             .evidence = dossier::FieldEvidence{reading->side, reading->box}});
    }
    return proposal;
}

}  // namespace station::extraction
