#include "tests/core/workflow/counter_world.h"

using namespace station;
using namespace station::workflow;

TEST_CASE("advice follows the catalogue: digitize, shown, attach", "[workflow]")
{
    CounterWorld world;
    const auto advice = world.deciding().advice(world.open());
    REQUIRE(advice);
    using enum dossier::Decision;
    CHECK(*advice ==
          std::vector{Digitize, Digitize, Digitize, Digitize, ShownOnly, Digitize, Attach});
}

TEST_CASE("a decision can be changed and taken back while the slot is empty", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    const QString gt01 = QStringLiteral("GT01");
    auto deciding = world.deciding();
    REQUIRE(deciding.decide(dossier.uuid, gt01, dossier::Decision::Refuse));
    CHECK(world.state(dossier, gt01) == dossier::PaperState(dossier::RefusedPaper{}));
    REQUIRE(deciding.decide(dossier.uuid, gt01, dossier::Decision::Digitize));
    CHECK(world.state(dossier, gt01) == dossier::PaperState(dossier::DigitizeSlot{}));
    REQUIRE(deciding.decide(dossier.uuid, gt01, std::nullopt));
    CHECK(world.state(dossier, gt01) == dossier::PaperState(dossier::OpenSlot{}));

    PaperPile pile;
    REQUIRE(world.capture().run(dossier.uuid, pile, {.component = gt01}));
    const auto late = deciding.decide(dossier.uuid, gt01, dossier::Decision::ShownOnly);
    REQUIRE_FALSE(late);
    CHECK(late.error().fault == Fault::WrongOrder);
    CHECK(late.error().subject == gt01);
}

TEST_CASE("nothing in the repository, nothing to reuse", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    const auto reused = world.deciding().reuse(dossier.uuid, QStringLiteral("GT03"));
    REQUIRE_FALSE(reused);
    CHECK(reused.error().fault == Fault::NoReusableCopy);
    CHECK(world.state(dossier, QStringLiteral("GT03")) == dossier::PaperState(dossier::OpenSlot{}));
}
