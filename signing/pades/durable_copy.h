#pragma once

#include "core/base/expected.h"
#include "core/workflow/copy_signer.h"
#include "signing/verify/verifier.h"

#include <QByteArray>
#include <QString>

namespace station::signing {

/// Brings a signed file to its place: a temporary file in the same folder, made
/// durable, read back and verified from the disk, then renamed. On every error
/// nothing is left behind. Fails with SignatureInvalid when the newest signature
/// is not valid as read back, StorageFull, StorageFailed.
Expected<workflow::SignedFile> keepSignedCopy(const QByteArray &pdf, const QString &destination,
                                              const VerifyContext &trust);

}  // namespace station::signing
