#include "signing/pades/durable_copy.h"

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"
#include "signing/cms/digest.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>

namespace station::signing {
namespace {

Expected<> writeAndSync(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.flush() &&
                         ::fsync(file.handle()) == 0;
    if (!written)
        return fail(errno == ENOSPC || errno == EDQUOT ? Fault::StorageFull : Fault::StorageFailed,
                    file.errorString());
    return {};
}

Expected<> checkFromDisk(const QString &path, const QByteArray &expected,
                         const VerifyContext &trust)
{
    const auto bytes = readWhole(path);
    if (!bytes)
        return fail(Fault::StorageFailed, bytes.error().detail);
    if (*bytes != expected)
        return fail(Fault::StorageFailed, QStringLiteral("read back other bytes"));
    const auto report = verifyPdf(*bytes, trust);
    if (!report)
        return fail(Fault::SignatureInvalid, report.error().detail);
    if (report->signatures.empty() || report->signatures.back().verdict != Verdict::Valid)
        return fail(Fault::SignatureInvalid,
                    report->signatures.empty() ? report->code : report->signatures.back().code);
    return {};
}

}  // namespace

Expected<workflow::SignedFile> keepSignedCopy(const QByteArray &pdf, const QString &destination,
                                              const VerifyContext &trust)
{
    const QString folder = QFileInfo(destination).absolutePath();
    if (const auto made = makeDirectoryDurably(folder); !made)
        return fail(made.error());
    const QString temporary = folder + QStringLiteral("/.tmp-") + newUuid7();
    auto done = writeAndSync(temporary, pdf);
    if (done)
        done = checkFromDisk(temporary, pdf, trust);
    if (done)
        done = renameDurably(temporary, destination);
    if (!done) {
        QFile::remove(temporary);
        return fail(done.error());
    }
    return workflow::SignedFile{.sha256 = QString::fromLatin1(digestOf({pdf}).toHex()),
                                .size = pdf.size()};
}

}  // namespace station::signing
