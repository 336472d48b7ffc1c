#include "core/pdf/pdfa_writer.h"

#include "core/base/durable_file.h"
#include "tests/core/pdf/sample_jpeg.h"
#include "tests/support/catch.h"

#include <QProcess>
#include <QRegularExpression>
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

TEST_CASE("a page has the size of the paper and the picture its real resolution", "[pdf]")
{
    const QTemporaryDir dir;
    const QString path = written(dir, twoPages(), TextLayer::None);
    const QString info = output(u"pdfinfo"_s, {u"-f"_s, u"1"_s, u"-l"_s, u"2"_s, path});
    const QRegularExpression size(u"Page +\\d+ size: +([\\d.]+) x ([\\d.]+) pts"_s);
    auto matches = size.globalMatch(info);
    int pages = 0;
    for (; matches.hasNext(); ++pages) {
        const auto match = matches.next();
        CHECK(std::abs(match.captured(1).toDouble() / 72 * 25.4 - 210.0) < 0.5);
        CHECK(std::abs(match.captured(2).toDouble() / 72 * 25.4 - 297.0) < 0.5);
    }
    CHECK(pages == 2);

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
}

}  // namespace station::pdf
