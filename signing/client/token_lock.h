#pragma once

#include "core/base/expected.h"
#include "core/base/file_lock.h"

#include <QString>

#include <utility>

namespace station::signing {

/// Keeps two programs of one user (window and command line) from using one token at the same
/// moment. Advisory, by a file in the user's runtime folder that is named after the hash of the
/// token's serial number; the kernel lets go of it when a program dies.
class TokenLock {
public:
    /// Waits so long for the other one; then TokenFailed, "token in use".
    static Expected<TokenLock> take(const QString &tokenSerial, int waitMs);

private:
    explicit TokenLock(FileLock lock) : m_lock(std::move(lock)) {}
    FileLock m_lock;
};

}  // namespace station::signing
