#include "signing/pades/copy_proofs.h"

#include "core/base/mapped_file.h"
#include "signing/pades/growing_copy.h"
#include "signing/structure/signature_fields.h"
#include "signing/verify/signature_check.h"

#include <algorithm>
#include <functional>

namespace station::signing {
namespace {

SignatureLevel levelFromReport(const QString &level)
{
    return levelFrom(level.mid(2)).value_or(SignatureLevel::B);  // "B-LT"
}

}  // namespace

Expected<CopyProofs> readProofs(const QString &path)
{
    const auto mapped = MappedFile::open(path, largestPdf);
    if (!mapped)
        return fail(mapped.error());
    const auto file = PdfFile::read(mapped->bytes());
    if (!file)
        return fail(file.error());
    const auto fields = formFields(*file);
    if (!fields)
        return fail(fields.error());
    CopyProofs proofs;
    const BytesRead read = [&](qsizetype begin, qsizetype end) { mapped->release(begin, end); };
    const auto addStamp = [&](const QByteArray &der) {
        const auto token = readTimestamp(der);
        if (!token || token->authority.isNull())
            return;
        for (const auto &certificate : token->certificates)
            proofs.evidence.addCertificate(certificate);
        proofs.subjects.push_back({.certificate = token->authority,
                                   .use = ChainUse::TimeStamping,
                                   .atMs = token->timeMs});
        if (!proofs.newestStamp || proofs.newestStamp->timeMs <= token->timeMs)
            proofs.newestStamp = *token;
    };
    for (const auto &field : *fields) {
        if (field.signature == 0)
            continue;
        const auto signature = checkSignature(*file, field, read);
        for (const auto &der : signature.cms.certificates)
            proofs.evidence.addCertificate(der);
        for (const auto &der : signature.cms.timestamps)
            addStamp(der);
        if (!signature.token.isEmpty())
            addStamp(signature.token);
        if (!signature.cms.signer.isNull())
            proofs.subjects.push_back({.certificate = signature.cms.signer, .field = field.name});
    }
    proofs.evidence.addStores(*file);
    return proofs;
}

Expected<> judge(CopyProofs &proofs, const QString &path, const VerifyContext &context)
{
    const auto report = verifyPdfFile(path, context);
    if (!report)
        return fail(report.error());
    proofs.level = SignatureLevel::LTA;
    proofs.provenAtMs = 0;
    bool isSigned = false;
    bool isProven = true;
    for (const auto &signature : report->signatures) {
        if (signature.verdict >= Verdict::Unverifiable)
            return fail(signature.code == QLatin1String("revoked") ? Fault::CertificateRevoked
                                                                   : Fault::SignatureInvalid,
                        signature.code);
        if (signature.isDocumentTimestamp)
            continue;
        if (signature.level.isEmpty())
            return fail(Fault::SignatureInvalid, QStringLiteral("no PAdES signature"));
        isSigned = true;
        isProven = isProven && signature.provenAtMs != 0;
        proofs.level = std::min(proofs.level, levelFromReport(signature.level));
        proofs.provenAtMs = std::max(proofs.provenAtMs, signature.provenAtMs);
        for (auto &subject : proofs.subjects) {
            if (subject.use == ChainUse::Signing && subject.field == signature.field)
                subject.atMs = signature.provenAtMs;
        }
    }
    if (!isSigned || report->overall >= Verdict::Unverifiable)
        return fail(Fault::SignatureInvalid, report->code);
    if (!isProven)
        proofs.provenAtMs = 0;
    std::ranges::stable_sort(proofs.subjects, std::greater(), &ProofSubject::atMs);
    return {};
}

}  // namespace station::signing
