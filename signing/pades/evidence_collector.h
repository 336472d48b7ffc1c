#pragma once

#include "signing/online/revocation_service.h"
#include "signing/pades/copy_proofs.h"
#include "signing/pades/validation_data.h"

#include <QByteArrayList>

#include <map>
#include <set>
#include <stop_token>

namespace station::signing {

/// Gathers the chain of each subject and, for every certificate in it that can be
/// asked about, an answer that is not older than what it has to prove. What the
/// copy holds already is not asked for again; responders are subjects, too. Latest times
/// first: one answer then serves the earlier ones as well.
class EvidenceCollector {
public:
    EvidenceCollector(const EvidencePool &held, const QByteArrayList &anchors,
                      RevocationService &revocation, std::stop_token stop)
        : m_held(held), m_anchors(anchors), m_revocation(revocation), m_stop(std::move(stop)),
          m_certificates(held.certificates(EvidencePool::outside))
    {
    }

    /// How fresh answers about the subject have to be.
    enum class Age {
        SinceProof,  ///< Not older than the time in question: one that is held may do.
        Now,         ///< Asked for now.
    };

    /// Fails with CertificateRevoked (before the time in question), CertificateUnusable (no
    /// trusted chain), or as RevocationService::ask.
    Expected<> add(const ProofSubject &subject, Age age = Age::SinceProof);
    /// Whether it was withdrawn by now or by `atMs`, as far as anybody says so.
    bool isRevoked(const ProofSubject &subject, qint64 nowMs);

    const ValidationData &found() const { return m_found; }

private:
    Chain chainOf(const ProofSubject &subject) const
    {
        return buildChain(subject.certificate, m_certificates, m_anchors, subject.atMs,
                          subject.use);
    }
    Expected<> addAnswer(const Certificate &certificate, const Certificate &issuer, qint64 atMs,
                         Age age);
    Expected<RevocationAnswer> answerAbout(const Certificate &certificate,
                                           const Certificate &issuer, qint64 atMs, Age age);

    const EvidencePool &m_held;
    const QByteArrayList &m_anchors;
    RevocationService &m_revocation;
    std::stop_token m_stop;
    QByteArrayList m_certificates;
    std::map<QByteArray, RevocationAnswer> m_answers{};  // newest, of each certificate
    std::set<QByteArray> m_responders{};
    ValidationData m_found{};
};

/// The issuers that a subject's chain lacks, from where its certificates say; put into
/// `pool`. False when the way to an anchor was not found.
bool fetchIssuers(EvidencePool &pool, const ProofSubject &subject, const QByteArrayList &anchors,
                  RevocationService &revocation, std::stop_token stop);

}  // namespace station::signing
