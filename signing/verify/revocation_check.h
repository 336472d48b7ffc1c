#pragma once

#include "signing/evidence/chain.h"
#include "signing/evidence/revocation_answer.h"
#include "signing/verify/evidence_pool.h"
#include "signing/verify/verifier.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace station::signing {

/// How a certificate, or the worst of a chain, stood at some time.
struct RevocationStanding {
    enum class State { Good, NotAskable, Unknown, Revoked };  // from best to worst
    State state = State::Unknown;
    /// Also of one that is Good: it was withdrawn, but only after the time in question.
    qint64 revokedAtMs = 0;
    int reason = -1;  ///< CRLReason; -1: not stated.
};

/// Answers questions of revocation from what is at hand.
///
/// An answer tells about all times before its thisUpdate and, from there, as long as it says
/// itself (nextUpdate). It tells nothing good about a certificate that had ended before.
class RevocationCheck {
public:
    RevocationCheck(const EvidencePool &pool, qint64 nowMs) : m_pool(pool), m_nowMs(nowMs) {}

    /// The worst of a chain without its anchor, from what the file held up to a
    /// revision. What nobody tells is added to `questions`.
    RevocationStanding ofChain(const Chain &chain, qint64 atMs, std::size_t upTo,
                               std::vector<VerifyReport::Question> *questions = nullptr);

private:
    RevocationStanding of(const Certificate &certificate, const Certificate &issuer, qint64 atMs,
                          std::size_t upTo);
    /// All answers about a certificate that count, with their index in the pool.
    const std::vector<std::pair<std::size_t, RevocationAnswer>> &
    answersAbout(const Certificate &certificate, const Certificate &issuer);
    bool isWithdrawn(const Certificate &responder, const Certificate &issuer);

    const EvidencePool &m_pool;
    qint64 m_nowMs;
    std::map<QByteArray, std::vector<std::pair<std::size_t, RevocationAnswer>>> m_known{};
};

}  // namespace station::signing
