#include "core/store/corrections_table.h"

#include "core/dossier/field_json.h"
#include "core/store/placement_json.h"
#include "core/store/query.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

/// Names, fields and the code.
QByteArray formerPlace(const QString &dossierUuid, const QString &componentCode)
{
    return placeOf("corrections.former", {dossierUuid, componentCode});
}

QByteArray textOf(const CorrectionRow &row)
{
    const auto &stored = row.correction.former.copy;
    const auto &copy = stored.copy.copy.copy;
    QJsonObject sides;
    for (auto side = row.sides.cbegin(); side != row.sides.cend(); ++side)
        sides[side.key()] = placementJson(side.value());
    const QJsonObject json{
        {u"sha256"_s, copy.pdf.sha256},
        {u"size"_s, copy.pdf.size},
        {u"signer"_s, QJsonObject{{u"name"_s, copy.signer.name},
                                  {u"serial"_s, copy.signer.certificateSerial},
                                  {u"certificate_sha256"_s, copy.signer.certificateSha256}}},
        {u"signed_at_ms"_s, copy.signedAtMs},
        {u"received"_s, copy.received},
        {u"signature_level"_s, levelName(copy.level)},
        {u"proven_at_ms"_s, copy.provenAtMs},
        {u"fields"_s, dossier::fieldsJson(stored.copy.copy.fields)},
        {u"code"_s, stored.copy.code.text()},
        {u"manifest_sha256"_s, stored.manifestSha256},
        {u"event"_s, row.correction.former.eventId},
        {u"sides"_s, sides}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Expected<dossier::HandedOverCopy> formerFrom(const QJsonObject &json)
{
    const auto code = codes::DigitizationCode::parse(json[u"code"_s].toString());
    if (!code)
        return fail(Fault::StorageFailed, u"code of a former copy"_s);
    const auto signer = json[u"signer"_s].toObject();
    dossier::SignedCopy copy{
        .pdf = {json[u"sha256"_s].toString(), json[u"size"_s].toInteger()},
        .signer = {signer[u"name"_s].toString(), signer[u"serial"_s].toString(),
                   signer[u"certificate_sha256"_s].toString()},
        .signedAtMs = json[u"signed_at_ms"_s].toInteger(),
        .received = json[u"received"_s].toBool(),
        .level = levelFrom(json[u"signature_level"_s].toString()).value_or(SignatureLevel::B),
        .provenAtMs = json[u"proven_at_ms"_s].toInteger()};
    return dossier::HandedOverCopy{
        {{{std::move(copy), dossier::fieldsFrom(json[u"fields"_s].toArray())}, *code},
         json[u"manifest_sha256"_s].toString()},
        json[u"event"_s].toString()};
}

}  // namespace

void CorrectionsTable::insert(const QString &dossierUuid, const CorrectionRow &row)
{
    const auto &component = row.correction.componentCode;
    Query(m_database, "INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?)", dossierUuid, component,
          row.correction.former.copy.copy.copy.copy.pdf.sha256, row.purgedAtMs,
          row.correction.begunAtMs,
          m_personal.written(textOf(row), formerPlace(dossierUuid, component)))
        .run();
}

Expected<std::vector<CorrectionRow>> CorrectionsTable::ofDossier(const QString &dossierUuid) const
{
    Query row(m_database,
              "SELECT component_code, purged_at_ms, begun_at_ms, former FROM corrections"
              " WHERE dossier_uuid = ? ORDER BY component_code",
              dossierUuid);
    std::vector<CorrectionRow> rows;
    while (row.next()) {
        const auto text = m_personal.read(row.bytes(3), formerPlace(dossierUuid, row.text(0)));
        const auto json = QJsonDocument::fromJson(text).object();
        auto former = formerFrom(json);
        if (!former)
            return fail(former.error());
        QHash<QString, dossier::Placement> sides;
        const auto placements = json[u"sides"_s].toObject();
        for (auto side = placements.begin(); side != placements.end(); ++side)
            sides.insert(side.key(), placementFrom(side.value().toObject()));
        rows.push_back(
            {{row.text(0), *std::move(former), row.number(2)}, std::move(sides), row.number(1)});
    }
    return rows;
}

void CorrectionsTable::remove(const QString &dossierUuid, const QString &componentCode)
{
    Query(m_database, "DELETE FROM corrections WHERE dossier_uuid = ? AND component_code = ?",
          dossierUuid, componentCode)
        .run();
}

void CorrectionsTable::rewrite(const PersonalColumns &to)
{
    Query row(m_database, "SELECT dossier_uuid, component_code, former FROM corrections");
    while (row.next()) {
        const auto place = formerPlace(row.text(0), row.text(1));
        Query(m_database,
              "UPDATE corrections SET former = ? WHERE dossier_uuid = ? AND component_code = ?",
              to.written(m_personal.read(row.bytes(2), place), place), row.text(0), row.text(1))
            .run();
    }
}

}  // namespace station::store
