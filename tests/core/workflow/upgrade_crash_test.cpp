#include "tests/core/workflow/signing_world.h"
#include "tests/support/killed_program.h"

#include <QDir>

using namespace station;
using namespace station::workflow;

namespace {

const QString gt01 = u"GT01"_s;

/// One signed paper in the queue; made with the program's own steps.
struct CrashWorld : CounterWorld {
    CrashWorld()
    {
        auto store = *store::Store::open(context.dataDir, clock);
        const dossier::Side side{.id = newUuid7(), .widthPx = 20, .heightPx = 28, .dpi = 300};
        REQUIRE(store.apply({dossier.uuid, gt01, state(dossier, gt01), dossier::DigitizeSlot{},
                             u"t"_s, u"decide"_s}));
        REQUIRE(store.addSide({dossier.uuid, gt01, side, side.id}, u"t"_s));
        const auto captured = std::get<dossier::CapturedPaper>(state(dossier, gt01));
        const auto pdf = store::BlobFolder(context.dataDir).put("signed").value();
        REQUIRE(
            store.apply({.dossierUuid = dossier.uuid,
                         .componentCode = gt01,
                         .from = captured,
                         .next = dossier::sign(captured, pdf, {}, clock.now),
                         .action = u"sign"_s,
                         .upgrade = store::NewUpgrade{SignatureLevel::LTA, SignatureLevel::T, 0}}));
    }
    /// Runs the queue. False when it was killed.
    bool runKilledBefore(int write)
    {
        return station::runKilledBefore(write, [this] {
            LineUpgrader upgrader;
            const auto report = Upgrading(context, upgrader).runOnce({});
            return report && report->complete == 1;
        });
    }
    /// Whatever happened: the chain is whole and the file that is named is there and right.
    void check() const
    {
        const auto store = store::Store::open(context.dataDir, clock);
        REQUIRE(store);
        CHECK(store->verifyAudit());
        const auto copy = *dossier::signedCopyOf(state(dossier, gt01));
        CHECK(store::BlobFolder(context.dataDir).verify(copy.pdf));
        const bool risen = copy.level == SignatureLevel::LTA;
        CHECK(risen == store->upgrades()->empty());
        CHECK(risen == (store->audit(dossier.uuid)->back().action == u"upgrade"));
    }
    QStringList blobFiles() const
    {
        QStringList files;
        const QDir blobs(context.dataDir + u"/blobs"_s);
        for (const auto &prefix : blobs.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            files << QDir(blobs.filePath(prefix)).entryList(QDir::Files | QDir::Hidden);
        return files;
    }

    dossier::Dossier dossier = open();
};

}  // namespace

TEST_CASE("a program killed before any write of an upgrade loses nothing and ends it later",
          "[workflow]")
{
    bool through = false;
    int killed = 0;
    for (int write = 1; !through; ++write) {
        REQUIRE(write < 200);
        CAPTURE(write);
        CrashWorld world;
        through = world.runKilledBefore(write);
        killed += through ? 0 : 1;
        world.check();

        world.clock.now += 60 * 60'000;  // the claim of the dead program has ended
        LineUpgrader upgrader;
        Upgrading upgrading(world.context, upgrader);
        REQUIRE(upgrading.runOnce({}));
        world.check();
        const auto copy = *dossier::signedCopyOf(world.state(world.dossier, gt01));
        CHECK(copy.level == SignatureLevel::LTA);
        // Neither the old file nor what the dead program made is left.
        CHECK(world.blobFiles() == QStringList{copy.pdf.sha256});
    }
    CHECK(killed > 8);  // claim, file, note, rename, commit, removal
}
