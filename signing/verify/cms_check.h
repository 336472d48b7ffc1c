#pragma once

#include "signing/verify/signed_bytes.h"
#include "signing/verify/verifier.h"

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace station::signing {

/// What the CMS of one signature says, and which rules it breaks.
struct CmsFacts {
    std::vector<Finding> findings{};
    Certificate signer{};            ///< Null: none, or not readable.
    QByteArrayList certificates{};   ///< The others that travel along, DER.
    QByteArrayList ocspResponses{};  ///< Signed or not, they stand for themselves; DER.
    QByteArrayList crls{};           ///< DER.
    int digest = 0;                  ///< NID of the digest that is signed.
    QByteArray signatureValue{};     ///< What a signature time stamp stamps.
    QByteArrayList timestamps{};     ///< Tokens of id-aa-timeStampToken, DER.
};

/// Which rule book the signature claims.
enum class CmsForm {
    Pades,  ///< ETSI.CAdES.detached
    Plain,  ///< adbe.pkcs7.detached: ISO 32000-1 alone
};

/// All rules of EN 319 142-1 table 1 that a CMS must keep, checked one by one:
/// OpenSSL's own verification accepts messages that break several of them. Time,
/// trust and the strength of algorithms are not looked at here. `cms` may
/// end in zero bytes, the rest of the reserve.
CmsFacts checkCms(const QByteArray &cms, const SignedBytes &content, CmsForm form);

}  // namespace station::signing
