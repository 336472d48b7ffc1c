#include "core/worker/page_worker.h"

#include "core/imaging/image.h"
#include "core/imaging/jpeg.h"
#include "core/imaging/pix_pointer.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace station;
using namespace station::worker;
using namespace Qt::StringLiterals;

namespace {

const QString letter = QStringLiteral(STATION_FIXTURES_DIR "/papers/letter_200dpi.jpg");

/// A picture from outside, a work folder and a pool that may read the one and use the other.
struct Desk {
    QTemporaryDir outside{};
    QTemporaryDir work{};

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(outside.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
    PageWorkerPool pool(const QStringList &readable, const QString &pageKinds = {}) const
    {
        return PageWorkerPool(
            {.folders = {work.path()},
             .readable = readable,
             .pageKinds = pageKinds,
             .workers = 1,
             .program = QStringLiteral(STATION_BIN_DIR "/tramsohoa-page-worker")});
    }
    SideJob job(const QString &source) const
    {
        return {.source = source, .outputStem = work.filePath(u"side"_s)};
    }
    QByteArray written() const
    {
        QFile file(work.filePath(u"side.jpg"_s));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
};

/// An A4 sheet without a mark, at 200 dpi.
QByteArray emptySheet(int quality)
{
    Pix *pix = pixCreate(1654, 2339, 8);
    pixSetAllGray(pix, 240);
    return *imaging::jpegOf({pix, 200}, quality);
}

}  // namespace

TEST_CASE("a picture from outside is cleaned, reduced and read in one pass", "[worker]")
{
    const Desk desk;
    auto pool = desk.pool({letter});
    auto job = desk.job(letter);
    job.picture.dpi = 150;
    const auto read = pool.read(job, true);
    REQUIRE(read);
    const auto &side = read->side;
    CHECK(side.dpi == 150);
    CHECK(side.geometry.scale == Approx(0.75));
    CHECK(side.geometry.original == QSize(1653, 2338));
    CHECK(QSize(side.widthPx, side.heightPx) == side.geometry.cleaned());
    CHECK(side.attention == dossier::Attentions{});  // it is the source that has too few dots
    const auto written = imaging::loadImage(desk.work.filePath(u"side.jpg"_s), 300);
    REQUIRE(written);
    CHECK(QSize(written->width(), written->height()) == read->page.size);
    CHECK(written->dpi() == 150);

    CHECK(read->page.dpi == 150);
    CHECK(read->page.text().contains(u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s));
    const auto motto = std::ranges::find(read->page.words, u"Độc"_s, &recognition::Word::text);
    REQUIRE(motto != read->page.words.end());
    CHECK(motto->box.height() == Approx(26).margin(6));
    const QRect there = side.geometry.toOriginal(motto->box);
    CHECK(there.height() == Approx(34).margin(8));
    CHECK_FALSE(QFile::exists(desk.work.filePath(u"side.original.jpg"_s)));
    CHECK_FALSE(QFile::exists(desk.work.filePath(u"side.json"_s)));
}

TEST_CASE("cleaning alone gives the same picture as cleaning and reading", "[worker]")
{
    const Desk desk;
    auto pool = desk.pool({letter});
    REQUIRE(pool.read(desk.job(letter), true));
    const QByteArray withText = desk.written();
    const auto read = pool.read(desk.job(letter), false);
    REQUIRE(read);
    CHECK(desk.written() == withText);
    CHECK(read->page.words.empty());
    CHECK_FALSE(read->textError);
}

TEST_CASE("a file that the pool was not told of cannot be read", "[worker]")
{
    const Desk desk;
    const QString told = desk.file(u"one.jpg"_s, emptySheet(95));
    const QString untold = desk.file(u"two.jpg"_s, emptySheet(95));
    auto pool = desk.pool({told});
    CHECK(pool.read(desk.job(told), false));
    const auto layers = pool.sandboxLayers();
    REQUIRE(layers);
    if (layers->contains(u"landlock"_s))
        CHECK_FALSE(pool.read(desk.job(untold), false));
}

TEST_CASE("a JPEG that needs no change is taken over byte for byte where the rule allows",
          "[worker]")
{
    const Desk desk;
    const QByteArray bytes = emptySheet(95);
    const QString source = desk.file(u"sheet.jpg"_s, bytes);
    auto pool = desk.pool({source});
    auto job = desk.job(source);
    const auto isTakenOver = [&] {
        REQUIRE(pool.read(job, false));
        return desk.written() == bytes;
    };
    CHECK(isTakenOver());
    SECTION("not when it is too large for its paper")
    {
        job.picture.passBytesPerM2 = 1;
        CHECK_FALSE(isTakenOver());
    }
    SECTION("not below the resolution of the rules")
    {
        job.minimumDpi = 300;
        CHECK_FALSE(isTakenOver());
    }
    SECTION("not when the clerk turns it")
    {
        job.turnDeg = 180;
        CHECK_FALSE(isTakenOver());
    }
}

TEST_CASE("each page of a TIFF is read by its number, and their count is told", "[worker]")
{
    const Desk desk;
    const QString file = desk.outside.filePath(u"two.tif"_s);
    for (const int width : {1654, 1000}) {
        const imaging::PixPointer page(pixCreate(width, 2000, 8));
        pixSetAllGray(page.get(), 240);
        pixSetResolution(page.get(), 200, 200);
        REQUIRE(pixWriteTiff(QFile::encodeName(file).constData(), page.get(), IFF_TIFF_LZW,
                             width == 1654 ? "w" : "a") == 0);
    }
    auto pool = desk.pool({file});
    auto job = desk.job(file);
    const auto first = pool.read(job, false);
    REQUIRE(first);
    CHECK(first->pages == 2);
    CHECK(first->side.geometry.original.width() == 1654);
    job.page = 1;
    const auto second = pool.read(job, false);
    REQUIRE(second);
    CHECK(second->side.geometry.original.width() == 1000);
}

TEST_CASE("the page kinds that ship are good, and nonsense among them is named", "[worker]")
{
    const Desk desk;
    const QString shipped = QStringLiteral(STATION_SHARE_DIR "/pages/page_kinds.toml");
    CHECK(desk.pool({}, shipped).sandboxLayers());

    QFile file(shipped);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    const auto problemOf = [&](QByteArray from, const QByteArray &to) {
        const QString broken = desk.file(u"kinds.toml"_s, QByteArray(good).replace(from, to));
        const auto started = desk.pool({}, broken).sandboxLayers();
        REQUIRE_FALSE(started);
        CHECK(started.error().fault == Fault::SettingsInvalid);
        return started.error().subject;
    };
    CHECK(problemOf("segmentation = \"sparse\"", "segmentation = \"often\"")
              .contains(u"segmentation"_s));
    CHECK(problemOf("dpi = 300", "dpi = 5").contains(u"dpi"_s));
    CHECK(problemOf("[card]", "[cart]").contains(u"card"_s));
    CHECK(problemOf("below = 0.9", "below = 9.0").contains(u"below"_s));
}

TEST_CASE("a side out of focus is told", "[worker]")
{
    const Desk desk;
    const auto sharp = imaging::loadImage(letter, 200);
    REQUIRE(sharp);
    const imaging::Image moved(pixBlockconv(sharp->pix(), 4, 4), 200);
    const QString source = desk.file(u"moved.jpg"_s, *imaging::jpegOf(moved, 90));
    auto pool = desk.pool({source});
    const auto read = pool.read(desk.job(source), false);
    REQUIRE(read);
    CHECK(read->side.attention.testFlag(dossier::Attention::Blurred));
}
