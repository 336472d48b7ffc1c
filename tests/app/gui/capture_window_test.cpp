#include "tests/app/gui/counter_fixture.h"

#include "tests/support/catch.h"

#include <QDropEvent>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QMimeData>
#include <QProgressBar>
#include <QTimer>
#include <QUrl>

#include <ctime>
#include <iostream>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;
using Content = FeederSide::Content;
using workflow::PaperSource;

namespace {

const FeederSide form{Content::Form};

void drop(QWidget &window, const QStringList &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent event(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

void count(Counter &counter, const QString &sheets)
{
    counter.press(Qt::Key_E);
    REQUIRE(Counter::focus() == u"sheetCount"_s);
    counter.type(sheets);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"checklist"_s; }));
}

/// Everything but paper 1 is decided or scanned.
void finishOthers(Counter &counter)
{
    counter.press(Qt::Key_2);
    counter.scanPile({form});
    counter.press(Qt::Key_3);
    counter.press(Qt::Key_R);
    REQUIRE(counter.shows(3, u"reused from the repository"_s));
    counter.press(Qt::Key_4);
    counter.press(Qt::Key_H);
    REQUIRE(counter.shows(4, u"shown and given back"_s));
}

qint64 threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
}

}  // namespace

TEST_CASE("E takes the count and the paper's head tells the sheets", "[capture]")
{
    Counter counter;
    counter.openDossier();
    count(counter, u"3"_s);
    CHECK(counter.sheets() == u"0 / 3 sheet(s)"_s);
    counter.scanPile({form, form});
    counter.press(Qt::Key_1);
    REQUIRE(Counter::until([&] { return counter.sheets() == u"2 / 3 sheet(s)"_s; }));

    // What was counted can be taken back.
    counter.press(Qt::Key_E);
    CHECK(counter.find<QLineEdit>("sheetCount")->text() == u"3"_s);
    counter.press(Qt::Key_Delete);
    counter.press(Qt::Key_Return);
    CHECK(Counter::until([&] { return counter.sheets() == u"2 sheet(s)"_s; }));
}

TEST_CASE("a count that does not fit blocks signing until it is explained", "[capture]")
{
    Counter counter;
    counter.openDossier();
    count(counter, u"3"_s);
    counter.scanPile({form, form});
    finishOthers(counter);
    REQUIRE(counter.asksFor(u"Paper 1: 2 of 3 sheet(s)"_s));
    CHECK(counter.primaryKey() == u"Space"_s);

    counter.press(Qt::Key_F8);
    CHECK(counter.message().contains(u"cannot be signed yet"_s));
    CHECK(counter.desk.signCalls() == 0);
    CHECK(counter.find<QListView>("checklist")->currentIndex().row() == 0);
    REQUIRE(Counter::focus() == u"explanation"_s);
    counter.press(Qt::Key_Escape);
    counter.press(Qt::Key_Space);
    REQUIRE(Counter::focus() == u"explanation"_s);
    CHECK(counter.primary() == u"It is right for this reason"_s);
    counter.type(u"one sheet is an empty cover"_s);
    counter.press(Qt::Key_Return);
    REQUIRE(counter.asksFor(u"Sign 2 copy(s)"_s));
    CHECK(counter.find<QLabel>("oddSheets")->text().contains(u"empty cover"_s));
}

TEST_CASE("a reason that says nothing is not taken", "[capture]")
{
    Counter counter;
    counter.openDossier();
    count(counter, u"3"_s);
    counter.scanPile({form});
    finishOthers(counter);
    counter.press(Qt::Key_Space);
    REQUIRE(Counter::focus() == u"explanation"_s);
    counter.type(u"ok"_s);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return !counter.message().isEmpty(); }));
    CHECK(Counter::focus() == u"explanation"_s);
}

TEST_CASE("the rest is scanned from the panel that asks about the count", "[capture]")
{
    Counter counter;
    counter.openDossier();
    count(counter, u"2"_s);
    counter.scanPile({form});
    finishOthers(counter);
    counter.press(Qt::Key_Space);
    REQUIRE(Counter::focus() == u"explanation"_s);
    counter.scanPile({form});
    REQUIRE(counter.asksFor(u"Sign 2 copy(s)"_s));
    CHECK(counter.sheets() == u"2 / 2 sheet(s)"_s);
    CHECK(Counter::focus() == u"checklist"_s);
}

