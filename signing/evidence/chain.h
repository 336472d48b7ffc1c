#pragma once

#include "signing/cms/certificate.h"

#include <QByteArrayList>
#include <QString>

#include <vector>

namespace station::signing {

enum class ChainUse { Signing, TimeStamping, OcspSigning };

struct Chain {
    std::vector<Certificate> certificates{};  ///< Leaf first, anchor last; partial when broken.
    QString problem{};                        ///< Empty: trusted at that time. Technical, English.
    bool outsideValidity = false;             ///< The only problem is a certificate's time.
    int problemDepth = 0;                     ///< 0: the leaf's.

    bool isTrusted() const { return problem.isEmpty(); }
};

/// The way from a certificate to one of the anchors as it is at `atMs`, by
/// RFC 5280 with strict rules; any anchor ends it, root or not. Revocation and the strength of keys
/// are not looked at here, SHA-1 and RSA below 2048 bits never pass.
/// `others` and `anchors` are DER; what cannot be read is left out.
Chain buildChain(const Certificate &leaf, const QByteArrayList &others,
                 const QByteArrayList &anchors, qint64 atMs, ChainUse use);

/// The same for who builds many chains from the same certificates.
Chain buildChain(const Certificate &leaf, const std::vector<Certificate> &others,
                 const std::vector<Certificate> &anchors, qint64 atMs, ChainUse use);

/// Whether a certificate says where its state can be asked: an OCSP responder or
/// a CRL on the web. Roots and the training authority do not.
bool isAskable(const Certificate &certificate);

}  // namespace station::signing
