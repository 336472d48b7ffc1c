#include "signing/verify/revocation_check.h"

#include <algorithm>

namespace station::signing {
namespace {

constexpr qint64 clockSlackMs = 5 * 60 * 1000;
/// Of an OCSP answer without nextUpdate: newer ones are always there.
constexpr qint64 shortLifeMs = 60 * 60 * 1000;
constexpr int onHold = 6;  // RFC 5280 5.3.1: certificateHold, the only one that can be undone

}  // namespace

bool RevocationCheck::isWithdrawn(const Certificate &responder, const Certificate &issuer)
{
    return std::ranges::any_of(m_pool.answers(), [&](const EvidencePool::Answer &answer) {
        if (answer.isOcsp)
            return false;
        const auto read = readCrl(answer.der, responder, issuer);
        return read && read->state == RevocationState::Revoked;
    });
}

const std::vector<std::pair<std::size_t, RevocationAnswer>> &
RevocationCheck::answersAbout(const Certificate &certificate, const Certificate &issuer)
{
    const auto [known, isNew] = m_known.try_emplace(certificate.der() + issuer.der());
    if (!isNew)
        return known->second;
    const auto &answers = m_pool.answers();
    for (std::size_t i = 0; i < answers.size(); ++i) {
        auto read = answers[i].isOcsp ? readOcsp(answers[i].der, certificate, issuer)
                                      : readCrl(answers[i].der, certificate, issuer);
        if (!read || read->state == RevocationState::Unknown ||
            read->thisUpdateMs > m_nowMs + clockSlackMs || !issuer.isValidAt(read->producedAtMs))
            continue;
        // RFC 6960 4.2.2.2.1: a delegate without "no check" may have been withdrawn itself.
        if (read->isOcsp && !read->noCheck && read->responder.der() != issuer.der() &&
            isWithdrawn(read->responder, issuer))
            continue;
        known->second.emplace_back(i, std::move(*read));
    }
    return known->second;
}

RevocationStanding RevocationCheck::of(const Certificate &certificate, const Certificate &issuer,
                                       qint64 atMs, std::size_t upTo)
{
    using State = RevocationStanding::State;
    const RevocationAnswer *revoked = nullptr;
    qint64 newestGoodMs = 0;
    bool isGood = false;
    for (const auto &[index, answer] : answersAbout(certificate, issuer)) {
        if (m_pool.answers()[index].since > upTo)
            continue;
        if (answer.state == RevocationState::Revoked) {
            if (revoked == nullptr || answer.thisUpdateMs > revoked->thisUpdateMs)
                revoked = &answer;
        } else if (answer.thisUpdateMs <= certificate.notAfterMs()) {
            const qint64 end =
                answer.nextUpdateMs != 0 ? answer.nextUpdateMs : answer.thisUpdateMs + shortLifeMs;
            isGood = isGood || atMs <= end;
            newestGoodMs = std::max(newestGoodMs, answer.thisUpdateMs);
        }
    }
    if (revoked != nullptr && !(revoked->reason == onHold && newestGoodMs > revoked->thisUpdateMs))
        return {.state = revoked->revokedAtMs <= atMs ? State::Revoked : State::Good,
                .revokedAtMs = revoked->revokedAtMs,
                .reason = revoked->reason};
    if (isGood)
        return {.state = State::Good};
    return {.state = isAskable(certificate) ? State::Unknown : State::NotAskable};
}

RevocationStanding RevocationCheck::ofChain(const Chain &chain, qint64 atMs, std::size_t upTo,
                                            std::vector<VerifyReport::Question> *questions)
{
    using State = RevocationStanding::State;
    // A chain of one is an anchor that signs itself: nobody stands above it.
    RevocationStanding worst{.state =
                                 chain.certificates.size() > 1 ? State::Good : State::NotAskable};
    for (std::size_t i = 0; i + 1 < chain.certificates.size(); ++i) {
        const Certificate &certificate = chain.certificates[i];
        const Certificate &issuer = chain.certificates[i + 1];
        const auto standing = of(certificate, issuer, atMs, upTo);
        // Only of a trusted chain: a certificate of the sender's own could send the
        // station to any address.
        if (standing.state == State::Unknown && questions != nullptr && chain.isTrusted() &&
            atMs <= certificate.notAfterMs())
            questions->push_back({certificate.der(), issuer.der()});
        // Who cannot be asked about says so for himself only, not for who is below.
        const bool isWorse =
            standing.state > worst.state && (i == 0 || standing.state != State::NotAskable);
        if (isWorse || (worst.state == State::Good && standing.revokedAtMs != 0 &&
                        standing.state == State::Good))
            worst = standing;
    }
    return worst;
}

}  // namespace station::signing
