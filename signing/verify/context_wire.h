#pragma once

#include "signing/verify/verifier.h"

#include <QJsonObject>

namespace station::signing {

/// Whom to believe, for the pipe to the verify worker. Both sides come from one
/// package, so there is no version.
QJsonObject contextToWire(const VerifyContext &context);
VerifyContext contextFromWire(const QJsonObject &wire);

}  // namespace station::signing
