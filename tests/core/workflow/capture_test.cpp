#include "tests/core/workflow/counter_world.h"

#include "core/pdf/printed_pdf.h"
#include "core/pdf/separator_sheets.h"
#include "core/store/spool.h"

#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <map>

using namespace station;
using namespace station::workflow;

namespace {

const QString gt01 = QStringLiteral("GT01");

/// Answers every pause with "go on" and keeps what was said.
struct PatientClerk {
    std::vector<Pause> pauses{};
    int patience = 100;  ///< Then the run ends.

    CaptureEvents events()
    {
        return {.onPause = [this](const Pause &pause) {
            pauses.push_back(pause);
            return static_cast<int>(pauses.size()) > patience ? PauseAnswer::EndHere
                                                              : PauseAnswer::GoOn;
        }};
    }
};

std::vector<int> sheetsOf(const dossier::Sides &sides)
{
    std::vector<int> sheets;
    for (const auto &side : sides)
        sheets.push_back(side.sheet);
    return sheets;
}

}  // namespace

TEST_CASE("a side is told of twice: when it is safe and when it is clean", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    auto pile = PaperPile::ofSides(3);
    std::map<QString, std::vector<bool>> told;
    const CaptureEvents events{.onSide = [&](const QString &component, const dossier::Side &side) {
        CHECK(component == gt01);
        told[side.id].push_back(side.cleaned);
        // On screen means on disk.
        const auto sides = world.sides(dossier, gt01);
        CHECK(std::ranges::any_of(sides, [&](const auto &kept) { return kept.id == side.id; }));
    }};
    const auto report = world.capture().run(dossier.uuid, pile, {.component = gt01}, events);
    REQUIRE(report);
    CHECK(report->sides == 3);
    CHECK(report->sheets == 3);
    CHECK(report->blank == 3);
    CHECK(report->components == QStringList{gt01});
    REQUIRE(told.size() == 3);
    for (const auto &[id, cleaned] : told)
        CHECK(cleaned == std::vector{false, true});
    const auto sides = world.sides(dossier, gt01);
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
    auto pile = PaperPile::ofSides(2, Fault::PaperJam);
    const auto jammed = world.capture().run(dossier.uuid, pile, {.component = gt01});
    REQUIRE_FALSE(jammed);
    CHECK(jammed.error().fault == Fault::PaperJam);
    CHECK(world.sides(dossier, gt01).size() == 2);
    pile = PaperPile::ofSides(1);
    REQUIRE(world.capture().run(dossier.uuid, pile, {.component = gt01}));
    CHECK(sheetsOf(world.sides(dossier, gt01)) == std::vector{1, 2, 3});
}

TEST_CASE("a jam pauses the run, names the sheet to put back and goes on with one answer",
          "[workflow]")
{
    const auto fault =
        GENERATE(Fault::PaperJam, Fault::DoubleFeed, Fault::CoverOpen, Fault::DeviceFailed,
                 Fault::DeviceStalled, Fault::DeviceLost, Fault::DeviceBusy);
    CounterWorld world;
    const auto dossier = world.open();
    PaperPile pile;
    pile.passes = {{2, fault}, {0, fault}, {3, {}}};
    PatientClerk clerk;
    const auto report =
        world.capture().run(dossier.uuid, pile, {.component = gt01}, clerk.events());
    REQUIRE(report);
    CHECK(report->sides == 5);
    CHECK(sheetsOf(world.sides(dossier, gt01)) == std::vector{1, 2, 3, 4, 5});
    REQUIRE(clerk.pauses.size() == 2);
    for (const auto &pause : clerk.pauses) {
        CHECK(pause.error.fault == fault);
        CHECK(pause.lastSheet == 2);
        CHECK(pause.lastSide == world.sides(dossier, gt01)[1].id);
        CHECK(pause.putBackFrom == 3);
        CHECK(pause.sheets == 2);
    }
    // Each pass has a run of its own in the store and counts on.
    REQUIRE(pile.requests.size() == 3);
    CHECK(pile.requests[0].runId != pile.requests[2].runId);
    CHECK(pile.requests[2].firstSheet == 3);
}

