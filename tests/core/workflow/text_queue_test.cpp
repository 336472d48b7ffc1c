#include "core/workflow/text_queue.h"

#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>
#include <optional>
#include <thread>

using namespace station;
using namespace station::workflow;
using namespace Qt::StringLiterals;

namespace {

/// Stands for a worker: notes which side it was asked for and answers once the file "go" is
/// there, with an empty page; for a side named "bad" it dies.
const QByteArray obedientWorker = R"(#!/bin/sh
here=$(dirname "$0")
echo '{"layers":[]}'
while read -r line; do
    stem=${line##*\"outputStem\":\"}
    stem=${stem%%\"*}
    echo "$stem" >> "$here/asked"
    until [ -e "$here/go" ]; do sleep 0.01; done
    case $stem in *bad) exit 1 ;; esac
    echo '{"width":1,"height":1,"dpi":300,"words":[],"barcodes":[]}'
done
)";

class Desk {
public:
    Desk()
    {
        QFile program(folder.filePath(u"worker"_s));
        REQUIRE(program.open(QIODevice::WriteOnly));
        program.write(obedientWorker);
        program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        program.close();
        pool.emplace(worker::PoolOptions{
            .folders = {folder.path()}, .workers = 1, .program = program.fileName()});
    }
    worker::SideJob job(const QString &name) const { return {.outputStem = name}; }
    void go() const { REQUIRE(QFile(folder.filePath(u"go"_s)).open(QIODevice::WriteOnly)); }
    QStringList asked() const
    {
        QFile file(folder.filePath(u"asked"_s));
        return file.open(QIODevice::ReadOnly)
                   ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                   : QStringList();
    }

    QTemporaryDir folder{};
    std::optional<worker::PageWorkerPool> pool{};
};

void until(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.hasExpired(30'000))
            FAIL("waited in vain");
        std::this_thread::yield();
    }
}

}  // namespace

TEST_CASE("the side that the clerk looks at is read before those that wait", "[workflow]")
{
    Desk desk;
    TextQueue queue(*desk.pool);
    const int sides = static_cast<int>(std::max(1U, std::thread::hardware_concurrency())) + 4;
    for (int i = 0; i < sides; ++i)
        queue.add(desk.job(QString::number(i)));
    const QString last = QString::number(sides - 1);
    queue.prefer(last);
    desk.go();
    until([&] { return desk.asked().size() == sides; });
    CHECK(desk.asked().indexOf(last) < sides - 2);
}

TEST_CASE("a side whose text kills the worker twice is told apart from one not read yet",
          "[workflow]")
{
    Desk desk;
    desk.go();
    TextQueue queue(*desk.pool);
    queue.add(desk.job(u"bad"_s));
    queue.add(desk.job(u"good"_s));
    until([&] { return queue.failed(u"bad"_s).has_value() && desk.asked().contains(u"good"_s); });
    CHECK(queue.failed(u"bad"_s)->fault == Fault::WorkerDied);
    CHECK(desk.asked().count(u"bad"_s) == 2);
    CHECK_FALSE(queue.failed(u"good"_s));
    CHECK_FALSE(queue.failed(u"unknown"_s));
}

TEST_CASE("the text of a dossier that is given up is not read, and that is no failure",
          "[workflow]")
{
    Desk desk;
    QStringList stems;
    {
        TextQueue queue(*desk.pool);
        for (int i = 0; i < 40; ++i) {
            stems << QString::number(i);
            queue.add(desk.job(stems.back()));
        }
        until([&] { return !desk.asked().isEmpty(); });
        queue.cancel(stems);  // also what runs: nobody says "go" to it
        queue.add(desk.job(u"other"_s));
        until([&] { return desk.asked().contains(u"other"_s); });
        CHECK(std::ranges::none_of(
            stems, [&](const auto &stem) { return queue.failed(stem).has_value(); }));
    }
    CHECK(desk.asked().size() < 20);
}
