// How long the window is deaf at most while a long pile is scanned into it.
// Usage: window_bench [SIDES]

#include "app/compose/training_papers.h"
#include "app/desk/station_desk.h"
#include "app/gui/counter/counter_window.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <future>
#include <thread>
#include <vector>

using namespace station;
using namespace Qt::StringLiterals;

namespace {

constexpr int beatMs = 10;

/// Beats every 10 ms and keeps how late each beat was.
class Heartbeat {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(beatMs);
        QObject::connect(&m_timer, &QTimer::timeout,
                         [this] { m_gapsMs.push_back(m_since.restart()); });
        m_since.start();
        m_timer.start();
    }

    void print() const
    {
        auto gaps = m_gapsMs;
        std::ranges::sort(gaps);
        const auto late = std::ranges::count_if(gaps, [](qint64 gap) { return gap > 100; });
        std::printf("heartbeat of 10 ms: p50 %lld, p99 %lld, largest gap %lld ms; %lld over 100 ms"
                    " of %zu\n",
                    static_cast<long long>(gaps[gaps.size() / 2]),
                    static_cast<long long>(gaps[gaps.size() * 99 / 100]),
                    static_cast<long long>(gaps.back()), static_cast<long long>(late), gaps.size());
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<qint64> m_gapsMs{};
};

void loadFeeder(const compose::Station &station, int sides)
{
    const auto training = compose::loadTrainingDossier(station.trainingPapersFolder());
    const QString feeder = station.trainingScannerFolder() + u"/devices/adf1/feeder"_s;
    QDir().mkpath(feeder);
    const QString sheet = station.trainingScannerFolder() + u"/sheet.jpg"_s;
    QImage image(training->papers.front().pictures.front());
    image.setDotsPerMeterX(11811);
    image.setDotsPerMeterY(11811);
    image.convertToFormat(QImage::Format_RGB888).save(sheet, "JPG", 90);
    for (int i = 0; i < sides; ++i)
        QFile::link(sheet, u"%1/%2.jpg"_s.arg(feeder).arg(i, 5, 10, QChar(u'0')));
}

}  // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int sides = argc > 1 ? std::atoi(argv[1]) : 200;
    const QTemporaryDir folder;
    const auto station =
        compose::Station::build({.dataDir = folder.filePath(u"data"_s), .readsInBackground = true});
    if (!station || !(*station)->scannerEnvironment()) {
        std::printf("no station\n");
        return 1;
    }
    loadFeeder(**station, sides);
    desk::StationDesk desk(**station);
    const auto dossier = desk.newDossier(
        {.procedure = u"1.002809"_s, .ownerId = u"026185001234"_s, .ownerName = u"Trần Thị Thử"_s});
    gui::CounterWindow window(desk, gui::WorkMode::Training);
    window.resize(1366, 768);
    window.show();
    QApplication::setActiveWindow(&window);
    QTest::qWait(500);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);  // the unfinished dossier
    QTest::qWait(500);

    const QString uuid = dossier->dossier.uuid;
    const Heartbeat heartbeat;
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(&window, Qt::Key_F5);
    // Asked on another thread, or the question itself would stop the heart.
    auto waiting = std::async(std::launch::async, [&] {
        for (;;) {
            const auto now = desk.openDossier(uuid);
            const auto taken = dossier::sidesOf(now->papers.front().component.state);
            const auto cleaned =
                std::ranges::count_if(taken, [](const auto &side) { return side.cleaned; });
            if (cleaned >= sides || timer.elapsed() > 600'000)
                return cleaned;
            std::this_thread::sleep_for(std::chrono::milliseconds(500));
        }
    });
    while (waiting.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        QTest::qWait(100);
    const auto cleaned = waiting.get();
    std::printf("%td sides clean on the screen after %.1f s\n", cleaned,
                static_cast<double>(timer.elapsed()) / 1000);
    heartbeat.print();
    return 0;
}
