#include "signing/client/certificate_catalog.h"

#include "core/base/sha256.h"
#include "signing/evidence/chain.h"

#include <algorithm>

namespace station::signing {
namespace {

constexpr qint64 dayMs = 86'400'000;

bool isSupportedKind(const Certificate &certificate)
{
    const EVP_PKEY *key = X509_get0_pubkey(certificate.get());
    const int kind = key != nullptr ? EVP_PKEY_get_base_id(key) : EVP_PKEY_NONE;
    return kind == EVP_PKEY_RSA || kind == EVP_PKEY_EC;
}

/// The digest below the authority's signature, and the one that we sign with.
PolicyWord digestsOf(const Certificate &certificate, const AlgorithmPolicy &policy, qint64 atMs)
{
    int nid = NID_undef;
    X509_get_signature_info(certificate.get(), &nid, nullptr, nullptr, nullptr);
    const PolicyWord ours = policy.digest(NID_sha256, atMs);
    return nid == NID_undef ? ours : std::min(ours, policy.digest(nid, atMs));
}

Certificate issuerOf(const Certificate &certificate, const Chain &chain,
                     const QByteArrayList &others)
{
    if (chain.certificates.size() > 1)
        return chain.certificates[1];
    for (const auto &der : others) {
        const auto other = Certificate::fromDer(der);
        if (!other.isNull() && X509_check_issued(other.get(), certificate.get()) == X509_V_OK)
            return other;
    }
    return {};
}

/// Judges one certificate; flaws are in the order of their enum.
class Judge {
public:
    Judge(const CertificateRules &rules, const QByteArrayList &others, qint64 nowMs, bool unlocked)
        : m_rules(rules), m_others(others), m_nowMs(nowMs), m_unlocked(unlocked)
    {
    }

    void judge(const TokenCertificate &entry, CertificateCandidate &candidate) const
    {
        auto &flaws = candidate.flaws;
        const Certificate &certificate = candidate.certificate;
        const auto note = [&](bool wrong, CertificateFlaw flaw) {
            if (wrong)
                flaws.push_back(flaw);
        };
        if (certificate.isNull())
            return note(true, CertificateFlaw::Unreadable);
        if (certificate.isAuthority())  // it is there for the way up; nothing else matters
            return note(true, CertificateFlaw::Authority);

        const PolicyWord word = std::min(m_rules.policy.key(certificate, m_nowMs),
                                         digestsOf(certificate, m_rules.policy, m_nowMs));
        candidate.algorithmOutgoing = word == PolicyWord::Outgoing;
        note(m_unlocked && !entry.hasPrivateKey, CertificateFlaw::NoPrivateKey);
        note(m_unlocked && entry.wrongKey, CertificateFlaw::WrongKey);
        note(!certificate.maySign(), CertificateFlaw::KeyUsage);
        note(entry.keyTypeUnsupported || !isSupportedKind(certificate),
             CertificateFlaw::KeyTypeUnsupported);
        note(word == PolicyWord::Refused, CertificateFlaw::Algorithm);
        note(m_nowMs < candidate.notBeforeMs, CertificateFlaw::NotYetValid);
        note(m_nowMs > candidate.notAfterMs, CertificateFlaw::Expired);

        Chain chain;
        if (!m_rules.anchors.isEmpty()) {
            chain = buildChain(certificate, m_others, m_rules.anchors, m_nowMs, ChainUse::Signing);
            const bool onlyItsOwnTime = chain.outsideValidity && chain.problemDepth == 0;
            note(!chain.isTrusted() && !onlyItsOwnTime, CertificateFlaw::Untrusted);
        }
        const bool another = !m_rules.ownCertificates.isEmpty() &&
                             !m_rules.ownCertificates.contains(candidate.sha256);
        // Nobody on the network has to hear of a certificate that cannot sign anyway.
        if (flaws.empty() && !another)
            askRevocation(issuerOf(certificate, chain, m_others), candidate);
        note(another, CertificateFlaw::OtherClerk);
    }

private:
    void askRevocation(const Certificate &issuer, CertificateCandidate &candidate) const
    {
        auto state = RevocationState::Unknown;
        if (m_rules.revocation && !issuer.isNull())
            state = m_rules.revocation(candidate.certificate, issuer)
                        .value_or(RevocationState::Unknown);
        if (state == RevocationState::Revoked)
            candidate.flaws.push_back(CertificateFlaw::Revoked);
        candidate.revocationUnknown = state == RevocationState::Unknown;
        if (candidate.revocationUnknown && m_rules.revocation && !m_rules.offlineAllowed)
            candidate.flaws.push_back(CertificateFlaw::RevocationUnknown);
    }

