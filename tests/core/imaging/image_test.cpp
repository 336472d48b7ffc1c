#include "core/imaging/image.h"

#include "core/imaging/jpeg.h"
#include "core/imaging/raw_pnm_image.h"
#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace station;
using namespace station::imaging;
using namespace station::imaging::test;

namespace {

QString fileWith(const QTemporaryDir &dir, const QString &name, const QByteArray &bytes)
{
    QFile file(dir.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return file.fileName();
}

}  // namespace

TEST_CASE("a raw side keeps every pixel, in gray and in colour", "[imaging]")
{
    const QTemporaryDir dir;
    for (const bool colour : {false, true}) {
        const Image image = withBox(sheet(colour), {10, 20, 3, 3}, colour ? 0x11223300U : 0x44U);
        const auto again =
            loadImage(fileWith(dir, QStringLiteral("side.pnm"), rawPnmOf(image)), 200);
        REQUIRE(again);
        CHECK(again->dpi() == 200);
        CHECK(again->isGray() != colour);
        l_int32 same = 0;
        pixEqual(image.pix(), again->pix(), &same);
        CHECK(same == 1);
    }
}

TEST_CASE("the JPEG says its real resolution and stays gray when it was", "[imaging]")
{
    const QTemporaryDir dir;
    for (const bool colour : {false, true}) {
        const auto jpeg = jpegOf(Image(pixCopy(nullptr, sheet(colour).pix()), 217), 75);
        REQUIRE(jpeg);
        const auto again = loadImage(fileWith(dir, QStringLiteral("a.jpg"), *jpeg), 300);
        REQUIRE(again);
        CHECK(again->dpi() == 217);
        CHECK(again->isGray() != colour);
        CHECK(again->width() == 874);
    }
}

TEST_CASE("colours keep their channels in the JPEG", "[imaging]")
{
    const QTemporaryDir dir;
    const auto jpeg = jpegOf(withBox(sheet(true), {100, 100, 200, 200}, 0xd0204000U), 90);
    REQUIRE(jpeg);
    const auto again = loadImage(fileWith(dir, QStringLiteral("a.jpg"), *jpeg), 300);
    REQUIRE(again);
    l_int32 red = 0;
    l_int32 green = 0;
    l_int32 blue = 0;
    pixGetRGBPixel(again->pix(), 200, 200, &red, &green, &blue);
    CHECK(std::abs(red - 0xd0) < 8);
    CHECK(std::abs(green - 0x20) < 8);
    CHECK(std::abs(blue - 0x40) < 8);
}

TEST_CASE("files that are no image are told apart", "[imaging]")
{
    const QTemporaryDir dir;
    CHECK(loadImage(dir.filePath(QStringLiteral("none.png")), 300).error().fault ==
          Fault::FileMissing);
    CHECK(loadImage(fileWith(dir, QStringLiteral("empty.png"), {}), 300).error().fault ==
          Fault::FileEmpty);
    CHECK(loadImage(fileWith(dir, QStringLiteral("text.png"), "xin chào"), 300).error().fault ==
          Fault::FileUnreadable);
    CHECK(loadImage(fileWith(dir, QStringLiteral("cut.pnm"), "P6\n100 100\n255\nabc"), 300)
              .error()
              .fault == Fault::FileUnreadable);
}

TEST_CASE("an image larger than a sheet is refused before it is decoded", "[imaging]")
{
    const QTemporaryDir dir;
    const auto image =
        loadImage(fileWith(dir, QStringLiteral("a.pnm"), "P5\n20000 20000\n255\n"), 300);
    REQUIRE_FALSE(image);
    CHECK(image.error().fault == Fault::FileTooLarge);
    CHECK(image.error().subject == QStringLiteral("20000 × 20000"));
}

TEST_CASE("every page of a TIFF is seen", "[imaging]")
{
    const QTemporaryDir dir;
    const QByteArray path = QFile::encodeName(dir.filePath(QStringLiteral("fax.tif")));
    const PixPointer first(pixCreate(100, 50, 1));
    const PixPointer second(pixCreate(100, 80, 1));
    REQUIRE(pixWriteTiff(path.constData(), first.get(), IFF_TIFF_G4, "w") == 0);
    REQUIRE(pixWriteTiff(path.constData(), second.get(), IFF_TIFF_G4, "a") == 0);
    CHECK(pageCountOf(QString::fromUtf8(path)) == 2);
    const auto image = loadImage(QString::fromUtf8(path), 300, 1);
    REQUIRE(image);
    CHECK(image->height() == 80);
    CHECK(image->isGray());
}

TEST_CASE("a picture smaller than any paper or longer than any scanner is refused", "[imaging]")
{
    const QTemporaryDir dir;
    const auto faultOf = [&](const QByteArray &header) {
        return loadImage(fileWith(dir, QStringLiteral("a.pnm"), header), 300).error().fault;
    };
    CHECK(faultOf("P5\n1 1\n255\n0") == Fault::FileTooSmall);
    CHECK(faultOf("P5\n2000 3\n255\n0") == Fault::FileTooSmall);
    CHECK(faultOf("P5\n20000 100\n255\n") == Fault::FileTooLarge);
}

TEST_CASE("a JPEG that ends early is no page", "[imaging]")
{
    const QTemporaryDir dir;
    QFile letter(QStringLiteral(STATION_FIXTURES_DIR "/papers/letter_200dpi.jpg"));
    REQUIRE(letter.open(QIODevice::ReadOnly));
    const QByteArray whole = letter.readAll();
    for (const double share : {0.3, 0.7, 0.99}) {
        const auto size = static_cast<qsizetype>(share * static_cast<double>(whole.size()));
        const auto image = loadImage(fileWith(dir, QStringLiteral("a.jpg"), whole.left(size)), 300);
        REQUIRE_FALSE(image);
        CHECK(image.error().fault == Fault::FileUnreadable);
    }
}

TEST_CASE("a resolution that cannot be is put right by the size of the sheet", "[imaging]")
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("a.png"));
    const auto dpiOf = [&](int width, int height, int claimed) {
        const PixPointer pix(pixCreate(width, height, 1));
        pixSetResolution(pix.get(), claimed, claimed);
        REQUIRE(pixWrite(QFile::encodeName(file).constData(), pix.get(), IFF_PNG) == 0);
        return loadImage(file, 300)->dpi();
    };
    for (const int claimed : {0, 1, 72, 96, 30000})
        CHECK(dpiOf(1654, 2339, claimed) == 200);
    CHECK(dpiOf(1654, 2339, 240) == 240);
    CHECK(dpiOf(1000, 1000, 72) == 300);
}

