// A dossier with a long pile goes through the real window, worked by its keys: how long the
// window is deaf at most, when a side is seen, how fast an edit is undone, what memory it takes.
// Usage: window_bench [SIDES]

#include "app/compose/training_papers.h"
#include "app/desk/station_desk.h"
#include "app/gui/base/picture_memory.h"
#include "app/gui/counter/side_model.h"
#include "app/gui/widgets/value_edit.h"
#include "core/store/spool.h"
#include "tests/e2e/counter_clerk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QListView>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <vector>

using namespace station;
using namespace Qt::StringLiterals;
using e2e::Clerk;

namespace {

using Times = std::vector<double>;  // milliseconds

constexpr int beatMs = 10;
constexpr double deafMs = 100;
constexpr int phaseMs = 900'000;
constexpr int undos = 5;
const QString dossierCode = u"H62.16-261125-0001"_s;

void print(const QString &what, Times times)
{
    if (times.empty())
        return;
    std::ranges::sort(times);
    const auto late = std::ranges::count_if(times, [](double time) { return time > deafMs; });
    std::printf("%-28s p50 %5.0f, p99 %5.0f, largest %5.0f ms; %td of %zu over %.0f ms\n",
                qPrintable(what), times[times.size() / 2], times[times.size() * 99 / 100],
                times.back(), late, times.size(), deafMs);
}

/// Of this process, as the kernel counts it.
void printMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS") || line.startsWith("VmHWM") || line.startsWith("RssAnon"))
            std::printf("  %s", line.simplified().constData());
    }
    std::printf("\n");
}

/// Beats every 10 ms and keeps how late each beat was, for each phase of the work.
class Heartbeat {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(beatMs);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { beat(); });
        m_since.start();
        m_inPhase.start();
        m_timer.start();
    }

    void enter(const QString &phase)
    {
        if (phase == m_phase)
            return;
        beat();
        tell();
        m_phase = phase;
        m_inPhase.start();
    }
    /// The phase that ends: a long run is read before its end.
    void tell() const
    {
        const auto gaps = m_gaps.find(m_phase);
        if (gaps == m_gaps.end())
            return;
        print(m_phase, gaps->second);
        std::printf("  %.1f s", static_cast<double>(m_inPhase.elapsed()) / 1000);
        printMemory();
        std::fflush(stdout);
    }
    void tellAll() const
    {
        Times all;
        for (const auto &[phase, gaps] : m_gaps)
            all.insert(all.end(), gaps.begin(), gaps.end());
        print(u"heartbeat of 10 ms, overall"_s, all);
    }

private:
    void beat()
    {
        m_gaps[m_phase].push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
        m_since.start();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_inPhase;
    QString m_phase = u"open"_s;
    std::map<QString, Times> m_gaps{};
};

/// From the moment a side's file got its name on the disk to its row and its thumbnail. The
/// desk announces it a little later, when folder and database are synced, too.
class Arrivals {
public:
    Arrivals(const store::Spool &spool, const QString &uuid, gui::SideModel &sides)
        : m_spool(spool), m_uuid(uuid)
    {
        QObject::connect(&sides, &QAbstractItemModel::rowsInserted, &m_context,
                         [this, &sides](const QModelIndex &, int first, int last) {
                             for (int row = first; row <= last; ++row)
                                 takeRow(sides.index(row).data(gui::SideModel::IdRole).toString());
                         });
        QObject::connect(&sides, &QAbstractItemModel::dataChanged, &m_context,
                         [this](const QModelIndex &row, const QModelIndex &, const auto &roles) {
                             if (roles == QList<int>{Qt::DecorationRole})
                                 takePicture(row.data(gui::SideModel::IdRole).toString());
                         });
    }

