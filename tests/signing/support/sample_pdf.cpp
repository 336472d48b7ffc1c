#include "tests/signing/support/sample_pdf.h"

#include "core/base/durable_file.h"
#include "core/pdf/pdfa_writer.h"
#include "tests/core/pdf/sample_jpeg.h"
#include "tests/support/catch.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace station::signing {

QByteArray samplePdf(int pages)
{
    static const pdf::PdfPage page{.jpeg = pdf::sampleJpeg(1240, 1754, pdf::SampleKind::Colour),
                                   .dpi = 150};
    const auto bytes = pdf::pdfA(std::vector<pdf::PdfPage>(static_cast<std::size_t>(pages), page),
                                 {.title = u"Giấy khám sức khỏe"_s,
                                  .producer = u"Trạm Số hóa 0.1"_s,
                                  .createdAtMs = sampleTimeMs});
    REQUIRE(bytes);
    return *bytes;
}

workflow::CopyMark sampleMark(workflow::MarkCorner corner)
{
    return {.corner = corner,
            .lines = {u"Hà Thị Minh Nguyệt"_s, u"Thời gian ký: 2026-03-02T09:15:00+07:00"_s}};
}

ToolResult runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(30'000));
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    REQUIRE(writeDurably(path, bytes));
}

}  // namespace station::signing
