#include "tests/core/workflow/signing_world.h"

#include <QDir>

using namespace station;
using namespace station::workflow;

namespace {

const QString gt01 = u"GT01"_s;
const QString gt02 = u"GT02"_s;
const QString gt03 = u"GT03"_s;
constexpr qint64 minute = 60'000;

struct ProofWorld : CounterWorld {
    /// Signed, with its file and a place in the queue.
    dossier::SignedCopy addSigned(const QString &component,
                                  const store::NewUpgrade &upgrade = {SignatureLevel::LTA,
                                                                      SignatureLevel::B, 0})
    {
        auto store = openStore();
        dossier::Side side{.id = newUuid7(), .widthPx = 20, .heightPx = 28, .dpi = 300};
        const auto open = state(dossier, component);
        if (std::holds_alternative<dossier::OpenSlot>(open))
            REQUIRE(store.apply(
                {dossier.uuid, component, open, dossier::DigitizeSlot{}, u"t"_s, u"decide"_s}));
        REQUIRE(store.addSide({dossier.uuid, component, side, side.id}, u"t"_s));
        const auto captured = std::get<dossier::CapturedPaper>(state(dossier, component));
        const auto pdf = store::BlobFolder(context.dataDir).put("signed " + component.toUtf8());
        const auto copy = dossier::sign(captured, *pdf, {u"N"_s, u"01"_s, {}}, clock.now);
        REQUIRE(store.apply({.dossierUuid = dossier.uuid,
                             .componentCode = component,
                             .from = captured,
                             .next = copy,
                             .actor = u"01"_s,
                             .action = u"sign"_s,
                             .objectSha256 = pdf->sha256,
                             .upgrade = upgrade}));
        return copy;
    }
    store::Store openStore() const { return *store::Store::open(context.dataDir, clock); }
    dossier::SignedCopy copyOf(const QString &component) const
    {
        return *dossier::signedCopyOf(state(dossier, component));
    }
    Expected<UpgradeReport> run(const Upgrading::Selection &selection = {})
    {
        return Upgrading(context, upgrader).runOnce(selection);
    }
    std::vector<PendingUpgrade> pending() { return *Upgrading(context, upgrader).pending(); }
    QStringList componentsPending()
    {
        QStringList codes;
        for (const auto &row : pending())
            codes << row.component;
        return codes;
    }
    int blobFiles() const
    {
        int files = 0;
        QDir blobs(context.dataDir + u"/blobs"_s);
        for (const auto &prefix : blobs.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            files += static_cast<int>(
                QDir(blobs.filePath(prefix)).entryList(QDir::Files | QDir::Hidden).size());
        return files;
    }

    dossier::Dossier dossier = open();
    LineUpgrader upgrader{};
};

}  // namespace

TEST_CASE("a copy gets all the proof that is wanted and leaves the queue", "[workflow]")
{
    ProofWorld world;
    const auto before = world.addSigned(gt01);
    const auto report = world.run();
    REQUIRE(report);
    CHECK(report->risen == 1);
    CHECK(report->complete == 1);
    CHECK(report->waiting == 0);
    CHECK_FALSE(report->last);
    const auto copy = world.copyOf(gt01);
    CHECK(copy.level == SignatureLevel::LTA);
    CHECK(copy.provenAtMs == 1'721'007'100'000);
    CHECK(store::BlobFolder(world.context.dataDir).verify(copy.pdf));
    CHECK_FALSE(store::BlobFolder(world.context.dataDir).contains(before.pdf.sha256));
    CHECK(world.blobFiles() == 1);

    const auto row = world.openStore().audit(world.dossier.uuid)->back();
    CHECK(row.action == u"upgrade");
    const auto facts = QJsonDocument::fromJson(row.facts.toUtf8()).object();
    CHECK(facts[u"stamp_serial"_s] == u"0a1b"_s);
    CHECK(facts[u"clock_offset_ms"_s] == 250);
    CHECK(facts[u"before"_s] == before.pdf.sha256);
    CHECK(facts[u"level_before"_s] == u"B"_s);
    CHECK(facts[u"level"_s] == u"LTA"_s);
    CHECK(world.openStore().verifyAudit());
}

TEST_CASE("what lacks the required level goes first, then what has least time, then the oldest",
          "[workflow]")
{
    ProofWorld world;
    using enum SignatureLevel;
    world.addSigned(gt01, {LTA, B, 0});
    world.clock.now += 1000;
    world.addSigned(gt02, {LTA, B, world.clock.now + 100 * minute});
    world.clock.now += 1000;
    world.addSigned(gt03, {LTA, T, 0});
    world.clock.now += 1000;
    world.addSigned(u"GT04"_s, {LTA, B, world.clock.now + 50 * minute});
    world.addSigned(u"GT05"_s, {LTA, B, 0});
    CHECK(world.componentsPending() == QStringList{gt03, u"GT04"_s, gt02, gt01, u"GT05"_s});
    const auto third = world.copyOf(gt03).pdf.sha256;
    REQUIRE(world.run());
    CHECK(world.upgrader.sources.front() == third);
}

TEST_CASE("a service that is away ends the round and is asked again later and later", "[workflow]")
{
    ProofWorld world;
    world.addSigned(gt01);
    world.addSigned(gt02);
    world.upgrader.halted = Fault::ServiceRefused;
    world.upgrader.writes = false;
    world.upgrader.reaches = SignatureLevel::B;
    auto report = world.run();
    REQUIRE(report);
    CHECK(report->risen == 0);
    CHECK(report->waiting == 2);
    CHECK(report->last->fault == Fault::ServiceRefused);
    CHECK(world.upgrader.sources.size() == 1);

    // The other one is still due, the first one is not.
    REQUIRE(world.run());
    CHECK(world.upgrader.sources.size() == 2);
    REQUIRE(world.run());
    CHECK(world.upgrader.sources.size() == 2);

    for (const int minutes : {1, 2, 5, 15, 30, 60, 60}) {
        const auto row = world.pending().front();
        CAPTURE(minutes);
        CHECK(row.lastFault == u"service_refused");
        CHECK(row.lastDetail == u"http 503");
        CHECK(row.nextAtMs == world.clock.now + minutes * minute);
        world.clock.now = row.nextAtMs;
        REQUIRE(world.run());
        REQUIRE(world.run());
    }
    // By hand, at once.
    const auto asked = world.upgrader.sources.size();
    world.upgrader = {};
    report = world.run({.evenIfNotDue = true});
    REQUIRE(report);
    CHECK(report->complete == 2);
    CHECK(asked > 0);
    CHECK(world.pending().empty());
}

TEST_CASE("a copy that got a part keeps it and waits for the rest", "[workflow]")
{
    ProofWorld world;
    world.addSigned(gt01);
    world.upgrader.reaches = SignatureLevel::T;
    world.upgrader.halted = Fault::NetworkDown;
    auto report = world.run();
    REQUIRE(report);
    CHECK(report->risen == 1);
    CHECK(report->complete == 0);
    CHECK(report->waiting == 1);
    CHECK(world.copyOf(gt01).level == SignatureLevel::T);
    CHECK(world.pending().front().level == SignatureLevel::T);
    CHECK(world.pending().front().nextAtMs == world.clock.now + minute);

    world.upgrader.reaches = SignatureLevel::LTA;
    world.upgrader.halted.reset();
    world.clock.now += minute;
    report = world.run();
    CHECK(report->complete == 1);
    CHECK(world.upgrader.sources.back() != world.upgrader.sources.front());
    CHECK(world.blobFiles() == 1);
}

TEST_CASE("a file that cannot be made better does not hold up the others", "[workflow]")
{
    ProofWorld world;
    world.addSigned(gt01);
    world.addSigned(gt02);
    world.upgrader.error = Fault::SignatureInvalid;
    auto report = world.run();
    REQUIRE(report);
    CHECK(world.upgrader.sources.size() == 2);
    CHECK(report->waiting == 2);
    CHECK(world.pending().front().lastFault == u"signature_invalid");
}

TEST_CASE("without an authority nothing is tried and nothing is lost", "[workflow]")
{
    ProofWorld world;
    world.addSigned(gt01);
    world.upgrader.configured = false;
    const auto report = world.run();
    REQUIRE(report);
    CHECK(report->waiting == 1);
    CHECK(world.upgrader.sources.isEmpty());
    CHECK(world.pending().front().attempts == 0);
}

TEST_CASE("a stop leaves the copy as it waits", "[workflow]")
{
    ProofWorld world;
    world.addSigned(gt01);
    world.addSigned(gt02);
    world.upgrader.error = Fault::Cancelled;
    const auto report = world.run();
    REQUIRE(report);
    CHECK(report->last->fault == Fault::Cancelled);
    CHECK(world.upgrader.sources.size() == 1);
    for (const auto &row : world.pending()) {
        CHECK(row.attempts == 0);
        CHECK(row.lastFault.isEmpty());
    }
    // And is not held by a claim.
    world.upgrader = {};
    CHECK(world.run()->complete == 2);
}

TEST_CASE("one dossier can be worked on alone", "[workflow]")
{
    ProofWorld world;
    world.addSigned(gt01);
    CHECK(world.run({.dossierUuid = u"other"_s})->waiting == 0);
    CHECK(world.upgrader.sources.isEmpty());
    CHECK(world.run({.dossierUuid = world.dossier.uuid})->complete == 1);
}

TEST_CASE("when the signer's certificate has ended the copy stays with what it has", "[workflow]")
{
    ProofWorld world;
    world.addSigned(gt01, {SignatureLevel::LTA, SignatureLevel::B, world.clock.now + minute});
    world.clock.now += minute;
    const auto report = world.run();
    REQUIRE(report);
    CHECK(report->waiting == 0);
    CHECK(world.upgrader.sources.isEmpty());
    CHECK(world.copyOf(gt01).level == SignatureLevel::B);
    CHECK(world.openStore().audit(world.dossier.uuid)->back().action == u"upgrade_expired");
}

TEST_CASE("a copy that stays in the station is renewed before its time stamp ends", "[workflow]")
{
    constexpr qint64 day = 24 * 60 * minute;
    ProofWorld world;
    world.addSigned(gt01);
    world.upgrader.renewBeforeMs = world.clock.now + 400 * day;
    REQUIRE(world.run()->complete == 1);
    CHECK(world.pending().empty());
    REQUIRE(world.run({.evenIfNotDue = true}));
    CHECK(world.upgrader.sources.size() == 1);

    world.clock.now += 230 * day;
    REQUIRE(world.pending().size() == 1);
    CHECK(world.pending().front().deadlineMs == world.upgrader.renewBeforeMs);
    SECTION("with a new stamp")
    {
        const auto old = world.copyOf(gt01).pdf;
        world.upgrader.renewBeforeMs = world.clock.now + 800 * day;
        const auto report = world.run();
        CHECK(report->risen == 1);
        CHECK(world.copyOf(gt01).pdf.sha256 != old.sha256);
        CHECK(world.copyOf(gt01).level == SignatureLevel::LTA);
        CHECK(world.pending().empty());
        CHECK(world.blobFiles() == 1);
    }
    SECTION("or later, when the authority is away")
    {
        world.upgrader.writes = false;
        world.upgrader.halted = Fault::NetworkDown;
        CHECK(world.run()->waiting == 1);
        CHECK(world.pending().front().nextAtMs == world.clock.now + minute);
        CHECK(world.pending().front().deadlineMs == world.upgrader.renewBeforeMs);
    }
}

TEST_CASE("two programs at once work on one copy once", "[workflow]")
{
    ProofWorld world;
    world.addSigned(gt01);
    LineUpgrader second;
    int risenBySecond = -1;
    world.upgrader.during = [&] {
        risenBySecond = Upgrading(world.context, second).runOnce({.evenIfNotDue = true})->risen;
    };
    CHECK(world.run()->risen == 1);
    CHECK(risenBySecond == 0);
    CHECK(second.sources.isEmpty());
}

TEST_CASE("a program that slept over its claim does not undo another's work", "[workflow]")
{
    ProofWorld world;
    world.addSigned(gt01);
    LineUpgrader second;
    world.upgrader.reaches = SignatureLevel::T;
    world.upgrader.during = [&] {
        world.clock.now += 60 * minute;
        CHECK(Upgrading(world.context, second).runOnce({})->complete == 1);
    };
    const auto report = world.run();
    REQUIRE(report);
    CHECK(report->risen == 0);
    CHECK(world.copyOf(gt01).level == SignatureLevel::LTA);
    CHECK(store::BlobFolder(world.context.dataDir).verify(world.copyOf(gt01).pdf));
    // The late file goes when its time is over.
    world.clock.now += 60 * minute;
    REQUIRE(world.run());
    CHECK(world.blobFiles() == 1);
}

TEST_CASE("a copy whose fields are confirmed meanwhile gets its proof all the same", "[workflow]")
{
    ProofWorld world;
    const auto copy = world.addSigned(gt01);
    world.upgrader.during = [&] {
        REQUIRE(world.openStore().apply({.dossierUuid = world.dossier.uuid,
                                         .componentCode = gt01,
                                         .from = copy,
                                         .next = dossier::extract(copy, {}),
                                         .action = u"confirm"_s}));
    };
    CHECK(world.run()->complete == 1);
    const auto state = world.state(world.dossier, gt01);
    REQUIRE(std::holds_alternative<dossier::ExtractedCopy>(state));
    CHECK(dossier::signedCopyOf(state)->level == SignatureLevel::LTA);
}
