#pragma once

#include "core/base/expected.h"
#include "signing/verify/verifier.h"

#include <QString>

#include <stop_token>

namespace station::signing {

struct VerifyProcessOptions {
    QString program{};  ///< Empty: tramsohoa-verify-worker beside this program.
    int timeoutMs = 60'000;
};

/// Judges a file from outside in a process of its own that has no network, no
/// store, no home, little memory and little time, because a reader of foreign
/// files is not to be trusted. A file that kills or stalls it is Unverifiable
/// with the code "verifier_died" or "verifier_stalled": never an error that could
/// be overlooked. Fails with the file faults, Cancelled, WorkerDied (cannot be started).
Expected<VerifyReport> verifyApart(const QString &path, const VerifyContext &context,
                                   const VerifyProcessOptions &options = {},
                                   std::stop_token stop = {});

}  // namespace station::signing
