#pragma once

#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/dossier/dossier.h"
#include "core/store/capture_rows.h"

#include <QString>

#include <utility>

/// Invented persons only.
namespace station::sample {

using namespace Qt::StringLiterals;

inline const QString ownerId = u"026185001234"_s;
inline const QString ownerName = u"Nguyễn Thị Hồng Đào"_s;
inline const QString dossierCode = u"000.00.16.H62-240715-0001"_s;
inline const QString digitizationCode = u"026185001234.KQ.G04.000012.88-0123.01"_s;
inline const QString actor = u"5f0a9c"_s;                  // a certificate's serial
inline constexpr qint64 receivedAtMs = 1'721'007'012'000;  // 2024-07-15 08:30:12 in Vietnam

inline dossier::Dossier aDossier(const QStringList &components = {u"GT01"_s})
{
    dossier::Dossier dossier{.uuid = newUuid7(),
                             .code = *codes::DossierCode::parse(dossierCode),
                             .procedure = *codes::ProcedureCode::parse(u"1.002809"_s),
                             .owner = {dossier::Owner::Kind::Citizen, Pii(ownerId), Pii(ownerName)},
                             .department = u"H62.16"_s,
                             .receivedAtMs = receivedAtMs};
    for (const auto &code : components)
        dossier.components.push_back({code, {}});
    return dossier;
}

inline dossier::Side aSide(int sheet = 1, dossier::Face face = dossier::Face::Front)
{
    return {.id = newUuid7(),
            .sheet = sheet,
            .face = face,
            .widthPx = 2480,
            .heightPx = 3508,
            .dpi = 300};
}

/// A run of its own, behind all others.
inline store::NewSide newSide(const dossier::Dossier &dossier, const QString &component,
                              const dossier::Side &side)
{
    return {.dossierUuid = dossier.uuid, .component = component, .side = side, .runId = side.id};
}

inline dossier::Fields someFields()
{
    using namespace dossier;
    return {{.key = field_key::documentNumber,
             .value = u"88-0123"_s,
             .source = FieldSource::Ocr,
             .confidence = 0.93,
             .confirmedBy = u"Trần Văn Quầy"_s,
             .confirmedAtMs = receivedAtMs + 60'000,
             .evidence = FieldEvidence{0, {120, 340, 560, 48}}},
            {.key = field_key::ownerName,
             .value = ownerName,
             .source = FieldSource::Typed,
             .confirmedBy = u"Trần Văn Quầy"_s,
             .confirmedAtMs = receivedAtMs + 61'000},
            {.key = field_key::documentDate,
             .value = u"05/07/2022"_s,
             .source = FieldSource::Qr,
             .confirmedBy = u"Trần Văn Quầy"_s,
             .confirmedAtMs = receivedAtMs + 62'000}};
}

inline dossier::Clerk aClerk()
{
    return {u"Trần Văn Quầy"_s, actor, sha256Hex("certificate")};
}

/// The journey up to extraction; `pdf` lies in no blob folder unless put there.
inline dossier::ExtractedCopy anExtractedCopy(const dossier::Blob &pdf,
                                              dossier::Fields fields = someFields())
{
    auto paper = dossier::capture(dossier::DigitizeSlot{}, aSide(1));
    paper = dossier::capture(std::move(paper), aSide(1, dossier::Face::Back));
    return dossier::extract(dossier::sign(std::move(paper), pdf, aClerk(), receivedAtMs + 1000),
                            std::move(fields));
}

}  // namespace station::sample
