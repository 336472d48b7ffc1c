#include "tests/core/workflow/signing_world.h"

#include <QDir>

#include <thread>

using namespace station;
using namespace station::workflow;
using dossier::ViewKind;
using Outcome = SignedPaper::Outcome;

namespace {

const QString gt01 = u"GT01"_s;
const QString gt02 = u"GT02"_s;
const QString gt03 = u"GT03"_s;

std::vector<Outcome> outcomesOf(const SigningReport &report)
{
    std::vector<Outcome> outcomes;
    for (const auto &paper : report.papers)
        outcomes.push_back(paper.outcome);
    return outcomes;
}

/// Nothing half done lies about.
void checkNoWorkFiles(const SigningWorld &world)
{
    const QDir folder(world.context.dataDir + u"/spool/"_s + world.dossier.uuid);
    CHECK(folder.entryList({u"*.pdf*"_s}).isEmpty());
}

}  // namespace

TEST_CASE("a signed paper waits for more proof and the journal tells how it was signed",
          "[workflow]")
{
    SigningWorld world;
    world.capture(gt01, 2);
    world.seeAll();
    const auto report = world.signing().run(world.dossier.uuid, world.clerk);
    REQUIRE(report);
    CHECK_FALSE(report->ended);
    REQUIRE(outcomesOf(*report) == std::vector{Outcome::Signed});
    const auto copy = std::get<dossier::SignedCopy>(world.stateOf(gt01));
    CHECK(copy.pdf == report->papers[0].pdf);
    CHECK(copy.level == SignatureLevel::B);

    const auto queue = world.openStore().upgrades().value();
    REQUIRE(queue.size() == 1);
    CHECK(queue[0].componentCode == gt01);
    CHECK(queue[0].target.wanted == SignatureLevel::LTA);
    CHECK(queue[0].target.required == SignatureLevel::B);
    CHECK(queue[0].target.deadlineMs == world.clerk.endsMs);

    const auto rows = world.rows(u"sign"_s);
    REQUIRE(rows.size() == 1);
    const auto facts = SigningWorld::factsOf(rows[0]);
    CHECK(facts[u"certificate"_s] == sha256Hex("clerk"));
    CHECK(facts[u"after"_s] == copy.pdf.sha256);
    CHECK(facts[u"size"_s].toInteger() == copy.pdf.size);
    CHECK(facts[u"pages"_s] == 2);
    CHECK(facts[u"level"_s] == u"B"_s);
    CHECK(facts[u"seen"_s] == u"displayed"_s);
    CHECK(facts[u"result"_s] == u"signed"_s);
    CHECK(facts.contains(u"duration_ms"_s));
    // The receipt can be made again from what the store keeps.
    ReviewReceipt receipt{.documentSha256 = facts[u"before"_s].toString()};
    const auto views = world.openStore().views(world.dossier.uuid).value();
    for (const auto &side : copy.sides)
        receipt.views.push_back(*std::ranges::find(views, side.id, &dossier::SideView::side));
    CHECK(facts[u"receipt"_s] == receipt.sha256());
    CHECK(world.openStore().verifyAudit());
    CHECK_FALSE(rows[0].facts.contains(world.clerk.clerk().name));
    checkNoWorkFiles(world);
}

TEST_CASE("no paper is signed with a page that nobody has seen as it is", "[workflow]")
{
    SigningWorld world;
    world.capture(gt01, 2);
    world.capture(gt02);
    world.seeAll();
    const auto turned = world.sides(world.dossier, gt01)[1].id;
    REQUIRE(Editing(world.context).turn(world.dossier.uuid, turned, 90));

    auto report = world.signing().run(world.dossier.uuid, world.clerk);
    REQUIRE(report);
    REQUIRE(outcomesOf(*report) == std::vector{Outcome::Failed, Outcome::Signed});
    REQUIRE(report->papers[0].error);
    CHECK(report->papers[0].error->fault == Fault::NotReviewed);
    CHECK(report->papers[0].error->subject == gt01);
    CHECK(std::holds_alternative<dossier::CapturedPaper>(world.stateOf(gt01)));
    const auto failed = world.rows(u"sign_failed"_s);
    REQUIRE(failed.size() == 1);
    CHECK(failed[0].componentCode == gt01);
    CHECK(SigningWorld::factsOf(failed[0])[u"result"_s] == u"not_reviewed"_s);
    CHECK(world.clerk.requests.size() == 1);
    checkNoWorkFiles(world);

    world.seeAll(ViewKind::Stated);
    report = world.signing().run(world.dossier.uuid, world.clerk);
    REQUIRE(report);
    REQUIRE(outcomesOf(*report) == std::vector{Outcome::Signed});
    CHECK(SigningWorld::factsOf(world.rows(u"sign"_s).back())[u"seen"_s] == u"stated"_s);
}

