// Paper and its troubles, through the command line as a user meets them.

#include "tests/e2e/station_under_test.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

using namespace station;
using namespace station::e2e;
using namespace Qt::StringLiterals;

namespace {

const QString gt01 = u"GT01"_s;
const QString gt02 = u"GT02"_s;

/// Pictures of different sheets, so that none looks scanned twice.
QStringList differentSheets()
{
    return StationUnderTest::training(gt01).mid(0, 1) + StationUnderTest::training(gt02).mid(0, 1) +
           StationUnderTest::training(u"GT04"_s).mid(0, 1);
}

struct Counter : StationUnderTest {
    QString dossier = newDossier();

    Run at(const QString &command, const QStringList &more) const
    {
        return cli(QStringList{command, dossier} + more);
    }
    Run scan(const QStringList &more = {}) const
    {
        return at(u"scan"_s, QStringList{u"--component"_s, gt01} + more);
    }
    QJsonArray sides(const QString &component) const
    {
        return this->component(dossier, component)[u"sides"_s].toArray();
    }
    QStringList ids(const QString &component) const
    {
        QStringList ids;
        for (const auto &side : sides(component))
            ids << side[u"id"_s].toString();
        return ids;
    }
    void addFault(const QByteArray &fault) const
    {
        // The virtual scanner is made when it is first asked for.
        REQUIRE(cli({u"devices"_s}).exitCode == 0);
        QFile ini(device() + u"/device.ini"_s);
        REQUIRE(ini.open(QIODevice::Append));
        ini.write("fault = " + fault + " once\n");
    }
    /// The sheet that went through last goes in front of those that wait.
    void putLastSheetBack() const
    {
        const QDir output(device() + u"/output"_s);
        auto through = output.entryInfoList(QDir::Files);
        REQUIRE_FALSE(through.isEmpty());
        const auto last = std::ranges::max_element(through, [](const auto &one, const auto &other) {
            return one.metadataChangeTime() < other.metadataChangeTime();
        });
        REQUIRE(QFile::rename(last->filePath(), feeder() + u"/0000."_s + last->suffix()));
    }
};

bool waitFor(QProcess &process, const QByteArray &text, QByteArray &heard)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 30'000;) {
        heard += process.readAllStandardError() + process.readAllStandardOutput();
        if (heard.contains(text))
            return true;
        process.waitForReadyRead(200);
    }
    return false;
}

}  // namespace

