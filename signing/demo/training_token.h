#pragma once

#include "core/base/expected.h"
#include "signing/client/token_environment.h"

#include <QString>

#include <stop_token>

namespace station::signing {

/// A software token for training and demonstration, with a test PKI of its own.
struct TrainingToken {
    TokenEnvironment environment{};
    QString label{};
    QString pinFile{};      ///< 0600, eight digits.
    QString trustFolder{};  ///< Holds root.pem.
};

/// Makes the token below `folder`, or finds the one made before. The clerk in
/// its certificate is invented, its key is born in the token and the keys of
/// the two authorities are forgotten, so it can never sign for a real office.
/// Fails with TokenNotFound when SoftHSM is not installed, else TokenFailed
/// or a storage fault. Takes seconds the first time; Cancelled when it is stopped.
Expected<TrainingToken> setUpTrainingToken(const QString &folder, const QString &agentProgram = {},
                                           const std::stop_token &stop = {});

}  // namespace station::signing
