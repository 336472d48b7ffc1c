#include "tests/e2e/odd_pictures.h"

#include "tests/e2e/station_under_test.h"
#include "tests/support/catch.h"

#include <QDataStream>
#include <QFile>
#include <QFileInfo>

#include <leptonica/allheaders.h>
#include <turbojpeg.h>

#include <cmath>
#include <memory>
#include <numbers>
#include <vector>
#include <zlib.h>

namespace station::e2e {
namespace {

using namespace Qt::StringLiterals;

struct PixDestroyer {
    void operator()(Pix *pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<Pix, PixDestroyer>;

const QString wholeLetter = QStringLiteral(STATION_FIXTURES_DIR "/papers/letter_200dpi.jpg");
constexpr int letterDpi = 200;
constexpr int letterHeight = 900;

PixPointer readPicture(const QString &path)
{
    PixPointer pix(pixRead(QFile::encodeName(path).constData()));
    REQUIRE(pix);
    return pix;
}

PixPointer upperLetter()
{
    const auto whole = readPicture(wholeLetter);
    Box *upper = boxCreate(0, 0, pixGetWidth(whole.get()), letterHeight);
    PixPointer pix(pixClipRectangle(whole.get(), upper, nullptr));
    boxDestroy(&upper);
    pixSetResolution(pix.get(), letterDpi, letterDpi);
    return pix;
}

QString write(Pix *pix, const QString &path)
{
    const QByteArray file = QFile::encodeName(path);
    const QString ending = QFileInfo(path).suffix();
    if (ending == u"jpg")
        REQUIRE(pixWriteJpeg(file.constData(), pix, 90, 0) == 0);
    else
        REQUIRE(pixWrite(file.constData(), pix,
                         ending == u"png"   ? IFF_PNG
                         : ending == u"tif" ? IFF_TIFF_LZW
                                            : IFF_PNM) == 0);
    return path;
}

PixPointer turnedPix(Pix *pix, int turnDeg, double skewDeg)
{
    PixPointer turned(pixRotateOrth(pix, turnDeg / 90));
    const int dpi = pixGetXRes(pix);
    if (skewDeg != 0) {
        // Room for the corners, as a scanner's glass has.
        const int border = turned->w / 20;
        PixPointer wide(pixAddBorderGeneral(turned.get(), border, border, border, border, 0));
        pixSetBorderVal(wide.get(), border, border, border, border, 0xffffff00);
        turned.reset(pixRotate(wide.get(), static_cast<float>(skewDeg * std::numbers::pi / 180),
                               L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
    }
    pixSetResolution(turned.get(), dpi, dpi);
    return turned;
}

QByteArray pngChunk(const QByteArray &kind, const QByteArray &data)
{
    QByteArray chunk;
    QDataStream out(&chunk, QIODevice::WriteOnly);
    const QByteArray body = kind + data;
    out << static_cast<quint32>(data.size());
    out.writeRawData(body.constData(), static_cast<int>(body.size()));
    out << static_cast<quint32>(crc32(0, reinterpret_cast<const Bytef *>(body.constData()),
                                      static_cast<uInt>(body.size())));
    return chunk;
}

}  // namespace

QString OddPictures::bytes(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
    return path(name);
}

QString OddPictures::letter(const QString &name, int turnDeg, double skewDeg) const
{
    return write(turnedPix(upperLetter().get(), turnDeg, skewDeg).get(), path(name));
}

QString OddPictures::turned(const QString &picture, const QString &name, int turnDeg,
                            double skewDeg) const
{
    return write(turnedPix(readPicture(picture).get(), turnDeg, skewDeg).get(), path(name));
}

QString OddPictures::letter16Bit(const QString &name) const
{
    const PixPointer gray(pixConvertTo8(upperLetter().get(), 0));
    PixPointer fine(pixCreate(pixGetWidth(gray.get()), pixGetHeight(gray.get()), 16));
    pixSetResolution(fine.get(), letterDpi, letterDpi);
    for (int y = 0; y < pixGetHeight(gray.get()); ++y) {
        for (int x = 0; x < pixGetWidth(gray.get()); ++x) {
            l_uint32 value = 0;
            pixGetPixel(gray.get(), x, y, &value);
            pixSetPixel(fine.get(), x, y, value * 257);
        }
    }
    return write(fine.get(), path(name));
}

QString OddPictures::letterCmyk(const QString &name) const
{
    const PixPointer gray(pixConvertTo8(upperLetter().get(), 0));
    const int width = pixGetWidth(gray.get());
    const int height = pixGetHeight(gray.get());
    // As printers' programs write it: every ink turned over, no ink is 255.
    std::vector<unsigned char> inks(
        static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 255);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            l_uint32 value = 0;
            pixGetPixel(gray.get(), x, y, &value);
            inks[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)) *
                     4 +
                 3] = static_cast<unsigned char>(value);
        }
    }
    unsigned char *jpeg = nullptr;
    unsigned long size = 0;
    tjhandle writer = tjInitCompress();
    REQUIRE(tjCompress2(writer, inks.data(), width, 0, height, TJPF_CMYK, &jpeg, &size, TJSAMP_444,
                        90, 0) == 0);
    const QByteArray content(reinterpret_cast<const char *>(jpeg), static_cast<qsizetype>(size));
    tjFree(jpeg);
    tjDestroy(writer);
    return bytes(name, content);
}

QString OddPictures::letterSaying(const QString &name, int dpi) const
{
    QFile file(letter(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QByteArray content = file.readAll();
    file.close();
    REQUIRE(content.mid(6, 4) == "JFIF");
    content[13] = 1;  // unit: dots per inch
    for (const int at : {14, 16}) {
        content[at] = static_cast<char>(dpi >> 8);
        content[at + 1] = static_cast<char>(dpi & 0xff);
    }
    return bytes(name, content);
}

QString OddPictures::letterCutAfter(const QString &name, double share) const
{
    QFile file(letter(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    file.close();
    return bytes(name, content.left(static_cast<qsizetype>(share * double(content.size()))));
}

QString OddPictures::plain(const QString &name, int width, int height, int gray) const
{
    const PixPointer pix(pixCreate(width, height, 8));
    pixSetAllArbitrary(pix.get(), static_cast<l_uint32>(gray));
    pixSetResolution(pix.get(), letterDpi, letterDpi);
    return write(pix.get(), path(name));
}

QString OddPictures::screenPhoto(const QString &name) const
{
    const auto letter = upperLetter();
    const PixPointer pix(pixConvertTo32(letter.get()));
    constexpr double gridPx = 2.7;
    for (int y = 0; y < pixGetHeight(pix.get()); ++y) {
        for (int x = 0; x < pixGetWidth(pix.get()); ++x) {
            int red = 0;
            int green = 0;
            int blue = 0;
            pixGetRGBPixel(pix.get(), x, y, &red, &green, &blue);
            const double dots =
                0.75 + 0.25 * std::sin(2 * std::numbers::pi * (x + 0.03 * y) / gridPx) *
                           std::sin(2 * std::numbers::pi * (y - 0.02 * x) / gridPx);
            const double bright = dots * (0.5 + 0.5 * x / pixGetWidth(pix.get()));
            pixSetRGBPixel(pix.get(), x, y, int(red * bright * 0.8), int(green * bright * 0.9),
                           int(blue * bright));
        }
    }
    pixSetResolution(pix.get(), 72, 72);
    return write(pix.get(), path(name));
}

QString OddPictures::pngBomb(const QString &name) const
{
    QByteArray size;
    QDataStream(&size, QIODevice::WriteOnly) << quint32{60'000} << quint32{60'000};
    return bytes(
        name, "\x89PNG\r\n\x1a\n" + pngChunk("IHDR", size + QByteArray("\x8\x2\0\0\0", 5)) +
                  pngChunk("IDAT", QByteArray("\x78\x9c\x3\0\0\0\0\1", 8)) + pngChunk("IEND", {}));
}

QString OddPictures::tiffBomb(const QString &name) const
{
    QByteArray content;
    QDataStream out(&content, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    constexpr quint16 shortType = 3;
    constexpr quint16 longType = 4;
    const std::vector<std::tuple<quint16, quint16, quint32>> tags{
        {256, longType, 60'000}, {257, longType, 60'000}, {258, shortType, 8},
        {259, shortType, 1},     {262, shortType, 1},     {273, longType, 8},
        {277, shortType, 1},     {278, longType, 60'000}, {279, longType, 4}};
    out.writeRawData("II*\0", 4);
    out << quint32{8} << static_cast<quint16>(tags.size());
    for (const auto &[tag, type, value] : tags)
        out << tag << type << quint32{1} << value;
    out << quint32{0};
    return bytes(name, content);
}

QString OddPictures::pdf(const QString &name, int pages) const
{
    QByteArray kids;
    QByteArray body;
    for (int i = 0; i < pages; ++i) {
        const QByteArray number = QByteArray::number(3 + i);
        kids += number + " 0 R ";
        body += number +
                " 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>>>\nendobj\n";
    }
    return bytes(name, "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n"
                       "<</Type/Pages/Kids[" +
                           kids + "]/Count " + QByteArray::number(pages) + ">>\nendobj\n" + body +
                           "trailer\n<</Root 1 0 R>>\n%%EOF\n");
}

QString OddPictures::encryptedPdf(const QString &name) const
{
    const QString open = pdf(name + u".open"_s, 1);
    const Run made = run(
        u"qpdf"_s, {u"--encrypt"_s, u"reader"_s, u"owner"_s, u"256"_s, u"--"_s, open, path(name)});
    REQUIRE((made.exitCode == 0 || made.exitCode == 3));  // 3: qpdf repaired the plain one
    QFile::remove(open);
    return path(name);
}

InkUnderWords inkUnderWords(const QString &picture, const QByteArray &table)
{
    const PixPointer gray(pixConvertTo8(readPicture(picture).get(), 0));
    const PixPointer ink(pixThresholdToBinary(gray.get(), 110));
    const PixPointer found(pixCreate(pixGetWidth(ink.get()), pixGetHeight(ink.get()), 1));
    InkUnderWords result;
    for (const auto &row : table.split('\n')) {
        const auto cells = row.split('\t');
        if (cells.size() < 12 || cells[0] != "5")
            continue;
        ++result.words;
        const int width = cells[8].toInt();
        const int height = cells[9].toInt();
        Box *box = boxCreate(cells[6].toInt(), cells[7].toInt(), width, height);
        const PixPointer part(pixClipRectangle(ink.get(), box, nullptr));
        boxDestroy(&box);
        int pixels = 0;
        if (part)
            pixCountPixels(part.get(), &pixels, nullptr);
        constexpr double leastInk = 0.05;
        result.onInk += pixels > leastInk * width * height ? 1 : 0;
        pixRasterop(found.get(), cells[6].toInt(), cells[7].toInt(), width, height, PIX_SET,
                    nullptr, 0, 0);
    }
    int all = 0;
    int under = 0;
    pixCountPixels(ink.get(), &all, nullptr);
    const PixPointer both(pixAnd(nullptr, ink.get(), found.get()));
    pixCountPixels(both.get(), &under, nullptr);
    result.shareOfInk = all > 0 ? double(under) / all : 0;
    return result;
}

}  // namespace station::e2e
