#include "core/base/clock.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

const QString gt01 = u"GT01"_s;
const QString clerk = u"tram-07"_s;

/// A dossier whose only paper, of two sides, was handed over.
struct CorrectionWorld {
    explicit CorrectionWorld(std::shared_ptr<const sealing::Sealer> sealer = nullptr)
        : store(*Store::open(folder.path(), clock, std::move(sealer)))
    {
        REQUIRE(store.createDossier(dossier, sample::actor));
        move(OpenSlot{}, handedOver(sides));
    }

    HandedOverCopy handedOver(const Sides &of) const
    {
        SignedCopy copy{.pdf = pdf,
                        .sides = of,
                        .signer = {sample::ownerName, u"01"_s, u"02"_s},
                        .signedAtMs = 5,
                        .received = received,
                        .level = SignatureLevel::T,
                        .provenAtMs = 7};
        return {{{{copy, sample::someFields()},
                  *codes::DigitizationCode::parse(sample::digitizationCode)},
                 sha256Hex("manifest")},
                u"event"_s};
    }
    void move(const PaperState &from, const PaperState &next)
    {
        REQUIRE(store.apply({.dossierUuid = dossier.uuid,
                             .componentCode = gt01,
                             .from = from,
                             .next = next,
                             .actor = sample::actor,
                             .action = u"test"_s}));
    }
    PaperState state() const { return store.load(dossier.uuid)->component(gt01)->state; }
    Expected<> begin() { return store.beginCorrection(dossier.uuid, gt01, clerk); }
    Expected<> giveUp() { return store.giveUpCorrection(dossier.uuid, gt01, clerk); }

    QTemporaryDir folder;
    SystemClock clock;
    Blob pdf = *BlobFolder(folder.path()).put("the first copy");
    bool received = false;
    Dossier dossier = sample::aDossier();
    Sides sides{sample::aSide(1), sample::aSide(2)};
    Store store;
};

}  // namespace

TEST_CASE("a copy that is withdrawn leaves an open slot and can be what it was", "[store]")
{
    CorrectionWorld world;
    const auto before = world.state();
    REQUIRE(world.store.withdraw(world.dossier.uuid, gt01, clerk));
    CHECK(world.state() == PaperState(OpenSlot{}));
    CHECK(world.store.fields(world.dossier.uuid, gt01)->empty());
    CHECK(world.store.corrections(world.dossier.uuid)->size() == 1);
    CHECK(world.store.listUnfinished()->size() == 1);  // until it is stored without it
    CHECK(world.store.withdraw(world.dossier.uuid, gt01, clerk).error().fault == Fault::WrongOrder);
    REQUIRE(world.giveUp());
    CHECK(world.state() == before);
    CHECK(world.store.corrections(world.dossier.uuid)->empty());
}

TEST_CASE("a copy that was handed over can be captured again and be what it was", "[store]")
{
    CorrectionWorld world;
    const auto before = world.state();
    REQUIRE(world.begin());
    CHECK(world.state() == PaperState(CapturedPaper{world.sides}));
    CHECK(world.store.fields(world.dossier.uuid, gt01)->empty());
    CHECK(world.store.listUnfinished()->size() == 1);
    const auto corrections = world.store.corrections(world.dossier.uuid);
    REQUIRE(corrections);
    REQUIRE(corrections->size() == 1);
    CHECK(corrections->front().componentCode == gt01);
    CHECK(corrections->front().former == world.handedOver({}));
    CHECK(world.begin().error().fault == Fault::WrongOrder);

    REQUIRE(world.giveUp());
    CHECK(world.state() == before);
    CHECK(world.store.corrections(world.dossier.uuid)->empty());
    CHECK(world.giveUp().error().fault == Fault::NothingToDo);

    // Who and what stands in the chain.
    const auto rows = *world.store.audit(world.dossier.uuid);
    for (const auto &action : {u"correct"_s, u"give_up_correction"_s}) {
        const auto row = std::ranges::find(rows, action, &AuditEntry::action);
        REQUIRE(row != rows.end());
        CHECK(row->actor == clerk);
        CHECK(row->objectSha256 == world.pdf.sha256);
    }
    CHECK(world.store.verifyAudit());
}

TEST_CASE("giving up a correction takes back what was done to the sides", "[store]")
{
    CorrectionWorld world;
    REQUIRE(world.begin());
    const auto extra = sample::aSide(1);
    REQUIRE(world.store.addSide(sample::newSide(world.dossier, gt01, extra), sample::actor));
    const auto places = *world.store.placements(world.dossier.uuid);
    auto turned = places[world.sides[0].id];
    turned.turnDeg = 90;
    REQUIRE(world.store.applyEdit(
        world.dossier.uuid,
        {newUuid7(), EditKind::Turn, {{world.sides[0].id, places[world.sides[0].id], turned}}},
        sample::actor));
    REQUIRE(world.giveUp());
    const auto sides = sidesOf(world.state());
    REQUIRE(sides.size() == 3);
    CHECK(sides[0].turnDeg == 0);
    CHECK_FALSE(sides[0].out);
    CHECK_FALSE(sides[1].out);
    CHECK(sides[2].id == extra.id);
    CHECK(sides[2].out);
}

