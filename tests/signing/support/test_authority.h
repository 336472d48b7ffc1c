#pragma once

#include "signing/cms/certificate.h"
#include "signing/policy/algorithm_policy.h"
#include "signing/verify/verifier.h"
#include "tests/signing/support/sample_pdf.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <memory>

struct ocsp_cert_id_st;  // OCSP_CERTID

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

/// What an OCSP response may have wrong.
struct OcspOptions {
    qint64 producedAtMs = sampleTimeMs + 120'000;  ///< Also its thisUpdate.
    qint64 validForMs = 12LL * 3'600'000;          ///< Until nextUpdate; 0: not stated.
    QByteArray nonce{};                            ///< Empty: the request's, if it has one.
    bool withoutNonce = false;
    bool wrongNonce = false;
    bool unknown = false;           ///< Says that it does not know the certificate.
    bool forged = false;            ///< One bit of the signature differs.
    bool foreignResponder = false;  ///< Signed by a certificate without OCSPSigning.
};

/// A whole trust centre in memory: root → issuing authority → clerks, a time-stamp
/// authority, an OCSP responder. Makes real tokens, OCSP responses and CRLs with OpenSSL's
/// own calls, so nothing here shares code with what it tests. Copies share their keys and
/// what is revoked; any thread may ask.
class TestAuthority {
public:
    /// `baseUrl` stands in certificates: "<base>/ocsp", "<base>/crl", "<base>/ca"; that of the
    /// issuing authority names "<base>/ocsp", "<base>/root-crl", "<base>/root-ca".
    explicit TestAuthority(QString baseUrl = QStringLiteral("http://127.0.0.1:9"));

    const Certificate &root() const;
    const Certificate &issuer() const;
    const IssuedKey &timestamper() const;
    const IssuedKey &responder() const;

    /// A new key and its certificate by the issuing authority.
    IssuedKey issue(const IssueOptions &options = {});
    /// A certificate for somebody else's key (SubjectPublicKeyInfo DER), e.g. a token's.
    Certificate certify(const QByteArray &publicKey, const IssueOptions &options = {});

    void revoke(const Certificate &certificate, qint64 atMs, int reason = 1);

    /// A time-stamp token over a digest.
    QByteArray timestamp(const QByteArray &sha256, const StampOptions &options = {});
    /// A whole TimeStampResp for a TimeStampReq.
    QByteArray timestampResponse(const QByteArray &request, StampOptions options = {});
    /// A whole OCSPResponse at `producedAtMs`, by the delegated responder (about the issuing
    /// authority: by the root). `nonce` is the bare one, without DER around it.
    QByteArray ocsp(const Certificate &certificate, qint64 producedAtMs = sampleTimeMs + 120'000,
                    const QByteArray &nonce = {});
    QByteArray ocsp(const Certificate &certificate, const OcspOptions &options);
    /// A whole OCSPResponse for an OCSPRequest about one certificate.
    QByteArray ocspResponse(const QByteArray &request, OcspOptions options = {});
    /// By the issuing authority, and by the root.
    QByteArray crl(qint64 thisUpdateMs = sampleTimeMs + 120'000,
                   qint64 nextUpdateMs = sampleTimeMs + 7LL * 86'400'000);
    QByteArray rootCrl(qint64 thisUpdateMs = sampleTimeMs + 120'000,
                       qint64 nextUpdateMs = sampleTimeMs + 7LL * 86'400'000);

    /// Trusts our root, `afterMs` after the sample time; with the policy of the station.
    VerifyContext trust(qint64 afterMs = 3'600'000) const;

private:
    struct Keys;
    QByteArray answerTo(ocsp_cert_id_st *id, const OcspOptions &options);
    std::shared_ptr<Keys> m_keys;
};

/// resources/signing/algorithms.toml.
const AlgorithmPolicy &stationPolicy();

}  // namespace station::signing
