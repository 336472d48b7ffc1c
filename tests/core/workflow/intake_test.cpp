#include "tests/core/workflow/counter_world.h"

using namespace station;
using namespace station::workflow;

TEST_CASE("a new dossier has the checklist of its procedure, all open", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open(QStringLiteral("H62.16-240715-0001"));
    CHECK(dossier.components.size() == 7);
    for (const auto &component : dossier.components)
        CHECK(std::holds_alternative<dossier::OpenSlot>(component.state));
    CHECK(dossier.receivedAtMs == world.clock.now);
    CHECK(findDossier(world.context, QStringLiteral("h62.16-240715-0001")) == dossier);
    CHECK(findDossier(world.context, dossier.uuid.toUpper()) == dossier);
}

TEST_CASE("a dossier of a procedure that is not in force yet cannot be opened", "[workflow]")
{
    CounterWorld world;
    world.clock.now = 1'577'836'800'000;  // 2020
    const auto opened = openDossier(world.context, {.procedure = QStringLiteral("1.002809"),
                                                    .ownerId = QStringLiteral("026185001234"),
                                                    .ownerName = QStringLiteral("Trần Thị Thử")});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().fault == Fault::UnknownProcedure);
    CHECK(opened.error().subject == QStringLiteral("1.002809"));
}

TEST_CASE("an owner is told apart by the number, and its name is composed", "[workflow]")
{
    using Kind = dossier::Owner::Kind;
    const auto [id, kind] = GENERATE(table<QString, Kind>({
        {QStringLiteral(" 026185001234 "), Kind::Citizen},
        {QStringLiteral("135123456"), Kind::Citizen},
        {QStringLiteral("2500410079"), Kind::Organisation},
        {QStringLiteral("2500410079-001"), Kind::Organisation},
    }));
    // "Hà" with a combining grave accent and two blanks.
    const auto owner = parseOwner(id, QStringLiteral("Ha\u0300  An "));
    REQUIRE(owner);
    CHECK(owner->kind == kind);
    CHECK(owner->name.reveal() == QStringLiteral("H\u00E0 An"));
    CHECK(parseOwner(id, QStringLiteral("  ")).error().fault == Fault::InvalidInput);
}

TEST_CASE("a card that a hand scanner typed names the owner, or is refused with the reason",
          "[workflow]")
{
    const QString card = QStringLiteral(
        "026185001234|135123456|Nguyễn Thị Thử|15031985|Nữ|Thôn 1, Vĩnh Phúc|10082021");
    const auto owner = ownerOfCard(card);
    REQUIRE(owner);
    CHECK(owner->id.reveal() == QStringLiteral("026185001234"));
    CHECK(owner->name.reveal() == QStringLiteral("Nguyễn Thị Thử"));
    const auto repaired = ownerOfCard(QString::fromLatin1(card.toUtf8()));
    REQUIRE(repaired);
    CHECK(*repaired == *owner);
    const auto lost = ownerOfCard(QString(card).replace(QStringLiteral("ễ"), QStringLiteral("?")));
    REQUIRE_FALSE(lost);
    CHECK(lost.error().fault == Fault::TextDamaged);
    CHECK(ownerOfCard(QStringLiteral("H62.16-240715-0001")).error().fault == Fault::InvalidInput);
}
