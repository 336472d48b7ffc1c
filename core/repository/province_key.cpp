#include "core/repository/province_key.h"

#include "core/base/durable_file.h"

#include <QFileInfo>

#include <array>
#include <memory>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace station::repository {
namespace {

constexpr int keySize = 32;
constexpr int hiddenSize = 16;
constexpr int nonceSize = 12;
constexpr int tagSize = 16;
constexpr int headSize = 1 + nonceSize;  // key version, nonce

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
using Kdf = std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)>;

const unsigned char *octets(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *octets(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *octets(const Secret &secret)
{
    return reinterpret_cast<const unsigned char *>(secret.view().data());
}

int sizeOf(const QByteArray &bytes)
{
    return static_cast<int>(bytes.size());
}

/// Empty when OpenSSL refuses.
Secret derivedKey(const Secret &master)
{
    const Kdf kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr), EVP_KDF_free);
    const KdfContext context(EVP_KDF_CTX_new(kdf.get()), EVP_KDF_CTX_free);
    std::array<char, 7> digest{"SHA256"};
    std::array<char, 27> purpose{"tram-so-hoa sealed block 1"};
    auto *key = const_cast<char *>(master.view().data());
    const std::array<OSSL_PARAM, 4> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, key, master.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, purpose.data(), purpose.size() - 1),
        OSSL_PARAM_construct_end(),
    };
    QByteArray derived(keySize, '\0');
    if (EVP_KDF_derive(context.get(), octets(derived), keySize, parameters.data()) != 1)
        return {};
    return Secret(std::move(derived));
}

tl::unexpected<Error> damaged(const char *what)
{
    return fail(Fault::RepositoryDamaged, QStringLiteral("sealed block: ") + QLatin1String(what));
}

}  // namespace

ProvinceKey::ProvinceKey(int version, Secret master, Secret sealing)
    : m_version(version), m_master(std::move(master)), m_sealing(std::move(sealing))
{
}

Expected<ProvinceKey> ProvinceKey::load(const QString &file)
{
    auto line = readWhole(file, 1024);
    if (!line)
        return fail(line.error());
    const auto open = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup |
                      QFileDevice::WriteOther;
    if (QFileInfo(file).permissions() & open)
        return fail(Fault::SettingsInvalid, QStringLiteral("others may read the province key"),
                    file);

    const auto blank = line->indexOf(' ');
    const int version = line->left(blank).toInt();
    QByteArray digits = line->mid(blank + 1).trimmed();
    QByteArray key = QByteArray::fromHex(digits);
    const bool wellFormed = blank > 0 && version > 0 && version < 256 &&
                            digits.size() == 2 * keySize && key.size() == keySize;
    OPENSSL_cleanse(line->data(), static_cast<size_t>(line->size()));
    OPENSSL_cleanse(digits.data(), static_cast<size_t>(digits.size()));
    if (!wellFormed)
        return fail(Fault::SettingsInvalid, QStringLiteral("province key"), file);

    Secret master(std::move(key));
    Secret sealing = derivedKey(master);
    if (sealing.isEmpty())
        return fail(Fault::Internal, QStringLiteral("HKDF"));
    return ProvinceKey(version, std::move(master), std::move(sealing));
}

Expected<ProvinceKey> ProvinceKey::loadOrCreate(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        QByteArray key(keySize, '\0');
        if (RAND_bytes(octets(key), keySize) != 1)
            return fail(Fault::Internal, QStringLiteral("RAND_bytes"));
        // Exclusive: of two programs that start at once, both use the first one's key.
        const auto created = createDurably(file, "1 " + key.toHex() + '\n');
        if (!created && created.error().fault != Fault::Conflict)
            return fail(created.error());
    }
    return load(file);
}

QString ProvinceKey::hidden(const QByteArray &type, const QString &value) const
{
    const QByteArray message = type + '\0' + value.toUtf8();
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), m_master.view().data(), static_cast<int>(m_master.size()), octets(message),
         static_cast<size_t>(message.size()), digest.data(), &size);
    const QByteArray head(reinterpret_cast<const char *>(digest.data()), hiddenSize);
    return QStringLiteral("k%1-%2").arg(m_version).arg(QString::fromLatin1(head.toHex()));
}

Expected<QByteArray> ProvinceKey::seal(const QByteArray &plain, const QByteArray &context) const
{
    QByteArray sealed(headSize + plain.size() + tagSize, '\0');
    sealed[0] = static_cast<char>(m_version);
    unsigned char *nonce = octets(sealed) + 1;
    unsigned char *body = octets(sealed) + headSize;
    unsigned char *tag = body + plain.size();

    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int size = 0;
    const bool done =
        RAND_bytes(nonce, nonceSize) == 1 &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, octets(m_sealing), nonce) ==
            1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &size, octets(context), sizeOf(context)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), body, &size, octets(plain), sizeOf(plain)) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), body + size, &size) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, tag) == 1;
    if (!done)
        return fail(Fault::Internal, QStringLiteral("AES-256-GCM"));
    return sealed;
}

Expected<QByteArray> ProvinceKey::unseal(const QByteArray &sealed, const QByteArray &context) const
{
    if (sealed.size() < headSize + tagSize)
        return damaged("too short");
    if (static_cast<unsigned char>(sealed[0]) != m_version)
        return damaged("another key version");
    const QByteArray tag = sealed.right(tagSize);
    QByteArray plain = sealed.mid(headSize, sealed.size() - headSize - tagSize);

    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int size = 0;
    const bool opened =
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, octets(m_sealing),
                           octets(sealed) + 1) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &size, octets(context), sizeOf(context)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), octets(plain), &size, octets(plain), sizeOf(plain)) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize,
                            const_cast<char *>(tag.constData())) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), octets(plain) + size, &size) == 1;
    if (!opened)
        return damaged("key, context or bytes differ");
    return plain;
}

}  // namespace station::repository