    void tell() const
    {
        print(u"file durable -> row"_s, m_rows);
        print(u"file durable -> thumbnail"_s, m_pictures);
    }

private:
    static double msOf(const timespec &time)
    {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    static double now()
    {
        timespec time{};
        ::clock_gettime(CLOCK_REALTIME, &time);
        return msOf(time);
    }
    void takeRow(const QString &side)
    {
        struct stat file = {};
        if (::stat(QFile::encodeName(m_spool.file(m_uuid, side, u"pnm"_s)).constData(), &file) != 0)
            return;
        const double durable = msOf(file.st_ctim);
        m_durable.emplace(side, durable);
        m_rows.push_back(now() - durable);
    }
    void takePicture(const QString &side)
    {
        if (const auto durable = m_durable.extract(side))
            m_pictures.push_back(now() - durable.mapped());
    }

    store::Spool m_spool;
    QString m_uuid;
    QObject m_context;
    std::map<QString, double> m_durable{};  ///< Sides whose thumbnail is on its way.
    Times m_rows{};
    Times m_pictures{};
};

gui::SideModel *sidesOf(const gui::CounterWindow &window)
{
    for (const auto *list : window.findChildren<QListView *>()) {
        if (auto *sides = qobject_cast<gui::SideModel *>(list->model()))
            return sides;
    }
    return nullptr;
}

/// The feeder holds one sheet as often as wanted.
void loadFeeder(const compose::Station &station, const compose::TrainingDossier &training,
                int sides)
{
    const QString feeder = station.trainingScannerFolder() + u"/devices/adf1/feeder"_s;
    QDir().mkpath(feeder);
    const QString sheet = station.trainingScannerFolder() + u"/sheet.jpg"_s;
    QImage image(training.papers.front().pictures.front());
    image.setDotsPerMeterX(11811);
    image.setDotsPerMeterY(11811);
    image.convertToFormat(QImage::Format_RGB888).save(sheet, "JPG", 90);
    for (int i = 0; i < sides; ++i)
        QFile::link(sheet, u"%1/%2.jpg"_s.arg(feeder).arg(i, 5, 10, QChar(u'0')));
}

/// What the clerk does when the button asks for this; empty: what was done before.
QString phaseOf(const QString &asked)
{
    static const std::map<QString, QString> phases{
        {u"Scan"_s, u"scan"_s},     {u"Look"_s, u"look at the pages"_s}, {u"Sign"_s, u"sign"_s},
        {u"Check"_s, u"fields"_s},  {u"Confirm"_s, u"fields"_s},         {u"Accept"_s, u"fields"_s},
        {u"Hand"_s, u"hand over"_s}};
    const auto phase = phases.find(asked.section(u' ', 0, 0));
    return phase == phases.end() ? QString() : phase->second;
}

/// Sets a side of the long paper aside and takes it back, several times.
void timeUndo(Clerk &clerk, gui::CounterWindow &window, const gui::SideModel &sides)
{
    const auto outs = [&sides] {
        return std::ranges::count_if(sides.sides(), [](const auto &side) { return side.out; });
    };
    clerk.press(Qt::Key_1);
    QTest::qWait(500);
    Times aside;
    Times undone;
    for (int i = 0; i < undos; ++i) {
        QElapsedTimer timer;
        timer.start();
        clerk.press(Qt::Key_Delete);
        if (!QTest::qWaitFor([&] { return outs() == 1; }, 30'000))
            return;
        aside.push_back(static_cast<double>(timer.elapsed()));
        QTest::qWait(500);
        timer.start();
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        if (!QTest::qWaitFor([&] { return outs() == 0; }, 30'000))
            return;
        undone.push_back(static_cast<double>(timer.elapsed()));
        QTest::qWait(500);
    }
    std::printf("edits among %zu sides:\n", sides.sides().size());
    print(u"Del -> set aside"_s, aside);
    print(u"Ctrl+Z -> back"_s, undone);
}

/// Until the window asks for something else than to wait.
bool waitForWork(const Clerk &clerk)
{
    QElapsedTimer timer;
    timer.start();
    while (!clerk.waitForWork()) {
        if (timer.elapsed() > phaseMs)
            return false;
    }
    return true;
}

/// An answer to what the button asks for.
void answer(Clerk &clerk, const QString &asked, const QString &pin)
{
    const QWidget *focus = QApplication::focusWidget();
    const auto *field = qobject_cast<const gui::ValueEdit *>(focus);
    if (asked.startsWith(u"Check the fields"_s)) {
        // They come by themselves once the pages are read.
        (void)QTest::qWaitFor([&] { return clerk.primary()->text() != asked; }, phaseMs);
        return;
    }
    if (focus && focus->objectName() == u"pin"_s)
        clerk.type(pin);
    else if (asked == u"Confirm the field"_s && field && field->toPlainText().isEmpty())
        clerk.type(focus->objectName().contains(u"date"_s) ? u"01/02/2023"_s : u"12345"_s);
    clerk.pressPrimary();
}

}  // namespace

int main(int argc, char **argv)
{
    gui::returnPictureMemory();
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
    const auto training = compose::loadTrainingDossier((*station)->trainingPapersFolder());
    const auto secret = (*station)->trainingPin();
    loadFeeder(**station, *training, sides);
    const QString pin =
        QString::fromLatin1(secret->view().data(), static_cast<qsizetype>(secret->size()));
    desk::StationDesk desk(**station);
    const auto dossier = desk.newDossier({.procedure = u"1.002809"_s,
                                          .ownerId = u"026185001234"_s,
                                          .ownerName = u"Trần Thị Thử"_s,
                                          .code = dossierCode});
    gui::CounterWindow window(desk, gui::WorkMode::Training);
    window.resize(1366, 768);
    Clerk clerk(window);
    gui::SideModel &strip = *sidesOf(window);
    const Arrivals arrivals(store::Spool((*station)->context().dataDir), dossier->dossier.uuid,
                            strip);
    QTest::qWait(500);

    Heartbeat heartbeat;
    clerk.type(dossierCode);
    clerk.press(Qt::Key_Return);
    const QString open = u"Open the dossier"_s;
    (void)QTest::qWaitFor([&] { return clerk.primary()->text() != open; }, 10'000);
    bool undoTimed = false;
    for (int step = 0; step < 3 * sides + 200 && waitForWork(clerk); ++step) {
        const QString asked = clerk.primary()->text();
        if (asked == open)
            break;
        if (!undoTimed && asked.startsWith(u"Sign "_s)) {
            heartbeat.enter(u"undo"_s);
            undoTimed = true;
            arrivals.tell();
            timeUndo(clerk, window, strip);
            continue;
        }
        if (const QString phase = phaseOf(asked); !phase.isEmpty())
            heartbeat.enter(phase);
        answer(clerk, asked, pin);
    }
    heartbeat.enter(u"end"_s);
    heartbeat.tellAll();
    std::printf("%s\n", qPrintable(clerk.message()));
    return clerk.primary()->text() == open ? 0 : 1;
}
