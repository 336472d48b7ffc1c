#include "app/compose/training_papers.h"
#include "tests/e2e/odd_pictures.h"
#include "tests/e2e/station_under_test.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QMap>

#include <sys/stat.h>
#include <unistd.h>

using namespace station;
using namespace station::e2e;
using namespace Qt::StringLiterals;

namespace {

/// The trouble of each file, by its name.
QMap<QString, QString> troubleCodes(const Run &run)
{
    QMap<QString, QString> codes;
    for (const auto &entry : run.json()[u"failed"_s].toArray()) {
        const auto trouble = entry.toObject();
        const QString name = QFileInfo(trouble[u"file"_s].toString()).fileName();
        CHECK(trouble[u"message"_s].toString().contains(name));
        CHECK_FALSE(trouble[u"remedy"_s].toString().isEmpty());
        codes.insert(name, trouble[u"code"_s].toString());
    }
    return codes;
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

QString textOf(const QString &pdf)
{
    const Run read = run(u"pdftotext"_s, {pdf, u"-"_s});
    REQUIRE(read.exitCode == 0);
    return QString::fromUtf8(read.output);
}

const QString nation = u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s;

}  // namespace

TEST_CASE("each broken file is named with its reason and the good ones are read", "[e2e]")
{
    const StationUnderTest station;
    const OddPictures odd;
    QMap<QString, QString> expected;
    QStringList files{odd.letter(u"first.jpg"_s)};
    const auto broken = [&](const QString &path, const QString &code) {
        files << path;
        expected.insert(QFileInfo(path).fileName(), code);
    };
    broken(odd.pngBomb(u"bomb.png"_s), u"file_too_large"_s);
    broken(odd.tiffBomb(u"bomb.tif"_s), u"file_too_large"_s);
    broken(odd.plain(u"dot.png"_s, 1, 1, 255), u"file_too_small"_s);
    broken(odd.plain(u"wide.png"_s, 20'000, 500, 255), u"file_too_large"_s);
    broken(odd.plain(u"high.png"_s, 500, 20'000, 0), u"file_too_large"_s);
    broken(odd.letterCutAfter(u"cut.jpg"_s, 0.5), u"file_unreadable"_s);
    broken(odd.bytes(u"text.jpg"_s, "Dear all,\nthis is no picture.\n"), u"file_unreadable"_s);
    broken(odd.bytes(u"empty.png"_s, {}), u"file_empty"_s);
    broken(odd.path(u"nowhere.png"_s), u"file_missing"_s);
    broken(odd.path(u"folder.png"_s), u"file_missing"_s);
    REQUIRE(QDir().mkpath(odd.path(u"folder.png"_s)));
    // Opening it would wait for somebody who writes.
    broken(odd.path(u"pipe.png"_s), u"file_missing"_s);
    REQUIRE(::mkfifo(odd.path(u"pipe.png"_s).toUtf8().constData(), 0600) == 0);
    if (::geteuid() != 0) {  // nothing is forbidden to root
        broken(odd.letter(u"secret.jpg"_s), u"file_missing"_s);
        REQUIRE(::chmod(odd.path(u"secret.jpg"_s).toUtf8().constData(), 0) == 0);
    }
    broken(odd.pdf(u"long.pdf"_s, 2'000), u"file_too_large"_s);
    broken(odd.encryptedPdf(u"locked.pdf"_s), u"file_encrypted"_s);
    broken(odd.bytes(u"broken.pdf"_s, "%PDF-1.7\n1 0 obj\n<</Type/Catalog"), u"file_unreadable"_s);
    files << odd.letter(u"last.jpg"_s);

    const QString output = odd.path(u"out"_s);
    REQUIRE(QDir().mkpath(output));
    const QString pdf = output + u"/all.pdf"_s;
    const Run all = station.cli(QStringList{u"digitize"_s} + files +
                                QStringList{u"--text-layer"_s, u"embedded"_s, u"-o"_s, pdf});
    INFO(all.errors.toStdString());
    CHECK(all.exitCode == 3);
    CHECK(troubleCodes(all) == expected);
    for (const auto &name : expected.keys())
        CHECK(all.errors.contains(name.toUtf8()));
    CHECK(all.errors.count("error: ") == 0);  // the command itself did not fail
    CHECK(namesIn(output) == QStringList{u"all.pdf"_s});
    CHECK(textOf(pdf).count(nation) == 2);

    // With no good page among them there is no copy, and none is half there.
    const QStringList none = files.mid(1, files.size() - 2);
    const QString nothing = output + u"/nothing.pdf"_s;
    const Run failed =
        station.cli(QStringList{u"digitize"_s} + none + QStringList{u"-o"_s, nothing});
    CHECK(failed.exitCode == 1);
    CHECK(failed.errorLines() == 1);
    CHECK(namesIn(output) == QStringList{u"all.pdf"_s});
}

TEST_CASE("odd pictures are pages like others, blank ones blank", "[e2e]")
{
    const StationUnderTest station;
    const OddPictures odd;
    const QStringList files{odd.letterCmyk(u"cmyk.jpg"_s),
                            odd.letter16Bit(u"fine.png"_s),
                            odd.letter16Bit(u"fine.tif"_s),
                            odd.letterSaying(u"one_dpi.jpg"_s, 1),
                            odd.letterSaying(u"many_dpi.jpg"_s, 65'535),
                            odd.screenPhoto(u"screen.jpg"_s),
                            odd.plain(u"black.png"_s, 1'653, 2'338, 0),
                            odd.plain(u"white.png"_s, 1'653, 2'338, 255)};
    const Run read = station.cli(QStringList{u"ocr"_s} + files);
    INFO(read.errors.toStdString());
    CHECK(read.exitCode == 0);
    CHECK(troubleCodes(read).isEmpty());
    const auto pages = read.json()[u"pages"_s].toArray();
    REQUIRE(pages.size() == files.size());
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const auto page = pages[i].toObject();
        QStringList words;
        for (const auto &word : page[u"words"_s].toArray())
            words << word[u"text"_s].toString();
        const QString name = QFileInfo(files[i]).fileName();
        INFO(name.toStdString());
        INFO(words.join(u' ').toStdString());
        CHECK(QFileInfo(page[u"file"_s].toString()).fileName() == name);
        CHECK((page[u"dpi"_s].toInt() >= 72 && page[u"dpi"_s].toInt() <= 1'200));
        if (i < 5) {
            CHECK_FALSE(page[u"blank"_s].toBool());
            CHECK(words.join(u' ').contains(nation));
        }
        if (name == u"white.png")
            CHECK(page[u"blank"_s].toBool());
        if (i > 5)
            CHECK(words.isEmpty());
    }
}

TEST_CASE("a mixed pile comes out upright, without its blank sides, in both forms", "[e2e]")
{
    const StationUnderTest station;
    const OddPictures odd;
    QStringList files;
    for (const int turnDeg : {180, 0, 90, 270})
        files << odd.letter(u"%1.jpg"_s.arg(turnDeg), turnDeg, turnDeg == 90 ? 1.5 : -0.8);
    files.insert(2, odd.plain(u"back.png"_s, 1'653, 2'338, 250));
    for (const QString &form : {u"reference"_s, u"layered"_s}) {
        const QString pdf = odd.path(form + u".pdf"_s);
        const Run made = station.cli(
            QStringList{u"digitize"_s} + files +
            QStringList{u"--text-layer"_s, u"embedded"_s, u"--form"_s, form, u"-o"_s, pdf});
        INFO(made.errors.toStdString());
        REQUIRE((made.exitCode == 0 || made.exitCode == 3));
        CHECK(made.json()[u"pages"_s].toInt() == 4);
        CHECK(made.json()[u"blank"_s].toInt() == 1);
        CHECK(run(u"qpdf"_s, {u"--check"_s, pdf}).exitCode == 0);
        CHECK(textOf(pdf).count(nation) == 4);
        // Upright: each page is as wide as the letter.
        const Run info = run(u"pdfinfo"_s, {u"-l"_s, u"9"_s, pdf});
        int sizes = 0;
        for (const auto &line : info.output.split('\n')) {
            const auto parts = QString::fromUtf8(line).simplified().split(u' ');
            if (parts.size() < 6 || parts[2] != u"size:")
                continue;
            ++sizes;
            CHECK(parts[3].toDouble() > parts[5].toDouble());
        }
        CHECK(sizes == 4);
    }
}

TEST_CASE("the table of words points at the ink of the picture that was given", "[e2e]")
{
    const StationUnderTest station;
    const OddPictures odd;
    const QString decision = StationUnderTest::training(u"GT06"_s).value(0);
    for (const QString &picture : {odd.turned(decision, u"askew.jpg"_s, 0, 2.0),
                                   odd.turned(decision, u"turned.jpg"_s, 90, -1.2)}) {
        const Run read = station.cliText({u"ocr"_s, picture, u"--tsv"_s});
        INFO(read.errors.toStdString());
        REQUIRE(read.exitCode == 0);
        const auto ink = inkUnderWords(picture, read.output);
        INFO(picture.toStdString());
        CHECK(ink.words > 60);
        CHECK(ink.onInk > 0.97 * ink.words);
        CHECK(ink.shareOfInk > 0.7);
    }
}

TEST_CASE("the fields of the training papers are proposed as they are printed", "[e2e]")
{
    const StationUnderTest station;
    const auto training =
        compose::loadTrainingDossier(QStringLiteral(STATION_SHARE_DIR "/training"));
    REQUIRE(training);
    int printed = 0;
    QStringList inexact;
    for (const auto &paper : training->papers) {
        const Run proposed = station.cli(QStringList{u"fields"_s} + paper.pictures);
        INFO(proposed.errors.toStdString());
        REQUIRE((proposed.exitCode == 0 || proposed.exitCode == 3));
        QMap<QString, QJsonObject> fields;
        for (const auto &entry : proposed.json()[u"fields"_s].toArray())
            fields.insert(entry[u"key"_s].toString(), entry.toObject());
        for (auto it = paper.truth.cbegin(); it != paper.truth.cend(); ++it) {
            ++printed;
            const auto field = fields.value(it.key());
            const QString value = field[u"value"_s].toString();
            if (value == it.value())
                continue;
            inexact << paper.component + u' ' + it.key() + u": "_s + value;
            INFO(inexact.last().toStdString());
            CHECK_FALSE(field[u"sure"_s].toBool());
        }
    }
    INFO(inexact.join(u'\n').toStdString());
    CHECK(printed > 30);
    CHECK(inexact.size() <= printed / 20);
}
