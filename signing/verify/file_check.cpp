#include "signing/verify/file_check.h"

#include "signing/cms/digest.h"

#include <algorithm>
#include <set>

namespace station::signing {
namespace {

/// Each may cost one pass over the file.
constexpr qint64 mostSignatures = 200;

const Finding *worst(const std::vector<Finding> &findings)
{
    const auto found = std::ranges::max_element(findings, {}, &Finding::severity);
    return found != findings.end() && found->severity != Verdict::Valid ? &*found : nullptr;
}

/// The whole is as good as its worst part.
void sumUp(const std::vector<Finding> &findings, Verdict &verdict, QString &code)
{
    const Finding *finding = worst(findings);
    verdict = finding != nullptr ? finding->severity : Verdict::Valid;
    code = finding != nullptr ? finding->code : QStringLiteral("ok");
}

void append(std::vector<Finding> &to, const std::vector<Finding> &findings)
{
    to.insert(to.end(), findings.begin(), findings.end());
}

}  // namespace

FileCheck::FileCheck(const PdfFile &file, const VerifyContext &context, const BytesRead &read)
    : m_file(file), m_context(context), m_read(read), m_trust(m_pool, context), m_later(file)
{
}

void FileCheck::note(const char *code, Verdict severity, const QString &detail)
{
    m_report.findings.push_back({QString::fromLatin1(code), severity, detail});
}

void FileCheck::checkForm(const std::vector<FormField> &fields)
{
    std::set<QString> names;
    std::set<int> signatures;
    for (const auto &field : fields) {
        if (!names.insert(field.name).second)
            note("field_name_twice", Verdict::Attention, field.name);
        if (field.signature != 0 && !signatures.insert(field.signature).second)
            note("signature_in_two_fields", Verdict::Broken, field.name);
    }
    for (const auto &revision : m_file.revisions()) {
        for (const auto &[number, object] : revision.objects) {
            if (object.value.value("ByteRange") != nullptr && !signatures.contains(number))
                note("signature_without_field", Verdict::Attention, QString::number(number));
        }
    }
}

void FileCheck::checkEnd()
{
    const qsizetype end = m_file.revisions().back().end;
    if (end == m_file.bytes().size())
        return;
    PdfLexer rest(m_file.bytes(), end);
    rest.skipSpace();
    const bool blank = rest.position() == m_file.bytes().size();
    note("bytes_after_end", blank ? Verdict::Attention : Verdict::Unverifiable,
         QString::number(m_file.bytes().size() - end));
}

void FileCheck::collectEvidence()
{
    const auto addToken = [this](const QByteArray &der, std::size_t revision) {
        const auto token = readTimestamp(der);
        for (const auto &certificate : token ? token->certificates : QByteArrayList())
            m_pool.addCertificate(certificate, revision);
    };
    for (const auto &signature : m_signatures) {
        for (const auto &der : signature.cms.certificates)
            m_pool.addCertificate(der, signature.revision);
        for (const auto &der : signature.cms.ocspResponses)
            m_pool.addOcsp(der, signature.revision);
        for (const auto &der : signature.cms.crls)
            m_pool.addCrl(der, signature.revision);
        for (const auto &der : signature.cms.timestamps)
            addToken(der, signature.revision);
        if (!signature.token.isEmpty())
            addToken(signature.token, signature.revision);
    }
    m_pool.addStores(m_file);
    for (const auto &der : m_context.certificates)
        m_pool.addCertificate(der);
    for (const auto &der : m_context.ocspResponses)
        m_pool.addOcsp(der);
    for (const auto &der : m_context.crls)
        m_pool.addCrl(der);
}

std::optional<qint64> FileCheck::provenAfter(std::size_t revision) const
{
    std::optional<qint64> oldest;
    for (const auto &proof : m_documentProofs) {
        if (proof.revision > revision && (!oldest || proof.atMs < *oldest))
            oldest = proof.atMs;
    }
    return oldest;
}

void FileCheck::judgeTimestamp(CheckedSignature &stamp)
{
    if (stamp.content.isEmpty())
        return;
    auto judgement = m_trust.judgeStamp(
        stamp.token, [&](const EVP_MD *algorithm) { return stamp.content.digest(algorithm); },
        provenAfter(stamp.revision));
    for (auto &finding : judgement.findings) {
        // Under a signature a bad stamp only fails to prove; here it is the thing itself.
        if (judgement.isOverOtherBytes)
            finding = {QStringLiteral("digest_mismatch"), Verdict::Broken};
        else if (finding.code == QStringLiteral("timestamp_invalid"))
            finding.severity = Verdict::Broken;
    }
    append(stamp.report.findings, judgement.findings);
    if (m_context.anchors.isEmpty())
        stamp.add("no_trust_anchors", Verdict::Incomplete);
    const TimestampToken &token = judgement.token;
    if (!token.authority.isNull()) {
        stamp.report.signer = token.authority.commonName();
        stamp.report.serial = token.authority.serial();
        stamp.report.certificateEndsMs = token.authority.notAfterMs();
        stamp.report.timestampBy = stamp.report.signer;
        stamp.report.timestampSerial = token.serial;
    }
    if (judgement.isProof && worst(stamp.report.findings) != nullptr &&
        worst(stamp.report.findings)->severity == Verdict::Broken)
        judgement.isProof = false;
    if (judgement.isProof) {
        stamp.report.provenAtMs = token.timeMs;
        m_documentProofs.push_back({token.timeMs, stamp.revision, token});
    }
}

std::vector<ProofOfTime> FileCheck::proofsOf(CheckedSignature &signature)
{
    std::vector<ProofOfTime> proofs;
    for (const auto &der : signature.cms.timestamps) {
        const auto judgement = m_trust.judgeStamp(
            der,
            [&](const EVP_MD *algorithm) {
                return digestOf({signature.cms.signatureValue}, algorithm);
            },
            provenAfter(signature.revision));
        append(signature.report.findings, judgement.findings);
        if (judgement.isProof)
            proofs.push_back({judgement.token.timeMs, signature.revision, judgement.token});
    }
    for (const auto &proof : m_documentProofs) {
        if (proof.revision > signature.revision)
            proofs.push_back(proof);
    }
    std::ranges::sort(proofs, {}, &ProofOfTime::atMs);
    return proofs;
}

QString FileCheck::levelOf(const CheckedSignature &signature,
                           const std::vector<ProofOfTime> &proofs)
{
    if (signature.report.level.isEmpty() || proofs.empty())
        return signature.report.level;
    // Whether the file up to a revision proves signer and a stamp before `stampsBefore`.
    const auto isSelfContained = [&](std::size_t upTo, std::size_t stampsBefore) {
        return m_pool.hasStore(upTo) &&
               m_trust.standsAlone(signature.cms.signer, ChainUse::Signing, proofs.front().atMs,
                                   upTo) &&
               std::ranges::any_of(proofs, [&](const ProofOfTime &proof) {
                   return proof.revision < stampsBefore &&
                          m_trust.standsAlone(proof.token.authority, ChainUse::TimeStamping,
                                              proof.atMs, upTo);
               });
    };
    for (const auto &stamp : proofs) {
        if (stamp.revision > signature.revision && isSelfContained(stamp.revision, stamp.revision))
            return QStringLiteral("B-LTA");
    }
    return isSelfContained(m_file.last(), m_file.last() + 1) ? QStringLiteral("B-LT")
                                                             : QStringLiteral("B-T");
}

void FileCheck::judgeSignature(CheckedSignature &signature)
{
    if (signature.cms.signer.isNull())
        return;
    SignatureReport &report = signature.report;
    const auto proofs = proofsOf(signature);
    std::optional<ProofOfTime> proof;
    if (!proofs.empty()) {
        proof = proofs.front();
        report.provenAtMs = proof->atMs;
        report.timestampBy = proof->token.authority.commonName();
        report.timestampSerial = proof->token.serial;
    }
    const auto judgement = m_trust.judgeSigner(signature.cms, report.signedAtMs, proof);
    append(report.findings, judgement.findings);
    report.revocation = judgement.revocation;
    report.level = levelOf(signature, proofs);
}

void FileCheck::conclude()
{
    std::vector<Finding> all = m_report.findings;
    for (auto &signature : m_signatures) {
        if (signature.report.verdict != Verdict::Valid)
            all.push_back({signature.report.code, signature.report.verdict});
        m_report.signatures.push_back(std::move(signature.report));
    }
    sumUp(all, m_report.overall, m_report.code);
    m_report.openQuestions = m_trust.questions();
}

VerifyReport FileCheck::run()
{
    const auto fields = formFields(m_file);
    if (!fields) {
        note("structure_unreadable", Verdict::Unverifiable, fields.error().detail);
        conclude();
        return m_report;
    }
    checkForm(*fields);
    checkEnd();
    if (std::ranges::count_if(*fields, &FormField::signature) > mostSignatures) {
        note("structure_unreadable", Verdict::Unverifiable, QStringLiteral("signatures"));
        conclude();
        return m_report;
    }
    for (const auto &field : *fields) {
        if (field.signature != 0)
            m_signatures.push_back(checkSignature(m_file, field, m_read));
    }
    if (m_signatures.empty())
        note("no_signature", Verdict::Unverifiable);
    std::ranges::stable_sort(m_signatures, {}, &CheckedSignature::revision);
    collectEvidence();
    for (auto signature = m_signatures.rbegin(); signature != m_signatures.rend(); ++signature) {
        if (signature->report.isDocumentTimestamp)
            judgeTimestamp(*signature);
        else
            judgeSignature(*signature);
        m_later.check(*signature, m_signatures);
        sumUp(signature->report.findings, signature->report.verdict, signature->report.code);
    }
    conclude();
    return m_report;
}

}  // namespace station::signing
