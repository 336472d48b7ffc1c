#include "signing/agent/token_service.h"

#include "core/base/worker_channel.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <p11-kit/pkcs11.h>

#include <array>
#include <cstring>

namespace station::signing {
namespace {

constexpr int longestPin = 255;

QJsonObject refusal(unsigned long ckr, const QString &detail)
{
    return {{QStringLiteral("ckr"), static_cast<qint64>(ckr)}, {QStringLiteral("detail"), detail}};
}

QJsonObject refusal(const TokenFault &fault)
{
    return refusal(fault.ckr, fault.detail);
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesOf(const QJsonObject &request, QLatin1String name)
{
    return QByteArray::fromBase64(request.value(name).toString().toLatin1());
}

QByteArray derOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    QByteArray bytes;
    if (size > 0)
        bytes = QByteArray(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

std::vector<PKCS11_CERT *> certificatesOn(PKCS11_TOKEN *token)
{
    PKCS11_CERT *certificates = nullptr;
    unsigned int count = 0;
    std::vector<PKCS11_CERT *> found;
    if (PKCS11_enumerate_certs(token, &certificates, &count) != 0)
        return found;
    for (unsigned int i = 0; i < count; ++i) {
        if (certificates[i].x509 != nullptr)
            found.push_back(certificates + i);
    }
    return found;
}

QJsonArray describeCertificates(PKCS11_TOKEN *token, bool unlocked)
{
    QJsonArray list;
    for (PKCS11_CERT *certificate : certificatesOn(token)) {
        list.append(QJsonObject{
            {QStringLiteral("der"), base64(derOf(certificate->x509))},
            {QStringLiteral("label"), QString::fromUtf8(certificate->label)},
            {QStringLiteral("hasPrivateKey"), unlocked && PKCS11_find_key(certificate) != nullptr},
        });
    }
    return list;
}

/// A PIN as the C string that PKCS#11 wants, wiped when done.
class PinText {
public:
    explicit PinText(const Secret &pin)
    {
        std::memcpy(m_text.data(), pin.view().data(), pin.size());
    }
    ~PinText() { OPENSSL_cleanse(m_text.data(), m_text.size()); }
    PinText(const PinText &) = delete;
    PinText &operator=(const PinText &) = delete;
    const char *get() const { return m_text.data(); }

private:
    std::array<char, longestPin + 1> m_text{};
};

}  // namespace

TokenService::TokenService(const QStringList &modules)
{
    for (const auto &path : modules) {
        if (auto module = TokenModule::load(path))
            m_modules.push_back(std::move(module));
    }
    ERR_clear_error();
}

QJsonObject TokenService::answer(const QJsonObject &request)
{
    const QString ask = request.value(QLatin1String("ask")).toString();
    if (ask == QLatin1String("list"))
        return list();
    if (ask == QLatin1String("login")) {
        const Secret pin(worker_side::readBytes(request.value(QLatin1String("pinLength")).toInt()));
        return login(request, pin);
    }
    if (ask == QLatin1String("sign"))
        return sign(request);
    if (ask == QLatin1String("logout"))
        return logout();
    return refusal(CKR_FUNCTION_NOT_SUPPORTED, QStringLiteral("unknown request"));
}

QJsonObject TokenService::list() const
{
    QJsonArray tokens;
    for (const auto &module : m_modules) {
        for (const PKCS11_SLOT *slot : module->tokens()) {
            PKCS11_TOKEN *token = slot->token;
            tokens.append(QJsonObject{
                {QStringLiteral("label"), QString::fromUtf8(token->label)},
                {QStringLiteral("serial"), QString::fromUtf8(token->serialnr)},
                {QStringLiteral("model"), QString::fromUtf8(token->model)},
                {QStringLiteral("manufacturer"), QString::fromUtf8(token->manufacturer)},
                {QStringLiteral("pinCountLow"), token->userPinCountLow != 0},
                {QStringLiteral("finalTry"), token->userPinFinalTry != 0},
                {QStringLiteral("locked"), token->userPinLocked != 0},
                {QStringLiteral("protectedAuth"), token->secureLogin != 0},
                {QStringLiteral("certificates"), describeCertificates(token, false)},
            });
        }
    }
    return {{QStringLiteral("tokens"), tokens}};
}

PKCS11_SLOT *TokenService::find(const QString &label, const QString &serial) const
{
    for (const auto &module : m_modules) {
        for (PKCS11_SLOT *slot : module->tokens()) {
            if (QString::fromUtf8(slot->token->label) == label &&
                QString::fromUtf8(slot->token->serialnr) == serial)
                return slot;
        }
    }
    return nullptr;
}

QJsonObject TokenService::login(const QJsonObject &request, const Secret &pin)
{
    PKCS11_SLOT *slot = find(request.value(QLatin1String("label")).toString(),
                             request.value(QLatin1String("serial")).toString());
    if (slot == nullptr)
        return refusal(CKR_TOKEN_NOT_PRESENT, QStringLiteral("login"));
    // What is known to fail must not cost an attempt.
    if (slot->token->userPinLocked)
        return refusal(CKR_PIN_LOCKED, QStringLiteral("login"));
    const bool ownKeypad = slot->token->secureLogin && pin.isEmpty();
    if (pin.size() > longestPin || (pin.isEmpty() && !ownKeypad))
        return refusal(CKR_PIN_LEN_RANGE, QStringLiteral("login"));
    if (pin.view().find('\0') != std::string_view::npos)
        return refusal(CKR_PIN_INVALID, QStringLiteral("login"));

    const PinText text(pin);
    if (PKCS11_login(slot, 0, ownKeypad ? nullptr : text.get()) != 0)
        return refusal(lastFault(QStringLiteral("login")));
    m_unlocked = slot;
    return {{QStringLiteral("certificates"), describeCertificates(slot->token, true)}};
}

QJsonObject TokenService::sign(const QJsonObject &request)
{
    if (m_unlocked == nullptr)
        return refusal(CKR_USER_NOT_LOGGED_IN, QStringLiteral("sign"));
    const QByteArray wanted = bytesOf(request, QLatin1String("certificate"));
    const QByteArray digest = bytesOf(request, QLatin1String("digest"));
    if (digest.size() != 32)
        return refusal(CKR_DATA_LEN_RANGE, QStringLiteral("digest"));

    if (m_keyOwner != wanted) {
        for (PKCS11_CERT *certificate : certificatesOn(m_unlocked->token)) {
            if (derOf(certificate->x509) != wanted)
                continue;
            PKCS11_KEY *key = PKCS11_find_key(certificate);
            EVP_PKEY_free(m_key);
            m_key = key != nullptr ? PKCS11_get_private_key(key) : nullptr;
            m_keyOwner = wanted;
        }
    }
    if (m_keyOwner != wanted || m_key == nullptr)
        return refusal(CKR_KEY_HANDLE_INVALID, QStringLiteral("no key for the certificate"));

    ERR_clear_error();
    QByteArray signature(EVP_PKEY_size(m_key), '\0');
    auto size = static_cast<size_t>(signature.size());
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(m_key, nullptr);
    const bool rsa = EVP_PKEY_base_id(m_key) == EVP_PKEY_RSA;
    const bool done =
        context != nullptr && EVP_PKEY_sign_init(context) > 0 &&
        (!rsa || EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) > 0) &&
        EVP_PKEY_CTX_set_signature_md(context, EVP_sha256()) > 0 &&
        EVP_PKEY_sign(context, reinterpret_cast<unsigned char *>(signature.data()), &size,
                      reinterpret_cast<const unsigned char *>(digest.constData()),
                      static_cast<size_t>(digest.size())) > 0;
    EVP_PKEY_CTX_free(context);
    if (!done)
        return refusal(lastFault(QStringLiteral("sign")));
    signature.truncate(static_cast<qsizetype>(size));
    return {{QStringLiteral("signature"), base64(signature)}};
}

QJsonObject TokenService::logout()
{
    if (m_unlocked != nullptr)
        PKCS11_logout(m_unlocked);
    m_unlocked = nullptr;
    ERR_clear_error();
    return {};
}

}  // namespace station::signing
