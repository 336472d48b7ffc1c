#include "signing/cms/certificate.h"
#include "signing/verify/verifier.h"

#include "core/base/durable_file.h"

#include <QDir>

#include <openssl/err.h>
#include <openssl/pem.h>

namespace station::signing {
namespace {

constexpr qint64 largestAnchorFile = 1024 * 1024;

QByteArrayList certificatesIn(const QByteArray &text)
{
    QByteArrayList found;
    const BioHandle input(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
    while (X509 *certificate = PEM_read_bio_X509(input.get(), nullptr, nullptr, nullptr))
        found.append(Certificate(X509Handle(certificate)).der());
    ERR_clear_error();
    if (found.isEmpty() && !Certificate::fromDer(text).isNull())
        found.append(text);
    ERR_clear_error();
    return found;
}

}  // namespace

Expected<VerifyContext> verifyContext(const QString &trustFolder, const Clock &clock)
{
    const QDir folder(trustFolder);
    if (!folder.exists())
        return fail(Fault::FileMissing, QStringLiteral("trust folder"), trustFolder);
    VerifyContext context{.nowMs = clock.nowMs()};
    const QStringList forms{QStringLiteral("*.pem"), QStringLiteral("*.crt"),
                            QStringLiteral("*.cer")};
    for (const auto &file : folder.entryInfoList(forms, QDir::Files, QDir::Name)) {
        const auto bytes = readWhole(file.filePath(), largestAnchorFile);
        if (!bytes)
            return fail(bytes.error());
        const auto found = certificatesIn(*bytes);
        if (found.isEmpty())
            return fail(Fault::FileUnreadable, QStringLiteral("no certificate"), file.fileName());
        context.anchors += found;
    }
    return context;
}

}  // namespace station::signing
