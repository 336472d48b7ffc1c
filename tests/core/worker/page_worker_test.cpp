#include "core/worker/page_worker.h"

#include "core/recognition/recognized_page.h"
#include "tests/support/catch.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <atomic>
#include <csignal>
#include <future>
#include <thread>
#include <unistd.h>

using namespace station;
using namespace station::worker;
using namespace Qt::StringLiterals;

namespace {

const QString papers = QStringLiteral(STATION_FIXTURES_DIR "/papers/");

PoolOptions optionsFor(const QTemporaryDir &spool, int workers = 1, int timeoutMs = 90'000)
{
    return {.folders = {spool.path()},
            .workers = workers,
            .sideTimeoutMs = timeoutMs,
            .program = QStringLiteral(STATION_BIN_DIR "/tramsohoa-page-worker")};
}

QString copied(const QTemporaryDir &spool, const QString &name)
{
    const QString to = spool.filePath(name);
    REQUIRE(QFile::copy(papers + name, to));
    return to;
}

SideJob letterIn(const QTemporaryDir &spool)
{
    const QString source = spool.filePath(u"letter_200dpi.jpg"_s);
    return {.source = QFile::exists(source) ? source : copied(spool, u"letter_200dpi.jpg"_s),
            .outputStem = spool.filePath(u"side"_s)};
}

/// Page workers that this process started.
std::vector<pid_t> workersRunning()
{
    std::vector<pid_t> pids;
    for (const auto &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile stat(u"/proc/"_s + entry + u"/stat"_s);
        if (entry.toInt() == 0 || !stat.open(QIODevice::ReadOnly))
            continue;
        // pid (name) state parent …; the name is cut to 15 letters
        const QString line = QString::fromUtf8(stat.readAll());
        const auto fields = line.mid(line.lastIndexOf(u')') + 2).split(u' ');
        if (line.contains(u"(tramsohoa-page"_s) && fields.value(1).toInt() == ::getpid())
            pids.push_back(entry.toInt());
    }
    return pids;
}

}  // namespace

TEST_CASE("a raw side becomes an original and a clean image, both readable", "[worker]")
{
    const QTemporaryDir spool;
    PageWorkerPool pool(optionsFor(spool));
    const auto side = pool.clean(letterIn(spool));
    REQUIRE(side);
    CHECK(side->widthPx == 1653);
    CHECK(side->heightPx == 2338);
    CHECK(side->dpi == 200);
    CHECK_FALSE(side->blank);
    CHECK(side->rotationDeg == 0);
    CHECK(side->skewDeg == Approx(0.5).margin(0.1));

    for (const auto &name : {u"side.original.jpg"_s, u"side.jpg"_s}) {
        QFile jpeg(spool.filePath(name));
        REQUIRE(jpeg.open(QIODevice::ReadOnly));
        CHECK(jpeg.read(3) == QByteArray("\xff\xd8\xff"));
        CHECK((jpeg.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    }
    CHECK_FALSE(QFile::exists(spool.filePath(u"side.json"_s)));
}

TEST_CASE("a clean side is read from its original and its text stands beside it", "[worker]")
{
    const QTemporaryDir spool;
    PageWorkerPool pool(optionsFor(spool));
    const auto job = letterIn(spool);
    CHECK(pool.recognise(job).error().fault == Fault::FileMissing);  // not clean yet
    const auto clean = pool.clean(job);
    REQUIRE(clean);
    const auto page = pool.recognise(job);
    REQUIRE(page);
    CHECK(page->text().contains(u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s));
    CHECK(page->size == QSize(clean->widthPx, clean->heightPx));
    QFile json(spool.filePath(u"side.json"_s));
    REQUIRE(json.open(QIODevice::ReadOnly));
    CHECK((json.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    CHECK(recognition::recognizedPageFromJson(QJsonDocument::fromJson(json.readAll()).object()) ==
          *page);

    CHECK(pool.recognise(job) == *page);
}

TEST_CASE("a side turned by the clerk and back has the same bytes, its original untouched",
          "[worker]")
{
    const QTemporaryDir spool;
    PageWorkerPool pool(optionsFor(spool));
    auto job = letterIn(spool);
    REQUIRE(pool.clean(job));
    const auto bytesOf = [&](const QString &name) {
        QFile file(spool.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const QByteArray original = bytesOf(u"side.original.jpg"_s);
    const QByteArray first = bytesOf(u"side.jpg"_s);
    const auto writtenAt = QFileInfo(spool.filePath(u"side.original.jpg"_s)).lastModified();

    job.source = spool.filePath(u"side.original.jpg"_s);
    job.turnDeg = 180;
    const auto turned = pool.clean(job);
    REQUIRE(turned);
    CHECK(turned->rotationDeg == 180);
    CHECK_FALSE(turned->attention.testFlag(dossier::Attention::TurnedUpright));
    CHECK(bytesOf(u"side.jpg"_s) != first);

    job.turnDeg = 0;
    REQUIRE(pool.clean(job));
    CHECK(bytesOf(u"side.jpg"_s) == first);
    CHECK(bytesOf(u"side.original.jpg"_s) == original);
    CHECK(QFileInfo(spool.filePath(u"side.original.jpg"_s)).lastModified() == writtenAt);
}

TEST_CASE("what a person should look at comes with the side", "[worker]")
{
    using dossier::Attention;
    const QTemporaryDir spool;
    PageWorkerPool pool(optionsFor(spool));
    auto job = letterIn(spool);
    const auto plain = pool.clean(job);
    REQUIRE(plain);
    CHECK(plain->attention == dossier::Attentions{});
    CHECK_FALSE(plain->fingerprint.isEmpty());
    CHECK_FALSE(plain->separator);

    job.minimumDpi = 300;
    job.expectedHeightMm = 210;
    const auto flagged = pool.clean(job);
    REQUIRE(flagged);
    CHECK(flagged->attention == (Attention::LowResolution | Attention::DoubleFeed));
}

TEST_CASE("cleaning goes before recognitions that wait", "[worker]")
{
    const QTemporaryDir spool;
    PageWorkerPool pool(optionsFor(spool));
    const auto job = letterIn(spool);
    REQUIRE(pool.clean(job));  // the worker is up
    std::atomic<int> read = 0;
    std::vector<std::future<bool>> readings;
    for (int i = 0; i < 4; ++i) {
        readings.push_back(std::async(std::launch::async, [&] {
            const bool good = pool.recognise(job).has_value();
            ++read;
            return good;
        }));
    }
    while (read == 0)  // until one of four is done, three wait
        std::this_thread::yield();
    CHECK(pool.clean(job));
    CHECK(read < 4);
    for (auto &reading : readings)
        CHECK(reading.get());
}

TEST_CASE("several threads share the workers", "[worker]")
{
    const QTemporaryDir spool;
    PageWorkerPool pool(optionsFor(spool, 2));
    const auto job = letterIn(spool);
    std::vector<std::future<bool>> sides;
    for (int i = 0; i < 4; ++i) {
        SideJob own{.source = job.source, .outputStem = spool.filePath(QString::number(i))};
        sides.push_back(
            std::async(std::launch::async, [&pool, own] { return pool.clean(own).has_value(); }));
    }
    for (auto &side : sides)
        CHECK(side.get());
    CHECK(workersRunning().size() <= 2);
}

TEST_CASE("a killed worker costs nothing but a second try", "[worker]")
{
    const QTemporaryDir spool;
    PageWorkerPool pool(optionsFor(spool));
    REQUIRE(pool.clean(letterIn(spool)));
    const auto before = workersRunning();
    REQUIRE(before.size() == 1);

    SECTION("while it is idle")
    {
        ::kill(before[0], SIGKILL);
        CHECK(pool.clean(letterIn(spool)));
    }
    SECTION("in the middle of a side")
    {
        auto side = std::async(std::launch::async, [&] { return pool.clean(letterIn(spool)); });
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        ::kill(before[0], SIGKILL);
        CHECK(side.get());
    }
    CHECK(workersRunning() != before);
}

TEST_CASE("a worker that cannot live is a death, not a loop", "[worker]")
{
    const QTemporaryDir spool;
    auto options = optionsFor(spool);
    options.program = u"/bin/false"_s;
    PageWorkerPool pool(options);
    CHECK(pool.clean(letterIn(spool)).error().fault == Fault::WorkerDied);
}

TEST_CASE("a side that hangs its worker is given up and the next one works", "[worker]")
{
    const QTemporaryDir spool;
    const auto job = letterIn(spool);

    SECTION("at its deadline")
    {
        PageWorkerPool pool(optionsFor(spool, 1, 5'000));
        REQUIRE(pool.clean(job));
        ::kill(workersRunning().at(0), SIGSTOP);
        CHECK(pool.clean(job).error().fault == Fault::TimedOut);
        CHECK(pool.clean(job));
    }
    SECTION("when the clerk stops it")
    {
        PageWorkerPool pool(optionsFor(spool));
        REQUIRE(pool.clean(job));
        ::kill(workersRunning().at(0), SIGSTOP);
        std::stop_source stop;
        auto side =
            std::async(std::launch::async, [&] { return pool.clean(job, stop.get_token()); });
        stop.request_stop();
        CHECK(side.get().error().fault == Fault::Cancelled);
        CHECK(pool.clean(job));
    }
}

TEST_CASE("a raw side that is damaged or missing is said so and spares the worker", "[worker]")
{
    const QTemporaryDir spool;
    PageWorkerPool pool(optionsFor(spool));
    CHECK(pool.clean({.source = spool.filePath(u"none.pnm"_s),
                      .outputStem = spool.filePath(u"side"_s)})
              .error()
              .fault == Fault::FileMissing);
    const auto before = workersRunning();
    CHECK(pool.clean(letterIn(spool)));
    CHECK(workersRunning() == before);
}
