#include "core/store/blob_folder.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

class FixedClock final : public Clock {
public:
    qint64 nowMs() const override { return now; }
    qint64 now = sample::receivedAtMs + 3'600'000;
};

/// One signed paper with its file, which waits for more proof.
struct QueueWorld {
    QueueWorld()
    {
        dossier.components.front().state = captured;
        REQUIRE(store.createDossier(dossier, sample::actor));
        REQUIRE(store.apply({.dossierUuid = dossier.uuid,
                             .componentCode = u"GT01"_s,
                             .from = captured,
                             .next = copy,
                             .actor = sample::actor,
                             .action = u"sign"_s,
                             .objectSha256 = copy.pdf.sha256,
                             .upgrade = NewUpgrade{SignatureLevel::LTA, SignatureLevel::T, 99}}));
    }
    PaperState state() const { return store.load(dossier.uuid)->components.front().state; }
    UpgradeGain gain(const QString &claim)
    {
        return {.dossierUuid = dossier.uuid,
                .componentCode = u"GT01"_s,
                .claim = claim,
                .fromSha256 = copy.pdf.sha256,
                .pdf = blobs.put("with a time stamp").value(),
                .level = SignatureLevel::T,
                .provenAtMs = 77,
                .wait = {.nextAtMs = 5},
                .actor = sample::actor,
                .facts = {{u"level"_s, u"T"_s}}};
    }
    bool claim(const QString &id, qint64 forMs = 60'000)
    {
        return store.claimUpgrade(dossier.uuid, u"GT01"_s, id, clock.now + forMs).value();
    }
    /// A hand-over of the dossier that is planned with this file and not sent.
    Expected<> planHandover(const Blob &pdf)
    {
        const HandoverRow row{
            .id = newUuid7(), .dossierUuid = dossier.uuid, .actor = sample::actor};
        return store.beginHandover(row,
                                   {{.handoverId = row.id,
                                     .kind = StepKind::Blob,
                                     .componentCode = u"GT01"_s,
                                     .key = u"key"_s,
                                     .sha256 = pdf.sha256}},
                                   {});
    }

    QTemporaryDir data{};
    FixedClock clock{};
    Store store = *Store::open(data.path(), clock);
    BlobFolder blobs{data.path()};
    Dossier dossier = sample::aDossier();
    CapturedPaper captured{{sample::aSide()}};
    SignedCopy copy = sign(captured, blobs.put("signed").value(), sample::aClerk(), clock.now);
};

}  // namespace

TEST_CASE("a signed copy waits for more proof from the moment it is signed", "[store]")
{
    QueueWorld world;
    const auto rows = world.store.upgrades();
    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().level == SignatureLevel::B);
    CHECK(rows->front().target.wanted == SignatureLevel::LTA);
    CHECK(rows->front().target.required == SignatureLevel::T);
    CHECK(rows->front().target.deadlineMs == 99);
    CHECK(rows->front().queuedAtMs == world.clock.now);
}

TEST_CASE("one of two programs gets a copy, the other after the first one's time", "[store]")
{
    QueueWorld world;
    CHECK(world.claim(u"one"_s));
    CHECK_FALSE(world.claim(u"two"_s));
    world.clock.now += 60'000;
    CHECK(world.claim(u"two"_s));
    // The first one was too slow; the second holds it now.
    CHECK(world.store.saveUpgrade(world.gain(u"one"_s)).error().fault == Fault::Conflict);
    CHECK(world.store.saveUpgrade(world.gain(u"two"_s)));
    CHECK(world.claim(u"three"_s));
}

TEST_CASE("more proof is a new file, a level, a row of the chain and the end of the old file",
          "[store]")
{
    QueueWorld world;
    REQUIRE(world.claim(u"one"_s));
    auto gain = world.gain(u"one"_s);
    REQUIRE(world.store.announceBlob(gain.pdf.sha256, world.clock.now));
    REQUIRE(world.store.saveUpgrade(gain));
    const auto copy = std::get<SignedCopy>(world.state());
    CHECK(copy.pdf == gain.pdf);
    CHECK(copy.level == SignatureLevel::T);
    CHECK(copy.provenAtMs == 77);
    CHECK(copy.sides == world.captured.sides);
    const auto row = world.store.audit(world.dossier.uuid)->back();
    CHECK(row.action == u"upgrade");
    CHECK(row.objectSha256 == gain.pdf.sha256);
    CHECK(row.facts == u"{\"level\":\"T\"}"_s);
    CHECK(world.store.verifyAudit());
    CHECK(world.store.upgrades()->front().wait.nextAtMs == 5);

    CHECK(world.store.removeLooseBlobs() == 1);
    CHECK_FALSE(world.blobs.contains(world.copy.pdf.sha256));
    CHECK(world.blobs.contains(gain.pdf.sha256));
    CHECK(world.store.removeLooseBlobs() == 0);

    REQUIRE(world.claim(u"two"_s));
    gain.claim = u"two"_s;
    gain.fromSha256 = gain.pdf.sha256;
    gain.pdf = world.blobs.put("all of it").value();
    gain.level = SignatureLevel::LTA;
    gain.isComplete = true;
    REQUIRE(world.store.saveUpgrade(gain));
    CHECK(world.store.upgrades()->empty());
}

