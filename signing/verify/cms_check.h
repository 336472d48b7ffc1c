#pragma once

#include "signing/verify/verifier.h"

#include <QByteArray>

#include <vector>

namespace station::signing {

/// What the CMS of one signature says about the signed bytes.
struct CmsOutcome {
    std::vector<Finding> findings{};
    QString signer{};
    QString serial{};
};

/// All rules of EN 319 142-1 table 1 that a CMS must keep, checked one by one:
/// OpenSSL's own verification accepts messages that break several of them.
/// `cms` may end in zero bytes, the rest of the reserve. `signedBytes` are the
/// two ranges of the file; `signedAtMs` is the claimed time, 0 when there is none.
CmsOutcome checkCms(const QByteArray &cms, const QByteArrayList &signedBytes, qint64 signedAtMs,
                    const VerifyContext &context);

}  // namespace station::signing
