#pragma once

#include "tests/signing/support/test_authority.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace station::signing {

/// A service of the trust centre.
enum class Service { Tsa, SecondTsa, Ocsp, Crl, CaCertificate };

/// What goes wrong with a service; see `LoopbackServices::fail`.
enum class Trouble {
    None,
    // Of any service.
    Silent,           ///< Takes the request and never answers.
    Closed,           ///< Closes without an answer.
    Truncated,        ///< Half of the body that was announced.
    HalfBody,         ///< Half of the body, announced as if it were all.
    SlowDrip,         ///< One byte every 50 ms.
    TooLong,          ///< Hundreds of kilobytes of zeros behind the answer.
    LoginPage,        ///< 200 and HTML, as a captive portal does.
    Redirect,         ///< 302 to the login page.
    TooManyRequests,  ///< 429, Retry-After: 120.
    Forbidden,        ///< 403.
    OutOfOrder,       ///< 503.
    NoHttp,           ///< Speaks another protocol.
    // Of time stamps and, where it makes sense, OCSP.
    Forged,
    WrongNonce,
    // Of time stamps.
    WrongImprint,
    WrongTime,  ///< Ten minutes ahead.
    WrongPurpose,
    ExpiredSigner,
    NoCertificate,
    Sha1,
    Stranger,  ///< Signed by somebody whom nobody trusts.
    Rejected,  ///< A TimeStampResp, or OCSPResponse, that refuses.
    // Of OCSP and CRLs.
    Stale,             ///< Its nextUpdate has passed.
    Unknown,           ///< OCSP: does not know the certificate.
    NoNonce,           ///< OCSP: leaves the nonce out.
    NoNextUpdate,      ///< OCSP: and two days old.
    ForeignResponder,  ///< OCSP: signed by a certificate without OCSPSigning.
};

/// The services of a TestAuthority as real HTTP servers on 127.0.0.1: two time-stamp
/// authorities, OCSP, CRLs, issuers' certificates, and a proxy in front of them. Each listens
/// on a free port while this object lives.
///
///     LoopbackServices services;
///     const auto clerk = services.authority().issue();  // names these services
///     services.fail(Service::Tsa, Trouble::WrongNonce);
class LoopbackServices {
public:
    LoopbackServices();
    ~LoopbackServices();
    LoopbackServices(const LoopbackServices &) = delete;
    LoopbackServices &operator=(const LoopbackServices &) = delete;

    TestAuthority &authority();

    QString tsaUrl() const;
    QString secondTsaUrl() const;
    QString baseUrl() const;

    /// The services' time: `sampleTimeMs` + 60 s unless set; 0: the system's.
    void setTime(qint64 ms);
    /// From now on; `times` answers are spoiled, then it is well again. -1: for good.
    void fail(Service service, Trouble trouble, int times = -1);
    /// Answered or not.
    int requests(Service service) const;

    /// A forward proxy, also for CONNECT.
    QString proxyUrl() const;
    /// "user:password" that the proxy wants; empty: none (at first).
    void setProxyLogin(const QByteArray &login);
    /// Exchanges that the proxy let through.
    int proxied() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace station::signing