TEST_CASE("a file that nobody came to name is removed after its time", "[store]")
{
    QueueWorld world;
    const auto pdf = world.blobs.put("never named").value();
    REQUIRE(world.store.announceBlob(pdf.sha256, world.clock.now + 10));
    CHECK(world.store.removeLooseBlobs() == 0);
    CHECK(world.blobs.contains(pdf.sha256));
    world.clock.now += 10;
    CHECK(world.store.removeLooseBlobs() == 1);
    CHECK_FALSE(world.blobs.contains(pdf.sha256));
}

TEST_CASE("a clerk who loaded a copy before it got more proof does not take that away", "[store]")
{
    QueueWorld world;
    const auto loaded = world.state();
    REQUIRE(world.claim(u"one"_s));
    const auto gain = world.gain(u"one"_s);
    REQUIRE(world.store.saveUpgrade(gain));
    REQUIRE(world.store.apply({.dossierUuid = world.dossier.uuid,
                               .componentCode = u"GT01"_s,
                               .from = loaded,
                               .next = extract(std::get<SignedCopy>(loaded), sample::someFields()),
                               .actor = sample::actor,
                               .action = u"confirm"_s,
                               .objectSha256 = world.copy.pdf.sha256}));
    const auto extracted = std::get<ExtractedCopy>(world.state());
    CHECK(extracted.copy.pdf == gain.pdf);
    CHECK(extracted.copy.level == SignatureLevel::T);
    CHECK(world.store.audit(world.dossier.uuid)->back().objectSha256 == gain.pdf.sha256);
    // And the other way round: the proof comes when the paper has moved on.
    REQUIRE(world.claim(u"two"_s));
    auto more = gain;
    more.claim = u"two"_s;
    more.fromSha256 = gain.pdf.sha256;
    more.pdf = world.blobs.put("more").value();
    REQUIRE(world.store.saveUpgrade(more));
    CHECK(std::get<ExtractedCopy>(world.state()).fields == sample::someFields());
}

TEST_CASE("a copy that is planned to be sent stays as it is", "[store]")
{
    QueueWorld world;
    SECTION("nobody may begin")
    {
        REQUIRE(world.planHandover(world.copy.pdf));
        CHECK_FALSE(world.claim(u"one"_s));
    }
    SECTION("who had begun comes too late")
    {
        REQUIRE(world.claim(u"one"_s));
        REQUIRE(world.planHandover(world.copy.pdf));
        CHECK(world.store.saveUpgrade(world.gain(u"one"_s)).error().fault == Fault::Conflict);
        CHECK(signedCopyOf(world.state())->pdf == world.copy.pdf);
    }
    SECTION("a plan made of the old file is refused")
    {
        REQUIRE(world.claim(u"one"_s));
        REQUIRE(world.store.saveUpgrade(world.gain(u"one"_s)));
        const auto planned = world.planHandover(world.copy.pdf);
        REQUIRE_FALSE(planned);
        CHECK(planned.error().fault == Fault::ProofPending);
        CHECK(planned.error().subject == u"GT01");
        CHECK(world.store.openHandovers()->empty());
    }
}

TEST_CASE("a copy that has left the station has left the queue", "[store]")
{
    QueueWorld world;
    const auto coded =
        assignCode(extract(std::get<SignedCopy>(world.state()), sample::someFields()),
                   codes::DigitizationCode::parse(sample::digitizationCode).value());
    REQUIRE(world.store.apply({.dossierUuid = world.dossier.uuid,
                               .componentCode = u"GT01"_s,
                               .from = world.state(),
                               .next = coded,
                               .action = u"code"_s}));
    CHECK(world.store.upgrades()->size() == 1);
    REQUIRE(world.store.apply({.dossierUuid = world.dossier.uuid,
                               .componentCode = u"GT01"_s,
                               .from = world.state(),
                               .next = dossier::store(coded, sha256Hex("manifest")),
                               .action = u"store"_s}));
    CHECK(world.store.upgrades()->empty());
}

TEST_CASE("the last view of each kind of a side is kept", "[store]")
{
    QueueWorld world;
    const QString side = world.captured.sides.front().id;
    const SideView stated{side, sha256Hex("one"), u"tram"_s, 1, ViewKind::Stated};
    const SideView displayed{side, sha256Hex("one"), u"tram"_s, 2, ViewKind::Displayed};
    const SideView again{side, sha256Hex("two"), u"tram"_s, 3, ViewKind::Stated};
    REQUIRE(world.store.saveViews({stated, displayed, again}));
    const auto views = world.store.views(world.dossier.uuid);
    REQUIRE(views);
    CHECK(*views == std::vector{displayed, again});
    CHECK(world.store.saveViews({{newUuid7(), {}, {}, 0, ViewKind::Stated}}).error().fault ==
          Fault::StorageFailed);
}
