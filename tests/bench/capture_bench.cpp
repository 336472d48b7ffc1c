// How fast paper becomes clean sides on disk, and how fast a scanner is back.
// Usage: capture_bench [SIDES]

#include "app/compose/station.h"
#include "app/compose/training_papers.h"
#include "core/store/store.h"
#include "core/workflow/intake.h"
#include "tests/bench/process_memory.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace station;
using namespace Qt::StringLiterals;

namespace {

constexpr double a4WidthPx = 2480;

/// The training papers as JPEG, because decoding them is work of the virtual
/// scanner that a real one does itself, and it should be little.
QStringList sheets(const compose::Station &station, const QString &folder)
{
    QStringList files;
    const auto training = compose::loadTrainingDossier(station.trainingPapersFolder());
    for (const auto &paper : training->papers) {
        for (const auto &picture : paper.pictures) {
            QImage image(picture);
            if (image.width() < a4WidthPx - 10)
                continue;  // cards
            image.setDotsPerMeterX(11811);
            image.setDotsPerMeterY(11811);
            files << u"%1/%2.jpg"_s.arg(folder).arg(files.size());
            image.convertToFormat(QImage::Format_RGB888).save(files.back(), "JPG", 90);
        }
    }
    return files;
}

void loadFeeder(const compose::Station &station, const QStringList &pictures, int sides)
{
    const QString feeder = station.trainingScannerFolder() + u"/devices/adf1/feeder"_s;
    QDir().mkpath(feeder);
    for (int i = 0; i < sides; ++i)
        QFile::link(pictures[i % pictures.size()],
                    u"%1/%2.jpg"_s.arg(feeder).arg(i, 5, 10, QChar(u'0')));
}

void addFault(const compose::Station &station, const QByteArray &fault)
{
    QFile ini(station.trainingScannerFolder() + u"/devices/adf1/device.ini"_s);
    if (ini.open(QIODevice::Append))
        ini.write("fault = " + fault + " once\n");
}

QString newDossier(const compose::Station &station)
{
    const auto opened = workflow::openDossier(
        station.context(),
        {.procedure = u"1.002809"_s, .ownerId = u"026185001234"_s, .ownerName = u"Trần Thị Thử"_s});
    return opened ? opened->uuid : QString();
}

double percentile(std::vector<qint64> values, double part)
{
    std::ranges::sort(values);
    return static_cast<double>(
               values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))]) /
           1e6;
}

void benchThroughput(compose::Station &station)
{
    const auto scanner = station.scanner();
    const QString dossier = newDossier(station);
    const bench::PeakMemory memory;
    QElapsedTimer timer;
    qint64 lastSafeMs = 0;
    timer.start();
    const auto report = station.capture().run(
        dossier, **scanner,
        {.component = u"GT01"_s, .request = {.source = workflow::PaperSource::Feeder}},
        {.onSide = [&](const QString &, const dossier::Side &side) {
            if (!side.cleaned)
                lastSafeMs = timer.elapsed();
        }});
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    if (!report) {
        std::printf("scan failed: %s\n", qPrintable(report.error().detail));
        return;
    }
    std::printf("scan to durable:        %6.0f sides/min (%d sides)\n",
                report->sides * 60000.0 / static_cast<double>(lastSafeMs), report->sides);
    std::printf("scan to durable, clean: %6.0f sides/min, %.1f s, %d left unclean\n",
                report->sides * 60 / seconds, seconds, report->uncleaned);
    std::printf("memory of all processes: %lld MB at most\n",
                static_cast<long long>(memory.peakMb()));
}

void benchRecovery(compose::Station &station, const QStringList &pictures, const char *action)
{
    std::vector<qint64> ready;
    for (int round = 0; round < 20; ++round) {
        loadFeeder(station, pictures, 1);
        addFault(station, QByteArray("read * ") + action + " 50");
        const auto scanner = station.scanner();
        const auto failed = station.capture().run(
            newDossier(station), **scanner,
            {.component = u"GT01"_s, .request = {.source = workflow::PaperSource::Feeder}});
        if (failed)
            std::printf("the fault did not happen\n");
        QElapsedTimer timer;
        timer.start();
        if (const auto opened = (*scanner)->open({}); !opened)
            std::printf("not ready: %s\n", qPrintable(opened.error().detail));
        ready.push_back(timer.nsecsElapsed());
    }
    std::printf("%-9s → ready:      p50 %.1f ms, worst %.1f ms\n", action, percentile(ready, 0.5),
                percentile(ready, 1));
}

void benchOpen(compose::Station &station)
{
    std::vector<qint64> times;
    const auto scanner = station.scanner();
    for (int round = 0; round < 30; ++round) {
        (*scanner)->close();
        QElapsedTimer timer;
        timer.start();
        if (const auto opened = (*scanner)->open({}); !opened)
            std::printf("not opened: %s\n", qPrintable(opened.error().detail));
        times.push_back(timer.nsecsElapsed());
    }
    std::printf("open, with a new worker: p50 %.1f ms, worst %.1f ms\n", percentile(times, 0.5),
                percentile(times, 1));
}

}  // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const int sides = argc > 1 ? std::atoi(argv[1]) : 500;
    const QTemporaryDir folder;
    const QString config = folder.filePath(u"config"_s);
    QDir().mkpath(config);
    QFile settings(config + u"/bench.toml"_s);
    if (settings.open(QIODevice::WriteOnly))
        settings.write("[scanner]\nfollowing_data_deadline_ms = 2000\n");
    settings.close();
    auto station =
        compose::Station::build({.dataDir = folder.filePath(u"data"_s), .configDir = config});
    if (!station || !(*station)->scannerEnvironment()) {
        std::printf("no station\n");
        return 1;
    }
    const auto pictures = sheets(**station, folder.path());
    benchOpen(**station);
    benchRecovery(**station, pictures, "crash");
    benchRecovery(**station, pictures, "hang-hard");
    loadFeeder(**station, pictures, sides);
    benchThroughput(**station);
    return 0;
}