TEST_CASE("a correction is not given up while a side of it is in another paper", "[store]")
{
    CorrectionWorld world;
    auto two = sample::aDossier({gt01, u"GT02"_s});
    two.code.reset();
    const Sides sides{sample::aSide(1), sample::aSide(2)};
    REQUIRE(world.store.createDossier(two, sample::actor));
    const auto apply = [&](const QString &component, const PaperState &next) {
        REQUIRE(world.store.apply({.dossierUuid = two.uuid,
                                   .componentCode = component,
                                   .from = OpenSlot{},
                                   .next = next,
                                   .actor = sample::actor,
                                   .action = u"test"_s}));
    };
    apply(gt01, world.handedOver(sides));
    apply(u"GT02"_s, DigitizeSlot{});
    REQUIRE(world.store.beginCorrection(two.uuid, gt01, clerk));
    const auto before = world.store.placements(two.uuid)->value(sides[1].id);
    auto after = before;
    after.component = u"GT02"_s;
    REQUIRE(world.store.applyEdit(
        two.uuid, {newUuid7(), EditKind::Move, {{sides[1].id, before, after}}}, sample::actor));
    CHECK(world.store.giveUpCorrection(two.uuid, gt01, clerk).error().fault == Fault::Conflict);
    REQUIRE(world.store.undoEdit(two.uuid, sample::actor));
    CHECK(world.store.giveUpCorrection(two.uuid, gt01, clerk));
}

TEST_CASE("pictures of a file that its issuer signed are set aside for its successor", "[store]")
{
    CorrectionWorld world;
    world.received = true;
    auto other = sample::aDossier();
    other.code.reset();
    const Sides sides{sample::aSide(1)};
    REQUIRE(world.store.createDossier(other, sample::actor));
    REQUIRE(world.store.apply({.dossierUuid = other.uuid,
                               .componentCode = gt01,
                               .from = OpenSlot{},
                               .next = world.handedOver(sides),
                               .actor = sample::actor,
                               .action = u"test"_s}));
    REQUIRE(world.store.beginCorrection(other.uuid, gt01, clerk));
    const auto now = world.store.load(other.uuid)->component(gt01)->state;
    REQUIRE(sidesOf(now).size() == 1);
    CHECK(sidesOf(now).front().out);
    REQUIRE(world.store.giveUpCorrection(other.uuid, gt01, clerk));
    CHECK(world.store.load(other.uuid)->component(gt01)->state ==
          PaperState(world.handedOver(sides)));
}

TEST_CASE("the file of a copy that is being replaced is nobody's orphan", "[store]")
{
    CorrectionWorld world;
    REQUIRE(world.begin());
    CHECK(world.store.noteOrphanBlobs({world.pdf.sha256}).value() == 0);
    // The new copy's file goes when the correction is given up.
    const auto fresh = *BlobFolder(world.folder.path()).put("the second copy");
    SignedCopy copy{.pdf = fresh, .sides = world.sides, .signer = {u"Clerk"_s, u"01"_s, {}}};
    world.move(CapturedPaper{world.sides}, copy);
    REQUIRE(world.giveUp());
    CHECK(world.store.removeLooseBlobs().value() == 1);
    CHECK_FALSE(QFile::exists(BlobFolder(world.folder.path()).path(fresh.sha256)));
    CHECK(QFile::exists(BlobFolder(world.folder.path()).path(world.pdf.sha256)));
}

TEST_CASE("what a correction keeps of persons is sealed with the rest", "[store]")
{
    const auto sealer = sealing::Sealer::with(sealing::DataKeys::made().value()).value();
    const OwnerEntry entry{u"ctl/own/k1-00/20240715-0000.json"_s, "body of an entry"};
    QTemporaryDir folder;
    const SystemClock clock;
    QString uuid;
    {
        CorrectionWorld world;
        REQUIRE(world.begin());
        REQUIRE(world.store.saveOwnerAnswer(u"ctl/own/k1-00/"_s, {entry}));
        uuid = world.dossier.uuid;
        REQUIRE(
            QFile::copy(world.folder.filePath(u"station.db"_s), folder.filePath(u"station.db"_s)));
        REQUIRE(QFile::copy(world.folder.filePath(u"station.db-wal"_s),
                            folder.filePath(u"station.db-wal"_s)));
    }
    const auto store = Store::open(folder.path(), clock, sealer);
    REQUIRE(store);
    const auto corrections = store->corrections(uuid);
    REQUIRE(corrections);
    REQUIRE(corrections->size() == 1);
    CHECK(corrections->front().former.copy.copy.code.text() == sample::digitizationCode);
    CHECK(corrections->front().former.copy.copy.copy.fields == sample::someFields());
    CHECK(store->ownerAnswer(u"ctl/own/k1-00/"_s)->entries == std::vector{entry});
    CHECK(store->ownerAnswer(u"ctl/own/k1-0/"_s)->entries.empty());

    CorrectionWorld sealed(sealer);
    REQUIRE(sealed.begin());
    REQUIRE(sealed.store.saveOwnerAnswer(u"ctl/own/k1-00/"_s, {entry}));
    QByteArray bytes;
    for (const auto &name : {u"station.db"_s, u"station.db-wal"_s}) {
        QFile file(sealed.folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    CHECK(bytes.contains(sealed.pdf.sha256.toUtf8()));
    CHECK_FALSE(bytes.contains(sample::digitizationCode.toUtf8()));
    CHECK_FALSE(bytes.contains(sample::ownerId.toUtf8()));
    CHECK_FALSE(bytes.contains(entry.body));
}
