#include "core/repository/layout.h"
#include "core/sync/code_claims.h"
#include "core/sync/handover.h"
#include "core/sync/owner_lookup.h"
#include "handover_world.h"

#include <QDirIterator>
#include <QFile>

using namespace station;
using namespace station::sync;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

}  // namespace

TEST_CASE("a dossier that was handed over is complete for its department", "[sync]")
{
    World world;
    const auto result = world.handOver();
    REQUIRE(result);
    CHECK(result->codes.value(u"GT01"_s) == codeOf(u"88-0123"_s).text());
    CHECK(result->codes.value(u"GT02"_s) == codeOf(u"99-0001"_s).text());
    CHECK(result->codes.size() == 2);

    const auto events = world.events();
    REQUIRE(events.size() == 1);
    CHECK(events[0].id == result->eventId);
    CHECK(events[0].manifestSha256 == result->manifestSha256);
    const auto manifest = Inbox(world.repository, world.key).open(events[0]);
    REQUIRE(manifest);
    CHECK(manifest->owner == world.dossier.owner);
    CHECK(manifest->dossierCode == sample::dossierCode);
    REQUIRE(manifest->documents.size() == 3);
    CHECK(manifest->documents[0].code == result->codes.value(u"GT01"_s));
    CHECK(manifest->documents[0].fields == sample::someFields());
    CHECK(manifest->documents[0].sides == 2);
    CHECK(manifest->documents[2].kind == DocumentKind::Attached);
    CHECK(manifest->auditHead.seq > 0);
    CHECK(Inbox(world.repository, world.key).document(manifest->documents[0].pdf).value() ==
          "first copy");
}

TEST_CASE("the papers reach the step that the repository has proved", "[sync]")
{
    World world;
    const auto result = world.handOver();
    REQUIRE(result);
    const auto dossier = world.load();
    const auto *first = std::get_if<dossier::HandedOverCopy>(&dossier.components[0].state);
    REQUIRE(first);
    CHECK(first->eventId == result->eventId);
    CHECK(first->copy.manifestSha256 == result->manifestSha256);
    CHECK(first->copy.copy.code == codeOf(u"88-0123"_s));
    CHECK(std::holds_alternative<dossier::AttachedPaper>(dossier.components[2].state));

    const auto store = world.openStore();
    CHECK(store.verifyAudit());
    QStringList actions;
    const auto rows = store.audit(dossier.uuid).value();
    for (const auto &row : rows)
        actions << row.action;
    CHECK(actions == QStringList{u"create"_s, u"plan_handover"_s, u"code"_s, u"code"_s, u"store"_s,
                                 u"store"_s, u"hand_over"_s, u"hand_over"_s, u"hand_over"_s});
    CHECK(store.openHandovers()->empty());
    const auto steps = store.steps(result->eventId).value();
    for (const auto &step : steps)
        CHECK(step.state == store::StepState::Verified);
}

TEST_CASE("handing over again tells the department nothing new", "[sync]")
{
    World world;
    const auto first = world.handOver();
    REQUIRE(first);
    world.attachment = world.blobs.put("plain scan written again").value();
    const auto again = world.handOver();
    REQUIRE(again);
    CHECK(again->eventId == first->eventId);
    CHECK(again->codes == first->codes);
    CHECK(world.events().size() == 1);
}

TEST_CASE("a paper that comes later makes a second manifest that names the first", "[sync]")
{
    World world;
    const auto first = world.handOver();
    REQUIRE(first);
    auto store = world.openStore();
    REQUIRE(store.apply({world.dossier.uuid,
                         u"GT04"_s,
                         dossier::ShownPaper{},
                         sample::anExtractedCopy(world.blobs.put("late copy").value()),
                         sample::actor,
                         u"test"_s,
                         {}}));
    auto request = world.request();
    request.papers.push_back({.component = u"GT04"_s, .proposedCode = codeOf(u"88-0123"_s)});
    Handover handover(store, world.blobs, world.repository, world.key, world.clock);
    const auto second = handover.send(handover.plan(request).value());
    REQUIRE(second);
    CHECK(second->codes.value(u"GT01"_s) == codeOf(u"88-0123"_s).text());
    CHECK(second->codes.value(u"GT04"_s) == codeOf(u"88-0123"_s, 2).text());
    const auto events = world.events();
    REQUIRE(events.size() == 2);
    const auto manifest = Inbox(world.repository, world.key).open(events[1]);
    REQUIRE(manifest);
    CHECK(manifest->previousSha256 == first->manifestSha256);
    CHECK(manifest->documents.size() == 4);
    // A copy that was handed over keeps its first event.
    const auto dossier = world.load();
    CHECK(std::get<dossier::HandedOverCopy>(dossier.components[0].state).eventId == first->eventId);
}

