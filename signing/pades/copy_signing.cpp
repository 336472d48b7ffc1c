#include "signing/pades/copy_signing.h"

#include "signing/pades/added_revision.h"
#include "signing/pades/signature_update.h"

#include <QFileInfo>

namespace station::signing {
namespace {

constexpr int roomForTimestamp = 8 * 1024;

Expected<workflow::SignedFile> signedFile(const workflow::SignRequest &request,
                                          const SigningIdentity &identity)
{
    // Known before the key is used: a CMS without room would be a wasted PIN.
    const auto largest = largestCms(identity.certificate, identity.issuers);
    if (!largest)
        return fail(largest.error());
    auto copy = GrowingCopy::of(request.sourcePdf, temporaryBeside(request.destinationPdf));
    if (!copy)
        return fail(copy.error());
    SignatureUpdate update(
        {.signer = identity.certificate.commonName(),
         .mark = request.mark,
         .ink = request.ink,
         .signedAtMs = request.signedAtMs,
         .fontFile = identity.stampFont.isEmpty() ? defaultStampFont() : identity.stampFont,
         .reserveBytes = *largest + roomForTimestamp});
    const auto checked =
        addSignature(*copy, update, RevisionKind::Signature, [&](const QByteArray &digest) {
            return buildCms(digest, identity.certificate, identity.issuers, identity.raw);
        });
    if (!checked)
        return fail(checked.error());
    // Whether others trust the signer is for the verifier; here: is the file what was signed?
    if (!isCmsOver(checked->signedDigest, checked->signature, identity.certificate))
        return fail(Fault::SignatureInvalid, QStringLiteral("read back a wrong signature"));
    if (const auto kept = copy->keepAs(request.destinationPdf); !kept)
        return fail(kept.error());
    return workflow::SignedFile{.sha256 = checked->sha256, .size = checked->size};
}

}  // namespace

Expected<workflow::SignedFile> signCopy(const workflow::SignRequest &request,
                                        const SigningIdentity &identity)
{
    auto done = signedFile(request, identity);
    if (!done && done.error().subject.isEmpty())
        done.error().subject = QFileInfo(request.sourcePdf).fileName();
    return done;
}

}  // namespace station::signing
