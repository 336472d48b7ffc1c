#include "core/sync/manifest.h"
#include "handover_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace station;
using namespace station::sync;

namespace {

Manifest aManifest()
{
    const auto copy = sample::anExtractedCopy({sha256Hex("pdf"), 3});
    return {
        .dossierUuid = newUuid7(),
        .dossierCode = sample::dossierCode,
        .procedure = u"1.002809"_s,
        .office = u"H62.16.1"_s,
        .department = u"H62.16"_s,
        .station = newUuid7(),
        .receivedAtMs = sample::receivedAtMs,
        .createdAtMs = sample::receivedAtMs + 1,
        .owner = {dossier::Owner::Kind::Organisation, Pii(sample::ownerId), Pii(sample::ownerName)},
        .documents = {{.kind = DocumentKind::Digitized,
                       .component = u"GT01"_s,
                       .paperType = u"KQ.G04.000012"_s,
                       .paperName = u"Giấy phép"_s,
                       .pdf = copy.copy.pdf,
                       .sides = 2,
                       .code = sample::digitizationCode,
                       .signer = sample::aClerk(),
                       .signedAtMs = copy.copy.signedAtMs,
                       .level = SignatureLevel::LT,
                       .provenAtMs = copy.copy.signedAtMs + 500,
                       .fields = copy.fields},
                      {.kind = DocumentKind::Attached, .component = u"GT02"_s},
                      {.kind = DocumentKind::Reused,
                       .component = u"GT03"_s,
                       .reuse = Reuse{Reuse::Of::Result, dossier::ReuseSource::NationalStore, 3},
                       .code = sample::digitizationCode}},
        .withdrawn = {{.component = u"GT04"_s,
                       .paperType = u"KQ.G04.000012"_s,
                       .paperName = u"Giấy phép"_s,
                       .pdf = {sha256Hex("wrong"), 5},
                       .code = sample::digitizationCode}},
        .previousSha256 = sha256Hex("before"),
        .auditHead = {17, sha256Hex("head")}};
}

}  // namespace

TEST_CASE("a manifest comes back from its sealed and from its plain form", "[sync]")
{
    World world;
    const auto manifest = aManifest();
    CHECK(manifestFromPlain(plainManifest(manifest)).value() == manifest);
    const auto sealed = sealedManifest(manifest, world.key);
    REQUIRE(sealed);
    CHECK(openManifest(*sealed, world.key).value() == manifest);
}

TEST_CASE("a manifest of a station that knew no levels tells of the signature alone", "[sync]")
{
    const auto manifest = aManifest();
    const QString now = QString::fromUtf8(plainManifest(manifest));
    QString before = now;
    before.remove(u"\"signature_level\":\"LT\","_s);
    before.remove(QRegularExpression(u"\"proven_at_ms\":[0-9]+,"_s));
    REQUIRE(before.size() < now.size() - 40);
    const auto opened = manifestFromPlain(before.toUtf8());
    REQUIRE(opened);
    CHECK(opened->documents[0].level == SignatureLevel::B);
    CHECK(opened->documents[0].provenAtMs == 0);
    CHECK(opened->documents[0].signer == manifest.documents[0].signer);
}

TEST_CASE("a manifest says what became of each paper as portals number it", "[sync]")
{
    auto manifest = aManifest();
    const auto statuses = [](const Manifest &of) {
        QList<int> numbers;
        const auto json = QJsonDocument::fromJson(plainManifest(of)).object();
        for (const auto &document : json[u"documents"_s].toArray())
            numbers << document.toObject()[u"status"_s].toInt(-1);
        return numbers;
    };
    CHECK(statuses(manifest) == QList<int>{1, 0, 3});
    const QString component = sample::ownerId + u".1.002809.GT0003.01"_s;
    manifest.documents[2].code = component;
    manifest.documents[2].reuse = Reuse::ofCode(component);
    CHECK(statuses(manifest) == QList<int>{1, 0, 2});
}

TEST_CASE("a manifest of a station that did not tell of reuse is read by the code", "[sync]")
{
    const auto now = plainManifest(aManifest());
    QString before = QString::fromUtf8(now);
    before.remove(QRegularExpression(u"\"reuse\":\\{[^}]*\\},"_s));
    before.remove(QRegularExpression(u",\"status\":[0-9]"_s));
    REQUIRE(before.size() < now.size() - 60);
    const auto opened = manifestFromPlain(before.toUtf8());
    REQUIRE(opened);
    CHECK(opened->documents[2].reuse ==
          Reuse{Reuse::Of::Result, dossier::ReuseSource::Repository, 0});
    CHECK_FALSE(opened->documents[0].reuse);
}

TEST_CASE("a manifest is canonical JSON", "[sync]")
{
    World world;
    const auto sealed = sealedManifest(aManifest(), world.key);
    REQUIRE(sealed);
    CHECK(sealed->startsWith("{\"audit\":{\"seq\":17,\"sha256\":\""));
    CHECK_FALSE(sealed->contains('\n'));
    CHECK(QJsonDocument::fromJson(*sealed).toJson(QJsonDocument::Compact) == *sealed);
    CHECK(sealed->contains("Giấy phép"));
}

TEST_CASE("a manifest says nothing of a person outside its sealed block", "[sync]")
{
    World world;
    const auto manifest = aManifest();
    const auto sealed = sealedManifest(manifest, world.key);
    REQUIRE(sealed);
    for (const auto &personal :
         {sample::ownerId, sample::ownerName, sample::dossierCode, sample::digitizationCode,
          manifest.documents[0].signer.name, manifest.documents[0].fields[0].value})
        CHECK_FALSE(sealed->contains(personal.toUtf8()));
}

TEST_CASE("a manifest of another dossier, key or schema does not open", "[sync]")
{
    World world;
    const World stranger;
    const auto manifest = aManifest();
    auto bytes = sealedManifest(manifest, world.key).value();
    CHECK(openManifest(bytes, stranger.key).error().fault == Fault::RepositoryDamaged);
    CHECK(openManifest("", world.key).error().fault == Fault::RepositoryDamaged);
    CHECK(openManifest("{}", world.key).error().fault == Fault::RepositoryDamaged);
    auto moved = bytes;
    moved.replace(manifest.dossierUuid.toUtf8(), newUuid7().toUtf8());
    CHECK(openManifest(moved, world.key).error().fault == Fault::RepositoryDamaged);
    bytes.replace("\"schema\":1", "\"schema\":2");
    CHECK(openManifest(bytes, world.key).error().fault == Fault::RepositoryDamaged);
}
