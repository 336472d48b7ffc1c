#include "core/workflow/file_reading.h"

#include "core/base/durable_file.h"
#include "core/pdf/pdfa_writer.h"
#include "core/workflow/digitizing.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <tuple>
#include <vector>

using namespace station;
using namespace station::workflow;
using namespace Qt::StringLiterals;

namespace {

const QString training = QStringLiteral(STATION_SHARE_DIR "/training/");
const QString letter = training + u"05-decision-front.jpg"_s;
const QString receipt = training + u"06-receipt-front.jpg"_s;

struct Heard {
    int file = 0;
    int number = 0;
    bool ofSeveral = false;
    bool good = false;
    Fault fault = Fault::Internal;  ///< When it is not.
    int ofAll = 0;
};

/// Files of one test and the workers that may see them.
struct Desk {
    QString put(const QString &name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(name);
        REQUIRE(writeDurably(path, bytes));
        return path;
    }
    QString blank(const QString &name) const
    {
        return put(name, "P5 850 1200 255\n" + QByteArray(850 * 1200, '\xff'));
    }
    /// Its pages are pictures; the text layer stays empty.
    QString pdfOf(const QString &name, const QStringList &pictures) const
    {
        std::vector<pdf::PdfPage> pages;
        for (const auto &picture : pictures)
            pages.push_back({.jpeg = readWhole(picture).value(), .dpi = 300});
        const QString path = folder.filePath(name);
        REQUIRE(pdf::writePdfA(path, pages, {.title = u"t"_s, .producer = u"p"_s}));
        return path;
    }
    worker::PageWorkerPool pool(const QStringList &files) const
    {
        return worker::PageWorkerPool(
            {.folders = {work.path()},
             .readable = files,
             .program = QStringLiteral(STATION_BIN_DIR "/tramsohoa-page-worker")});
    }
    FileReadingRequest request(const QStringList &files) const
    {
        return {.files = files, .workFolder = work.path(), .withText = false, .jobs = 2};
    }
    bool isClean() const { return QDir(work.path()).isEmpty(); }

    QTemporaryDir folder;
    QTemporaryDir work;
};

}  // namespace

TEST_CASE("pages come in order, and what cannot be read is one of them", "[workflow]")
{
    const Desk desk;
    const QString pdf = desk.pdfOf(u"two.pdf"_s, {receipt, letter});
    const QStringList files{letter,
                            desk.put(u"broken.jpg"_s, "\xff\xd8\xff\xe0 no picture"),
                            pdf,
                            desk.folder.filePath(u"none.png"_s),
                            desk.put(u"empty.png"_s, {}),
                            desk.put(u"broken.pdf"_s, "%PDF-1.7 and nothing"),
                            desk.blank(u"blank.pgm"_s)};
    auto pool = desk.pool({letter, files[1], files[6]});
    std::vector<Heard> heard;
    std::vector<bool> blank;
    REQUIRE(readFiles(pool, desk.request(files), [&](const FilePage &page) -> Expected<> {
        heard.push_back({page.file, page.number, page.ofSeveral, page.read.has_value(),
                         page.read ? Fault::Internal : page.read.error().fault, page.ofAll});
        if (page.read) {
            CHECK(QFile::exists(page.stem + u".jpg"_s));
            blank.push_back(page.read->side.blank);
        }
        return {};
    }));
    REQUIRE(heard.size() == 8);
    const std::vector<std::tuple<int, int, bool, Fault>> expected{
        {0, 1, true, {}},
        {1, 1, false, Fault::FileUnreadable},
        {2, 1, true, {}},
        {2, 2, true, {}},
        {3, 0, false, Fault::FileMissing},
        {4, 0, false, Fault::FileEmpty},
        {5, 0, false, Fault::FileUnreadable},
        {6, 1, true, {}},
    };
    for (std::size_t n = 0; n < heard.size(); ++n) {
        CAPTURE(n);
        const auto &[file, number, good, fault] = expected[n];
        CHECK(heard[n].file == file);
        CHECK(heard[n].number == number);
        CHECK(heard[n].good == good);
        if (!good)
            CHECK(heard[n].fault == fault);
    }
    CHECK_FALSE(heard[0].ofSeveral);
    CHECK(heard[2].ofSeveral);
    CHECK(heard.back().ofAll == 5);
    CHECK(blank == std::vector{false, false, false, true});
    CHECK(desk.isClean());
}

TEST_CASE("who takes the pages may end the reading, and so may the user", "[workflow]")
{
    const Desk desk;
    const QStringList files(6, desk.blank(u"blank.pgm"_s));
    auto pool = desk.pool(files);
    int heard = 0;
    const auto ended = readFiles(pool, desk.request(files), [&](const FilePage &) -> Expected<> {
        return ++heard == 2 ? fail(Fault::StorageFull) : Expected<>();
    });
    CHECK(ended.error().fault == Fault::StorageFull);
    CHECK(heard == 2);

    std::stop_source stop;
    const auto cancelled = readFiles(
        pool, desk.request(files),
        [&](const FilePage &) -> Expected<> {
            stop.request_stop();
            ++heard;
            return {};
        },
        stop.get_token());
    CHECK(cancelled.error().fault == Fault::Cancelled);
    CHECK(heard == 3);
}

TEST_CASE("a batch becomes one PDF without its blank sides", "[workflow]")
{
    const Desk desk;
    const QStringList files{letter, desk.blank(u"blank.pgm"_s), letter};
    auto pool = desk.pool(files);
    const QString output = desk.folder.filePath(u"out.pdf"_s);
    auto digitizing = Digitizing::begin(output, pdf::TextLayer::None, 1);
    REQUIRE(digitizing);
    REQUIRE(readFiles(pool, desk.request(files),
                      [&](const FilePage &page) { return digitizing->add(page); }));
    CHECK_FALSE(QFile::exists(output));
    const auto report = digitizing->finish();
    REQUIRE(report);
    CHECK(report->pages == 2);
    CHECK(report->blank == 1);
    CHECK(readWhole(output)->startsWith("%PDF-"));
}

TEST_CASE("nothing but blank sides leaves no file", "[workflow]")
{
    const Desk desk;
    const QStringList files{desk.blank(u"blank.pgm"_s)};
    auto pool = desk.pool(files);
    const QString output = desk.folder.filePath(u"out.pdf"_s);
    {
        auto digitizing = Digitizing::begin(output, pdf::TextLayer::None, 1);
        REQUIRE(digitizing);
        REQUIRE(readFiles(pool, desk.request(files),
                          [&](const FilePage &page) { return digitizing->add(page); }));
        CHECK(digitizing->finish().error().fault == Fault::InvalidInput);
    }
    CHECK(QDir(desk.folder.path()).entryList(QDir::Files | QDir::Hidden) ==
          QStringList{u"blank.pgm"_s});
}
