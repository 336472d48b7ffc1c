#include "core/worker/page_worker.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <png.h>
#include <vector>

using namespace station;
using namespace station::worker;
using namespace Qt::StringLiterals;

namespace {

/// A file from outside, a spool and a pool that may only use the spool.
struct Desk {
    QTemporaryDir outside{};
    QTemporaryDir spool{};
    PageWorkerPool pool{{.folders = {spool.path()},
                         .workers = 1,
                         .program = QStringLiteral(STATION_BIN_DIR "/tramsohoa-page-worker")}};

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(outside.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
    Expected<std::vector<DecodedSide>> decode(const QString &path)
    {
        return pool.decode(path, spool.path(), 300);
    }
    bool isSpoolEmpty() const
    {
        return QDir(spool.path()).isEmpty(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    }
};

/// A one-bit picture of one colour: huge in pixels, small as a file.
void writeBomb(const QString &path, png_uint_32 side)
{
    FILE *file = std::fopen(QFile::encodeName(path).constData(), "wb");
    REQUIRE(file != nullptr);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_init_io(png, file);
    png_set_compression_level(png, 1);
    png_set_IHDR(png, info, side, side, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    const std::vector<png_byte> row(side / 8 + 1, 0);
    for (png_uint_32 y = 0; y < side; ++y)
        png_write_row(png, row.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    std::fclose(file);
}

/// The smallest PDF that poppler repairs without complaint.
QByteArray pdf(int pages, const QByteArray &mediaBox)
{
    QByteArray kids;
    QByteArray body;
    for (int i = 0; i < pages; ++i) {
        const QByteArray number = QByteArray::number(3 + i);
        kids += number + " 0 R ";
        body += number + " 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[" + mediaBox + "]>>\nendobj\n";
    }
    return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 "
           "obj\n<</Type/Pages/Kids[" +
           kids + "]/Count " + QByteArray::number(pages) + ">>\nendobj\n" + body +
           "trailer\n<</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace

TEST_CASE("an image from outside becomes one side with its own resolution", "[worker]")
{
    Desk desk;
    const auto sides =
        desk.decode(QStringLiteral(STATION_FIXTURES_DIR "/papers/letter_200dpi.jpg"));
    REQUIRE(sides);
    REQUIRE(sides->size() == 1);
    CHECK(sides->front().dpi == 200);
    CHECK(sides->front().widthPx == 1653);
    CHECK(sides->front().file.startsWith(desk.spool.path()));
    const auto side = desk.pool.clean({.source = sides->front().file,
                                       .outputStem = desk.spool.filePath(u"side"_s),
                                       .dpi = sides->front().dpi});
    REQUIRE(side);
    CHECK(side->dpi == 200);
}

TEST_CASE("each page of a PDF becomes a side at 300 dpi, in order", "[worker]")
{
    Desk desk;
    const auto sides = desk.decode(desk.file(u"hai trang.pdf"_s, pdf(2, "0 0 595 842")));
    REQUIRE(sides);
    REQUIRE(sides->size() == 2);
    CHECK(sides->front().widthPx == Approx(2480).margin(2));
    CHECK(sides->front().dpi == 300);
    CHECK(sides->front().file < sides->back().file);
    CHECK(QDir(desk.spool.path()).entryList(QDir::Files).size() == 2);
}

TEST_CASE("what is no paper is refused with its reason and leaves nothing behind", "[worker]")
{
    Desk desk;
    const auto faultOf = [&](const QString &path) { return desk.decode(path).error().fault; };
    CHECK(faultOf(desk.outside.filePath(u"none.pdf"_s)) == Fault::FileMissing);
    CHECK(faultOf(desk.file(u"empty.pdf"_s, {})) == Fault::FileEmpty);
    CHECK(faultOf(desk.file(u"text.pdf"_s, "Kính gửi: Sở Xây dựng")) == Fault::FileUnreadable);
    CHECK(faultOf(desk.file(u"cut.pdf"_s, "%PDF-1.7\n1 0 obj")) == Fault::FileUnreadable);
    CHECK(faultOf(desk.file(u"many.pdf"_s, pdf(201, "0 0 595 842"))) == Fault::FileTooLarge);
    CHECK(faultOf(desk.file(u"huge.pdf"_s, pdf(1, "0 0 14400 14400"))) == Fault::FileTooLarge);
    CHECK(desk.isSpoolEmpty());
}

TEST_CASE("a file of more than 100 MB is refused unopened", "[worker]")
{
    Desk desk;
    const QString path = desk.file(u"large.pdf"_s, "%PDF-1.4\n");
    REQUIRE(QFile::resize(path, 100LL * 1024 * 1024 + 1));
    CHECK(desk.decode(path).error().fault == Fault::FileTooLarge);
    CHECK(desk.isSpoolEmpty());
}

TEST_CASE("a picture bomb is refused by its header, at once", "[worker]")
{
    Desk desk;
    const QString bomb = desk.outside.filePath(u"bomb.png"_s);
    writeBomb(bomb, 40'000);
    REQUIRE(QFile(bomb).size() < 2'000'000);
    QElapsedTimer timer;
    timer.start();
    const auto sides = desk.decode(bomb);
    REQUIRE_FALSE(sides);
    CHECK(sides.error().fault == Fault::FileTooLarge);
    CHECK(sides.error().subject == u"40000 × 40000"_s);
    CHECK(timer.elapsed() < 5'000);
    CHECK(desk.isSpoolEmpty());
}

TEST_CASE("a PDF of too many pages, and one with a password, are told apart from a broken one",
          "[worker]")
{
    Desk desk;
    const auto many = desk.decode(desk.file(u"many.pdf"_s, pdf(2'000, "0 0 595 842")));
    REQUIRE_FALSE(many);
    CHECK(many.error().fault == Fault::FileTooLarge);
    CHECK(many.error().subject == u"2000 pages, 200 at most"_s);

    QByteArray locked = pdf(1, "0 0 595 842");
    const QByteArray key = "<" + QByteArray(64, '0') + ">";
    locked.replace("/Root 1 0 R", "/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O" +
                                      key + "/U" + key + "/P -4>>");
    CHECK(desk.decode(desk.file(u"locked.pdf"_s, locked)).error().fault == Fault::FileEncrypted);
    CHECK(desk.isSpoolEmpty());
}

TEST_CASE("one page that cannot be opened does not stop the others", "[worker]")
{
    Desk desk;
    QByteArray mixed = pdf(3, "0 0 595 842");
    const QByteArray box = "MediaBox[0 0 595 842]";
    const auto second = mixed.indexOf(box, mixed.indexOf(box) + 1);
    mixed.replace(second, box.size(), "MediaBox[0 0 14400 14400]");
    const QString file = desk.file(u"mixed.pdf"_s, mixed);
    std::vector<Expected<DecodedSide>> sides;
    CHECK(desk.pool.decode(file, desk.spool.path(), 300,
                           [&](Expected<DecodedSide> side) { sides.push_back(std::move(side)); }));
    REQUIRE(sides.size() == 3);
    CHECK(sides[0]);
    REQUIRE_FALSE(sides[1]);
    CHECK(sides[1].error().fault == Fault::FileTooLarge);
    CHECK(sides[1].error().subject.startsWith(u"page 2"_s));
    REQUIRE(sides[2]);
    CHECK(QFile::exists(sides[2]->file));

    for (const auto &side : {sides[0], sides[2]})
        QFile::remove(side->file);
    CHECK_FALSE(desk.decode(file));  // all or none
    CHECK(desk.isSpoolEmpty());
}
