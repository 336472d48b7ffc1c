#pragma once

#include "signing/pades/signature_update.h"

#include <functional>

namespace station::signing {

/// Makes the CMS for a SHA-256 digest of the bytes that it will sign.
using CmsMaker = std::function<Expected<QByteArray>(const QByteArray &digest)>;

/// For callers that still hold whole files; `signCopy` is the way.
Expected<QByteArray> signedPdf(const QByteArray &source, const SignatureOptions &options,
                               const CmsMaker &makeCms);

}  // namespace station::signing
