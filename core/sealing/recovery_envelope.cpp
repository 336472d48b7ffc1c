#include "core/sealing/recovery_envelope.h"

#include "core/base/durable_file.h"
#include "core/base/releaser.h"

#include <QDir>
#include <QFileInfo>

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>
#include <cstring>
#include <memory>
#include <optional>

namespace station::sealing {
namespace {

using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;
using PrivateKey = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Envelope = std::unique_ptr<CMS_ContentInfo, Releaser<CMS_ContentInfo_free>>;
using Bio = std::unique_ptr<BIO, Releaser<BIO_free_all>>;

constexpr qint64 largestFile = 1024 * 1024;

Bio reading(QByteArrayView bytes)
{
    return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

Expected<Certificate> certificateIn(const QString &file)
{
    const auto pem = readWhole(file, largestFile);
    if (!pem)
        return fail(pem.error());
    Certificate certificate(PEM_read_bio_X509(reading(*pem).get(), nullptr, nullptr, nullptr));
    if (!certificate)
        return fail(Fault::SettingsInvalid, QStringLiteral("no certificate"), file);
    return certificate;
}

QString digitsOf(X509 *certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    X509_digest(certificate, EVP_sha256(), digest.data(), &size);
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(digest.data()), 8).toHex());
}

QString folderIn(const QString &dataDir)
{
    return dataDir + QStringLiteral("/recovery");
}

QString nameOf(const QString &keyId, X509 *certificate)
{
    return QStringLiteral("%1.%2.p7m").arg(keyId, digitsOf(certificate));
}

/// Nothing when OpenSSL refuses the certificate.
std::optional<QByteArray> wrapped(const Secret &text, X509 *certificate)
{
    const auto plain = reading({text.view().data(), static_cast<qsizetype>(text.size())});
    constexpr unsigned int flags = CMS_BINARY | CMS_PARTIAL;
    const Envelope envelope(CMS_encrypt(nullptr, nullptr, EVP_aes_256_cbc(), flags));
    auto *recipient =
        envelope ? CMS_add1_recipient_cert(envelope.get(), certificate, CMS_KEY_PARAM) : nullptr;
    if (recipient == nullptr)
        return std::nullopt;
    if (CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_TRANS) {
        auto *context = CMS_RecipientInfo_get0_pkey_ctx(recipient);
        if (context == nullptr ||
            EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) != 1)
            return std::nullopt;
    }
    if (CMS_final(envelope.get(), plain.get(), nullptr, CMS_BINARY) != 1)
        return std::nullopt;
    const Bio out(BIO_new(BIO_s_mem()));
    if (i2d_CMS_bio(out.get(), envelope.get()) != 1)
        return std::nullopt;
    char *bytes = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &bytes);
    return QByteArray(bytes, size);
}

/// Nothing when it was wrapped for another key.
std::optional<Secret> unwrapped(const QByteArray &envelope, EVP_PKEY *key)
{
    const Envelope cms(d2i_CMS_bio(reading(envelope).get(), nullptr));
    // Wiped when it is freed, unlike a plain memory BIO.
    const Bio out(BIO_new(BIO_s_secmem()));
    if (!cms || CMS_decrypt(cms.get(), key, nullptr, nullptr, out.get(), CMS_BINARY) != 1) {
        ERR_clear_error();
        return std::nullopt;
    }
    char *bytes = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &bytes);
    return Secret(QByteArray(bytes, size));
}

int givePassphrase(char *buffer, int size, int /*writing*/, void *given)
{
    const auto passphrase = static_cast<const Secret *>(given)->view();
    if (std::cmp_greater(passphrase.size(), size))
        return -1;
    std::memcpy(buffer, passphrase.data(), passphrase.size());
    return static_cast<int>(passphrase.size());
}

Expected<PrivateKey> privateKeyIn(const QString &file, const Secret &passphrase)
{
    auto bytes = readWhole(file, largestFile);
    if (!bytes)
        return fail(bytes.error());
    const Secret pem(*std::move(bytes));
    const auto bio = reading({pem.view().data(), static_cast<qsizetype>(pem.size())});
    PrivateKey key(PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassphrase,
                                           const_cast<Secret *>(&passphrase)));
    ERR_clear_error();
    if (!key)
        return fail(Fault::FileUnreadable, QStringLiteral("private key"),
                    QFileInfo(file).fileName());
    return key;
}

}  // namespace

Expected<> keepRecoverable(const DataKeys &keys, const QString &dataDir,
                           const QString &certificateFile)
{
    const auto certificate = certificateIn(certificateFile);
    if (!certificate)
        return fail(certificate.error());
    const QDir folder(folderIn(dataDir));
    QStringList valid;
    for (const auto &key : keys.keys()) {
        valid << nameOf(key.id, certificate->get());
        if (folder.exists(valid.back()))
            continue;
        DataKeys one;
        if (const auto added = one.add(key); !added)
            return added;
        const auto envelope = wrapped(one.text(), certificate->get());
        if (!envelope) {
            ERR_clear_error();
            return fail(Fault::SettingsInvalid, QStringLiteral("recovery certificate"),
                        certificateFile);
        }
        if (const auto written = writeDurably(folder.filePath(valid.back()), *envelope); !written)
            return written;
    }
    // What an earlier certificate's key would open lies about no longer.
    for (const auto &name : folder.entryList({QStringLiteral("*.p7m")}, QDir::Files)) {
        const bool isOurs = keys.contains(name.section(QLatin1Char('.'), 0, 0));
        if (!isOurs || valid.contains(name))
            continue;
        if (const auto removed = removeDurably(folder.filePath(name)); !removed)
            return removed;
    }
    return {};
}

Expected<bool> isRecoverable(const QString &keyId, const QString &dataDir,
                             const QString &certificateFile)
{
    const auto certificate = certificateIn(certificateFile);
    if (!certificate)
        return fail(certificate.error());
    return QDir(folderIn(dataDir)).exists(nameOf(keyId, certificate->get()));
}

Expected<DataKeys> recoveredKeys(const QString &dataDir, const QString &privateKeyFile,
                                 const Secret &passphrase)
{
    const auto key = privateKeyIn(privateKeyFile, passphrase);
    if (!key)
        return fail(key.error());
    const QDir folder(folderIn(dataDir));
    DataKeys found;
    for (const auto &name : folder.entryList({QStringLiteral("*.p7m")}, QDir::Files, QDir::Time)) {
        const auto envelope = readWhole(folder.filePath(name), largestFile);
        if (!envelope)
            return fail(envelope.error());
        const auto text = unwrapped(*envelope, key->get());
        if (!text)
            continue;
        auto keys = DataKeys::parse(*text);
        // RSA that opens what was not for it gives noise.
        if (keys)
            found.adopt(*std::move(keys));
    }
    if (found.keys().empty())
        return fail(Fault::KeyUnavailable, QStringLiteral("no envelope for that private key"),
                    folder.path());
    return found;
}

}  // namespace station::sealing
