#pragma once

#include "core/base/expected.h"

#include <QString>

namespace station::signing {

/// Keeps two programs of one user (window and command line) from using one token at the same
/// moment. Advisory, by a file in the user's runtime folder that is named after the hash of the
/// token's serial number; the kernel lets go of it when a program dies.
class TokenLock {
public:
    /// Waits so long for the other one; then TokenFailed, "token in use".
    static Expected<TokenLock> take(const QString &tokenSerial, int waitMs);

    ~TokenLock();
    TokenLock(TokenLock &&other) noexcept;
    TokenLock &operator=(TokenLock &&) = delete;

private:
    explicit TokenLock(int file) : m_file(file) {}
    int m_file = -1;
};

}  // namespace station::signing