TEST_CASE("four inks, 16 bits, a palette and transparency become plain pixels", "[imaging]")
{
    const QTemporaryDir dir;
    const QByteArray path = QFile::encodeName(dir.filePath(QStringLiteral("a.tif")));
    const auto loaded = [&] { return loadImage(QFile::decodeName(path), 300); };

    PixPointer deep(pixCreate(100, 80, 16));
    pixSetAllArbitrary(deep.get(), 0x8000);
    REQUIRE(pixWriteTiff(path.constData(), deep.get(), IFF_TIFF_LZW, "w") == 0);
    CHECK(levelAt(*loaded(), 50, 40) == 0x80);

    PixPointer clear(pixCreate(100, 80, 32));
    pixSetSpp(clear.get(), 4);  // black, fully transparent: seen on white paper
    REQUIRE(pixWrite(path.constData(), clear.get(), IFF_PNG) == 0);
    CHECK(levelAt(*loaded(), 50, 40) == 255);

    PixPointer colours(pixCreate(100, 80, 8));
    PixColormap *map = pixcmapCreate(8);
    pixcmapAddColor(map, 200, 10, 20);
    pixSetColormap(colours.get(), map);
    REQUIRE(pixWrite(path.constData(), colours.get(), IFF_PNG) == 0);
    CHECK_FALSE(loaded()->isGray());
    CHECK(levelAt(*loaded(), 50, 40) == 200);

    const auto fourInks =
        loadImage(QStringLiteral(STATION_FIXTURES_DIR "/papers/four_inks.jpg"), 300);
    REQUIRE(fourInks);
    CHECK(levelAt(*fourInks, 30, 30) > 180);  // red
    CHECK(levelAt(*fourInks, 90, 30) > 240);  // white
    CHECK(levelAt(*fourInks, 30, 90) < 40);   // black
}
