#pragma once

#include "signing/cms/certificate.h"
#include "signing/policy/algorithm_policy.h"
#include "signing/verify/verifier.h"
#include "tests/signing/support/sample_pdf.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <memory>

namespace station::signing {

/// How a certificate differs from a good one.
struct IssueOptions {
    QString name = QStringLiteral("Lò Văn Khánh");
    qint64 notBeforeMs = sampleTimeMs - 86'400'000;
    qint64 notAfterMs = sampleTimeMs + 3650LL * 86'400'000;
    QByteArray keyUsage = "critical,digitalSignature,nonRepudiation";
    QByteArray extendedKeyUsage{};  ///< Empty: none.
    bool authority = false;
    bool askable = true;   ///< Names OCSP, CRL and caIssuers addresses.
    bool noCheck = false;  ///< id-pkix-ocsp-nocheck.
    int rsaBits = 0;       ///< 0: P-256.
};

struct IssuedKey {
    Certificate certificate{};
    KeyHandle key{};
};

/// What a time stamp may have wrong.
struct StampOptions {
    qint64 atMs = sampleTimeMs + 60'000;
    QByteArray nonce{};  ///< DER content of the request's nonce; empty: none.
    bool wrongImprint = false;
    bool forged = false;        ///< One bit of the signature differs.
    bool wrongPurpose = false;  ///< The signer has no timeStamping.
    bool expiredSigner = false;
    bool withoutCertificate = false;
    bool sha1 = false;
};

/// A whole trust centre in memory: root → issuing authority → clerks, a time-stamp
/// authority, an OCSP responder. Makes real tokens, OCSP responses and CRLs with OpenSSL's
/// own calls, so nothing here shares code with what it tests.
class TestAuthority {
public:
    /// `baseUrl` stands in certificates: "<base>/ocsp", "<base>/crl", "<base>/ca".
    explicit TestAuthority(QString baseUrl = QStringLiteral("http://127.0.0.1:9"));

    const Certificate &root() const;
    const Certificate &issuer() const;
    const IssuedKey &timestamper() const;

    /// A new key and its certificate by the issuing authority.
    IssuedKey issue(const IssueOptions &options = {});
    /// A certificate for somebody else's key (SubjectPublicKeyInfo DER), e.g. a token's.
    Certificate certify(const QByteArray &publicKey, const IssueOptions &options = {});

    void revoke(const Certificate &certificate, qint64 atMs, int reason = 1);

    /// A time-stamp token over a digest.
    QByteArray timestamp(const QByteArray &sha256, const StampOptions &options = {});
    /// A whole TimeStampResp for a TimeStampReq.
    QByteArray timestampResponse(const QByteArray &request, StampOptions options = {});
    /// A whole OCSPResponse at `producedAtMs`, by the delegated responder. `nonce` as in the
    /// request.
    QByteArray ocsp(const Certificate &certificate, qint64 producedAtMs = sampleTimeMs + 120'000,
                    const QByteArray &nonce = {});
    QByteArray crl(qint64 thisUpdateMs = sampleTimeMs + 120'000,
                   qint64 nextUpdateMs = sampleTimeMs + 7LL * 86'400'000);

    /// Trusts our root, `afterMs` after the sample time; with the policy of the station.
    VerifyContext trust(qint64 afterMs = 3'600'000) const;

private:
    struct Keys;
    std::shared_ptr<Keys> m_keys;
};

/// resources/signing/algorithms.toml.
const AlgorithmPolicy &stationPolicy();

}  // namespace station::signing