TEST_CASE("at a jam the terminal names the sheet to put back and Enter scans on", "[e2e]")
{
    const Counter counter;
    counter.feed(differentSheets());
    counter.addFault("read 2 jammed 50");
    QProcess scan;
    scan.start(StationUnderTest::program(),
               counter.commonArguments() << u"scan"_s << counter.dossier << u"--component"_s << gt01
                                         << u"--expect-sheets"_s << u"3"_s << u"--wait"_s);
    QByteArray heard;
    REQUIRE(waitFor(scan, "q and Enter", heard));
    CHECK(heard.contains("The paper is jammed"));
    CHECK(heard.contains("1 of 3 sheets are safe"));
    CHECK(heard.contains("from sheet 2 on"));
    REQUIRE(QFile::remove(counter.device() + u"/jammed"_s));
    counter.putLastSheetBack();
    scan.write("\n");
    REQUIRE(scan.waitForFinished(60'000));
    CHECK(scan.exitCode() == 0);
    const auto sheets = counter.component(counter.dossier, gt01)[u"sheets"_s].toObject();
    CHECK(sheets[u"sheets"_s].toInt() == 3);
    CHECK(sheets[u"agrees"_s].toBool());
}

TEST_CASE("separator sheets that were printed part a pile into its papers", "[e2e]")
{
    const Counter counter;
    const QTemporaryDir folder;
    const QString document = folder.filePath(u"sheets.pdf"_s);
    REQUIRE(counter.cli({u"separators"_s, u"--procedure"_s, u"1.002809"_s, u"-o"_s, document})
                .exitCode == 0);
    REQUIRE(run(u"pdftoppm"_s, {u"-r"_s, u"300"_s, u"-png"_s, document, folder.filePath(u"p"_s)})
                .exitCode == 0);
    const auto printed = QDir(folder.path()).entryInfoList({u"p-*.png"_s}, QDir::Files, QDir::Name);
    REQUIRE(printed.size() >= 3);
    // The second page is GT02's, the last one the general sheet.
    const QString toGt02 = printed[1].filePath();
    const QString toNext = printed.back().filePath();
    const auto sheets = differentSheets();
    counter.feed({sheets[0], toGt02, sheets[1], toNext, sheets[2]});
    const Run scanned = counter.scan();
    CHECK(scanned.exitCode == 0);
    CHECK(scanned.json()[u"papers"_s].toArray().size() == 3);
    const auto pagesOf = [&](const QString &component) {
        const auto sides = counter.sides(component);
        return std::ranges::count_if(
            sides, [](const auto &side) { return !side.toObject()[u"out"_s].toBool(); });
    };
    CHECK(pagesOf(gt01) == 1);
    CHECK(pagesOf(gt02) == 1);
    CHECK(pagesOf(u"GT03"_s) == 1);
    CHECK(counter.sides(gt02)[0][u"sheet"_s].toInt() == 1);
}

TEST_CASE("a receipt is written from the command line", "[e2e]")
{
    const Counter counter;
    const QTemporaryDir folder;
    const QString slip = folder.filePath(u"slip.pdf"_s);
    const Run written = counter.cli({u"slip"_s, counter.dossier, u"--a5"_s, u"--out"_s, slip});
    INFO(written.errors.toStdString());
    REQUIRE(written.exitCode == 0);
    CHECK(written.json()[u"pages"_s].toInt() == 2);
    const Run size = run(u"pdfinfo"_s, {slip});
    CHECK(size.output.contains("419.5"));
    CHECK(counter.cli({u"slip"_s, u"nobody"_s, u"--out"_s, slip}).errorCode() ==
          u"unknown_dossier"_s);
}

TEST_CASE("edits come back one by one in later processes", "[e2e]")
{
    const Counter counter;
    counter.feed(differentSheets());
    REQUIRE(counter.scan().exitCode == 0);
    const auto scanned = counter.ids(gt01);
    REQUIRE(scanned.size() == 3);
    const auto picture = [&](const QString &side) {
        QFile file(counter.data() + u"/spool/"_s + counter.dossier + u'/' + side + u".jpg"_s);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const QByteArray before = picture(scanned[0]);
    const auto side = [&](const QString &id, const QStringList &change) {
        return counter.at(u"side"_s, QStringList{id} + change).exitCode;
    };
    REQUIRE(side(scanned[0], {u"--turn"_s, u"90"_s}) == 0);
    CHECK(picture(scanned[0]) != before);
    REQUIRE(side(scanned[2], {u"--move-to"_s, gt01, u"--before"_s, scanned[0]}) == 0);
    REQUIRE(side(scanned[1], {u"--split-to"_s, gt02}) == 0);
    CHECK(counter.ids(gt01) == QStringList{scanned[2], scanned[0]});
    CHECK(counter.ids(gt02) == QStringList{scanned[1]});
    REQUIRE(side(scanned[0], {u"--out"_s, u"yes"_s}) == 0);

    for (const auto &expected : {u"mark_out"_s, u"split"_s, u"move"_s, u"turn"_s}) {
        const Run undone = counter.at(u"undo"_s, {});
        REQUIRE(undone.exitCode == 0);
        CHECK(undone.json()[u"edit"_s].toString() == expected);
    }
    CHECK(counter.ids(gt01) == scanned);
    CHECK(picture(scanned[0]) == before);
    CHECK(counter.at(u"undo"_s, {}).errorCode() == u"nothing_to_do"_s);
    for (int i = 0; i < 4; ++i)
        REQUIRE(counter.at(u"redo"_s, {}).exitCode == 0);
    CHECK(counter.ids(gt02) == QStringList{scanned[1]});

    // A side that is scanned again takes its place; the old one stays.
    counter.feed(differentSheets().mid(1, 1));
    REQUIRE(counter.scan({u"--replace"_s, scanned[2]}).exitCode == 0);
    const auto now = counter.sides(gt01);
    REQUIRE(now.size() == 3);
    CHECK(std::ranges::count_if(
              now, [](const auto &one) { return one.toObject()[u"out"_s].toBool(); }) == 2);
    REQUIRE(counter.at(u"undo"_s, {}).json()[u"edit"_s].toString() == u"replace"_s);
}

TEST_CASE("a count that differs keeps the paper unsigned until it is explained", "[e2e]")
{
    const Counter counter;
    counter.feed(differentSheets());
    CHECK(counter.scan({u"--expect-sheets"_s, u"4"_s}).exitCode == 3);
    const auto sign = [&] { return counter.at(u"sign"_s, {u"--pin-file"_s, counter.pinFile()}); };
    // The token is made when it is first needed.
    REQUIRE(counter.cli({u"token"_s, u"list"_s}).exitCode == 0);
    CHECK_FALSE(sign().exitCode == 0);
    CHECK(counter.component(counter.dossier, gt01)[u"state"_s].toString() == u"captured"_s);
    REQUIRE(counter
                .at(u"count"_s, {u"--component"_s, gt01, u"--because"_s,
                                 u"Tờ thứ tư là bìa trắng, công dân giữ lại"_s})
                .exitCode == 0);
    CHECK(sign().exitCode == 0);
    CHECK(counter.component(counter.dossier, gt01)[u"state"_s].toString() == u"signed"_s);
}

TEST_CASE("a signed PDF is taken as it is, a changed one is refused", "[e2e]")
{
    const Counter counter;
    counter.feed(differentSheets().mid(0, 1));
    REQUIRE(counter.scan().exitCode == 0);
    REQUIRE(counter.cli({u"token"_s, u"list"_s}).exitCode == 0);
    REQUIRE(counter.at(u"sign"_s, {u"--pin-file"_s, counter.pinFile()}).exitCode == 0);
    const QString sha256 = counter.component(counter.dossier, gt01)[u"sha256"_s].toString();
    const QTemporaryDir folder;
    const QString original = folder.filePath(u"original.pdf"_s);
    REQUIRE(QFile::copy(counter.copy(sha256), original));

    const auto import = [&](const QString &component, const QString &file) {
        return counter.at(u"import"_s, {u"--component"_s, component, file});
    };
    const Run taken = import(gt02, original);
    CHECK(taken.exitCode == 0);
    CHECK(taken.json()[u"verdict"_s].toString() == u"valid"_s);
    const auto paper = counter.component(counter.dossier, gt02);
    CHECK(paper[u"state"_s].toString() == u"signed"_s);
    CHECK(paper[u"sha256"_s].toString() == sha256);
    // Nothing of it waits for a signature.
    CHECK(counter.at(u"sign"_s, {u"--pin-file"_s, counter.pinFile()}).errorCode() ==
          u"nothing_to_do"_s);

    QFile bytes(original);
    REQUIRE(bytes.open(QIODevice::ReadOnly));
    QByteArray changed = bytes.readAll();
    changed[changed.size() / 3] = static_cast<char>(changed[changed.size() / 3] ^ 1);
    const QString forged = folder.filePath(u"forged.pdf"_s);
    QFile out(forged);
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write(changed);
    out.close();
    const Run refused = import(u"GT03"_s, forged);
    CHECK(refused.exitCode == 1);
    CHECK(refused.errorCode() == u"signature_broken"_s);
    CHECK(counter.sides(u"GT03"_s).isEmpty());
}

TEST_CASE("a nearly full disk stops intake with a clear sentence", "[e2e]")
{
    const Counter counter;
    counter.feed(differentSheets().mid(0, 1));
    const QTemporaryDir config;
    QFile settings(config.filePath(u"disk.toml"_s));
    REQUIRE(settings.open(QIODevice::WriteOnly));
    settings.write("[storage]\nreserve_mb = 100000000\n");
    settings.close();
    const Run refused = counter.cli(
        {u"--config"_s, config.path(), u"scan"_s, counter.dossier, u"--component"_s, gt01});
    CHECK(refused.exitCode == 1);
    CHECK(refused.errorCode() == u"storage_low"_s);
    CHECK(QDir(counter.feeder()).entryList(QDir::Files).size() == 1);
}

TEST_CASE("a trace tells options and timing, and shows no picture", "[e2e]")
{
    const Counter counter;
    counter.feed(differentSheets().mid(0, 1));
    const QTemporaryDir folder;
    const QString trace = folder.filePath(u"trace.jsonl"_s);
    REQUIRE(counter.scan({u"--trace"_s, trace}).exitCode == 0);
    QFile file(trace);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.size() < 200'000);  // a picture would have megabytes
    CHECK((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
    int lines = 0;
    while (!file.atEnd()) {
        CHECK(QJsonDocument::fromJson(file.readLine()).isObject());
        ++lines;
    }
    CHECK(lines > 3);
}

TEST_CASE("what a kill left without a row is put into its place at the next start", "[e2e]")
{
    const Counter counter;
    for (const int afterMs : {300, 500, 700, 900, 1200}) {
        counter.feed(differentSheets());
        QProcess scan;
        scan.start(StationUnderTest::program(), counter.commonArguments()
                                                    << u"scan"_s << counter.dossier
                                                    << u"--component"_s << gt01);
        REQUIRE(scan.waitForStarted());
        scan.waitForFinished(afterMs);
        scan.kill();
        scan.waitForFinished();
    }
    const QDir spool(counter.data() + u"/spool/"_s + counter.dossier);
    const auto allKnown = [&] {
        const auto known = counter.ids(gt01);
        const auto files = spool.entryInfoList({u"*.pnm"_s, u"*.original.jpg"_s}, QDir::Files);
        return std::ranges::all_of(files, [&](const QFileInfo &file) {
            return known.contains(file.fileName().section(u'.', 0, 0));
        });
    };
    // A scan worker whose owner was killed ends its page first, so once more.
    QElapsedTimer timer;
    timer.start();
    do
        REQUIRE(counter.cli({u"sync"_s, u"--once"_s}).exitCode == 0);
    while (!allKnown() && timer.elapsed() < 10'000);
    CHECK(allKnown());
    CHECK(counter.ids(gt01).size() > 0);
    for (const auto &side : counter.sides(gt01))
        CHECK(side[u"cleaned"_s].toBool());
}