    const CertificateRules &m_rules;
    const QByteArrayList &m_others;
    qint64 m_nowMs;
    bool m_unlocked;
};

}  // namespace

QString flawName(CertificateFlaw flaw)
{
    switch (flaw) {
    case CertificateFlaw::Unreadable:
        return QStringLiteral("unreadable");
    case CertificateFlaw::Authority:
        return QStringLiteral("authority");
    case CertificateFlaw::NoPrivateKey:
        return QStringLiteral("no_private_key");
    case CertificateFlaw::WrongKey:
        return QStringLiteral("wrong_key");
    case CertificateFlaw::KeyUsage:
        return QStringLiteral("key_usage");
    case CertificateFlaw::KeyTypeUnsupported:
        return QStringLiteral("key_type_unsupported");
    case CertificateFlaw::Algorithm:
        return QStringLiteral("algorithm");
    case CertificateFlaw::NotYetValid:
        return QStringLiteral("not_yet_valid");
    case CertificateFlaw::Expired:
        return QStringLiteral("expired");
    case CertificateFlaw::Untrusted:
        return QStringLiteral("untrusted");
    case CertificateFlaw::Revoked:
        return QStringLiteral("revoked");
    case CertificateFlaw::RevocationUnknown:
        return QStringLiteral("revocation_unknown");
    case CertificateFlaw::OtherClerk:
        return QStringLiteral("other_clerk");
    }
    return {};
}

int CertificateCandidate::warnDays(qint64 nowMs) const
{
    if (nowMs > notAfterMs)
        return 0;
    for (const int days : {1, 7, 14, 30}) {
        if (notAfterMs - nowMs <= days * dayMs)
            return days;
    }
    return 0;
}

std::vector<CertificateCandidate> candidatesOn(const TokenInfo &token,
                                               const std::vector<TokenCertificate> &certificates,
                                               const CertificateRules &rules, qint64 nowMs,
                                               bool unlocked)
{
    QByteArrayList all;
    for (const auto &entry : certificates)
        all << entry.der;
    const Judge judge(rules, all, nowMs, unlocked);
    std::vector<CertificateCandidate> candidates;
    for (const auto &entry : certificates) {
        CertificateCandidate candidate{.certificate = Certificate::fromDer(entry.der),
                                       .label = entry.label,
                                       .sha256 = sha256Hex(entry.der),
                                       .tokenLabel = token.label,
                                       .tokenSerial = token.serial,
                                       .asksPinEachTime = entry.asksPinEachTime};
        if (!candidate.certificate.isNull()) {
            candidate.commonName = candidate.certificate.commonName();
            candidate.serial = candidate.certificate.serial();
            candidate.notBeforeMs = candidate.certificate.notBeforeMs();
            candidate.notAfterMs = candidate.certificate.notAfterMs();
        }
        judge.judge(entry, candidate);
        candidates.push_back(std::move(candidate));
    }
    // A token lists its objects in no order: what nobody signs with never stands above the clerk's
    // own.
    std::ranges::stable_sort(candidates, {}, [](const auto &candidate) {
        if (candidate.isUsable())
            return 0;
        return candidate.flaws.front() == CertificateFlaw::Authority ? 2 : 1;
    });
    return candidates;
}

}  // namespace station::signing
