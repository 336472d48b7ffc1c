#include "scanner/vscan/render.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QFile>

#include <turbojpeg.h>

using namespace station::scanner::testing;
using namespace Qt::StringLiterals;
using vscan::Area;
using vscan::Mode;
using Bytes = std::vector<std::uint8_t>;

namespace {

/// 4 × 2 pixels at 254 dpi, so that a pixel is a tenth of a millimetre.
const vscan::Picture small{4, 2, 254, {0,  0,  0,  40,  40,  40,  255, 0,   0, 255, 255, 255,  //
                                       80, 80, 80, 120, 120, 120, 0,   255, 0, 0,   0,   255}};

std::filesystem::path pathOf(const QString &name)
{
    return QFile::encodeName(name).toStdString();
}

}  // namespace

TEST_CASE("at its own resolution a picture is copied unchanged", "[vscan]")
{
    const auto frame = render(small, {0, 0, 0.4, 0.2}, 254, Mode::Color);
    CHECK(frame.width == 4);
    CHECK(frame.height == 2);
    CHECK(frame.bytes == small.rgb);
}

TEST_CASE("a coarser scan averages the pixels that it covers", "[vscan]")
{
    const auto frame = render(small, {0, 0, 0.4, 0.2}, 127, Mode::Gray);
    CHECK(frame.width == 2);
    CHECK(frame.height == 1);
    CHECK(frame.bytes.at(0) == 60);
}

TEST_CASE("a scan of a part begins there, and beside the picture is white", "[vscan]")
{
    const auto frame = render(small, {0.3, 0.1, 0.5, 0.3}, 254, Mode::Color);
    CHECK(frame.bytes == Bytes{0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255});
}

TEST_CASE("line art has black as 1", "[vscan]")
{
    const auto frame = render(small, {0, 0, 0.4, 0.2}, 254, Mode::Lineart);
    CHECK(frame.bytesPerLine == 1);
    CHECK(frame.bytes == Bytes{0b1110'0000, 0b1101'0000});
}

TEST_CASE("a file is read with the resolution that it states", "[vscan]")
{
    const QTemporaryDir dir;
    const QString png = dir.filePath(u"page.png"_s);
    writePng(png, pagePixels(1), pageWidth, pageHeight, 300);
    const auto picture = vscan::loadPicture(pathOf(png));
    REQUIRE(picture);
    CHECK(picture->dpi == 300);
    CHECK(picture->width == pageWidth);
    const QByteArray rgb(reinterpret_cast<const char *>(picture->rgb.data()),
                         static_cast<qsizetype>(picture->rgb.size()));
    CHECK((rgb == pagePixels(1)));

    // A JPEG whose JFIF header says 200 dots per inch.
    auto *encoder = tjInitCompress();
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    REQUIRE(tjCompress2(encoder, small.rgb.data(), 4, 0, 2, TJPF_RGB, &bytes, &size, TJSAMP_444, 95,
                        0) == 0);
    QByteArray jpeg(reinterpret_cast<char *>(bytes), static_cast<qsizetype>(size));
    tjFree(bytes);
    tjDestroy(encoder);
    jpeg[13] = 1;
    jpeg[14] = 0;
    jpeg[15] = static_cast<char>(200);
    QFile file(dir.filePath(u"page.jpg"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(jpeg);
    file.close();
    const auto photo = vscan::loadPicture(pathOf(file.fileName()));
    REQUIRE(photo);
    CHECK(photo->dpi == 200);
    CHECK(photo->height == 2);
}

TEST_CASE("a damaged file is no picture", "[vscan]")
{
    const QTemporaryDir dir;
    const QString name = dir.filePath(u"page.png"_s);
    writePng(name, pagePixels(1), pageWidth, pageHeight, 300);
    QFile file(name);
    REQUIRE(file.resize(file.size() / 2));
    CHECK_FALSE(vscan::loadPicture(pathOf(name)));
    REQUIRE(file.resize(0));
    CHECK_FALSE(vscan::loadPicture(pathOf(name)));
    CHECK_FALSE(vscan::loadPicture(pathOf(dir.filePath(u"missing.png"_s))));
}
