#include "core/dossier/side_note.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>

#include <csignal>
#include <fcntl.h>
#include <random>
#include <sys/file.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

// kill -9 at any moment, of the worker or of the program that owns it.

namespace {

constexpr int rounds = 100;
constexpr int sheets = 4;

/// A feeder that takes about 40 ms for its paper.
void fill(const Bench &bench)
{
    QDir(bench.spool()).removeRecursively();
    QDir().mkpath(bench.spool());
    for (const auto &folder : {u"adf1/feeder"_s, u"adf1/output"_s}) {
        for (const auto &name : filesIn(bench.device(folder), u"*"_s))
            QFile::remove(bench.device(folder) + u'/' + name);
    }
    bench.load(1, sheets);
}

std::mt19937 &dice()
{
    static std::mt19937 engine(20261);
    return engine;
}

std::chrono::microseconds anyMoment(int mostMs)
{
    return std::chrono::microseconds(std::uniform_int_distribution(0, mostMs * 1000)(dice()));
}

QSet<QString> finished(const Bench &bench)
{
    QSet<QString> files;
    for (const auto &name : filesIn(bench.spool(), u"*.pnm"_s))
        files.insert(bench.spool() + u'/' + name);
    return files;
}

/// False at the end: nobody can write any more.
bool readSome(int file, QByteArray &bytes)
{
    char buffer[4096];
    const auto size = ::read(file, buffer, sizeof buffer);
    bytes.append(buffer, std::max<ssize_t>(size, 0));
    return size > 0;
}

/// Waits until no process holds the device any more.
void awaitRelease(const Bench &bench)
{
    const int file = ::open(QFile::encodeName(bench.device(u"adf1/.lock"_s)).constData(),
                            O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    REQUIRE(file >= 0);
    CHECK(::flock(file, LOCK_EX) == 0);
    ::close(file);
}

}  // namespace

TEST_CASE("each side that is durable when the worker is killed is delivered once in order",
          "[kill]")
{
    const Bench bench;
    bench.setIni(u"side-ms = 10"_s);
    SaneScanSource source(bench.environment(), {.openBackOffMs = 20});
    int killed = 0;
    for (int round = 0; round < rounds; ++round) {
        fill(bench);
        REQUIRE(source.open({}));
        const auto workers = childrenOf(QCoreApplication::applicationPid());
        REQUIRE(workers.size() == 1);
        std::thread killer([pid = static_cast<pid_t>(workers.front()), when = anyMoment(60)] {
            std::this_thread::sleep_for(when);
            ::kill(pid, SIGKILL);
        });
        Sides got;
        auto request = bench.request();
        request.firstSheet = 1;
        const auto result = source.scan(request, got.onSide(), {});
        killer.join();
        std::vector<int> expected;
        for (int page = 1; page <= static_cast<int>(got.sides.size()); ++page)
            expected.push_back(page);
        CHECK(got.pages() == expected);
        QSet<QString> delivered;
        for (const auto &side : got.sides)
            delivered.insert(side.file);
        CHECK(delivered.size() == static_cast<qsizetype>(got.sides.size()));
        CHECK((delivered == finished(bench)));
        CHECK(filesIn(bench.spool(), u"*.part"_s).isEmpty());
        if (!result) {
            ++killed;
            CHECK(result.error().fault == Fault::DeviceFailed);
            CHECK(result.error().subject == QString::number(got.sides.size() + 1));
        }
    }
    CHECK(killed > rounds / 4);  // else the moments are chosen badly
}

TEST_CASE("a side that the dead worker could not report is found by its note", "[kill]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"fault = read 2 crash 50 once"_s);
    SaneScanSource source(bench.environment());
    auto request = bench.request();
    Sides got;
    // As if the crash had come between the rename of side 1 and its message: the
    // receiver's copy of it is laid back under another name.
    QString unreported;
    const auto onSide = [&](const workflow::ScannedSide &side) -> Expected<> {
        if (unreported.isEmpty()) {
            unreported = bench.spool() + u"/unreported.pnm"_s;
            REQUIRE(QFile::copy(side.file, unreported));
        }
        return got.onSide()(side);
    };
    // One of an earlier run lies there, too, and is none of ours.
    const QString old = bench.spool() + u"/old.pnm"_s;
    writeText(old,
              u"P5\n# side run=0190a1b2-0000-7000-8000-000000000000 number=1 sheet=1 face=front"
              " dpi=75 two-sided=0 damaged=0\n1 1\n255\n0"_s);
    const auto result = source.scan(request, onSide, {});
    REQUIRE_FALSE(result);
    REQUIRE(got.sides.size() == 2);
    CHECK(got.sides[1].file == unreported);
    CHECK(got.sides[1].widthPx == pageWidth);
    CHECK(got.sides[1].heightPx == pageHeight);
    CHECK(got.sides[1].dpi == pageDpi);
    CHECK(got.pages() == std::vector{1, 1});
}

TEST_CASE("what was reported before the owner was killed is durable and whole", "[kill]")
{
    const Bench bench;
    bench.setIni(u"side-ms = 10"_s);
    int reportedInAll = 0;
    for (int round = 0; round < rounds; ++round) {
        fill(bench);
        int reports[2];
        REQUIRE(::pipe2(reports, O_CLOEXEC) == 0);
        const auto request = bench.request();
        const pid_t owner = ::fork();
        if (owner == 0) {
            SaneScanSource source(bench.environment());
            (void)source.scan(
                request,
                [&](const workflow::ScannedSide &side) -> Expected<> {
                    const QByteArray line = QFile::encodeName(side.file) + '\n';
                    const auto written = ::write(reports[1], line.constData(),
                                                 static_cast<std::size_t>(line.size()));
                    return written == line.size() ? Expected<>() : fail(Fault::Internal);
                },
                {});
            ::_exit(0);
        }
        ::close(reports[1]);
        QByteArray lines;
        // At some report, or before the first, and a little later.
        for (int wanted = std::uniform_int_distribution(0, sheets - 1)(dice());
             lines.count('\n') < wanted && readSome(reports[0], lines);) {
        }
        std::this_thread::sleep_for(anyMoment(40));
        ::kill(owner, SIGKILL);
        REQUIRE(::waitpid(owner, nullptr, 0) == owner);
        awaitRelease(bench);  // the worker finishes the side in hand and leaves
        while (readSome(reports[0], lines)) {
        }
        ::close(reports[0]);
        int page = 0;
        for (const auto &line : lines.split('\n')) {
            if (!line.isEmpty())
                CHECK(pageOf(QFile::decodeName(line)) == ++page);
        }
        reportedInAll += page;
        for (const auto &file : finished(bench)) {  // and what was not reported can be found
            const auto note = dossier::sideNoteOf(file);
            REQUIRE(note);
            CHECK(note->runId == request.runId);
            CHECK(pageOf(file) == note->number);
        }
    }
    CHECK(reportedInAll > rounds / 2);
}