TEST_CASE("where only the window counts, a stated page is not signed", "[workflow]")
{
    SigningWorld world;
    world.context.law.profile.signature.displayOnly = true;
    world.capture(gt01);
    world.seeAll(ViewKind::Stated);
    const auto report = world.signing().run(world.dossier.uuid, world.clerk);
    REQUIRE(report);
    REQUIRE(report->papers[0].error);
    CHECK(report->papers[0].error->fault == Fault::NotReviewed);
}

TEST_CASE("the signer learns where page 1 carries content", "[workflow]")
{
    SigningWorld world;
    const QString page = world.folder.filePath(u"page.pnm"_s);
    QByteArray pixels(200 * 280, '\xff');
    for (int y = 100; y < 140; ++y)
        pixels.replace(y * 200 + 50, 100, QByteArray(100, '\0'));
    REQUIRE(writeDurably(page, "P5 200 280 255\n" + pixels));
    PaperPile pile;
    pile.picture = page;
    REQUIRE(world.CounterWorld::capture().run(world.dossier.uuid, pile, {.component = gt01}));
    for (const auto &side : world.sides(world.dossier, gt01)) {
        if (side.blank)
            REQUIRE(Editing(world.context).markBlank(world.dossier.uuid, side.id, false));
    }
    world.seeAll();
    LineSigner agency(u"Sở Giao thông vận tải"_s);
    SigningBatch batch;
    batch.agency = &agency;
    REQUIRE(world.signing().run(world.dossier.uuid, world.clerk, batch));
    REQUIRE(world.clerk.requests.size() == 1);
    const auto &ink = world.clerk.requests[0].ink;
    REQUIRE(ink.isKnown());
    CHECK(ink.cells.contains('\1'));
    CHECK(ink.cells.contains('\0'));
    // For the agency the clerk's mark is content, too.
    REQUIRE(agency.requests.size() == 1);
    CHECK(agency.requests[0].ink.cells.count('\1') > ink.cells.count('\1'));
}

TEST_CASE("the agency signs the same file after the clerk, or the paper stays captured",
          "[workflow]")
{
    SigningWorld world;
    world.capture(gt01);
    world.seeAll();
    LineSigner agency(u"Sở Giao thông vận tải"_s);
    agency.endsMs = world.clerk.endsMs - 1;
    SigningBatch batch;
    batch.agency = &agency;
    SECTION("both")
    {
        const auto report = world.signing().run(world.dossier.uuid, world.clerk, batch);
        REQUIRE(report);
        REQUIRE(outcomesOf(*report) == std::vector{Outcome::Signed});
        const auto copy = std::get<dossier::SignedCopy>(world.stateOf(gt01));
        CHECK(copy.signer.name == world.clerk.clerk().name);
        const auto bytes = store::BlobFolder(world.context.dataDir).get(copy.pdf).value();
        CHECK(bytes.endsWith("signed by Hà Thị Minh Nguyệt\nsigned by Sở Giao thông vận tải\n"));
        REQUIRE(agency.requests[0].mark);
        CHECK(agency.requests[0].mark->corner == MarkCorner::TopRight);
        CHECK(agency.requests[0].mark->lines.front() == u"Sở Giao thông vận tải"_s);
        CHECK(world.openStore().upgrades()->front().target.deadlineMs == agency.endsMs);
    }
    SECTION("the agency cannot")
    {
        agency.before = [](int) { return Fault::NoRoomForMark; };
        const auto report = world.signing().run(world.dossier.uuid, world.clerk, batch);
        REQUIRE(report);
        REQUIRE(report->papers[0].error);
        CHECK(report->papers[0].error->fault == Fault::NoRoomForMark);
        CHECK(std::holds_alternative<dossier::CapturedPaper>(world.stateOf(gt01)));
        CHECK(world.openStore().blobs(world.dossier.uuid)->empty());
        CHECK(world.openStore().upgrades()->empty());
    }
    checkNoWorkFiles(world);
}

