#include "app/compose/training_papers.h"
#include "app/desk/station_desk.h"
#include "app/gui/counter/component_model.h"
#include "app/gui/widgets/value_edit.h"
#include "core/base/durable_file.h"
#include "core/workflow/intake.h"
#include "tests/e2e/counter_clerk.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace station;
using e2e::Clerk;

namespace {

const QString dossierCode = QStringLiteral("H62.16-261125-0001");

int pagesOf(const dossier::Component &component)
{
    const auto sides = dossier::sidesOf(component.state);
    return static_cast<int>(
        std::count_if(sides.begin(), sides.end(), [](const auto &side) { return side.isPage(); }));
}

/// Papers of several sides: the scan turns on before a page was looked at.
int pagesOfLongPapers(const dossier::Dossier &dossier)
{
    int pages = 0;
    for (const auto &component : dossier.components)
        pages += dossier::sidesOf(component.state).size() > 1 ? pagesOf(component) : 0;
    return pages;
}

/// The only side of a paper stands on the screen while a clerk lays down the next one.
/// Names a paper whose side was not looked at; empty: all were.
QString unseenShortPaper(compose::Station &station)
{
    const auto dossier = workflow::findDossier(station.context(), dossierCode);
    const auto unseen = station.reviewing().unseen(dossierCode);
    if (!dossier || !unseen)
        return QStringLiteral("no dossier");
    for (const auto &component : dossier->components) {
        const auto sides = dossier::sidesOf(component.state);
        if (sides.size() == 1 && unseen->contains(sides.front().id))
            return component.code;
    }
    return {};
}

}  // namespace

TEST_CASE("a real dossier goes from paper to the department by the printed keys alone", "[e2e]")
{
    qputenv("STATION_BIN_DIR", STATION_BIN_DIR);
    const QTemporaryDir folder;
    const auto station = compose::Station::build(
        {.dataDir = folder.filePath(QStringLiteral("data")), .readsInBackground = true});
    REQUIRE(station);
    REQUIRE((*station)->isTraining());
    const auto opened = workflow::openDossier((*station)->context(),
                                              {.procedure = QStringLiteral("1.002809"),
                                               .ownerId = QStringLiteral("026185001234"),
                                               .ownerName = QStringLiteral("Nguyễn Thị Thu Hường"),
                                               .code = dossierCode});
    REQUIRE(opened);
    auto pin = (*station)->trainingPin();
    REQUIRE(pin);
    const QString pinText =
        QString::fromLatin1(pin->view().data(), static_cast<qsizetype>(pin->size()));

    const auto training = compose::loadTrainingDossier((*station)->trainingPapersFolder());
    REQUIRE(training);
    desk::StationDesk desk(**station);
    gui::CounterWindow window(desk, gui::WorkMode::Training);
    Clerk clerk(window);
    clerk.type(dossierCode);
    clerk.press(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor(
        [&] { return clerk.primary()->text() != QStringLiteral("Open the dossier"); }, 10'000));

    // What stands on the paper that the checklist shows.
    const auto printed = [&](const QString &field) {
        const auto *list = window.findChild<QListView *>(QStringLiteral("checklist"));
        const auto code = list->currentIndex().data(gui::ComponentModel::CodeRole).toString();
        const auto *paper = training->paper(code);
        return paper ? paper->truth.value(field.section(u'_', 1)) : QString();
    };
    const QByteArray album = qgetenv("STATION_SHOTS");
    bool handedOver = false;
    int scanned = 0;          // key presses until the last paper lay in the scanner
    std::set<QString> looks;  // a page may be asked for twice while its picture is read
    for (int step = 0; step < 80 && !handedOver; ++step) {
        REQUIRE(clerk.waitForWork());
        INFO(clerk.primary()->text().toStdString() << " | " << clerk.message().toStdString());
        if (!album.isEmpty())
            window.grab().save(QStringLiteral("%1/%2.png")
                                   .arg(QString::fromLocal8Bit(album))
                                   .arg(step, 2, 10, QLatin1Char('0')));
        const auto *focus = QApplication::focusWidget();
        const QString asked = clerk.primary()->text();
        if (asked.startsWith(QStringLiteral("Look at page")))
            looks.insert(asked);
        if (asked.startsWith(QStringLiteral("Scan paper"))) {
            const bool seen =
                QTest::qWaitFor([&] { return unseenShortPaper(**station).isEmpty(); }, 3'000);
            CAPTURE(unseenShortPaper(**station).toStdString());
            CHECK(seen);
        }
        if (asked.startsWith(QStringLiteral("Check the fields"))) {
            // They come by themselves when the pages are read, and the first doubtful one has
            // the focus: nothing is to be pressed.
            REQUIRE(QTest::qWaitFor([&] { return clerk.primary()->text() != asked; }, 30'000));
            continue;
        }
        const auto *field = qobject_cast<const gui::ValueEdit *>(focus);
        if (focus && focus->objectName() == QStringLiteral("pin")) {
            clerk.type(pinText);
            clerk.press(Qt::Key_Return);
            QTest::qWait(30);
        } else if (asked == QStringLiteral("Confirm the field") && field &&
                   field->toPlainText().isEmpty()) {
            // What was not read is typed from the paper.
            clerk.type(printed(focus->objectName()));
            clerk.pressPrimary();
        } else {
            clerk.pressPrimary();
        }
        if (asked.startsWith(QStringLiteral("Scan paper")))
            scanned = clerk.presses();
        const auto isHandedOver = [&] {
            const auto now = workflow::findDossier((*station)->context(), dossierCode);
            return now && std::holds_alternative<dossier::HandedOverCopy>(
                              now->component(QStringLiteral("GT01"))->state);
        };
        handedOver = asked == QStringLiteral("Hand over the dossier")
                         ? QTest::qWaitFor(isHandedOver, 30'000)
                         : isHandedOver();
    }
    REQUIRE(handedOver);
    const int afterScan = clerk.presses() - scanned;
    WARN("key presses: " << clerk.presses() << ", of them after the scan: " << afterScan
                         << ", pages to look at: " << looks.size());
    CHECK(afterScan <= 12);

    const auto done = workflow::findDossier((*station)->context(), dossierCode);
    // A page that stood on the screen after its scan costs no key; those that a scan passed by
    // may: never more than the papers with several sides have.
    CHECK(static_cast<int>(looks.size()) <= pagesOfLongPapers(*done));
    for (const auto &code : {"GT01", "GT02", "GT03", "GT04", "GT06"}) {
        INFO(code);
        CHECK(dossier::stateName(done->component(QLatin1String(code))->state) ==
              QStringLiteral("handed_over"));
    }
    auto inbox = (*station)->inbox();
    const auto events = inbox.events(done->department);
    REQUIRE(events);
    REQUIRE(events->size() == 1);
    CHECK(inbox.open(events->front()));

    // Unlocked for the next dossier, until it is pulled out.
    const auto *unlocked = window.findChild<QWidget *>(QStringLiteral("tokenSign"));
    CHECK_FALSE(unlocked->isHidden());
    const QDir places(folder.filePath(QStringLiteral("data/token/tokens")));
    const auto tokens = places.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    REQUIRE(tokens.size() == 1);
    REQUIRE(
        QFile::rename(places.filePath(tokens.first()), folder.filePath(QStringLiteral("pulled"))));
    CHECK(QTest::qWaitFor([&] { return unlocked->isHidden(); }, 5'000));
}
