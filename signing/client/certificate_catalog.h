#pragma once

#include "signing/client/token_agent.h"
#include "signing/client/token_environment.h"
#include "signing/cms/certificate.h"

#include <QString>

#include <vector>

namespace station::signing {

/// Why a certificate on a token cannot sign a copy; each has its sentence in the window.
enum class CertificateFlaw {
    Unreadable,
    Authority,     ///< Belongs to an authority, not to a person.
    NoPrivateKey,  ///< Its key is not on this token.
    WrongKey,      ///< The key on the token is not the certificate's.
    KeyUsage,      ///< Not for signatures.
    KeyTypeUnsupported,
    Algorithm,  ///< Refused by the policy of today.
    NotYetValid,
    Expired,
    Untrusted,  ///< No way to an authority that this station trusts.
    Revoked,
    RevocationUnknown,  ///< Could not be asked, and the office does not allow to sign offline.
    OtherClerk,         ///< Not of the person that is logged in.
};

QString flawName(CertificateFlaw flaw);  ///< For JSON: "expired", "other_clerk" …

struct CertificateCandidate {
    Certificate certificate{};
    QString label{};
    QString commonName{};
    QString serial{};  ///< Of the certificate.
    QString sha256{};  ///< Of the certificate, hexadecimal.
    QString tokenLabel{};
    QString tokenSerial{};
    qint64 notBeforeMs = 0;
    qint64 notAfterMs = 0;
    bool asksPinEachTime = false;
    bool algorithmOutgoing = false;        ///< Accepted today, refused before long.
    bool revocationUnknown = false;        ///< Not asked or not answered; allowed offline.
    std::vector<CertificateFlaw> flaws{};  ///< Empty: usable.

    bool isUsable() const { return flaws.empty(); }
    /// 30, 14, 7 or 1 when the certificate ends within so many days, else 0.
    int warnDays(qint64 nowMs) const;
};

/// All certificates of a token, those that can sign first, authorities last. Before the login
/// nothing is known of private keys, so `unlocked` false leaves NoPrivateKey out.
std::vector<CertificateCandidate> candidatesOn(const TokenInfo &token,
                                               const std::vector<TokenCertificate> &certificates,
                                               const CertificateRules &rules, qint64 nowMs,
                                               bool unlocked);

}  // namespace station::signing