TEST_CASE("a token that is pulled ends the batch and what is signed stays signed", "[workflow]")
{
    SigningWorld world;
    for (const auto &component : {gt01, gt02, gt03})
        world.capture(component);
    world.seeAll();
    world.clerk.before = [](int call) {
        return call == 2 ? std::optional(Fault::TokenRemoved) : std::nullopt;
    };
    std::vector<QString> told;
    SigningBatch batch;
    batch.onPaper = [&](const SignedPaper &paper) { told.push_back(paper.component); };
    const auto report = world.signing().run(world.dossier.uuid, world.clerk, batch);
    REQUIRE(report);
    REQUIRE(outcomesOf(*report) ==
            std::vector{Outcome::Signed, Outcome::Failed, Outcome::NotReached});
    CHECK(report->ended->fault == Fault::TokenRemoved);
    CHECK(told == std::vector{gt01, gt02});
    CHECK(std::holds_alternative<dossier::SignedCopy>(world.stateOf(gt01)));
    CHECK(SigningWorld::factsOf(world.rows(u"sign_failed"_s).front())[u"result"_s] ==
          u"token_removed"_s);

    const auto again = world.signing().run(world.dossier.uuid, world.clerk);
    REQUIRE(again);
    CHECK(outcomesOf(*again) == std::vector{Outcome::Signed, Outcome::Signed});
}

TEST_CASE("a paper that fails leaves the others alone", "[workflow]")
{
    SigningWorld world;
    world.capture(gt01);
    world.capture(gt02);
    world.seeAll();
    world.clerk.before = [](int call) {
        return call == 1 ? std::optional(Fault::GlyphMissing) : std::nullopt;
    };
    const auto report = world.signing().run(world.dossier.uuid, world.clerk);
    REQUIRE(report);
    CHECK_FALSE(report->ended);
    REQUIRE(outcomesOf(*report) == std::vector{Outcome::Failed, Outcome::Signed});
}

TEST_CASE("a batch pauses, goes on and ends between two papers", "[workflow]")
{
    SigningWorld world;
    for (const auto &component : {gt01, gt02, gt03})
        world.capture(component);
    world.seeAll();
    BatchControl control;
    SigningBatch batch;
    batch.control = &control;
    std::mutex mutex;
    std::condition_variable changed;
    int done = 0;
    batch.onPaper = [&](const SignedPaper &) {
        const std::lock_guard lock(mutex);
        if (++done == 1)
            control.pause();
        else
            control.cancel();
        changed.notify_all();
    };
    Expected<SigningReport> report = fail(Fault::Internal);
    std::jthread batchThread(
        [&] { report = world.signing().run(world.dossier.uuid, world.clerk, batch); });
    {
        std::unique_lock lock(mutex);
        REQUIRE(changed.wait_for(lock, std::chrono::seconds(20), [&] { return done == 1; }));
    }
    CHECK(control.isPaused());
    CHECK(std::holds_alternative<dossier::CapturedPaper>(world.stateOf(gt02)));
    control.resume();
    batchThread.join();
    REQUIRE(report);
    REQUIRE(outcomesOf(*report) ==
            std::vector{Outcome::Signed, Outcome::Signed, Outcome::NotReached});
    CHECK(report->ended->fault == Fault::Cancelled);
}

TEST_CASE("a paused batch can be cancelled, also from outside", "[workflow]")
{
    std::stop_source outside;
    BatchControl control(outside.get_token());
    control.pause();
    bool wentOn = true;
    {
        const std::jthread waiting([&] { wentOn = control.mayGoOn(); });
        outside.request_stop();
    }
    CHECK_FALSE(wentOn);
    CHECK_FALSE(control.mayGoOn());
}

TEST_CASE("words lie in a copy only where the law allows a text layer", "[workflow]")
{
    SigningWorld world;
    world.capture(gt01);
    const auto side = world.sides(world.dossier, gt01).front();
    const recognition::RecognizedPage page{
        .size = {side.widthPx, side.heightPx},
        .dpi = side.dpi,
        .words = {{.text = u"Giấy"_s, .box = QRect(10, 10, 40, 12), .confidence = 0.9}}};
    REQUIRE(writeDurably(
        store::Spool(world.context.dataDir).file(world.dossier.uuid, side.id, u"json"_s),
        QJsonDocument(recognition::toJson(page)).toJson()));
    const bool allowed = GENERATE(false, true);
    if (allowed)
        world.context.law.profile.textLayer = rules::TextLayer::Embedded;
    world.seeAll();
    QByteArray copied;
    world.clerk.before = [&](int) -> std::optional<Fault> {
        copied = readWhole(world.clerk.requests.back().sourcePdf).value();
        return {};
    };
    REQUIRE(world.signing().run(world.dossier.uuid, world.clerk, {}));
    CHECK(copied.contains("/StationInvisible") == allowed);
}