TEST_CASE("a corrected copy takes the place of the one before under its code", "[sync]")
{
    World world;
    const auto first = world.handOver();
    REQUIRE(first);
    const QString code = first->codes.value(u"GT01"_s);
    const auto objects = world.repository.list(QString()).value();
    auto store = world.openStore();
    auto request = world.corrected(codes::DigitizationCode::parse(code).value(), "corrected copy");
    Handover handover(store, world.blobs, world.repository, world.key, world.clock);
    const auto id = handover.plan(request).value();
    // On its way it is no longer given up.
    CHECK(store.giveUpCorrection(world.dossier.uuid, u"GT01"_s, sample::actor).error().fault ==
          Fault::WrongOrder);
    const auto second = handover.send(id);
    REQUIRE(second);
    CHECK(second->codes == first->codes);

    const auto events = world.events();
    REQUIRE(events.size() == 2);
    const auto manifest = Inbox(world.repository, world.key).open(events[1]);
    REQUIRE(manifest);
    CHECK(manifest->previousSha256 == first->manifestSha256);
    REQUIRE(manifest->documents.size() == 3);
    CHECK(manifest->documents[0].code == code);
    CHECK(manifest->documents[0].pdf.sha256 == sha256Hex("corrected copy"));
    CHECK(manifest->documents[0].replacesSha256 == sha256Hex("first copy"));
    CHECK(manifest->documents[1].replacesSha256.isEmpty());
    // What was there is there, and the former manifest still opens with the former copy.
    const auto now = world.repository.list(QString()).value();
    for (const auto &object : objects)
        CHECK(now.contains(object));
    CHECK(now.size() == objects.size() + 4);  // copy, manifest, index, event
    CHECK(Inbox(world.repository, world.key).open(events[0])->documents[0].pdf.sha256 ==
          sha256Hex("first copy"));

    const auto papers = world.storedPapers(world.key);
    REQUIRE(papers.size() == 3);
    CHECK(papers[2].copy.pdf.sha256 == sha256Hex("first copy"));
    CHECK(papers[2].standing == Standing::Superseded);
    CHECK(papers[2].supersededBy == code);
    CHECK((papers[0].isReusable() && papers[1].isReusable()));
    CHECK(store.corrections(world.dossier.uuid)->empty());
    CHECK(store.verifyAudit());
    // Told once: the same request again is nothing new.
    request.dossier = world.load();
    request.papers[0].replacesSha256.clear();
    CHECK(handover.plan(request).value() == id);
}

TEST_CASE("a code that another station took becomes the next one in every place", "[sync]")
{
    World world;
    REQUIRE(CodeClaims(world.repository, world.key)
                .claim(codeOf(u"88-0123"_s), {newUuid7(), u"GT01"_s, sha256Hex("other")}));
    const auto result = world.handOver();
    REQUIRE(result);
    const auto next = codeOf(u"88-0123"_s, 2);
    CHECK(result->codes.value(u"GT01"_s) == next.text());
    const auto manifest = Inbox(world.repository, world.key).open(world.events()[0]);
    CHECK(manifest->documents[0].code == next.text());
    const auto papers = world.storedPapers(world.key);
    REQUIRE(papers.size() == 2);
    CHECK((papers[0].copy.code == next || papers[1].copy.code == next));
}

TEST_CASE("what cannot be handed over is refused before anything is written", "[sync]")
{
    World world;
    auto store = world.openStore();
    Handover handover(store, world.blobs, world.repository, world.key, world.clock);
    auto request = world.request();
    SECTION("nothing at all")
    {
        request.papers.clear();
        CHECK(handover.plan(request).error().fault == Fault::NothingToDo);
    }
    SECTION("a paper that was only shown")
    {
        request.papers.push_back({.component = u"GT04"_s});
        CHECK(handover.plan(request).error().fault == Fault::WrongOrder);
    }
    SECTION("a copy without a proposed code")
    {
        request.papers[0].proposedCode.reset();
        CHECK(handover.plan(request).error().fault == Fault::InvalidInput);
    }
    SECTION("a component that does not exist")
    {
        request.papers.push_back({.component = u"GT99"_s});
        CHECK(handover.plan(request).error().fault == Fault::UnknownComponent);
    }
    CHECK(store.openHandovers()->empty());
}

