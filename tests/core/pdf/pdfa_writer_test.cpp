#include "core/pdf/pdfa_writer.h"

#include "core/base/durable_file.h"
#include "core/imaging/image.h"
#include "core/imaging/layered_mask.h"
#include "core/pdf/pdfa_document.h"
#include "tests/core/pdf/sample_jpeg.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSizeF>
#include <QTemporaryDir>

#include <cmath>

namespace station::pdf {

using namespace Qt::StringLiterals;

namespace {

const PdfInfo sampleInfo{.title = u"Giấy khám sức khỏe"_s,
                         .producer = u"Trạm Số hóa 0.1"_s,
                         .createdAtMs = 1721007012000};  // 2024-07-15 08:30:12 in Vietnam

PdfPage a4(SampleKind kind = SampleKind::Colour, int dpi = 300)
{
    return {.jpeg = sampleJpeg(2480 * dpi / 300, 3508 * dpi / 300, kind), .dpi = dpi};
}

std::vector<PdfPage> twoPages()
{
    PdfPage first = a4();
    first.words = {
        {u"Độc"_s, {300, 400, 80, 50}, 0},
        {u"lập"_s, {395, 402, 75, 48}, 0},
        {u"-"_s, {485, 425, 18, 8}, 0},
        {u"Tự"_s, {518, 400, 60, 52}, 0},
        {u"do"_s, {593, 402, 55, 45}, 0},
        {u"Hạnh phúc"_s.normalized(QString::NormalizationForm_D), {300, 480, 300, 50}, 1}};
    return {first, a4(SampleKind::Gray, 200)};
}

QString written(const QTemporaryDir &dir, const std::vector<PdfPage> &pages, TextLayer layer)
{
    const QString path = dir.filePath(u"copy.pdf"_s);
    REQUIRE(writePdfA(path, pages, sampleInfo, layer));
    return path;
}

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(30000));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// The objects as text. Compressed data, lengths, offsets and the hash-based id
/// depend on library versions and are left out.
QString structure(QByteArray pdf)
{
    QByteArray dump;
    qsizetype at = 0;
    while (at < pdf.size()) {
        const qsizetype start = pdf.indexOf(">>\nstream\n", at);
        if (start < 0)
            break;
        const qsizetype data = start + 10;
        const qsizetype end = pdf.indexOf("\nendstream\n", data);
        const QByteArray head = pdf.sliced(at, data - at);
        const bool readable = !head.sliced(head.lastIndexOf(" obj\n")).contains("/Filter");
        dump += head + (readable ? pdf.sliced(data, end - data) : QByteArray("…"));
        at = end;
    }
    dump += pdf.sliced(at);
    QString text = QString::fromUtf8(dump.replace("\xE2\xE3\xCF\xD3", "(binary)"));
    text.replace(QRegularExpression(u"/Length (\\d+)"_s), u"/Length n"_s);
    text.replace(QRegularExpression(u"/ID \\[<([0-9A-F]{32})> <\\1>\\]"_s), u"/ID [<id> <id>]"_s);
    text.replace(QRegularExpression(u"\\d{10} 00000 n"_s), u"offset 00000 n"_s);
    text.replace(QRegularExpression(u"startxref\n\\d+"_s), u"startxref\noffset"_s);
    text.replace(QRegularExpression(u"\n {1024}\n"_s), u"\n(padding)\n"_s);
    return text;
}

}  // namespace

TEST_CASE("the structure of a copy with text is the reviewed one", "[pdf]")
{
    const auto pdf = pdfA(twoPages(), sampleInfo, TextLayer::Embedded);
    REQUIRE(pdf);
    const QString dump = structure(*pdf);
    if (qEnvironmentVariableIsSet("STATION_UPDATE_GOLDEN"))
        REQUIRE(writeDurably(QStringLiteral(GOLDEN_FILE), dump.toUtf8()));
    CHECK(dump == QString::fromUtf8(readWhole(QStringLiteral(GOLDEN_FILE)).value_or(QByteArray())));
}

TEST_CASE("the same pages give the same bytes", "[pdf]")
{
    CHECK(pdfA(twoPages(), sampleInfo, TextLayer::Embedded).value() ==
          pdfA(twoPages(), sampleInfo, TextLayer::Embedded).value());
}

