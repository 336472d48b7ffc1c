#include "signing/pades/added_revision.h"

#include "core/base/mapped_file.h"
#include "signing/pades/podofo_update.h"
#include "signing/pades/signature_hole.h"

namespace station::signing {
namespace {

Expected<PdfPreflight> inspected(const GrowingCopy &copy)
{
    const auto mapped = MappedFile::open(copy.path(), largestPdf);
    if (!mapped)
        return fail(mapped.error());
    return preflight(mapped->bytes());
}

}  // namespace

Expected<CheckedFile> addRevision(GrowingCopy &copy, PodofoUpdate &update)
{
    const auto before = inspected(copy);
    if (!before)
        return fail(before.error());
    const auto revision = update.revisionOf(copy.path(), *before);
    if (!revision)
        return fail(revision.error());
    if (const auto written = copy.append(*revision); !written)
        return fail(written.error());
    return postCheck(copy, *before, RevisionKind::ValidationData);
}

Expected<CheckedFile> addSignature(GrowingCopy &copy, PodofoUpdate &update, RevisionKind kind,
                                   const SignatureMaker &make)
{
    const auto before = inspected(copy);
    if (!before)
        return fail(before.error());
    auto revision = update.revisionOf(copy.path(), *before);
    if (!revision)
        return fail(revision.error());
    const auto hole = SignatureHole::in(*revision, update.signatureObject(), copy.sourceSize());
    if (!hole)
        return fail(hole.error());
    RunningDigest digest(copy.sourceDigest());
    digest.add(hole->before(*revision)).add(hole->after(*revision));
    const auto signature = make(digest.result());
    if (!signature)
        return fail(signature.error());
    if (const auto filled = hole->fill(*revision, *signature); !filled)
        return fail(filled.error());
    if (const auto written = copy.append(*revision); !written)
        return fail(written.error());
    auto checked = postCheck(copy, *before, kind);
    if (checked &&
        (checked->signedDigest != digest.result() || !checked->signature.startsWith(*signature)))
        return fail(Fault::SignatureInvalid, QStringLiteral("read back another signature"));
    return checked;
}

}  // namespace station::signing
