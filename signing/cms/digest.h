#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <openssl/evp.h>

#include <memory>

namespace station::signing {

/// Digest over several pieces as if they were one. Through OpenSSL, which is
/// about ten times as fast as Qt's own and whole files pass through here.
QByteArray digestOf(const QByteArrayList &parts, const EVP_MD *algorithm = EVP_sha256());

/// SHA-256 of bytes that come one after the other. A copy goes on by itself, so
/// the digests of "these bytes" and "these bytes and more" cost one pass.
class RunningDigest {
public:
    RunningDigest();
    RunningDigest(const RunningDigest &other);
    RunningDigest(RunningDigest &&) noexcept = default;
    RunningDigest &operator=(const RunningDigest &) = delete;
    RunningDigest &operator=(RunningDigest &&) noexcept = default;

    RunningDigest &add(QByteArrayView bytes);
    QByteArray result() const;  ///< Of everything so far; more may follow.

private:
    struct Free {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> m_context;
};

}  // namespace station::signing
