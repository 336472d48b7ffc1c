#include "tests/core/workflow/signing_world.h"

using namespace station;
using namespace station::workflow;

namespace {

namespace key = dossier::field_key;

void extractAll(CounterWorld &world, const dossier::Dossier &dossier, const QString &component,
                const FieldValues &values)
{
    world.signedCopy(dossier, component);
    REQUIRE(Reading(world.context, world.pool).confirm(dossier.uuid, component, values, true));
}

const FieldValues licence{{key::licenceNumber, QStringLiteral("260195004321")},
                          {key::ownerName, QStringLiteral("Trần Thị Thử")},
                          {key::birthDate, QStringLiteral("15/03/1985")},
                          {key::documentNumber, QStringLiteral("88-0123")}};
const QString gt03 = QStringLiteral("GT03");

}  // namespace

TEST_CASE("papers that wait for a signature or a clerk hold the dossier back", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    CHECK(world.handingOver().run(dossier.uuid).error().fault == Fault::NothingToDo);
    world.signedCopy(dossier, gt03);
    const auto early = world.handingOver().run(dossier.uuid);
    REQUIRE_FALSE(early);
    CHECK(early.error().fault == Fault::WrongOrder);
    CHECK(early.error().subject == gt03);
}

TEST_CASE("an earlier result gets a code of its result type and is offered for reuse", "[workflow]")
{
    CounterWorld world;
    const auto first = world.open();
    extractAll(world, first, gt03, licence);
    const auto done = world.handingOver().run(first.uuid);
    REQUIRE(done);
    CHECK(done->codes.value(gt03) == QStringLiteral("026185001234.KQ.G04.000001.88-0123.01"));
    CHECK(done->leftOut.size() == 6);
    CHECK(std::holds_alternative<dossier::HandedOverCopy>(world.state(first, gt03)));

    const auto second = world.open();
    const auto advice = world.deciding().advice(second);
    REQUIRE(advice);
    CHECK((*advice)[2] == dossier::Decision::Reuse);
    CHECK(world.deciding().reuse(second.uuid, gt03)->text() == done->codes.value(gt03));

    // A link can be taken back until the department was told.
    REQUIRE(world.deciding().decide(second.uuid, gt03, std::nullopt));
    CHECK(std::holds_alternative<dossier::OpenSlot>(world.state(second, gt03)));
    REQUIRE(world.deciding().reuse(second.uuid, gt03));
    REQUIRE(world.handingOver().run(second.uuid));
    CHECK(world.deciding().decide(second.uuid, gt03, std::nullopt).error().fault ==
          Fault::WrongOrder);

    // 60 months after the copy (the paper bears no date) it is no longer offered.
    world.clock.now += 61LL * 31 * 24 * 3600 * 1000;
    const auto late = world.open();
    const auto stored = world.deciding().stored(late.uuid, gt03);
    REQUIRE(stored);
    REQUIRE(stored->papers.size() == 1);
    CHECK(stored->papers.front().standing == sync::Standing::Expired);
    CHECK(world.deciding().advice(late).value()[2] == dossier::Decision::Digitize);
    for (const auto &named : {QString(), done->codes.value(gt03)}) {
        const auto refused = world.deciding().reuse(late.uuid, gt03, named);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fault == Fault::CopyExpired);
        CHECK(refused.error().subject == QStringLiteral("GT03, 15/07/2029"));
    }
}

TEST_CASE("handing over again brings nothing new before a later paper", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    extractAll(world, dossier, gt03, licence);
    const auto first = world.handingOver().run(dossier.uuid);
    const auto again = world.handingOver().run(dossier.uuid);
    REQUIRE((first && again));
    CHECK(again->eventId == first->eventId);
    CHECK(again->manifestSha256 == first->manifestSha256);
}

