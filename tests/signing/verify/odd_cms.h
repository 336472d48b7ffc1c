#pragma once

#include "tests/signing/support/test_authority.h"

#include <QByteArray>
#include <QByteArrayList>

#include <functional>

namespace station::signing {

/// A CMS signature and what it may have wrong. Built with OpenSSL's own calls.
struct OddCms {
    const IssuedKey *signer = nullptr;
    Certificate shown{};       ///< Whose certificate it names; null: the signer's.
    QByteArrayList issuers{};  ///< DER.
    const EVP_MD *digest = EVP_sha256();
    int signers = 1;
    int certificateNames = 1;   ///< How often signing-certificate-v2 occurs.
    const IssuedKey *named{};   ///< Whom it names; null: the certificate shown.
    bool encapsulates = false;  ///< Carries the content itself.
    QByteArray otherContent{};  ///< Carries that one and signs it.
    bool withoutAttributes = false;
    bool wrongDigest = false;
    bool wrongContentType = false;
    bool signingTime = false;
    bool withoutCertificate = false;
    bool forged = false;         ///< One bit of the signature value differs.
    int signatureAlgorithm = 0;  ///< NID that it claims; 0: the true one.
    /// Where revocation answers travel along: the message's own list of CRLs, Adobe's signed
    /// attribute, the unsigned revocation-values.
    enum class Archive { List, Adobe, Values };
    Archive archive = Archive::List;
    QByteArrayList crls{};
    QByteArrayList ocspResponses{};
    QByteArray subFilter = "ETSI.CAdES.detached";  ///< Of `signedForge`.
    /// Makes the signature time stamps from the SHA-256 of the signature value.
    std::function<QByteArrayList(const QByteArray &)> stamps{};
};

QByteArray builtCms(const QByteArray &content, const OddCms &recipe);

/// Where the hexadecimal digits of the newest signature begin and end.
struct Hole {
    qsizetype begin = 0;
    qsizetype end = 0;
};
Hole holeOf(const QByteArray &pdf);
/// What the newest signature signs.
QByteArray signedContent(const QByteArray &pdf);
/// The same file with another value in its newest hole.
QByteArray refilled(QByteArray pdf, const QByteArray &der);
/// A copy that a clerk has signed, with that CMS.
QByteArray signedOddly(const OddCms &recipe, qint64 signedAtMs = sampleTimeMs);

/// For dictionaries written by hand: two entries to be filled by `sealed`.
QByteArray openSignature(int reserveBytes = 6000);
/// Fills the newest signature dictionary that `openSignature` has left open, over the
/// whole file as it is.
QByteArray sealed(QByteArray pdf, const std::function<QByteArray(const QByteArray &)> &make);

/// The smallest file that such a CMS can sign, with one stream of that size.
QByteArray signedForge(const OddCms &recipe, qsizetype streamBytes = 10);

/// What the newest hole holds, zeros included.
QByteArray holeBytes(const QByteArray &pdf);

}  // namespace station::signing