TEST_CASE("a lost local copy blocks the hand-over and says so", "[sync]")
{
    World world;
    QFile::remove(world.blobs.path(sha256Hex("second copy")));
    const auto result = world.handOver();
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::FileMissing);
    CHECK(world.events().empty());
    const auto store = world.openStore();
    const auto open = store.openHandovers();
    REQUIRE(open->size() == 1);
    int blocked = 0;
    const auto steps = store.steps(open->front().id).value();
    for (const auto &step : steps) {
        if (step.state == store::StepState::Blocked) {
            ++blocked;
            CHECK(step.componentCode == u"GT02");
            CHECK_FALSE(step.reason.isEmpty());
        }
    }
    CHECK(blocked == 1);
    // Put right, it goes on where it stopped.
    REQUIRE(world.blobs.put("second copy"));
    CHECK(world.handOver());
    CHECK(world.events().size() == 1);
}

TEST_CASE("a linked copy must still be in the repository", "[sync]")
{
    World world;
    auto store = world.openStore();
    const dossier::ReusedCopy reused{
        {sha256Hex("linked"), 6}, codeOf(u"55"_s), dossier::ReuseSource::NationalStore};
    REQUIRE(store.apply({world.dossier.uuid,
                         u"GT04"_s,
                         dossier::ShownPaper{},
                         reused,
                         sample::actor,
                         u"reuse"_s,
                         {}}));
    auto request = world.request();
    request.papers.push_back(
        {.component = u"GT04"_s, .reuseCount = store.reuseCount(reused.pdf.sha256).value_or(-1)});
    Handover handover(store, world.blobs, world.repository, world.key, world.clock);
    const auto id = handover.plan(request);
    REQUIRE(id);
    CHECK(handover.send(*id).error().fault == Fault::FileMissing);
    REQUIRE(world.repository.putIfAbsent(repository::layout::blob(reused.pdf.sha256), "linked",
                                         reused.pdf.sha256));
    const auto result = handover.send(*id);
    REQUIRE(result);
    CHECK(result->codes.value(u"GT04"_s) == reused.code.text());

    const auto manifest = Inbox(world.repository, world.key).open(world.events()[0]);
    REQUIRE(manifest);
    const auto linked =
        std::ranges::find(manifest->documents, u"GT04"_s, &ManifestDocument::component);
    REQUIRE(linked != manifest->documents.end());
    CHECK(linked->reuse == Reuse{Reuse::Of::Result, dossier::ReuseSource::NationalStore, 1});
    CHECK(world.load().component(u"GT04"_s)->state == dossier::PaperState(reused));

    // That another dossier links it, too, is nothing new about this one.
    auto other = sample::aDossier();
    other.code.reset();
    other.components[0].state = reused;
    REQUIRE(store.createDossier(other, sample::actor));
    CHECK(store.reuseCount(reused.pdf.sha256) == 2);
    request = world.request();
    request.papers.push_back({.component = u"GT04"_s, .reuseCount = 2});
    CHECK(handover.plan(request) == *id);
}

TEST_CASE("a copy that was withdrawn leaves the dossier and is offered to nobody", "[sync]")
{
    World world;
    const auto first = world.handOver();
    REQUIRE(first);
    auto store = world.openStore();
    const auto copy = std::get<dossier::HandedOverCopy>(world.load().components[0].state);
    REQUIRE(store.withdraw(world.dossier.uuid, u"GT01"_s, sample::actor));
    CHECK(world.load().components[0].state == dossier::PaperState(dossier::OpenSlot{}));

    auto request = world.request();
    request.papers.erase(request.papers.begin());
    request.withdrawn = {{.component = u"GT01"_s,
                          .paperType = u"KQ.G04.000012"_s,
                          .paperName = u"Giấy phép lái xe"_s,
                          .pdf = copy.copy.copy.copy.copy.pdf,
                          .code = copy.copy.copy.code.text()}};
    Handover handover(store, world.blobs, world.repository, world.key, world.clock);
    const auto id = handover.plan(request);
    REQUIRE(id);
    REQUIRE(handover.send(*id));
    REQUIRE(world.events().size() == 2);
    const auto manifest = Inbox(world.repository, world.key).open(world.events()[1]);
    REQUIRE(manifest);
    CHECK(manifest->previousSha256 == first->manifestSha256);
    CHECK(manifest->documents.size() == 2);
    CHECK(manifest->withdrawn == request.withdrawn);
    // Of the same day, and what was there before is still there.
    const auto papers = world.storedPapers(world.key);
    REQUIRE(papers.size() == 2);
    CHECK(papers[0].standing == Standing::Valid);
    CHECK(papers[1].standing == Standing::Withdrawn);
    CHECK(papers[1].copy.code == copy.copy.copy.code);
    CHECK(world.repository.head(repository::layout::blob(papers[1].copy.pdf.sha256)));
    CHECK(store.corrections(world.dossier.uuid)->empty());

    // Once said it is not said again.
    request.withdrawn.clear();
    CHECK(handover.plan(request) == *id);
}

