#include "capture_world.h"
#include "core/dossier/side_note.h"
#include "core/store/recovery.h"
#include "core/store/spool.h"

#include <QFile>

#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

/// A paper with three sides, whose files are there, and a run that was killed.
struct KilledRun : sample::CaptureWorld {
    explicit KilledRun(SidePlace place = {}, const QString &component = u"GT01"_s)
    {
        REQUIRE(spool.folder(dossier.uuid));
        before = scanMany(u"GT01"_s, 3);
        for (const auto &id : before)
            write(id, {});
        run = {
            .id = newUuid7(), .dossierUuid = dossier.uuid, .component = component, .place = place};
        if (!place.before.isEmpty())
            run.place.before = before[place.before.toInt()];
        if (!place.replaces.isEmpty())
            run.place.replaces = before[place.replaces.toInt()];
        REQUIRE(store.beginRun(run));
    }

    QString file(const QString &id) const { return spool.file(dossier.uuid, id, u"pnm"_s); }
    void write(const QString &id, const QByteArray &comment) const
    {
        QFile spoolFile(file(id));
        REQUIRE(spoolFile.open(QIODevice::WriteOnly));
        spoolFile.write("P6\n" + comment + "16 32\n255\n" + QByteArray(16 * 32 * 3, 'x'));
    }
    /// A scan without a row; returns its id.
    QString leave(int number, int sheet, Face face = Face::Front, bool damaged = false) const
    {
        const QString id = newUuid7();
        write(id, pnmComment({.runId = run.id,
                              .number = number,
                              .sheet = sheet,
                              .face = face,
                              .dpi = 300,
                              .twoSided = face == Face::Back || twoSided,
                              .damaged = damaged}));
        return id;
    }
    RecoveryReport recovered()
    {
        auto report = recover(store, sample::actor);
        REQUIRE(report);
        return *report;
    }

    Spool spool{data.path()};
    QStringList before;
    ScanRun run;
    bool twoSided = false;
};

QStringList idsOf(const std::vector<AdoptedSide> &adopted)
{
    QStringList ids;
    for (const auto &side : adopted)
        ids << side.sideId;
    return ids;
}

}  // namespace

TEST_CASE("scans that a kill left without a row become sides in the order of their run", "[store]")
{
    KilledRun world;
    world.twoSided = true;
    // Written in another order than they were scanned in.
    const auto third = world.leave(3, 5, Face::Front, true);
    const auto second = world.leave(2, 4, Face::Back);
    const auto first = world.leave(1, 4);
    const auto report = world.recovered();
    CHECK(report.orphans.empty());
    const auto adopted = [&](const QString &id, int sheet) {
        return AdoptedSide{world.dossier.uuid, u"GT01"_s, id, sheet};
    };
    CHECK(report.adopted == std::vector{adopted(first, 4), adopted(second, 4), adopted(third, 5)});
    CHECK(world.ids(u"GT01"_s) == world.before + QStringList{first, second, third});
    CHECK(world.side(u"GT01"_s, second) == Side{.id = second,
                                                .sheet = 4,
                                                .face = Face::Back,
                                                .widthPx = 16,
                                                .heightPx = 32,
                                                .dpi = 300,
                                                .twoSided = true});
    CHECK(world.side(u"GT01"_s, third).damaged);
    CHECK(world.actions(u"GT01"_s) == QStringList(6, u"capture"_s));
    CHECK(world.store.verifyAudit());

    const auto again = world.recovered();
    CHECK(again.adopted.empty());
    CHECK(again.orphans.empty());
    CHECK(QFile::exists(world.file(first)));
}

