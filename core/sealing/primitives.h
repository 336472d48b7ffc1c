#pragma once

#include "core/base/expected.h"
#include "core/base/releaser.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <openssl/evp.h>

#include <memory>
#include <optional>

namespace station::sealing {

/// The few functions of OpenSSL by which the station keeps secrets: the only place that knows
/// how they are called.

constexpr int keySize = 32;
constexpr int nonceSize = 12;
constexpr int tagSize = 16;

/// Internal when the system has no randomness to give.
Expected<QByteArray> randomBytes(int count);

/// HKDF-SHA-256 without salt: `size` bytes for one purpose, from which nothing can be said of
/// the master key or of another purpose. Internal when OpenSSL refuses.
Expected<Secret> derivedKey(const Secret &master, QByteArrayView purpose, int size = keySize);

/// AES-256-GCM of one message: the encrypted bytes and their tag. A nonce of 12 bytes is never
/// used twice with one key. `context` is authenticated with it and not kept.
Expected<QByteArray> gcmSealed(const Secret &key, QByteArrayView nonce, QByteArrayView context,
                               QByteArrayView plain);
/// Nothing when key, nonce, context or bytes are others.
std::optional<QByteArray> gcmOpened(const Secret &key, QByteArrayView nonce, QByteArrayView context,
                                    QByteArrayView sealed);

/// HMAC-SHA-256 with one key, of as many messages as wanted. Thread-safe.
class KeyedHash {
public:
    explicit KeyedHash(const Secret &key);

    QByteArray of(QByteArrayView message) const;  ///< 32 bytes; empty when OpenSSL refuses.

private:
    std::unique_ptr<EVP_MAC_CTX, Releaser<EVP_MAC_CTX_free>> m_keyed;
};

}  // namespace station::sealing