TEST_CASE("the only paper of a dossier can be withdrawn", "[sync]")
{
    World world;
    auto store = world.openStore();
    auto dossier = sample::aDossier();
    dossier.code.reset();
    dossier.components[0].state = sample::anExtractedCopy(world.blobs.put("only copy").value());
    REQUIRE(store.createDossier(dossier, sample::actor));
    auto request = world.request();
    request.dossier = dossier;
    request.papers = {{.component = u"GT01"_s, .proposedCode = codeOf(u"44"_s)}};
    Handover handover(store, world.blobs, world.repository, world.key, world.clock);
    REQUIRE(handover.send(handover.plan(request).value()));
    REQUIRE(store.withdraw(dossier.uuid, u"GT01"_s, sample::actor));
    request.dossier = *store.load(dossier.uuid);
    request.papers.clear();
    request.withdrawn = {{.component = u"GT01"_s,
                          .pdf = {sha256Hex("only copy"), 9},
                          .code = codeOf(u"44"_s).text()}};
    const auto id = handover.plan(request);
    REQUIRE(id);
    REQUIRE(handover.send(*id));
    CHECK(Inbox(world.repository, world.key).open(world.events()[1])->documents.empty());
}

TEST_CASE("no key, no clear body and no audit row tells of a person", "[sync]")
{
    World world;
    REQUIRE(world.handOver());
    REQUIRE(Inbox(world.repository, world.key)
                .acknowledge(world.events()[0], u"department account"_s, 1));
    QList<QByteArray> personal{sample::ownerId.toUtf8(),
                               sample::ownerName.toUtf8(),
                               u"Hồng Đào"_s.toUtf8(),
                               sample::dossierCode.toUtf8(),
                               "88-0123",
                               "99-0001",
                               "H62-240715",
                               sample::aClerk().name.toUtf8()};
    int files = 0;
    QDirIterator objects(world.root.path(), QDir::Files | QDir::Hidden,
                         QDirIterator::Subdirectories);
    while (objects.hasNext()) {
        const QString path = objects.next();
        const QByteArray key = path.mid(world.root.path().size()).toUtf8();
        const QByteArray body = readFile(path);
        CAPTURE(key);
        for (const auto &value : std::as_const(personal)) {
            CHECK_FALSE(key.contains(value));
            CHECK_FALSE(body.contains(value));
            CHECK_FALSE(body.contains(value.toBase64(QByteArray::OmitTrailingEquals)));
            CHECK_FALSE(body.contains(value.toHex()));
        }
        ++files;
    }
    CHECK(files == 3 + 2 + 1 + 1 + 2 + 1 + 1);

    const auto rows = world.openStore().audit(world.dossier.uuid).value();
    for (const auto &row : rows) {
        const QByteArray line = (row.actor + row.action + row.componentCode + row.objectSha256 +
                                 row.station + row.dossierUuid)
                                    .toUtf8();
        for (const auto &value : std::as_const(personal))
            CHECK_FALSE(line.contains(value));
    }
}

TEST_CASE("one blocked dossier does not hold up the others", "[sync]")
{
    World world;
    QFile::remove(world.blobs.path(sha256Hex("first copy")));
    REQUIRE_FALSE(world.handOver());

    auto store = world.openStore();
    auto other = sample::aDossier();
    other.code.reset();
    other.components[0].state = sample::anExtractedCopy(world.blobs.put("other copy").value());
    REQUIRE(store.createDossier(other, sample::actor));
    Handover handover(store, world.blobs, world.repository, world.key, world.clock);
    auto request = world.request();
    request.dossier = other;
    request.papers = {{.component = u"GT01"_s, .proposedCode = codeOf(u"44"_s)}};
    REQUIRE(handover.plan(request));

    Outbox outbox(store, world.blobs, world.repository, world.key, world.clock);
    const auto report = outbox.sendDue(Outbox::Due::WhatIsDue);
    REQUIRE(report);
    CHECK(report->done == 1);
    REQUIRE(report->failed.size() == 1);
    CHECK(report->failed[0].subject == world.dossier.uuid);
    CHECK(world.events().size() == 1);
}