TEST_CASE("a copy passes the check of an outside reader", "[pdf]")
{
    const QTemporaryDir dir;
    const auto layer = GENERATE(TextLayer::None, TextLayer::Embedded);
    const QString path = written(dir, twoPages(), layer);
    const QString report = output(u"qpdf"_s, {u"--check"_s, path});
    CHECK(report.contains(u"No syntax or stream encoding errors found"_s));
}

TEST_CASE("a page has the size of its paper at every resolution", "[pdf]")
{
    const QTemporaryDir dir;
    const std::vector<QSizeF> papersMm{
        {210.0, 297.0}, {85.6, 53.98}, {148.5, 210.0}, {215.9, 355.6}};
    std::vector<PdfPage> pages;
    for (const int dpi : {72, 96, 150, 199, 200, 240, 300, 301, 400}) {
        for (const QSizeF &paper : papersMm)
            pages.push_back(
                {.jpeg = sampleJpeg(qRound(paper.width() / 25.4 * dpi),
                                    qRound(paper.height() / 25.4 * dpi), SampleKind::Gray),
                 .dpi = dpi});
    }
    const QString path = written(dir, pages, TextLayer::None);
    const QString info = output(u"pdfinfo"_s, {u"-f"_s, u"1"_s, u"-l"_s, u"99"_s, path});
    const QRegularExpression size(u"Page +\\d+ size: +([\\d.]+) x ([\\d.]+) pts"_s);
    auto matches = size.globalMatch(info);
    std::size_t page = 0;
    for (; matches.hasNext(); ++page) {
        const auto match = matches.next();
        const QSizeF &paper = papersMm[page % papersMm.size()];
        CHECK(std::abs(match.captured(1).toDouble() / 72 * 25.4 - paper.width()) < 0.5);
        CHECK(std::abs(match.captured(2).toDouble() / 72 * 25.4 - paper.height()) < 0.5);
    }
    CHECK(page == pages.size());
}

TEST_CASE("a picture in the copy has its real resolution", "[pdf]")
{
    const QTemporaryDir dir;
    const QString path = written(dir, twoPages(), TextLayer::None);
    const QStringList images = output(u"pdfimages"_s, {u"-list"_s, path}).split(u'\n').mid(2, 2);
    CHECK(images.at(0).simplified().section(u' ', 12, 13) == u"300 300"_s);
    CHECK(images.at(1).simplified().section(u' ', 12, 13) == u"200 200"_s);
}

TEST_CASE("the JPEG in the copy is the captured one, byte for byte", "[pdf]")
{
    const QTemporaryDir dir;
    const std::vector<PdfPage> pages = twoPages();
    const QString path = written(dir, pages, TextLayer::None);
    output(u"pdfimages"_s, {u"-j"_s, path, dir.filePath(u"side"_s)});
    CHECK(readWhole(dir.filePath(u"side-000.jpg"_s)).value() == pages[0].jpeg);
    CHECK(readWhole(dir.filePath(u"side-001.jpg"_s)).value() == pages[1].jpeg);
}

TEST_CASE("without a text layer nothing recognized is in the copy", "[pdf]")
{
    const QTemporaryDir dir;
    const QString path = written(dir, twoPages(), TextLayer::None);
    CHECK(output(u"pdftotext"_s, {path, u"-"_s}).trimmed().isEmpty());
}

