#include "core/store/recovery.h"
#include "signing/verify/verifier.h"
#include "tests/core/workflow/signing_world.h"
#include "tests/signing/support/software_copy_signer.h"
#include "tests/signing/support/test_authority.h"
#include "tests/support/killed_program.h"

#include <QDirIterator>

#include <filesystem>

using namespace station;
using namespace station::workflow;

namespace {

const QStringList components{u"GT01"_s, u"GT02"_s};

/// A sheet of A4 at 200 dpi with lines of ink.
QByteArray sheet()
{
    constexpr int width = 1654;
    constexpr int height = 2339;
    QByteArray pixels(width * height, '\xff');
    for (int y = 400; y < 2000; ++y) {
        if (y % 60 < 20)
            pixels.replace(y * width + 200, 1200, QByteArray(1200, '\x10'));
    }
    return QByteArray("P5 1654 2339 255\n") + pixels;
}

QStringList filesBelow(const QString &folder)
{
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        names << files.fileName();
    }
    names.sort();
    return names;
}

/// Two papers that wait for a signature, each of whose pages was seen.
struct WaitingPapers : SigningWorld {
    WaitingPapers()
    {
        const QString picture = folder.filePath(u"sheet.pnm"_s);
        REQUIRE(writeDurably(picture, sheet()));
        for (const auto &component : components) {
            auto pile = PaperPile::ofSides(1);
            pile.picture = picture;
            pile.dpi = 200;
            REQUIRE(CounterWorld::capture().run(dossier.uuid, pile, {.component = component}));
            REQUIRE(sides(dossier, component).front().cleaned);
            REQUIRE_FALSE(sides(dossier, component).front().blank);
        }
        REQUIRE(QFile::remove(picture));
        seeAll();
    }

    signing::SoftwareSigner clerkKey{clock.now};
    signing::SoftwareSigner agencyKey{clock.now};
};

/// A station of its own with the same papers.
struct CrashStation {
    explicit CrashStation(WaitingPapers &waiting) : papers(waiting), context(waiting.context)
    {
        context.dataDir = folder.path();
        for (const auto *part : {"/station.db", "/spool"}) {
            std::filesystem::copy((papers.context.dataDir + QLatin1String(part)).toStdString(),
                                  (context.dataDir + QLatin1String(part)).toStdString(),
                                  std::filesystem::copy_options::recursive);
        }
    }

    const QString &uuid() const { return papers.dossier.uuid; }
    QString spool() const { return context.dataDir + u"/spool"_s; }
    store::Store openStore() const { return *store::Store::open(context.dataDir, papers.clock); }
    dossier::PaperState state(const QString &component) const
    {
        return findDossier(context, uuid())->component(component)->state;
    }
    /// True when nothing waits for a signature any more. Whoever is killed here is so between two
    /// questions to the page worker, which therefore serves all stations.
    bool sign() const
    {
        signing::SoftwareCopySigner clerk(papers.clerkKey);
        signing::SoftwareCopySigner agency(papers.agencyKey);
        const auto report = Signing(context, papers.pool).run(uuid(), clerk, {.agency = &agency});
        if (!report)
            return report.error().fault == Fault::NothingToDo;
        return std::ranges::all_of(report->papers, [](const SignedPaper &paper) {
            return paper.outcome == SignedPaper::Outcome::Signed;
        });
    }
    /// What a station does after its start. The files of a dead program count as old at once.
    store::RecoveryReport recover() const
    {
        auto store = openStore();
        const auto report = store::recover(store, context.actor, -1);
        REQUIRE(report);
        REQUIRE(Capture(context, papers.pool, nullptr).finish(uuid()) == 0);
        return *report;
    }
    /// At any moment: the chain is whole, the sides are there, a file that is named is right.
    void checkNothingLost() const
    {
        const auto store = openStore();
        CHECK(store.verifyAudit());
        for (const auto &component : components) {
            const auto now = state(component);
            CHECK(dossier::sidesOf(now) == dossier::sidesOf(papers.stateOf(component)));
            if (const auto copy = dossier::signedCopyOf(now))
                CHECK(store::BlobFolder(context.dataDir).verify(copy->pdf));
        }
        CHECK(filesBelow(spool()).size() >=
              filesBelow(papers.context.dataDir + u"/spool"_s).size());
    }
    void checkSignedOnce() const
    {
        const signing::VerifyContext trust{
            .anchors = {papers.clerkKey.rootDer(), papers.agencyKey.rootDer()},
            .nowMs = papers.clock.now,
            .policy = signing::stationPolicy()};
        QStringList named;
        QStringList signedComponents;
        for (const auto &component : components) {
            const auto copy = std::get<dossier::SignedCopy>(state(component));
            named << copy.pdf.sha256;
            const auto report = signing::verifyPdfFile(
                store::BlobFolder(context.dataDir).path(copy.pdf.sha256), trust);
            REQUIRE(report);
            CAPTURE(report->code.toStdString());
            CHECK(report->overall == signing::Verdict::Valid);
            CHECK(report->signatures.size() == 2);
        }
        named.sort();
        const auto rows = openStore().audit(uuid()).value();
        for (const auto &row : rows) {
            if (row.action == u"sign"_s)
                signedComponents << row.componentCode;
        }
        CHECK(signedComponents == components);
        CHECK(openStore().upgrades()->size() == static_cast<std::size_t>(components.size()));
        CHECK(filesBelow(context.dataDir + u"/blobs"_s) == named);
        CHECK(filesBelow(spool()) == filesBelow(papers.context.dataDir + u"/spool"_s));
    }

    WaitingPapers &papers;
    QTemporaryDir folder{papers.folder.filePath(u"station-XXXXXX"_s)};
    StationContext context;
};

}  // namespace

TEST_CASE("a program killed before any write of a batch loses nothing and signs each paper once",
          "[signing][crash]")
{
    WaitingPapers papers;
    bool through = false;
    int killed = 0;
    for (int write = 1; !through; ++write) {
        REQUIRE(write < 400);
        CAPTURE(write);
        const CrashStation station(papers);
        through = runKilledBefore(write, [&] { return station.sign(); });
        killed += through ? 0 : 1;
        station.checkNothingLost();

        papers.clock.now += 60 * 60'000;
        station.recover();
        station.checkNothingLost();
        CHECK(station.sign());
        // Whoever signs asks for more proof next, which also clears what nobody names.
        LineUpgrader upgrader;
        upgrader.configured = false;
        REQUIRE(Upgrading(station.context, upgrader).runOnce({}));
        station.checkSignedOnce();
        const auto again = station.recover();
        CHECK(again.temporaryFilesRemoved == 0);
        CHECK(again.adopted.empty());
        CHECK(again.orphans.empty());
        CHECK(again.sidesWithoutFile.isEmpty());
        CHECK(again.blobsMissing.isEmpty());
    }
    CHECK(killed > 40);
}