TEST_CASE("half a sheet is set aside when its sheet is fed again", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    PaperPile pile;
    pile.duplex = true;
    pile.passes = {{3, Fault::PaperJam}, {4, {}}};  // the back of sheet 2 jams
    PatientClerk clerk;
    const auto report =
        world.capture().run(dossier.uuid, pile, {.component = gt01}, clerk.events());
    REQUIRE(report);
    CHECK(report->sheets == 3);
    REQUIRE(clerk.pauses.size() == 1);
    CHECK(clerk.pauses[0].lastSheet == 1);
    CHECK(clerk.pauses[0].putBackFrom == 2);
    const auto sides = world.sides(dossier, gt01);
    REQUIRE(sides.size() == 7);  // nothing that was shown is lost
    CHECK(std::ranges::count_if(sides, [](const auto &side) { return side.out; }) == 1);
    CHECK(sides[2].out);
    const auto tally = dossier::tallyOf(sides, {});
    CHECK(tally.sheets == 3);
    CHECK(tally.agrees());
}

TEST_CASE("the clerk may end at a trouble and keeps everything", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    auto pile = PaperPile::ofSides(2, Fault::PaperJam);
    PatientClerk clerk{.patience = 0};
    const auto ended = world.capture().run(dossier.uuid, pile, {.component = gt01}, clerk.events());
    REQUIRE_FALSE(ended);
    CHECK(ended.error().fault == Fault::PaperJam);
    CHECK(world.sides(dossier, gt01).size() == 2);
}

TEST_CASE("fewer sheets than counted: the run waits for the rest", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    PaperPile pile;
    pile.passes = {{2, {}}, {0, Fault::FeederEmpty}, {1, {}}};
    PatientClerk clerk;
    const auto report = world.capture().run(
        dossier.uuid, pile, {.component = gt01, .expectedSheets = 3}, clerk.events());
    REQUIRE(report);
    REQUIRE(clerk.pauses.size() == 2);
    CHECK(clerk.pauses[0].error.fault == Fault::FeederEmpty);
    CHECK(clerk.pauses[0].sheets == 2);
    CHECK(clerk.pauses[0].expected == 3);
    CHECK(world.sides(dossier, gt01).size() == 3);

    SECTION("ending short is no failure of the scanner; the count shows it")
    {
        const auto other = world.open();
        pile.passes = {{2, {}}};
        PatientClerk hasty{.patience = 0};
        const auto shortRun = world.capture().run(
            other.uuid, pile, {.component = gt01, .expectedSheets = 3}, hasty.events());
        REQUIRE(shortRun);
        const auto loaded = findDossier(world.context, other.uuid);
        CHECK_FALSE(dossier::isSettled(world.sides(other, gt01), loaded->component(gt01)->count));
    }
}

TEST_CASE("a side that is scanned again takes the place of the old one, which stays", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    auto pile = PaperPile::ofSides(3);
    REQUIRE(world.capture().run(dossier.uuid, pile, {.component = gt01}));
    const auto before = world.sides(dossier, gt01);
    pile = PaperPile::ofSides(1);
    REQUIRE(world.capture().run(dossier.uuid, pile,
                                {.component = gt01, .place = {.replaces = before[1].id}}));
    auto after = world.sides(dossier, gt01);
    REQUIRE(after.size() == 4);
    const auto old =
        std::ranges::find_if(after, [&](const auto &side) { return side.id == before[1].id; });
    CHECK(old->out);
    std::erase_if(after, [](const auto &side) { return side.out; });
    REQUIRE(after.size() == 3);
    CHECK(after[0].id == before[0].id);
    CHECK(after[1].sheet == before[1].sheet);
    CHECK(after[2].id == before[2].id);
}

