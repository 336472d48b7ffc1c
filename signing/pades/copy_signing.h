#pragma once

#include "core/base/expected.h"
#include "core/workflow/copy_signer.h"
#include "signing/cms/certificate.h"
#include "signing/cms/cms_builder.h"

#include <QByteArrayList>
#include <QString>

namespace station::signing {

/// Who signs: a certificate, the way up from it, and whoever holds the key.
struct SigningIdentity {
    Certificate certificate{};
    QByteArrayList issuers{};  ///< DER, without the root; they travel in the signature.
    QString stampFont{};       ///< TrueType; empty: defaultStampFont().
    RawSigner raw{};
};

/// One copy from unsigned (or once signed) to signed, whole: preflight, visible
/// mark, CMS, post-check, read back and verified from the disk, renamed into
/// place. Memory does not grow with the file. Errors as workflow::CopySigner::sign;
/// on each of them nothing is left behind and the source is as it was.
Expected<workflow::SignedFile> signCopy(const workflow::SignRequest &request,
                                        const SigningIdentity &identity);

}  // namespace station::signing
