#include "core/pdf/separator_sheets.h"

#include "core/imaging/rotation.h"
#include "core/imaging/upright.h"
#include "core/pdf/printed_pdf.h"
#include "core/recognition/separator_finder.h"
#include "tests/support/catch.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace station;
using namespace station::pdf;
using namespace Qt::StringLiterals;

namespace {

const std::vector<SeparatorSheet> sheets{
    {.component = u"G04"_s,
     .title = u"G04 – Giấy khám sức khỏe của người lái xe"_s,
     .sentence = u"Đặt tờ này trước giấy tờ tương ứng trong tập."_s},
    {.title = u"Patch T"_s, .sentence = u"Đặt tờ này giữa hai giấy tờ."_s}};

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess tool;
    tool.start(program, arguments);
    REQUIRE(tool.waitForFinished());
    REQUIRE(tool.exitCode() == 0);
    return tool.readAllStandardOutput();
}

}  // namespace

TEST_CASE("printed and scanned again each sheet says what it is", "[pdf]")
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"sheets.pdf"_s);
    REQUIRE(writePrintedPdf(file, separatorSheets(sheets).value()));
    const int dpi = GENERATE(200, 300);
    outputOf(u"pdftoppm"_s, {u"-r"_s, QString::number(dpi), file, dir.filePath(u"page"_s)});
    for (const int page : {0, 1}) {
        const auto scan = imaging::loadImage(dir.filePath(u"page-%1.ppm"_s.arg(page + 1)), dpi);
        REQUIRE(scan);
        CHECK(scan->height() == Approx(297 * dpi / 25.4).margin(2));
        for (const int rotation : {0, 180}) {
            const auto fed = imaging::rotated(imaging::turned(*scan, rotation), 2.0, 255);
            const auto found = recognition::findSeparator(fed);
            REQUIRE(found);
            CHECK(found->component == sheets[static_cast<std::size_t>(page)].component);
        }
    }
}

TEST_CASE("a sheet's words are text in an embedded font", "[pdf]")
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"sheets.pdf"_s);
    REQUIRE(writePrintedPdf(file, separatorSheets(sheets).value()));
    const QString text = QString::fromUtf8(outputOf(u"pdftotext"_s, {file, u"-"_s})).simplified();
    CHECK(text.contains(sheets[0].title));
    CHECK(text.contains(sheets[1].sentence));
    CHECK(outputOf(u"pdffonts"_s, {file}).contains("yes yes yes"));
}

TEST_CASE("no sheet and a letter that the font lacks are refused", "[pdf]")
{
    CHECK(separatorSheets({}).error().fault == Fault::InvalidInput);
    CHECK(separatorSheets({{.title = u"漢"_s}}).error().fault == Fault::GlyphMissing);
}
