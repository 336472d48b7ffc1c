#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace station::signing {

/// A test PKI: root → issuing authority → clerk.
struct TrainingPki {
    QByteArray clerk{};   ///< DER, for the public key that was given.
    QByteArray issuer{};  ///< DER.
    QByteArray rootPem{};
};

/// Issues a certificate to `clerkName` for a public key (SubjectPublicKeyInfo).
/// The keys of both authorities are made for this one use and forgotten.
/// Valid from the day before `nowMs` for ten years.
Expected<TrainingPki> makeTrainingPki(const QByteArray &publicKey, const QString &clerkName,
                                      qint64 nowMs);

}  // namespace station::signing
