#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"
#include "core/sealing/data_keys.h"

#include <QByteArray>
#include <QString>

namespace station::sealing {

/// The data keys, wrapped for the office's recovery certificate, lie with the data and its
/// backups: `<data>/recovery/<key id>.<16 digits of the certificate's SHA-256>.p7m`. CMS
/// EnvelopedData (RFC 5652, RSA-OAEP or ECDH, AES-256), which also
/// `openssl cms -decrypt -inform DER -inkey …` opens.

/// Wraps those keys of which there is no envelope for that certificate yet, and removes those
/// for another one. SettingsInvalid when the file holds no certificate that can be wrapped for.
Expected<> keepRecoverable(const DataKeys &keys, const QString &dataDir,
                           const QString &certificateFile);

/// Whether that key can be had back with the private key of that certificate.
Expected<bool> isRecoverable(const QString &keyId, const QString &dataDir,
                             const QString &certificateFile);

/// What the envelopes of a data folder hold that this private key (PEM) opens. KeyUnavailable
/// when it opens none; FileUnreadable when it is no key or the passphrase is wrong.
Expected<DataKeys> recoveredKeys(const QString &dataDir, const QString &privateKeyFile,
                                 const Secret &passphrase);

}  // namespace station::sealing
