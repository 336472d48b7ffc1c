#include "signing/verify/verifier.h"

#include "core/base/mapped_file.h"
#include "signing/structure/pdf_file.h"
#include "signing/verify/file_check.h"

#include <QFileInfo>

namespace station::signing {
namespace {

constexpr qint64 largestFile = 512LL * 1024 * 1024;

Expected<VerifyReport> verified(const QByteArray &bytes, const VerifyContext &context,
                                const BytesRead &read)
{
    if (bytes.isEmpty())
        return fail(Fault::FileEmpty);
    if (bytes.size() > largestFile)
        return fail(Fault::FileTooLarge, QString::number(bytes.size()));
    if (!bytes.left(1024).contains("%PDF-"))
        return fail(Fault::FileUnreadable, QStringLiteral("no PDF header"));
    const auto file = PdfFile::read(bytes);
    if (!file) {
        VerifyReport report{.code = QStringLiteral("structure_unreadable")};
        report.findings.push_back({report.code, Verdict::Unverifiable, file.error().detail});
        return report;
    }
    return FileCheck(*file, context, read).run();
}

}  // namespace

Expected<VerifyReport> verifyPdf(const QByteArray &bytes, const VerifyContext &context)
{
    return verified(bytes, context, {});
}

Expected<VerifyReport> verifyPdfFile(const QString &path, const VerifyContext &context)
{
    const auto file = MappedFile::open(path, largestFile);
    if (!file)
        return fail(file.error());
    auto report = verified(file->bytes(), context,
                           [&](qsizetype begin, qsizetype end) { file->release(begin, end); });
    if (!report)
        report.error().subject = QFileInfo(path).fileName();
    return report;
}

}  // namespace station::signing
