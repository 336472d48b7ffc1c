#include "signing/pades/evidence_collector.h"

namespace station::signing {
namespace {

constexpr int mostIssuers = 5;

bool isWithdrawn(const RevocationAnswer &answer, qint64 atMs)
{
    return answer.state == RevocationState::Revoked && (atMs == 0 || answer.revokedAtMs <= atMs);
}

}  // namespace

bool fetchIssuers(EvidencePool &pool, const ProofSubject &subject, const QByteArrayList &anchors,
                  RevocationService &revocation, std::stop_token stop)
{
    for (int i = 0; i < mostIssuers; ++i) {
        const Chain chain =
            buildChain(subject.certificate, pool.certificates(EvidencePool::outside), anchors,
                       subject.atMs, subject.use);
        if (chain.isTrusted())
            return true;
        if (chain.certificates.empty() || chain.certificates.back().isSelfIssued())
            return false;
        const auto issuer = revocation.issuerOf(chain.certificates.back(), stop);
        if (!issuer)
            return false;
        pool.addCertificate(issuer->der());
    }
    return false;
}

Expected<RevocationAnswer> EvidenceCollector::answerAbout(const Certificate &certificate,
                                                          const Certificate &issuer, qint64 atMs,
                                                          Age age)
{
    const auto counts = [atMs](const RevocationAnswer &answer) {
        // In seconds.
        return answer.state != RevocationState::Unknown &&
               answer.thisUpdateMs / 1000 >= atMs / 1000;
    };
    if (const auto known = m_answers.find(certificate.der());
        known != m_answers.end() && counts(known->second))
        return known->second;
    if (age == Age::Now)
        return m_revocation.ask(certificate, issuer, atMs, m_stop);
    for (const auto &held : m_held.answers()) {
        auto answer = held.isOcsp ? readOcsp(held.der, certificate, issuer)
                                  : readCrl(held.der, certificate, issuer);
        if (answer && counts(*answer))
            return answer;
    }
    return m_revocation.ask(certificate, issuer, atMs, m_stop);
}

Expected<> EvidenceCollector::addAnswer(const Certificate &certificate, const Certificate &issuer,
                                        qint64 atMs, Age age)
{
    if (!isAskable(certificate))
        return {};
    const auto answer = answerAbout(certificate, issuer, atMs, age);
    if (!answer)
        return fail(answer.error());
    if (isWithdrawn(*answer, atMs))
        return fail(Fault::CertificateRevoked, QStringLiteral("reason %1").arg(answer->reason));
    if (answer->state == RevocationState::Unknown)
        return fail(Fault::ServiceAnswerInvalid, QStringLiteral("the responder does not know"));
    if (const auto known = m_answers.find(certificate.der());
        known != m_answers.end() && known->second.der == answer->der)
        return {};
    m_answers.insert_or_assign(certificate.der(), *answer);
    (answer->isOcsp ? m_found.ocspResponses : m_found.crls) << answer->der;
    if (!answer->isOcsp || answer->responder.der() == issuer.der())
        return {};
    // Once: a responder may well answer about itself.
    if (!m_responders.insert(answer->responder.der()).second)
        return {};
    m_found.certificates << answer->responder.der();
    m_certificates << issuer.der();
    if (!answer->noCheck)
        return add({.certificate = answer->responder,
                    .use = ChainUse::OcspSigning,
                    .atMs = answer->producedAtMs});
    return {};
}

Expected<> EvidenceCollector::add(const ProofSubject &subject, Age age)
{
    const Chain chain = chainOf(subject);
    if (!chain.isTrusted())
        return fail(Fault::CertificateUnusable, chain.problem);
    for (const auto &certificate : chain.certificates)
        m_found.certificates << certificate.der();
    for (std::size_t i = 0; i + 1 < chain.certificates.size(); ++i) {
        if (const auto done =
                addAnswer(chain.certificates[i], chain.certificates[i + 1], subject.atMs, age);
            !done)
            return done;
    }
    return {};
}

bool EvidenceCollector::isRevoked(const ProofSubject &subject, qint64 nowMs)
{
    ProofSubject known = subject;
    if (known.atMs == 0)
        known.atMs = nowMs;
    const Chain chain = chainOf(known);
    if (chain.certificates.size() < 2 || !isAskable(subject.certificate))
        return false;
    const auto answer = m_revocation.ask(subject.certificate, chain.certificates[1], 0, m_stop);
    return answer && isWithdrawn(*answer, subject.atMs);
}

}  // namespace station::signing
