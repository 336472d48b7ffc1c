#include "core/sealing/primitives.h"

#include <array>

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace station::sealing {
namespace {

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Releaser<EVP_CIPHER_CTX_free>>;

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *octets(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *octets(const Secret &secret)
{
    return reinterpret_cast<const unsigned char *>(secret.view().data());
}

int sizeOf(QByteArrayView bytes)
{
    return static_cast<int>(bytes.size());
}

bool fits(const Secret &key, QByteArrayView nonce)
{
    return key.size() == keySize && nonce.size() == nonceSize;
}

}  // namespace

Expected<QByteArray> randomBytes(int count)
{
    QByteArray bytes(count, '\0');
    if (RAND_bytes(octets(bytes), count) != 1)
        return fail(Fault::Internal, QStringLiteral("RAND_bytes"));
    return bytes;
}

Expected<Secret> derivedKey(const Secret &master, QByteArrayView purpose, int size)
{
    const std::unique_ptr<EVP_KDF, Releaser<EVP_KDF_free>> kdf(
        EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const std::unique_ptr<EVP_KDF_CTX, Releaser<EVP_KDF_CTX_free>> context(
        EVP_KDF_CTX_new(kdf.get()));
    std::array<char, 7> digest{"SHA256"};
    const std::array<OSSL_PARAM, 4> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY,
                                          const_cast<char *>(master.view().data()), master.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, const_cast<char *>(purpose.data()),
                                          static_cast<size_t>(purpose.size())),
        OSSL_PARAM_construct_end(),
    };
    QByteArray derived(size, '\0');
    if (EVP_KDF_derive(context.get(), octets(derived), static_cast<size_t>(size),
                       parameters.data()) != 1)
        return fail(Fault::Internal, QStringLiteral("HKDF"));
    return Secret(std::move(derived));
}

Expected<QByteArray> gcmSealed(const Secret &key, QByteArrayView nonce, QByteArrayView context,
                               QByteArrayView plain)
{
    QByteArray sealed(plain.size() + tagSize, Qt::Uninitialized);
    unsigned char *tag = octets(sealed) + plain.size();
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int size = 0;
    const bool done =
        fits(key, nonce) &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, octets(key), octets(nonce)) ==
            1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &size, octets(context), sizeOf(context)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), octets(sealed), &size, octets(plain), sizeOf(plain)) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), tag, &size) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, tag) == 1;
    if (!done)
        return fail(Fault::Internal, QStringLiteral("AES-256-GCM"));
    return sealed;
}

std::optional<QByteArray> gcmOpened(const Secret &key, QByteArrayView nonce, QByteArrayView context,
                                    QByteArrayView sealed)
{
    if (!fits(key, nonce) || sealed.size() < tagSize)
        return std::nullopt;
    const auto body = sealed.chopped(tagSize);
    QByteArray tag = sealed.last(tagSize).toByteArray();
    QByteArray plain(body.size(), Qt::Uninitialized);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int size = 0;
    const bool opened =
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, octets(key), octets(nonce)) ==
            1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &size, octets(context), sizeOf(context)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), octets(plain), &size, octets(body), sizeOf(body)) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, octets(tag)) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), octets(plain) + size, &size) == 1;
    return opened ? std::optional(std::move(plain)) : std::nullopt;
}

KeyedHash::KeyedHash(const Secret &key)
{
    const std::unique_ptr<EVP_MAC, Releaser<EVP_MAC_free>> hmac(
        EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    m_keyed.reset(EVP_MAC_CTX_new(hmac.get()));
    std::array<char, 7> digest{"SHA256"};
    const std::array<OSSL_PARAM, 2> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end(),
    };
    if (EVP_MAC_init(m_keyed.get(), octets(key), key.size(), parameters.data()) != 1)
        m_keyed.reset();
}

QByteArray KeyedHash::of(QByteArrayView message) const
{
    if (!m_keyed)
        return {};
    const std::unique_ptr<EVP_MAC_CTX, Releaser<EVP_MAC_CTX_free>> hash(
        EVP_MAC_CTX_dup(m_keyed.get()));
    QByteArray digest(EVP_MAX_MD_SIZE, '\0');
    size_t size = 0;
    if (EVP_MAC_update(hash.get(), octets(message), static_cast<size_t>(message.size())) != 1 ||
        EVP_MAC_final(hash.get(), octets(digest), &size, static_cast<size_t>(digest.size())) != 1)
        return {};
    digest.truncate(static_cast<qsizetype>(size));
    return digest;
}

}  // namespace station::sealing