TEST_CASE("an embedded text layer reads back as NFC Vietnamese with its blanks", "[pdf]")
{
    const QTemporaryDir dir;
    const QString path = written(dir, twoPages(), TextLayer::Embedded);
    const QString text = output(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    CHECK(text.contains(u"Độc lập - Tự do"_s));
    CHECK(text.contains(u"Hạnh phúc"_s));
}

TEST_CASE("search finds each word where it stands, in rows of any make", "[pdf]")
{
    const QTemporaryDir dir;
    PdfPage page = a4();
    page.words = {
        {u"UỶ"_s, {265, 181, 90, 58}, 0},  // gap smaller than a blank
        {u"BAN"_s, {363, 183, 150, 56}, 0},
        {u"CỘNG"_s, {1300, 211, 160, 58}, 0},  // the other column stands lower
        {u"HÒA"_s, {1475, 211, 120, 58}, 0},
        {u"Diện"_s, {300, 400, 110, 45}, 1},
        {u"tích:"_s, {425, 402, 90, 43}, 1},
        {u"42"_s, {535, 402, 50, 43}, 1},
        {u"m"_s, {600, 415, 40, 30}, 1},
        {u"2"_s, {641, 396, 16, 22}, 1},       // superscript
        {u"TỔNG"_s, {300, 600, 300, 110}, 2},  // a row of large print
        {u"1."_s, {300, 900, 35, 40}, 3},      // a table
        {u"Xe"_s, {700, 900, 60, 40}, 3},
        {u"29A-123.45"_s, {1500, 902, 260, 38}, 3},
    };
    const QString path = written(dir, {page}, TextLayer::Embedded);

    QStringList wanted;
    for (const PdfWord &word : page.words)
        wanted << word.text;
    CHECK(
        output(u"pdftotext"_s, {u"-raw"_s, path, u"-"_s}).simplified().replace(u"m 2"_s, u"m2"_s) ==
        wanted.join(u' ').replace(u"m 2"_s, u"m2"_s));

    const QString html = output(u"pdftotext"_s, {u"-bbox"_s, path, u"-"_s});
    for (const PdfWord &word : page.words) {
        if (word.line == 1)
            continue;  // the superscript may be one word with what it belongs to
        const QRegularExpression place(
            u"xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">%1<"_s
                .arg(QRegularExpression::escape(word.text)));
        const auto match = place.match(html);
        REQUIRE(match.hasMatch());
        const auto pixels = [&match](int part) {
            return match.captured(part).toDouble() * 300 / 72;
        };
        CHECK(pixels(1) == Approx(word.box.left()).margin(2));
        CHECK(pixels(3) == Approx(word.box.right()).margin(3));
        CHECK(pixels(4) == Approx(word.box.bottom()).margin(2));
        CHECK(pixels(2) == Approx(word.box.top()).margin(3));
    }
}

TEST_CASE("a layered page shows paper, patches and print, each in its place", "[pdf]")
{
    const QTemporaryDir dir;
    const auto boxed = [](Pix *pix, QRect at, l_uint32 value) {
        for (int y = at.top(); y <= at.bottom(); ++y) {
            for (int x = at.left(); x <= at.right(); ++x)
                pixSetPixel(pix, x, y, value);
        }
    };
    const imaging::PixPointer mask(pixCreate(1240, 1754, 1));
    boxed(mask.get(), {100, 100, 300, 50}, 1);
    PdfPage page{.dpi = 150};
    page.layers = imaging::LayeredPicture{
        .size = QSize(1240, 1754),
        .dpi = 150,
        .mask = imaging::jbig2Of(mask.get()),
        .ink = {40, 38, 42},
        .paper = {250, 222, 188},
        .patches = {{QRect(600, 800, 200, 100), sampleJpeg(100, 50, SampleKind::Gray)}}};
    page.words = {{u"Chữ"_s, {100, 100, 300, 50}, 0}};
    const QString path = written(dir, {page, a4()}, TextLayer::Embedded);

    CHECK(output(u"qpdf"_s, {u"--check"_s, path}).contains(u"No syntax or stream"_s));
    const QStringList images = output(u"pdfimages"_s, {u"-list"_s, path}).split(u'\n').mid(2);
    CHECK(images.at(0).simplified().startsWith(u"1 0 image 100 50 gray 1 8 jpeg"_s));
    CHECK(images.at(1).simplified().startsWith(u"1 1 stencil 1240 1754 - 1 1 jbig2"_s));
    CHECK(images.at(1).simplified().section(u' ', 12, 13) == u"150 150"_s);
    CHECK(output(u"pdftotext"_s, {path, u"-"_s}).contains(u"Chữ"_s));

    output(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-f"_s, u"1"_s, u"-l"_s, u"1"_s, u"-singlefile"_s,
                           path, dir.filePath(u"page"_s)});
    const auto shown = imaging::loadImage(dir.filePath(u"page.ppm"_s), 150);
    REQUIRE(shown);
    CHECK(std::abs(shown->width() - 1240) <= 1);
    const auto colorAt = [&shown](int x, int y) {
        l_uint32 color = 0;
        pixGetPixel(shown->pix(), x, y, &color);
        return color >> 8;
    };
    CHECK(colorAt(20, 20) == 0xFADEBC);
    CHECK(colorAt(250, 125) == 0x28262A);
    CHECK(colorAt(90, 125) == 0xFADEBC);
    CHECK((colorAt(700, 805) & 0xFF) == Approx(204).margin(6));  // the gradient is darker above
    CHECK((colorAt(700, 895) & 0xFF) == Approx(247).margin(6));
}

