#pragma once

#include "signing/evidence/timestamp_token.h"
#include "signing/verify/cms_check.h"
#include "signing/verify/evidence_pool.h"
#include "signing/verify/revocation_check.h"
#include "signing/verify/verifier.h"

#include <functional>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace station::signing {

/// A trusted time stamp: what it is over existed at that time.
struct ProofOfTime {
    qint64 atMs = 0;
    std::size_t revision = 0;  ///< Of the file, in which the stamp stands.
    TimestampToken token{};
};

/// The verdict about one time stamp.
struct StampJudgement {
    std::vector<Finding> findings{};
    bool isProof = false;
    bool isOverOtherBytes = false;
    TimestampToken token{};  ///< Null authority: not readable.
};

/// The verdict about the certificate behind a signature, at the best known time.
struct SignerJudgement {
    std::vector<Finding> findings{};
    QString revocation{};  ///< As in SignatureReport.
};

/// Whom to believe, at which time. Looks at certificates, algorithms and
/// revocation; that the bytes fit is seen before.
class TrustCheck {
public:
    TrustCheck(const EvidencePool &pool, const VerifyContext &context);

    /// `digestOf` gives the digest of what the stamp is to be over. `knownAt`: oldest
    /// later proof that the stamp existed; none: only today is sure.
    StampJudgement judgeStamp(const QByteArray &der,
                              const std::function<QByteArray(const EVP_MD *)> &digestOf,
                              std::optional<qint64> knownAt);
    /// `proof`: the oldest for the signature; none: only today is sure. `claimedMs` is
    /// the signer's own claim, 0: none.
    SignerJudgement judgeSigner(const CmsFacts &facts, qint64 claimedMs,
                                const std::optional<ProofOfTime> &proof);
    /// Whether the file as it was at that revision holds all that is needed to
    /// judge a certificate as it was at a time: EN 319 142-1, level LT.
    bool standsAlone(const Certificate &certificate, ChainUse use, qint64 atMs, std::size_t upTo);

    /// What could not be told; each once.
    const std::vector<VerifyReport::Question> &questions() const { return m_questions; }

private:
    void judgeCertificate(SignerJudgement &judgement, const Certificate &signer, qint64 claimedMs,
                          const std::optional<ProofOfTime> &proof);
    void judgeAlgorithms(SignerJudgement &judgement, const CmsFacts &facts, qint64 atMs);
    void judgeChain(SignerJudgement &judgement, const Certificate &signer, qint64 claimedMs,
                    const std::optional<ProofOfTime> &proof);
    /// The first finding against a token, if any.
    std::optional<Finding> flawOf(const TimestampToken &token, std::optional<qint64> knownAt);
    const Chain &chainOf(const Certificate &certificate, ChainUse use, qint64 atMs,
                         std::size_t upTo = EvidencePool::outside);
    RevocationStanding revocationOf(const Chain &chain, qint64 atMs);

    const EvidencePool &m_pool;
    const VerifyContext &m_context;
    std::vector<Certificate> m_anchors{};
    RevocationCheck m_revocation;
    using ChainKey = std::tuple<QByteArray, ChainUse, qint64, std::size_t>;
    std::map<ChainKey, Chain> m_chains{};  // each is asked for several times
    std::vector<VerifyReport::Question> m_questions{};
};

}  // namespace station::signing
