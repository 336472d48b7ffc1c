#include "signing/verify/trust_check.h"

#include <openssl/evp.h>

namespace station::signing {
namespace {

constexpr qint64 clockSlackMs = 5 * 60 * 1000;

Finding invalid(const QString &detail)
{
    return {QStringLiteral("timestamp_invalid"), Verdict::Attention, detail};
}

Finding expired(const QString &detail)
{
    return {QStringLiteral("timestamp_expired"), Verdict::Incomplete, detail};
}

/// RFC 3161 4: whether what an authority stamped before stays good when its
/// certificate is withdrawn for that reason.
bool isHarmlessWithdrawal(int reason)
{
    constexpr int affiliationChanged = 3;
    constexpr int superseded = 4;
    constexpr int cessationOfOperation = 5;
    return reason == 0 || reason == affiliationChanged || reason == superseded ||
           reason == cessationOfOperation;
}

}  // namespace

StampJudgement TrustCheck::judgeStamp(const QByteArray &der,
                                      const std::function<QByteArray(const EVP_MD *)> &digestOf,
                                      std::optional<qint64> knownAt)
{
    StampJudgement judgement;
    auto token = readTimestamp(der);
    if (!token) {
        judgement.findings.push_back(invalid(token.error().detail));
        return judgement;
    }
    judgement.token = std::move(*token);
    const EVP_MD *algorithm = EVP_get_digestbynid(judgement.token.digest);
    if (judgement.token.authority.isNull()) {
        // Without the certificate nothing in the token has been checked.
        judgement.findings.push_back(invalid(QStringLiteral("no certificate")));
    } else if (algorithm == nullptr || digestOf(algorithm) != judgement.token.imprint) {
        judgement.isOverOtherBytes = true;
        judgement.findings.push_back(invalid(QStringLiteral("over other bytes")));
    } else if (const auto flaw = flawOf(judgement.token, knownAt)) {
        judgement.findings.push_back(*flaw);
    } else {
        judgement.isProof = !m_context.anchors.isEmpty();
        const Chain &chain =
            chainOf(judgement.token.authority, ChainUse::TimeStamping, judgement.token.timeMs);
        if (judgement.isProof &&
            revocationOf(chain, judgement.token.timeMs).state == RevocationStanding::State::Unknown)
            judgement.findings.push_back({QStringLiteral("revocation_unknown"), Verdict::Incomplete,
                                          QStringLiteral("time-stamp authority")});
    }
    return judgement;
}

std::optional<Finding> TrustCheck::flawOf(const TimestampToken &token,
                                          std::optional<qint64> knownAt)
{
    const qint64 nowMs = knownAt.value_or(m_context.nowMs);
    if (token.timeMs > nowMs + clockSlackMs)
        return invalid(knownAt ? QStringLiteral("later than a stamp over it")
                               : QStringLiteral("from the future"));
    const auto word = [&](qint64 atMs) {
        return std::min(m_context.policy.digest(token.digest, atMs),
                        m_context.policy.key(token.authority, atMs));
    };
    if (word(token.timeMs) == PolicyWord::Refused)
        return invalid(QStringLiteral("algorithm"));
    if (word(nowMs) == PolicyWord::Refused)
        return expired(QStringLiteral("algorithm"));
    if (m_context.anchors.isEmpty())
        return std::nullopt;  // said once about the whole signature

    const Chain &then = chainOf(token.authority, ChainUse::TimeStamping, token.timeMs);
    if (!then.isTrusted() && then.outsideValidity)
        return invalid(then.problem);
    if (!then.isTrusted())
        return Finding{QStringLiteral("timestamp_untrusted"), Verdict::Incomplete, then.problem};
    if (!chainOf(token.authority, ChainUse::TimeStamping, nowMs).isTrusted())
        return expired(QStringLiteral("certificate"));

    const auto revocation = m_revocation.ofChain(then, token.timeMs, EvidencePool::outside);
    if (revocation.state == RevocationStanding::State::Revoked)
        return invalid(QStringLiteral("authority was revoked"));
    const bool provenBefore = knownAt && *knownAt < revocation.revokedAtMs;
    if (revocation.revokedAtMs != 0 && !provenBefore && !isHarmlessWithdrawal(revocation.reason))
        return invalid(QStringLiteral("authority has been revoked since"));
    return std::nullopt;
}

}  // namespace station::signing