TEST_CASE("a layered page with a damaged patch is refused", "[pdf]")
{
    PdfPage page{.dpi = 150};
    page.layers = imaging::LayeredPicture{
        .size = QSize(1240, 1754), .dpi = 150, .mask = "x", .patches = {{QRect(0, 0, 8, 8), "y"}}};
    CHECK(pdfA({page}, sampleInfo).error().fault == Fault::FileUnreadable);
}

TEST_CASE("metadata and document information tell the same time in Vietnam", "[pdf]")
{
    const QByteArray pdf = pdfA({a4()}, sampleInfo).value();
    CHECK(pdf.contains("/CreationDate (D:20240715083012+07'00')"));
    CHECK(pdf.contains("/ModDate (D:20240715083012+07'00')"));
    CHECK(pdf.contains("<xmp:CreateDate>2024-07-15T08:30:12+07:00</xmp:CreateDate>"));
    CHECK(pdf.contains("<xmp:ModifyDate>2024-07-15T08:30:12+07:00</xmp:ModifyDate>"));
    CHECK_FALSE(pdf.contains("/Rotate"));
    CHECK_FALSE(pdf.contains("/AcroForm"));
    CHECK_FALSE(pdf.contains("/ObjStm"));
}

TEST_CASE("a page that cannot be embedded is refused by its number", "[pdf]")
{
    CHECK(pdfA({}, sampleInfo).error().fault == Fault::InvalidInput);
    const auto notJpeg = pdfA({a4(), {.jpeg = "P6 1 1 255 ", .dpi = 300}}, sampleInfo);
    REQUIRE_FALSE(notJpeg);
    CHECK(notJpeg.error().fault == Fault::FileUnreadable);
    CHECK(notJpeg.error().subject == u"page 2"_s);
    CHECK(pdfA({{.jpeg = a4().jpeg, .dpi = 0}}, sampleInfo).error().fault == Fault::InvalidInput);
    // ISO 19005-2, 6.1.13: 3 to 14,400 points
    CHECK(pdfA({{.jpeg = a4().jpeg, .dpi = 10}}, sampleInfo).error().fault == Fault::InvalidInput);
    const QByteArray point = sampleJpeg(1, 1, SampleKind::Gray);
    CHECK(pdfA({{.jpeg = point, .dpi = 300}}, sampleInfo).error().fault == Fault::InvalidInput);
}

TEST_CASE("a copy appears with its last page or not at all", "[pdf]")
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"copy.pdf"_s);
    const auto everything = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    {
        auto file = PdfAFile::begin(path, sampleInfo);
        REQUIRE(file);
        REQUIRE(file->add(a4()));
        CHECK_FALSE(QFileInfo::exists(path));
    }
    CHECK(QDir(dir.path()).entryList(everything).isEmpty());

    auto file = PdfAFile::begin(path, sampleInfo);
    REQUIRE(file);
    CHECK(file->finish().error().fault == Fault::InvalidInput);
    CHECK_FALSE(file->add({.jpeg = "P6 1 1 255 ", .dpi = 300}));
    REQUIRE(file->add(a4()));
    REQUIRE(file->finish());
    CHECK(QDir(dir.path()).entryList(everything) == QStringList{u"copy.pdf"_s});
    CHECK(readWhole(path).value() == pdfA({a4()}, sampleInfo).value());
    CHECK(QFile::permissions(path).testAnyFlags(QFileDevice::ReadGroup | QFileDevice::ReadOther) ==
          false);
}

TEST_CASE("a full disk ends the copy with the fault that says so", "[pdf]")
{
    QFile full(u"/dev/full"_s);
    REQUIRE(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    PdfADocument document(full, sampleInfo, TextLayer::None);
    CHECK(document.add(a4()).error().fault == Fault::StorageFull);
}

}  // namespace station::pdf
