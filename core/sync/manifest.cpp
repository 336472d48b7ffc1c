#include "core/sync/manifest.h"

#include "core/codes/procedure_code.h"
#include "core/dossier/field_json.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace station::sync {
namespace {

constexpr int schema = 1;

/// QJsonObject sorts its keys, Compact writes no blanks.
QByteArray canonical(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

template <typename Value, std::size_t count>
QString nameOf(Value value, const QLatin1StringView (&names)[count])
{
    return names[static_cast<std::size_t>(value)];
}

template <typename Value, std::size_t count>
Value valueOf(const QJsonValue &name, const QLatin1StringView (&names)[count])
{
    for (std::size_t index = 0; index < count; ++index) {
        if (name.toString() == names[index])
            return static_cast<Value>(index);
    }
    return Value{};
}

// In the order of the enumerations.
constexpr QLatin1StringView documentKinds[] = {"digitized"_L1, "reused"_L1, "attached"_L1};
constexpr QLatin1StringView ownerKinds[] = {"citizen"_L1, "organisation"_L1};

/// As portals number them (TrangThaiSoHoa).
int statusOf(const ManifestDocument &document)
{
    switch (document.kind) {
    case DocumentKind::Digitized:
        return 1;
    case DocumentKind::Reused:
        return document.reuse && document.reuse->of == Reuse::Of::Result ? 3 : 2;
    case DocumentKind::Attached:
        break;
    }
    return 0;
}

/// What anybody who runs the storage may read.
QJsonObject openPart(const Manifest &manifest)
{
    QJsonArray documents;
    for (const auto &document : manifest.documents) {
        QJsonObject json{{u"kind"_s, nameOf(document.kind, documentKinds)},
                         {u"status"_s, statusOf(document)},
                         {u"component"_s, document.component},
                         {u"paper_type"_s, document.paperType},
                         {u"paper_name"_s, document.paperName},
                         {u"sha256"_s, document.pdf.sha256},
                         {u"size"_s, document.pdf.size},
                         {u"sides"_s, document.sides},
                         {u"replaces"_s, document.replacesSha256},
                         {u"signed_at_ms"_s, document.signedAtMs}};
        if (document.reuse) {
            json[u"reuse"_s] =
                QJsonObject{{u"source"_s, dossier::reuseSourceName(document.reuse->source)},
                            {u"count"_s, document.reuse->count}};
        }
        documents.append(json);
    }
    QJsonObject json{{u"schema"_s, schema},
                     {u"dossier"_s, QJsonObject{{u"uuid"_s, manifest.dossierUuid},
                                                {u"procedure"_s, manifest.procedure},
                                                {u"office"_s, manifest.office},
                                                {u"department"_s, manifest.department},
                                                {u"received_at_ms"_s, manifest.receivedAtMs}}},
                     {u"station"_s, manifest.station},
                     {u"created_at_ms"_s, manifest.createdAtMs},
                     {u"documents"_s, documents},
                     {u"previous"_s, manifest.previousSha256},
                     {u"audit"_s, QJsonObject{{u"seq"_s, manifest.auditHead.seq},
                                              {u"sha256"_s, manifest.auditHead.sha256}}}};
    QJsonArray withdrawn;
    for (const auto &paper : manifest.withdrawn) {
        withdrawn.append(QJsonObject{{u"component"_s, paper.component},
                                     {u"paper_type"_s, paper.paperType},
                                     {u"paper_name"_s, paper.paperName},
                                     {u"sha256"_s, paper.pdf.sha256},
                                     {u"size"_s, paper.pdf.size}});
    }
    if (!withdrawn.isEmpty())
        json[u"withdrawn"_s] = withdrawn;
    return json;
}

/// What tells of a person; also the codes, which contain the owner's id.
QJsonObject personalPart(const Manifest &manifest)
{
    QJsonArray documents;
    for (const auto &document : manifest.documents) {
        documents.append(QJsonObject{
            {u"code"_s, document.code},
            {u"signer"_s,
             QJsonObject{{u"name"_s, document.signer.name},
                         {u"serial"_s, document.signer.certificateSerial},
                         {u"certificate_sha256"_s, document.signer.certificateSha256}}},
            {u"signature_level"_s,
             document.kind == DocumentKind::Digitized ? levelName(document.level) : QString()},
            {u"proven_at_ms"_s, document.provenAtMs},
            {u"reusable_until"_s,
             document.reusableUntil ? document.reusableUntil->toString(Qt::ISODate) : QString()},
            {u"fields"_s, dossier::fieldsJson(document.fields)}});
    }
    QJsonObject json{{u"dossier_code"_s, manifest.dossierCode},
                     {u"owner"_s, QJsonObject{{u"kind"_s, nameOf(manifest.owner.kind, ownerKinds)},
                                              {u"id"_s, manifest.owner.id.reveal()},
                                              {u"name"_s, manifest.owner.name.reveal()}}},
                     {u"documents"_s, documents}};
    QJsonArray withdrawn;
    for (const auto &paper : manifest.withdrawn)
        withdrawn.append(QJsonObject{{u"code"_s, paper.code}});
    if (!withdrawn.isEmpty())
        json[u"withdrawn"_s] = withdrawn;
    return json;
}

ManifestDocument documentFrom(const QJsonObject &open, const QJsonObject &personal)
{
    const auto signer = personal[u"signer"_s].toObject();
    ManifestDocument document{
        .kind = valueOf<DocumentKind>(open[u"kind"_s], documentKinds),
        .component = open[u"component"_s].toString(),
        .paperType = open[u"paper_type"_s].toString(),
        .paperName = open[u"paper_name"_s].toString(),
        .pdf = {open[u"sha256"_s].toString(), open[u"size"_s].toInteger()},
        .sides = open[u"sides"_s].toInt(),
        .replacesSha256 = open[u"replaces"_s].toString(),
        .code = personal[u"code"_s].toString(),
        .signer = {signer[u"name"_s].toString(), signer[u"serial"_s].toString(),
                   signer[u"certificate_sha256"_s].toString()},
        .signedAtMs = open[u"signed_at_ms"_s].toInteger(),
        // Stations before 2026 knew no level: the signature alone.
        .level = levelFrom(personal[u"signature_level"_s].toString()).value_or(SignatureLevel::B),
        .provenAtMs = personal[u"proven_at_ms"_s].toInteger()};
    if (document.kind == DocumentKind::Reused) {
        const auto reuse = open[u"reuse"_s].toObject();
        document.reuse = Reuse::ofCode(document.code);
        document.reuse->source = dossier::reuseSourceFrom(reuse[u"source"_s].toString());
        document.reuse->count = reuse[u"count"_s].toInt();
    }
    const auto until = QDate::fromString(personal[u"reusable_until"_s].toString(), Qt::ISODate);
    if (until.isValid())
        document.reusableUntil = until;
    document.fields = dossier::fieldsFrom(personal[u"fields"_s].toArray());
    return document;
}

Expected<Manifest> manifestFrom(const QJsonObject &open, const QJsonObject &personal)
{
    if (open[u"schema"_s].toInt() != schema)
        return fail(Fault::RepositoryDamaged, u"manifest schema"_s);
    const auto documents = open[u"documents"_s].toArray();
    const auto personalDocuments = personal[u"documents"_s].toArray();
    const auto withdrawn = open[u"withdrawn"_s].toArray();
    const auto withdrawnCodes = personal[u"withdrawn"_s].toArray();
    if (documents.size() != personalDocuments.size() || withdrawn.size() != withdrawnCodes.size())
        return fail(Fault::RepositoryDamaged, u"manifest documents"_s);

    const auto dossier = open[u"dossier"_s].toObject();
    const auto owner = personal[u"owner"_s].toObject();
    const auto audit = open[u"audit"_s].toObject();
    Manifest manifest{.dossierUuid = dossier[u"uuid"_s].toString(),
                      .dossierCode = personal[u"dossier_code"_s].toString(),
                      .procedure = dossier[u"procedure"_s].toString(),
                      .office = dossier[u"office"_s].toString(),
                      .department = dossier[u"department"_s].toString(),
                      .station = open[u"station"_s].toString(),
                      .receivedAtMs = dossier[u"received_at_ms"_s].toInteger(),
                      .createdAtMs = open[u"created_at_ms"_s].toInteger(),
                      .owner = {valueOf<dossier::Owner::Kind>(owner[u"kind"_s], ownerKinds),
                                Pii(owner[u"id"_s].toString()), Pii(owner[u"name"_s].toString())},
                      .previousSha256 = open[u"previous"_s].toString(),
                      .auditHead = {audit[u"seq"_s].toInteger(), audit[u"sha256"_s].toString()}};
    for (qsizetype index = 0; index < documents.size(); ++index) {
        manifest.documents.push_back(
            documentFrom(documents.at(index).toObject(), personalDocuments.at(index).toObject()));
    }
    for (qsizetype index = 0; index < withdrawn.size(); ++index) {
        const auto paper = withdrawn.at(index).toObject();
        manifest.withdrawn.push_back(
            {.component = paper[u"component"_s].toString(),
             .paperType = paper[u"paper_type"_s].toString(),
             .paperName = paper[u"paper_name"_s].toString(),
             .pdf = {paper[u"sha256"_s].toString(), paper[u"size"_s].toInteger()},
             .code = withdrawnCodes.at(index).toObject()[u"code"_s].toString()});
    }
    return manifest;
}

QByteArray context(const QString &dossierUuid)
{
    return "manifest " + dossierUuid.toUtf8();
}

}  // namespace

Reuse Reuse::ofCode(const QString &digitizationCode)
{
    // Behind the owner a component's code names its procedure, a result's the kind of result.
    const auto procedure = codes::ProcedureCode::parse(digitizationCode.section(u'.', 1, 2));
    return {.of = procedure ? Of::Component : Of::Result};
}

Expected<QByteArray> sealedManifest(const Manifest &manifest, const repository::ProvinceKey &key)
{
    const auto sealed = key.seal(canonical(personalPart(manifest)), context(manifest.dossierUuid));
    if (!sealed)
        return fail(sealed.error());
    auto json = openPart(manifest);
    json.insert(u"sealed"_s, QString::fromLatin1(sealed->toBase64()));
    return canonical(json);
}

Expected<Manifest> openManifest(const QByteArray &bytes, const repository::ProvinceKey &key)
{
    const auto json = QJsonDocument::fromJson(bytes).object();
    const auto sealed = QByteArray::fromBase64(json[u"sealed"_s].toString().toLatin1());
    const auto uuid = json[u"dossier"_s].toObject()[u"uuid"_s].toString();
    const auto personal = key.unseal(sealed, context(uuid));
    if (!personal)
        return fail(personal.error());
    return manifestFrom(json, QJsonDocument::fromJson(*personal).object());
}

QByteArray plainManifest(const Manifest &manifest)
{
    auto json = openPart(manifest);
    json.insert(u"personal"_s, personalPart(manifest));
    return canonical(json);
}

Expected<Manifest> manifestFromPlain(const QByteArray &bytes)
{
    const auto json = QJsonDocument::fromJson(bytes).object();
    return manifestFrom(json, json[u"personal"_s].toObject());
}

}  // namespace station::sync