TEST_CASE("a sheet without its back is told and has to be settled", "[capture]")
{
    Counter counter;
    counter.openDossier();
    counter.desk.feeder = {
        {{.content = Content::Form, .twoSided = true},
         {.content = Content::Form, .face = dossier::Face::Back, .twoSided = true},
         {.content = Content::Form, .twoSided = true}}};
    counter.press(Qt::Key_F5, Qt::ShiftModifier);
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    CHECK(counter.desk.wishes().front().source == PaperSource::Duplex);
    finishOthers(counter);
    REQUIRE(counter.asksFor(u"Paper 1: sheet 2 has no back"_s));
    counter.press(Qt::Key_Space);
    CHECK(counter.find<QListView>("strip")->currentIndex().row() == 2);
    CHECK(counter.find<QLabel>("countProblem")->text().contains(u"sheet 2"_s));
}

TEST_CASE("the window follows a separator sheet to its paper", "[capture]")
{
    Counter counter;
    QSemaphore permits;
    counter.desk.holdScan = &permits;
    counter.desk.feeder = {{form, {.leadsTo = u"GT02"_s}, form, form}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    permits.release(2);
    REQUIRE(Counter::until(
        [&] { return counter.find<QListView>("checklist")->currentIndex().row() == 1; }));
    CHECK(counter.scannerLine().startsWith(u"Separator sheet: now paper 2"_s));
    permits.release();
    REQUIRE(Counter::until([&] { return counter.strip()->rowCount() == 1; }));
    CHECK(counter.scannerLine().startsWith(u"Paper 2 · Sheet 1"_s));
    permits.release();
    REQUIRE(counter.asksFor(u"Paper 3: Reuse"_s));
    CHECK(counter.sides(1).size() == 1);
    CHECK(counter.sides(2).size() == 2);
}

TEST_CASE("sides that came before their separator was known move along", "[capture]")
{
    Counter counter;
    QSemaphore permits;
    counter.desk.holdScan = &permits;
    counter.desk.feeder = {{form, {.leadsTo = u"GT02"_s, .known = false}, form, form}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    permits.release(3);
    const auto *checklist = counter.find<QListView>("checklist");
    REQUIRE(Counter::until([&] { return checklist->currentIndex().row() == 1; }));
    // While the run goes on each side is in one paper only.
    CHECK(Counter::until([&] { return counter.strip()->rowCount() == 1; }));
    counter.press(Qt::Key_1);
    CHECK(counter.strip()->rowCount() == 1);
    permits.release();
    REQUIRE(Counter::until([&] { return counter.sides(2).size() == 2; }));
    CHECK(counter.sides(1).size() == 1);
}

TEST_CASE("the scanner's line tells what the scanner is doing and what is safe", "[capture]")
{
    Counter counter;
    QSemaphore permits;
    counter.desk.holdScan = &permits;
    using workflow::ScannerNotice;
    const ScannerNotice notice = GENERATE(ScannerNotice::Opening, ScannerNotice::WarmingUp,
                                          ScannerNotice::Restarting, ScannerNotice::Searching);
    counter.desk.feeder = {{{.content = Content::Form, .notice = notice}, form}};
    counter.openDossier();
    count(counter, u"4"_s);
    counter.press(Qt::Key_F5);
    const QStringList words{u"being opened"_s, u"warming up"_s, u"started again"_s,
                            u"looking for it"_s};
    REQUIRE(Counter::until(
        [&] { return counter.scannerLine().contains(words.at(static_cast<int>(notice))); }));
    permits.release();
    REQUIRE(Counter::until(
        [&] { return counter.scannerLine() == u"Sheet 1 of 4, side 1: all safe on disk"_s; }));
    CHECK(counter.find<QProgressBar>("progress")->maximum() == 4);
    permits.release();
}

TEST_CASE("files that are dropped on the window go into the current paper", "[capture]")
{
    Counter counter;
    counter.openDossier();
    counter.press(Qt::Key_2);
    drop(counter.window, {u"/tmp/a.jpg"_s, u"/tmp/b.pdf"_s});
    REQUIRE(Counter::until([&] { return counter.message().contains(u"2 side(s)"_s); }));
    CHECK(counter.desk.imported() == QStringList{u"/tmp/a.jpg"_s, u"/tmp/b.pdf"_s});
    CHECK(counter.sides(2).size() == 2);
}

TEST_CASE("files that are dropped before a dossier is open are not lost silently", "[capture]")
{
    Counter counter;
    drop(counter.window, {u"/tmp/a.jpg"_s});
    CHECK(counter.message().contains(u"No dossier is open"_s));
    CHECK(counter.desk.imported().isEmpty());
}

TEST_CASE("Escape stops taking in files and a bad file is named", "[capture]")
{
    Counter counter;
    QSemaphore permits;
    counter.desk.holdScan = &permits;
    counter.openDossier();
    drop(counter.window, {u"/tmp/a.jpg"_s, u"/tmp/b.jpg"_s});
    REQUIRE(counter.asksFor(u"Stop taking in files"_s));
    counter.press(Qt::Key_Escape);
    REQUIRE(Counter::until([&] { return counter.primary() != u"Stop taking in files"_s; }));
    CHECK(counter.desk.imported().isEmpty());
    CHECK_FALSE(counter.find<QWidget>("messageBar")->isVisible());

    counter.desk.importEndsWith = Error{Fault::FileUnreadable, {}, u"c.pdf"_s};
    drop(counter.window, {u"/tmp/c.pdf"_s});
    CHECK(Counter::until([&] { return counter.message().contains(u"c.pdf"_s); }));
}

TEST_CASE("a signed file is taken as it is and its signature is judged in words", "[capture]")
{
    const auto [verdict, word] = GENERATE(table<QString, QString>({
        {u"valid"_s, u"Its signature: valid"_s},
        {u"incomplete"_s, u"not complete"_s},
        {u"attention"_s, u"look at it"_s},
        {u"unverifiable"_s, u"cannot be checked here"_s},
    }));
    Counter counter;
    counter.desk.signedVerdict = verdict;
    counter.openDossier();
    drop(counter.window, {u"/tmp/signed.pdf"_s});
    REQUIRE(Counter::until([&] { return counter.message().contains(word); }));
    CHECK(std::holds_alternative<dossier::SignedCopy>(counter.state(1)));
}

TEST_CASE("Ctrl+O chooses files without blocking the window", "[capture]")
{
    Counter counter;
    counter.openDossier();
    counter.press(Qt::Key_O, Qt::ControlModifier);
    auto *dialog = counter.find<QFileDialog>("importDialog");
    REQUIRE(dialog);
    emit dialog->filesSelected({u"/tmp/a.jpg"_s});
    dialog->close();
    CHECK(Counter::until([&] { return counter.desk.imported().size() == 1; }));
}

TEST_CASE("a scanner that comes is looked for once for a whole burst", "[capture]")
{
    Counter counter;
    REQUIRE(Counter::until(
        [&] { return counter.desk.scannerCalls() == 1 && counter.desk.isWatched(); }));
    for (int i = 0; i < 5; ++i)
        counter.desk.plugScanner();
    REQUIRE(Counter::until([&] { return counter.desk.scannerCalls() == 2; }));
    QTest::qWait(900);
    CHECK(counter.desk.scannerCalls() == 2);
}

TEST_CASE("the scanner's own key scans and is asked for only when that means something",
          "[capture]")
{
    Counter counter;
    QTest::qWait(700);
    CHECK(counter.desk.buttonPolls() == 0);

    counter.desk.feeder = {{form}};
    counter.openDossier();
    counter.desk.buttonIsPressed = true;
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    CHECK(counter.sides(1).size() == 1);

    QApplication::setActiveWindow(nullptr);
    QTest::qWait(100);
    const int polls = counter.desk.buttonPolls();
    QTest::qWait(1200);
    CHECK(counter.desk.buttonPolls() == polls);
}

TEST_CASE("the window stays awake while hundreds of sides arrive", "[capture]")
{
    Counter counter;
    counter.openDossier();
    QElapsedTimer sinceBeat;
    qint64 largestGapMs = 0;
    qint64 largestWorkMs = 0;
    qint64 cpuMs = threadCpuMs();
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    QObject::connect(&heart, &QTimer::timeout, [&] {
        largestGapMs = qMax(largestGapMs, sinceBeat.restart());
        const qint64 now = threadCpuMs();
        largestWorkMs = qMax(largestWorkMs, now - std::exchange(cpuMs, now));
    });
    sinceBeat.start();
    heart.start(10);
    counter.desk.feeder = {std::vector<FeederSide>(200, form)};
    counter.press(Qt::Key_F5);
    REQUIRE(QTest::qWaitFor([&] { return counter.primary() == u"Scan paper 2"_s; }, 60'000));
    CHECK(counter.sides(1).size() == 200);
    std::cout << "200 sides: largest gap " << largestGapMs << " ms, largest work of the thread "
              << largestWorkMs << " ms\n";
    // The wall clock belongs to the whole machine; its own work to the window.
    CHECK(largestWorkMs < 100);
}