TEST_CASE("a corrected paper keeps its code and is not left out of the dossier", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    auto deciding = world.deciding();
    CHECK(deciding.correct(dossier.uuid, gt03).error().fault == Fault::WrongOrder);
    extractAll(world, dossier, gt03, licence);
    const auto first = world.handingOver().run(dossier.uuid);
    REQUIRE(first);
    const auto code = first->codes.value(gt03);

    // Given up, the department hears nothing of it.
    REQUIRE(deciding.correct(dossier.uuid, gt03));
    CHECK(world.handingOver().run(dossier.uuid).error().fault == Fault::WrongOrder);
    CHECK(deciding.reuse(dossier.uuid, gt03).error().fault == Fault::WrongOrder);
    REQUIRE(deciding.giveUpCorrection(dossier.uuid, gt03));
    CHECK(world.handingOver().run(dossier.uuid)->eventId == first->eventId);

    // Scanned, signed and confirmed again, with another number on it.
    REQUIRE(deciding.correct(dossier.uuid, gt03));
    world.signedCopy(dossier, gt03, "corrected");
    auto values = licence;
    values[key::documentNumber] = QStringLiteral("99-9999");
    REQUIRE(Reading(world.context, world.pool).confirm(dossier.uuid, gt03, values, true));
    const auto loaded = findDossier(world.context, dossier.uuid).value();
    const auto &fields = std::get<dossier::ExtractedCopy>(loaded.component(gt03)->state).fields;
    CHECK(world.handingOver().proposedCode(loaded, gt03, fields)->text() == code);
    const auto second = world.handingOver().run(dossier.uuid);
    REQUIRE(second);
    CHECK(second->codes.value(gt03) == code);
    CHECK(second->eventId != first->eventId);
    const auto events = sync::Inbox(world.repository, world.key).events(dossier.department);
    REQUIRE(events);
    const auto manifest = sync::Inbox(world.repository, world.key).open(events->back());
    REQUIRE(manifest);
    CHECK(manifest->previousSha256 == first->manifestSha256);
    CHECK_FALSE(manifest->documents.front().replacesSha256.isEmpty());
    CHECK(world.handingOver().run(dossier.uuid)->eventId == second->eventId);

    // Somebody else gets the new one; the old one says why not.
    const auto other = world.open();
    const auto old = deciding.reuse(other.uuid, gt03, manifest->documents.front().replacesSha256);
    REQUIRE_FALSE(old);
    CHECK(old.error().fault == Fault::CopySuperseded);
    CHECK(old.error().subject == gt03 + QStringLiteral(", ") + code);
    REQUIRE(deciding.reuse(other.uuid, gt03));
    CHECK(std::get<dossier::ReusedCopy>(world.state(other, gt03)).pdf ==
          manifest->documents.front().pdf);
}

TEST_CASE("a second paper of the same kind gets the next number", "[workflow]")
{
    CounterWorld world;
    for (const auto &ending : {QStringLiteral(".01"), QStringLiteral(".02")}) {
        const auto dossier = world.open();
        extractAll(world, dossier, gt03, licence);
        const auto done = world.handingOver().run(dossier.uuid);
        REQUIRE(done);
        CHECK(done->codes.value(gt03).endsWith(ending));
    }
}

TEST_CASE("a copy below the level that its kind requires stays in the station", "[workflow]")
{
    CounterWorld world;
    world.context.law.profile.signature.required = SignatureLevel::T;
    const auto dossier = world.open();
    extractAll(world, dossier, gt03, licence);
    const auto alone = world.handingOver().run(dossier.uuid);
    REQUIRE_FALSE(alone);
    CHECK(alone.error().fault == Fault::ProofPending);
    CHECK(alone.error().subject == gt03);
    CHECK(world.repository.list(QString())->isEmpty());

    // Others go on, and the copy follows when it has its proof.
    const QString attached = QStringLiteral("GT01");
    REQUIRE(world.deciding().decide(dossier.uuid, attached, dossier::Decision::Attach));
    PaperPile pile;
    REQUIRE(world.capture().run(dossier.uuid, pile, {.component = attached}));
    for (const auto &side : world.sides(dossier, attached)) {
        if (side.blank)
            REQUIRE(Editing(world.context).markBlank(dossier.uuid, side.id, false));
    }
    const auto others = world.handingOver().run(dossier.uuid);
    REQUIRE(others);
    CHECK(others->proofPending == QStringList{gt03});
    CHECK(others->codes.isEmpty());
    CHECK(std::holds_alternative<dossier::ExtractedCopy>(world.state(dossier, gt03)));

    // Though nobody asked for proof when it was signed.
    LineUpgrader upgrader;
    CHECK(Upgrading(world.context, upgrader).runOnce({})->complete == 1);
    const auto done = world.handingOver().run(dossier.uuid);
    REQUIRE(done);
    CHECK(done->proofPending.isEmpty());
    CHECK(done->codes.contains(gt03));
    CHECK(std::holds_alternative<dossier::HandedOverCopy>(world.state(dossier, gt03)));
}