TEST_CASE("a separator sheet in a duplex pile is set aside with its back, what follows moves on",
          "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    const QString gt02 = QStringLiteral("GT02");
    const QString stem = world.folder.filePath(QStringLiteral("separator"));
    const auto sheet = pdf::separatorSheets({{.component = gt02, .title = gt02, .sentence = gt02}});
    REQUIRE(sheet);
    REQUIRE(pdf::writePrintedPdf(stem + QStringLiteral(".pdf"), *sheet));
    REQUIRE(
        QProcess::execute(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("300"),
                                                       QStringLiteral("-singlefile"),
                                                       stem + QStringLiteral(".pdf"), stem}) == 0);
    auto pile = PaperPile::ofSides(8);
    pile.duplex = true;
    pile.pictures[3] = stem + QStringLiteral(".ppm");  // the front of sheet 2
    QStringList followed;
    std::map<QString, bool> out;
    const CaptureEvents events{
        .onSide = [&](const QString &, const dossier::Side &side) { out[side.id] = side.out; },
        .onNextComponent = [&](const QString &component) { followed << component; }};
    const auto report = world.capture().run(dossier.uuid, pile, {.component = gt01}, events);
    REQUIRE(report);
    CHECK(followed == QStringList{gt02});
    CHECK(report->components == QStringList{gt01, gt02});
    const auto first = world.sides(dossier, gt01);
    const auto second = world.sides(dossier, gt02);
    REQUIRE(first.size() == 4);
    CHECK(first[2].out);
    CHECK(first[3].out);
    CHECK(dossier::tallyOf(first, {}).sheets == 1);
    REQUIRE(second.size() == 4);
    CHECK(sheetsOf(second) == std::vector{1, 1, 2, 2});
    // The last word on each side is the truth.
    for (const auto &sides : {first, second}) {
        for (const auto &side : sides)
            CHECK(out[side.id] == side.out);
    }
}

TEST_CASE("a nearly full disk stops intake before anything moves", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    StationContext poor{world.context.dataDir, world.context.actor, world.context.law, world.clock,
                        std::numeric_limits<qint64>::max()};
    PaperPile pile{};
    const auto refused =
        Capture(poor, world.pool, nullptr).run(dossier.uuid, pile, {.component = gt01});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::StorageLow);
    CHECK(pile.requests.empty());
}

TEST_CASE("a disk that runs full keeps the side in hand and stops after it", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    StationContext shrinking{world.context.dataDir, world.context.actor, world.context.law,
                             world.clock, 0};
    auto pile = PaperPile::ofSides(5);
    int told = 0;
    const CaptureEvents events{.onSide = [&](const QString &, const dossier::Side &) {
        if (++told == 2)
            shrinking.reserveBytes = std::numeric_limits<qint64>::max();
    }};
    const auto stopped = Capture(shrinking, world.pool, nullptr)
                             .run(dossier.uuid, pile, {.component = gt01}, events);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().fault == Fault::StorageLow);
    const auto kept = world.sides(dossier, gt01).size();
    CHECK(kept >= 1);
    CHECK(kept < 5);
}

TEST_CASE("a disk that runs full pauses a pile until there is room", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    StationContext shrinking{world.context.dataDir, world.context.actor, world.context.law,
                             world.clock, 0};
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    PaperPile pile{};
    pile.passes = {{3}, {2}};
    std::vector<Pause> pauses;
    int told = 0;
    const CaptureEvents events{.onSide =
                                   [&](const QString &, const dossier::Side &side) {
                                       if (!side.cleaned && ++told == 1)
                                           shrinking.reserveBytes = never;
                                   },
                               .onPause =
                                   [&](const Pause &pause) {
                                       pauses.push_back(pause);
                                       if (pauses.size() == 2)
                                           shrinking.reserveBytes = 0;
                                       return PauseAnswer::GoOn;
                                   }};
    const auto report = Capture(shrinking, world.pool, nullptr)
                            .run(dossier.uuid, pile, {.component = gt01}, events);
    REQUIRE(report);
    // Asked once more while there was no room, before anything moved.
    REQUIRE(pauses.size() == 2);
    CHECK(pauses[0].error.fault == Fault::StorageLow);
    CHECK(pauses[0].sheets == 1);
    CHECK(pauses[0].putBackFrom == 2);
    CHECK(pauses[1].error.fault == Fault::StorageLow);
    CHECK(pile.requests.size() == 2);
    CHECK(sheetsOf(world.sides(dossier, gt01)) == std::vector{1, 2, 3});
}

