#include "core/sync/manifest.h"
#include "tests/core/store/sample_dossier.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace station;
using namespace station::sync;
using namespace Qt::StringLiterals;

namespace {

/// One document of each kind, and everything that can be said of one.
Manifest aFullManifest()
{
    const auto copy = sample::anExtractedCopy({sha256Hex("pdf"), 3});
    return {.dossierUuid = newUuid7(),
            .dossierCode = sample::dossierCode,
            .procedure = u"1.002809"_s,
            .office = u"H62.16.1"_s,
            .department = u"H62.16"_s,
            .station = newUuid7(),
            .receivedAtMs = sample::receivedAtMs,
            .createdAtMs = sample::receivedAtMs + 1,
            .owner = {dossier::Owner::Kind::Citizen, Pii(sample::ownerId), Pii(sample::ownerName)},
            .documents =
                {{.kind = DocumentKind::Digitized,
                  .component = u"GT01"_s,
                  .paperType = u"giay_kham_suc_khoe"_s,
                  .paperName = u"Giấy khám sức khỏe"_s,
                  .pdf = copy.copy.pdf,
                  .sides = 2,
                  .code = sample::digitizationCode,
                  .signer = sample::aClerk(),
                  .signedAtMs = copy.copy.signedAtMs,
                  .level = SignatureLevel::LTA,
                  .provenAtMs = copy.copy.signedAtMs + 500,
                  .reusableUntil = QDate(2026, 12, 31),
                  .fields = copy.fields},
                 {.kind = DocumentKind::Reused,
                  .component = u"GT02"_s,
                  .pdf = copy.copy.pdf,
                  .reuse = Reuse{Reuse::Of::Result, dossier::ReuseSource::NationalStore, 2},
                  .code = sample::digitizationCode},
                 {.kind = DocumentKind::Attached, .component = u"GT03"_s, .pdf = copy.copy.pdf}},
            .withdrawn = {{.component = u"GT04"_s,
                           .paperType = u"giay_kham_suc_khoe"_s,
                           .paperName = u"Giấy khám sức khỏe"_s,
                           .pdf = {sha256Hex("wrong"), 5},
                           .code = sample::digitizationCode}},
            .previousSha256 = sha256Hex("before"),
            .auditHead = {17, sha256Hex("head")}};
}

/// What the checker says of some manifests, a line each.
QStringList problemsOf(const QList<QByteArray> &manifests)
{
    const QTemporaryDir folder;
    QStringList arguments{QStringLiteral(SCHEMA_CHECK),
                          QStringLiteral(STATION_FORMATS_DIR) + u"/manifest.schema.json"_s};
    for (const auto &bytes : manifests) {
        arguments << folder.filePath(QString::number(arguments.size()));
        QFile file(arguments.last());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QProcess python;
    python.start(u"python3"_s, arguments);
    python.waitForFinished(30'000);
    INFO(python.readAllStandardError().toStdString());
    REQUIRE(python.exitStatus() == QProcess::NormalExit);
    REQUIRE(python.exitCode() == 0);
    return QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

QByteArray sealed(const Manifest &manifest)
{
    const QTemporaryDir folder;
    const auto key = repository::ProvinceKey::loadOrCreate(folder.filePath(u"key"_s));
    REQUIRE(key);
    return sealedManifest(manifest, *key).value();
}

}  // namespace

TEST_CASE("the published schema describes what a station writes and nothing else", "[formats]")
{
    const auto manifest = aFullManifest();
    CHECK(problemsOf({sealed(manifest), plainManifest(manifest)}) == QStringList{});
}

TEST_CASE("a first manifest without optional parts fits the schema", "[formats]")
{
    auto manifest = aFullManifest();
    manifest.dossierCode.clear();
    manifest.previousSha256.clear();
    manifest.withdrawn.clear();
    manifest.owner.kind = dossier::Owner::Kind::Organisation;
    for (auto &document : manifest.documents) {
        document.reusableUntil.reset();
        for (auto &field : document.fields)
            field.evidence.reset();
    }
    for (const auto &problem : problemsOf({sealed(manifest), plainManifest(manifest)}))
        CHECK((problem.startsWith(u"unused: /personal/documents/*/fields/*/"_s) ||
               problem.endsWith(u"/withdrawn"_s)));
}

TEST_CASE("the schema refuses a manifest with a key more or less or of another form", "[formats]")
{
    const auto [part, other, problem] = GENERATE(table<QByteArray, QByteArray, QString>({
        {"\"schema\":1", "\"schema\":2", u"refused: /schema: const"_s},
        {"\"station\":", "\"stations\":", u"refused: /: required"_s},
        {"\"station\":", "\"more\":1,\"station\":", u"refused: /: additionalProperties"_s},
        {"\"kind\":\"reused\"", "\"kind\":\"stolen\"", u"refused: /documents/1/kind: enum"_s},
        {"\"owner\":{", "\"owner\":{\"age\":39,",
         u"refused: /personal/owner: additionalProperties"_s},
        {"\"serial\":", "\"number\":", u"refused: /personal/documents/0/signer: required"_s},
        {"\"personal\":{", "\"sealed\":\"AAAA\",\"personal\":{", u"refused: /: oneOf"_s},
        {"\"sides\":2", "\"sides\":-2", u"refused: /documents/0/sides: minimum"_s},
        {"\"status\":3", "\"status\":4", u"refused: /documents/1/status: enum"_s},
        {"\"count\":2,", "", u"refused: /documents/1/reuse: required"_s},
    }));
    auto bytes = plainManifest(aFullManifest());
    REQUIRE(bytes.contains(part));
    CHECK(problemsOf({bytes.replace(part, other)}).contains(problem));
}
