#include "core/imaging/image.h"

#include "core/imaging/jpeg.h"
#include "core/imaging/raw_pnm.h"
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
