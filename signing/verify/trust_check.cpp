#include "signing/verify/trust_check.h"

#include <algorithm>

namespace station::signing {
namespace {

constexpr qint64 clockSlackMs = 5 * 60 * 1000;

void add(SignerJudgement &judgement, const char *code, Verdict severity, const QString &detail = {})
{
    judgement.findings.push_back({QString::fromLatin1(code), severity, detail});
}

/// Extended key usage, when there is one, must leave room for documents: a
/// certificate for servers, programs, stamps or OCSP answers alone signs no paper.
bool isForDocuments(const Certificate &certificate)
{
    const std::unique_ptr<EXTENDED_KEY_USAGE, Releaser<EXTENDED_KEY_USAGE_free>> uses(
        static_cast<EXTENDED_KEY_USAGE *>(
            X509_get_ext_d2i(certificate.get(), NID_ext_key_usage, nullptr, nullptr)));
    bool found = !uses;
    for (int i = 0; i < sk_ASN1_OBJECT_num(uses.get()); ++i) {
        switch (OBJ_obj2nid(sk_ASN1_OBJECT_value(uses.get(), i))) {
        case NID_server_auth:
        case NID_code_sign:
        case NID_time_stamp:
        case NID_OCSP_sign:
            break;
        default:
            found = true;
        }
    }
    return found;
}

}  // namespace

TrustCheck::TrustCheck(const EvidencePool &pool, const VerifyContext &context)
    : m_pool(pool), m_context(context), m_revocation(pool, context.nowMs)
{
    for (const auto &der : context.anchors) {
        if (auto anchor = Certificate::fromDer(der); !anchor.isNull())
            m_anchors.push_back(std::move(anchor));
    }
}

const Chain &TrustCheck::chainOf(const Certificate &certificate, ChainUse use, qint64 atMs,
                                 std::size_t upTo)
{
    const auto [known, isNew] = m_chains.try_emplace({certificate.der(), use, atMs, upTo});
    if (isNew)
        known->second =
            buildChain(certificate, m_pool.readCertificates(upTo), m_anchors, atMs, use);
    return known->second;
}

RevocationStanding TrustCheck::revocationOf(const Chain &chain, qint64 atMs)
{
    std::vector<VerifyReport::Question> open;
    const auto standing = m_revocation.ofChain(chain, atMs, EvidencePool::outside, &open);
    for (auto &question : open) {
        if (std::ranges::find(m_questions, question) == m_questions.end())
            m_questions.push_back(std::move(question));
    }
    return standing;
}

bool TrustCheck::standsAlone(const Certificate &certificate, ChainUse use, qint64 atMs,
                             std::size_t upTo)
{
    using State = RevocationStanding::State;
    const Chain &chain = chainOf(certificate, use, atMs, upTo);
    const State state = m_revocation.ofChain(chain, atMs, upTo).state;
    return chain.isTrusted() && (state == State::Good || state == State::NotAskable);
}

void TrustCheck::judgeAlgorithms(SignerJudgement &judgement, const CmsFacts &facts, qint64 atMs)
{
    const PolicyWord digest = m_context.policy.digest(facts.digest, atMs);
    const PolicyWord key = m_context.policy.key(facts.signer, atMs);
    if (digest == PolicyWord::Refused)
        add(judgement, "weak_digest", Verdict::Broken,
            QString::fromLatin1(OBJ_nid2sn(facts.digest)));
    if (key == PolicyWord::Refused)
        add(judgement, "weak_key", Verdict::Broken);
    if (digest == PolicyWord::Outgoing || key == PolicyWord::Outgoing)
        add(judgement, "algorithm_outgoing", Verdict::Attention);
}

void TrustCheck::judgeCertificate(SignerJudgement &judgement, const Certificate &signer,
                                  qint64 claimedMs, const std::optional<ProofOfTime> &proof)
{
    const qint64 bestMs = proof ? proof->atMs : m_context.nowMs;
    if (signer.isAuthority() || !signer.maySign() || !isForDocuments(signer))
        add(judgement, "key_usage", Verdict::Broken);
    if (claimedMs > m_context.nowMs + clockSlackMs)
        add(judgement, "signed_in_future", Verdict::Attention);
    else if (proof && claimedMs > proof->atMs + clockSlackMs)
        add(judgement, "claimed_time_after_proof", Verdict::Attention);

    if ((claimedMs != 0 && !signer.isValidAt(claimedMs)) ||
        (proof && bestMs + clockSlackMs < signer.notBeforeMs()))
        add(judgement, "certificate_not_valid_then", Verdict::Broken);
    else if (bestMs > signer.notAfterMs())
        // Nothing proves that the signature is older than the end of its certificate.
        add(judgement, "certificate_expired", Verdict::Incomplete);
    else if (bestMs + clockSlackMs < signer.notBeforeMs())
        add(judgement, "certificate_not_yet_valid", Verdict::Attention);
}

void TrustCheck::judgeChain(SignerJudgement &judgement, const Certificate &signer, qint64 claimedMs,
                            const std::optional<ProofOfTime> &proof)
{
    using State = RevocationStanding::State;
    if (m_context.anchors.isEmpty()) {
        add(judgement, "no_trust_anchors", Verdict::Incomplete);
        judgement.revocation = QStringLiteral("unknown");
        return;
    }
    const qint64 bestMs = proof ? proof->atMs : m_context.nowMs;
    const Chain &chain = chainOf(signer, ChainUse::Signing, bestMs);
    if (!chain.isTrusted() && !chain.outsideValidity) {
        add(judgement, "untrusted", Verdict::Broken, chain.problem);
        judgement.revocation = QStringLiteral("unknown");
        return;
    }
    const auto issuerWasInvalid = [&](const Chain &way) {
        return way.outsideValidity && way.problemDepth > 0;
    };
    // A claim costs nothing, but one that contradicts the certificates is false.
    if (claimedMs != 0 && issuerWasInvalid(chainOf(signer, ChainUse::Signing, claimedMs)))
        add(judgement, "issuer_not_valid_then", Verdict::Broken);
    else if (issuerWasInvalid(chain))
        add(judgement, "certificate_expired", Verdict::Incomplete, QStringLiteral("issuer"));

    const auto standing = revocationOf(chain, bestMs);
    switch (standing.state) {
    case State::Revoked:
        judgement.revocation = QStringLiteral("revoked");
        add(judgement, "revoked", Verdict::Broken,
            QStringLiteral("reason %1").arg(standing.reason));
        break;
    case State::Unknown:
        judgement.revocation = QStringLiteral("unknown");
        // After its end no authority speaks about a certificate any more.
        if (bestMs <= signer.notAfterMs())
            add(judgement, "revocation_unknown", Verdict::Incomplete);
        break;
    case State::NotAskable:
        judgement.revocation = QStringLiteral("not_askable");
        break;
    case State::Good:
        judgement.revocation = QStringLiteral("good");
        if (standing.revokedAtMs != 0)
            add(judgement, "revoked_later", Verdict::Valid,
                QStringLiteral("reason %1").arg(standing.reason));
        break;
    }
}

SignerJudgement TrustCheck::judgeSigner(const CmsFacts &facts, qint64 claimedMs,
                                        const std::optional<ProofOfTime> &proof)
{
    SignerJudgement judgement;
    judgeAlgorithms(judgement, facts, proof ? proof->atMs : m_context.nowMs);
    judgeCertificate(judgement, facts.signer, claimedMs, proof);
    judgeChain(judgement, facts.signer, claimedMs, proof);
    return judgement;
}

}  // namespace station::signing
