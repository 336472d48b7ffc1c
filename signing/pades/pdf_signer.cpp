#include "signing/pades/pdf_signer.h"

#include "core/base/durable_file.h"
#include "signing/pades/added_revision.h"

#include <QTemporaryDir>

namespace station::signing {

Expected<QByteArray> signedPdf(const QByteArray &source, const SignatureOptions &options,
                               const CmsMaker &makeCms)
{
    const QTemporaryDir folder;
    if (const auto written = writeDurably(folder.filePath(QStringLiteral("source")), source);
        !written)
        return fail(written.error());
    auto copy = GrowingCopy::of(folder.filePath(QStringLiteral("source")),
                                folder.filePath(QStringLiteral("copy")));
    if (!copy)
        return fail(copy.error());
    SignatureUpdate update(options);
    const auto checked = addSignature(*copy, update, RevisionKind::Signature, makeCms);
    if (!checked)
        return fail(checked.error());
    return readWhole(copy->path());
}

}  // namespace station::signing