TEST_CASE("an adopted side takes the place that its run was to fill", "[store]")
{
    SECTION("before another one")
    {
        KilledRun world({.before = u"1"_s});
        const auto first = world.leave(1, 4);
        const auto second = world.leave(2, 5);
        CHECK(idsOf(world.recovered().adopted) == QStringList{first, second});
        CHECK(world.ids(u"GT01"_s) ==
              QStringList{world.before[0], first, second, world.before[1], world.before[2]});
        CHECK(world.undo()->kind == EditKind::Insert);
    }
    SECTION("instead of another one")
    {
        KilledRun world({.replaces = u"1"_s});
        const auto first = world.leave(1, 4);
        const auto report = world.recovered();
        REQUIRE(report.adopted.size() == 1);
        CHECK(report.adopted.front().sheet == 2);
        CHECK(world.ids(u"GT01"_s) == QStringList{world.before[0], first, world.before[2]});
        CHECK(world.undo()->kind == EditKind::Replace);
        CHECK(world.ids(u"GT01"_s) == world.before);
    }
    SECTION("behind those of its run that have rows")
    {
        KilledRun world;
        const auto first = world.scan(u"GT01"_s, sample::aSide(4), {}, world.run.id);
        world.write(first, pnmComment({.runId = world.run.id, .sheet = 4, .dpi = 300}));
        const auto second = world.leave(2, 4, Face::Back);
        CHECK(idsOf(world.recovered().adopted) == QStringList{second});
        CHECK(world.ids(u"GT01"_s) == world.before + QStringList{first, second});
        CHECK(tallyOf(world.sides(u"GT01"_s), {}).text() == u"4");
    }
}

TEST_CASE("a scan that finds no place is kept and the report says why", "[store]")
{
    const auto why = [](KilledRun &world, const QString &id) {
        const auto report = world.recovered();
        CHECK(report.adopted.empty());
        REQUIRE(report.orphans.size() == 1);
        CHECK(report.orphans.front().file == world.file(id));
        CHECK(QFile::exists(world.file(id)));
        CHECK(world.placements().size() == 3);
        return report.orphans.front().why.fault;
    };
    SECTION("the paper is signed")
    {
        KilledRun world;
        const auto id = world.leave(1, 4);
        world.sign(u"GT01"_s);
        CHECK(why(world, id) == Fault::WrongOrder);
    }
    SECTION("nobody knows its run")
    {
        KilledRun world;
        world.run.id = newUuid7();
        CHECK(why(world, world.leave(1, 4)) == Fault::NothingToDo);
    }
    SECTION("it says nothing of itself")
    {
        KilledRun world;
        const QString id = newUuid7();
        world.write(id, {});
        CHECK(why(world, id) == Fault::FileUnreadable);
    }
    SECTION("its run is another dossier's")
    {
        KilledRun world;
        auto other = sample::aDossier();
        other.code.reset();
        other.components.front().state = DigitizeSlot{};
        REQUIRE(world.store.createDossier(other, sample::actor));
        world.run = {.id = newUuid7(), .dossierUuid = other.uuid, .component = u"GT01"_s};
        REQUIRE(world.store.beginRun(world.run));
        CHECK(why(world, world.leave(1, 4)) == Fault::Conflict);
    }
}

TEST_CASE("a program that is killed while it adopts goes on at the next start", "[store]")
{
    std::mt19937 random(20240715);
    bool interrupted = false;
    for (int round = 0; round < 12; ++round) {
        KilledRun world({.replaces = u"1"_s});
        QStringList left;
        for (int number = 1; number <= 30; ++number)
            left << world.leave(number, 3 + number);
        const pid_t child = ::fork();
        if (child == 0) {
            auto store = Store::open(world.data.path());
            ::_exit(store && recover(*store, sample::actor) ? 0 : 1);
        }
        const auto enough = static_cast<qsizetype>(3 + random() % 25);
        int status = 0;
        while (world.placements().size() < enough && ::waitpid(child, &status, WNOHANG) == 0)
            continue;
        ::kill(child, SIGKILL);
        ::waitpid(child, &status, 0);
        const auto before = world.placements().size();
        interrupted = interrupted || (before > 3 && before < 33);
        world.reopen();
        const auto adopted = idsOf(world.recovered().adopted);
        CHECK(adopted == left.mid(before - 3));
        CHECK(world.ids(u"GT01"_s) ==
              QStringList{world.before[0]} + left + QStringList{world.before[2]});
        CHECK(world.store.verifyAudit());
        REQUIRE(world.undo());
        CHECK(world.ids(u"GT01"_s) == world.before);
    }
    CHECK(interrupted);
}