TEST_CASE("without room a side from the glass is safe and is not asked for twice", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    StationContext shrinking{world.context.dataDir, world.context.actor, world.context.law,
                             world.clock, 0};
    auto glass = PaperPile::ofSides(1);
    PatientClerk clerk{.patience = 2};
    auto events = clerk.events();
    events.onSide = [&](const QString &, const dossier::Side &) {
        shrinking.reserveBytes = std::numeric_limits<qint64>::max();
    };
    const auto stopped =
        Capture(shrinking, world.pool, nullptr)
            .run(dossier.uuid, glass,
                 {.component = gt01, .request = {.source = PaperSource::Flatbed}}, events);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().fault == Fault::StorageLow);
    CHECK(clerk.pauses.empty());
    CHECK(world.sides(dossier, gt01).size() == 1);
}

TEST_CASE("a page worker that fails costs no side, which is cleaned later", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    worker::PageWorkerPool broken(
        {.folders = {world.folder.path()}, .program = QStringLiteral("/nonexistent/page-worker")});
    auto pile = PaperPile::ofSides(2);
    const auto report =
        Capture(world.context, broken, nullptr).run(dossier.uuid, pile, {.component = gt01});
    REQUIRE(report);
    CHECK(report->uncleaned == 2);
    CHECK_FALSE(world.sides(dossier, gt01)[0].cleaned);
    CHECK(world.capture().finish(dossier.uuid) == 0);
    CHECK(world.sides(dossier, gt01)[0].cleaned);
}

TEST_CASE("a side whose picture cannot be read stays and is told as damaged", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    auto pile = PaperPile::ofSides(2);
    pile.pictures[2] = world.folder.filePath(QStringLiteral("no-picture"));
    REQUIRE(writeDurably(pile.pictures[2], "P5 and nothing else"));
    const auto report = world.capture().run(dossier.uuid, pile, {.component = gt01});
    REQUIRE(report);
    CHECK(report->damaged == 1);
    CHECK(report->uncleaned == 1);
    const auto sides = world.sides(dossier, gt01);
    REQUIRE(sides.size() == 2);
    CHECK(sides[0].cleaned);
    CHECK_FALSE(sides[0].damaged);
    CHECK(sides[1].damaged);
    CHECK_FALSE(sides[1].cleaned);
}

TEST_CASE("a scan that is too coarse for the law is refused and leaves nothing", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    PaperPile pile{};
    CHECK(world.capture()
              .run(dossier.uuid, pile, {.component = gt01, .request = {.dpi = 150}})
              .error()
              .fault == Fault::ResolutionTooLow);
    pile.dpi = 150;  // the scanner gives less than it was asked for
    CHECK(world.capture().run(dossier.uuid, pile, {.component = gt01}).error().fault ==
          Fault::ResolutionTooLow);
    CHECK(world.sides(dossier, gt01).empty());
}

TEST_CASE("sides go only into slots that take them", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    PaperPile pile{};
    const auto faultOf = [&](const QString &component) {
        return world.capture().run(dossier.uuid, pile, {.component = component}).error().fault;
    };
    REQUIRE(world.deciding().decide(dossier.uuid, gt01, dossier::Decision::Refuse));
    CHECK(faultOf(gt01) == Fault::ForbiddenByDecision);
    // Advised otherwise than "digitize": somebody has to decide first.
    CHECK(faultOf(QStringLiteral("GT05")) == Fault::WrongOrder);
    CHECK(faultOf(QStringLiteral("GT42")) == Fault::UnknownComponent);
}
