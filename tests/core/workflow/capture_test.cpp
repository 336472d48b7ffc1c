#include "tests/core/workflow/counter_world.h"

#include "core/store/spool.h"

#include <QFileInfo>

#include <map>
#include <mutex>

using namespace station;
using namespace station::workflow;

namespace {
const QString gt01 = QStringLiteral("GT01");
}

TEST_CASE("a side is told of twice: when it is safe and when it is clean", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    PaperPile pile{};
    pile.sides = 3;
    std::map<QString, std::vector<bool>> told;
    const auto report =
        Capture(world.context, world.pool).run(dossier.uuid, gt01, pile, {}, [&](const auto &side) {
            told[side.id].push_back(side.cleaned);
            // On screen means on disk.
            const auto sides = dossier::sidesOf(world.state(dossier, gt01));
            CHECK(std::any_of(sides.begin(), sides.end(),
                              [&](const auto &kept) { return kept.id == side.id; }));
        });
    REQUIRE(report);
    CHECK(report->sides == 3);
    CHECK(report->blank == 3);
    REQUIRE(told.size() == 3);
    for (const auto &[id, cleaned] : told)
        CHECK(cleaned == std::vector{false, true});
    const auto sides = dossier::sidesOf(world.state(dossier, gt01));
    CHECK(sides.back().sheet == 3);
    // The raw scan went once its picture and its untouched original were safe.
    const store::Spool spool(world.context.dataDir);
    CHECK_FALSE(QFileInfo::exists(spool.file(dossier.uuid, sides[0].id, QStringLiteral("pnm"))));
    CHECK(QFileInfo::exists(spool.file(dossier.uuid, sides[0].id, QStringLiteral("jpg"))));
    CHECK(QFileInfo::exists(spool.file(dossier.uuid, sides[0].id, QStringLiteral("original.jpg"))));
}

TEST_CASE("sides before a jam stay, and the next run counts on", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    Capture capture(world.context, world.pool);
    PaperPile pile{};
    pile.sides = 2;
    pile.end = Fault::PaperJam;
    const auto jammed = capture.run(dossier.uuid, gt01, pile, {});
    REQUIRE_FALSE(jammed);
    CHECK(jammed.error().fault == Fault::PaperJam);
    CHECK(dossier::sidesOf(world.state(dossier, gt01)).size() == 2);
    pile.sides = 1;
    pile.end.reset();
    REQUIRE(capture.run(dossier.uuid, gt01, pile, {}));
    const auto sides = dossier::sidesOf(world.state(dossier, gt01));
    REQUIRE(sides.size() == 3);
    CHECK(sides[2].sheet == 3);
}

TEST_CASE("a page worker that fails costs no side, which is cleaned later", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    worker::PageWorkerPool broken(
        {.folders = {world.folder.path()}, .program = QStringLiteral("/nonexistent/page-worker")});
    PaperPile pile{};
    pile.sides = 2;
    const auto report = Capture(world.context, broken).run(dossier.uuid, gt01, pile, {});
    REQUIRE(report);
    CHECK(report->uncleaned == 2);
    CHECK_FALSE(dossier::sidesOf(world.state(dossier, gt01))[0].cleaned);
    CHECK(Capture(world.context, world.pool).finish(dossier.uuid) == 0);
    CHECK(dossier::sidesOf(world.state(dossier, gt01))[0].cleaned);
}

TEST_CASE("a scan that is too coarse for the law is refused and leaves nothing", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    Capture capture(world.context, world.pool);
    PaperPile pile{};
    CHECK(capture.run(dossier.uuid, gt01, pile, {.dpi = 150}).error().fault ==
          Fault::ResolutionTooLow);
    pile.dpi = 150;  // the scanner gives less than it was asked for
    CHECK(capture.run(dossier.uuid, gt01, pile, {}).error().fault == Fault::ResolutionTooLow);
    CHECK(dossier::sidesOf(world.state(dossier, gt01)).empty());
}

TEST_CASE("sides go only into slots that take them", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    Capture capture(world.context, world.pool);
    PaperPile pile{};
    REQUIRE(world.deciding().decide(dossier.uuid, gt01, dossier::Decision::Refuse));
    CHECK(capture.run(dossier.uuid, gt01, pile, {}).error().fault == Fault::ForbiddenByDecision);
    // Advised otherwise than "digitize": somebody has to decide first.
    CHECK(capture.run(dossier.uuid, QStringLiteral("GT05"), pile, {}).error().fault ==
          Fault::WrongOrder);
    CHECK(capture.run(dossier.uuid, QStringLiteral("GT42"), pile, {}).error().fault ==
          Fault::UnknownComponent);
}

TEST_CASE("the clerk says what is blank, until the copy is signed", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    Capture capture(world.context, world.pool);
    PaperPile pile{};
    REQUIRE(capture.run(dossier.uuid, gt01, pile, {}));
    const auto side = dossier::sidesOf(world.state(dossier, gt01)).front();
    REQUIRE(side.blank);
    REQUIRE(contentSides({side}).empty());
    REQUIRE(capture.setBlank(dossier.uuid, side.id, false));
    CHECK_FALSE(dossier::sidesOf(world.state(dossier, gt01)).front().blank);
    CHECK(capture.setBlank(dossier.uuid, QStringLiteral("nobody"), true).error().fault ==
          Fault::InvalidInput);

    const QString gt02 = QStringLiteral("GT02");
    const auto copy = world.signedCopy(dossier, gt02);
    CHECK(capture.setBlank(dossier.uuid, copy.sides.front().id, false).error().fault ==
          Fault::WrongOrder);
}
