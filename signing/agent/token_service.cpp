#include "signing/agent/token_service.h"

#include "signing/agent/module_files.h"

#include <openssl/crypto.h>
#include <openssl/err.h>

#include <array>
#include <cstring>

namespace station::signing {
namespace {

constexpr int longestPin = 255;
// What libp11 0.4.12 takes for a PIN of one signature.
constexpr int shortestSignaturePin = 4;
constexpr int longestSignaturePin = 32;

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

/// Empty when it is not base64 to the last letter: nothing damaged is signed.
QByteArray bytesOf(const QJsonObject &request, QLatin1String name)
{
    const auto decoded = QByteArray::fromBase64Encoding(request.value(name).toString().toUtf8(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
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

QByteArray idOf(const PKCS11_CERT *certificate)
{
    return {reinterpret_cast<const char *>(certificate->id),
            static_cast<qsizetype>(certificate->id_len)};
}

TokenFault certificatesOn(PKCS11_TOKEN *token, std::vector<PKCS11_CERT *> &found)
{
    PKCS11_CERT *certificates = nullptr;
    unsigned int count = 0;
    ERR_clear_error();
    if (PKCS11_enumerate_certs(token, &certificates, &count) != 0)
        return lastFault(QStringLiteral("certificates"));
    for (unsigned int i = 0; i < count; ++i) {
        if (certificates[i].x509 != nullptr)
            found.push_back(certificates + i);
    }
    return {};
}

/// Whether the key with the certificate's id has another public part. A card
/// whose keys and certificates were mixed up signs without complaint.
bool isOtherKey(PKCS11_CERT *certificate, PKCS11_KEY *key)
{
    EVP_PKEY *own = PKCS11_get_public_key(key);
    const bool other = own != nullptr && EVP_PKEY_eq(own, X509_get0_pubkey(certificate->x509)) == 0;
    EVP_PKEY_free(own);
    ERR_clear_error();
    return other;
}

struct Described {
    QJsonArray certificates{};
    TokenFault fault{};
};

Described described(const TokenModule &module, PKCS11_SLOT *slot, bool unlocked)
{
    Described result;
    std::vector<PKCS11_CERT *> found;
    result.fault = certificatesOn(slot->token, found);
    for (PKCS11_CERT *certificate : found) {
        QJsonObject entry{{QStringLiteral("der"), base64(derOf(certificate->x509))},
                          {QStringLiteral("label"), QString::fromUtf8(certificate->label)}};
        if (unlocked) {
            KeyFacts facts;
            const CK_RV rv =
                module.calls().key(PKCS11_get_slotid_from_slot(slot), idOf(certificate), facts);
            if (rv != CKR_OK)
                return {.fault = {rv, QStringLiteral("keys")}};
            PKCS11_KEY *key = facts.canSign ? PKCS11_find_key(certificate) : nullptr;
            entry.insert(QStringLiteral("hasPrivateKey"), facts.exists);
            entry.insert(QStringLiteral("asksPinEachTime"), facts.asksPinEachTime);
            entry.insert(QStringLiteral("keyTypeUnsupported"),
                         facts.exists && (!facts.canSign || key == nullptr));
            entry.insert(QStringLiteral("wrongKey"),
                         key != nullptr && isOtherKey(certificate, key));
        }
        result.certificates.append(entry);
    }
    ERR_clear_error();
    return result;
}

bool isGone(CK_RV rv)
{
    return rv == CKR_TOKEN_NOT_PRESENT || rv == CKR_DEVICE_REMOVED || rv == CKR_SLOT_ID_INVALID;
}

/// What is known to fail must not cost an attempt.
TokenFault objectionTo(const Secret &pin, const TokenState &token)
{
    const auto no = [](CK_RV rv) { return TokenFault{rv, QStringLiteral("login")}; };
    if (token.is(CKF_USER_PIN_LOCKED))
        return no(CKR_PIN_LOCKED);
    if (token.is(CKF_USER_PIN_TO_BE_CHANGED))
        return no(CKR_PIN_EXPIRED);
    if (!token.is(CKF_USER_PIN_INITIALIZED))
        return no(CKR_USER_PIN_NOT_INITIALIZED);
    const auto size = static_cast<int>(pin.size());
    if (pin.isEmpty())
        return token.is(CKF_PROTECTED_AUTHENTICATION_PATH) ? TokenFault{} : no(CKR_PIN_LEN_RANGE);
    if (size > longestPin || size < token.shortestPin ||
        (token.longestPin > 0 && size > token.longestPin))
        return no(CKR_PIN_LEN_RANGE);
    if (pin.view().find('\0') != std::string_view::npos)
        return no(CKR_PIN_INVALID);
    return {};
}

/// A PIN as the C string that libp11 wants, wiped when done.
class PinText {
public:
    explicit PinText(const Secret &pin)
    {
        if (!pin.isEmpty())
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
        QString problem = problemOfModule(path);
        if (problem.isEmpty()) {
            if (auto module = TokenModule::load(path))
                m_modules.push_back(std::move(module));
            else
                problem = QStringLiteral("cannot be loaded or started");
        }
        if (!problem.isEmpty())
            m_refused.append(QStringLiteral("%1: %2").arg(path, problem));
    }
    ERR_clear_error();
}

TokenService::~TokenService()
{
    logout();
}

QJsonObject TokenService::answer(const Request &request)
{
    const QString ask = request.words.value(QLatin1String("ask")).toString();
    if (ask == QLatin1String("list"))
        return list();
    if (ask == QLatin1String("login"))
        return login(request.words, request.pin);
    if (ask == QLatin1String("sign"))
        return sign(request.words, request.pin);
    if (ask == QLatin1String("logout"))
        return logout();
    return refusal(CKR_FUNCTION_NOT_SUPPORTED, QStringLiteral("unknown request"));
}

QJsonObject TokenService::list() const
{
    QJsonArray tokens;
    TokenFault fault;
    for (const auto &module : m_modules) {
        if (module->fault().ckr != CKR_OK)
            fault = module->fault();
        for (PKCS11_SLOT *slot : module->tokens()) {
            const CK_SLOT_ID id = PKCS11_get_slotid_from_slot(slot);
            TokenState state;
            CK_RV rv = module->calls().state(id, state);
            if (rv == CKR_OK)
                rv = module->calls().probe(id);
            Described about;
            if (rv == CKR_OK)
                about = described(*module, slot, false);
            else
                about.fault = {rv, QStringLiteral("token")};
            if (about.fault.ckr != CKR_OK) {
                if (!isGone(about.fault.ckr))
                    fault = about.fault;
                continue;
            }
            tokens.append(QJsonObject{
                {QStringLiteral("label"), state.label},
                {QStringLiteral("serial"), state.serial},
                {QStringLiteral("model"), state.model},
                {QStringLiteral("manufacturer"), state.manufacturer},
                {QStringLiteral("pinCountLow"), state.is(CKF_USER_PIN_COUNT_LOW)},
                {QStringLiteral("finalTry"), state.is(CKF_USER_PIN_FINAL_TRY)},
                {QStringLiteral("locked"), state.is(CKF_USER_PIN_LOCKED)},
                {QStringLiteral("protectedAuth"), state.is(CKF_PROTECTED_AUTHENTICATION_PATH)},
                {QStringLiteral("pinMustChange"), state.is(CKF_USER_PIN_TO_BE_CHANGED)},
                {QStringLiteral("pinMissing"), !state.is(CKF_USER_PIN_INITIALIZED)},
                {QStringLiteral("shortestPin"), state.shortestPin},
                {QStringLiteral("longestPin"), state.longestPin},
                {QStringLiteral("certificates"), about.certificates},
            });
        }
    }
    // One token that can be used is better than the fault of another.
    if (tokens.isEmpty() && fault.ckr != CKR_OK)
        return refusal(fault);
    return {{QStringLiteral("tokens"), tokens}, {QStringLiteral("refused"), m_refused}};
}

TokenService::Unlocked TokenService::find(const QString &label, const QString &serial) const
{
    for (const auto &module : m_modules) {
        for (PKCS11_SLOT *slot : module->tokens()) {
            if (QString::fromUtf8(slot->token->label) == label &&
                QString::fromUtf8(slot->token->serialnr) == serial)
                return {module.get(), slot};
        }
    }
    return {};
}

QJsonObject TokenService::login(const QJsonObject &words, const Secret &pin)
{
    const Unlocked chosen = find(words.value(QLatin1String("label")).toString(),
                                 words.value(QLatin1String("serial")).toString());
    if (chosen.slot == nullptr)
        return refusal(CKR_TOKEN_NOT_PRESENT, QStringLiteral("login"));
    if (m_unlocked.slot != nullptr)
        return refusal(CKR_USER_ALREADY_LOGGED_IN, QStringLiteral("login"));
    const CK_SLOT_ID id = PKCS11_get_slotid_from_slot(chosen.slot);
    TokenState now;
    if (const CK_RV rv = chosen.module->calls().state(id, now))
        return refusal(rv, QStringLiteral("token"));
    // The PIN was typed for the token that was listed.
    if (now.serial != words.value(QLatin1String("serial")).toString())
        return refusal(CKR_DEVICE_REMOVED, QStringLiteral("another token"));
    if (const TokenFault objection = objectionTo(pin, now); objection.ckr != CKR_OK)
        return refusal(objection);
    if (const CK_RV rv = chosen.module->calls().probe(id))
        return refusal(rv, QStringLiteral("session"));

    ERR_clear_error();
    {
        const PinText text(pin);
        if (PKCS11_login(chosen.slot, 0, pin.isEmpty() ? nullptr : text.get()) != 0)
            return refusal(lastFault(QStringLiteral("login")));
    }
    m_unlocked = chosen;
    const Described about = described(*chosen.module, chosen.slot, true);
    if (about.fault.ckr != CKR_OK)
        return refusal(about.fault);
    return {{QStringLiteral("certificates"), about.certificates}};
}

TokenFault TokenService::chooseKey(const QByteArray &certificateDer)
{
    if (m_keyOwner == certificateDer && m_key != nullptr)
        return {};
    std::vector<PKCS11_CERT *> certificates;
    if (const TokenFault fault = certificatesOn(m_unlocked.slot->token, certificates);
        fault.ckr != CKR_OK)
        return fault;
    for (PKCS11_CERT *certificate : certificates) {
        if (derOf(certificate->x509) != certificateDer)
            continue;
        KeyFacts facts;
        const CK_RV rv = m_unlocked.module->calls().key(
            PKCS11_get_slotid_from_slot(m_unlocked.slot), idOf(certificate), facts);
        if (rv != CKR_OK)
            return {rv, QStringLiteral("keys")};
        PKCS11_KEY *key = PKCS11_find_key(certificate);
        EVP_PKEY_free(m_key);
        m_key = key != nullptr ? PKCS11_get_private_key(key) : nullptr;
        m_keyAsks = facts.asksPinEachTime;
        m_keyOwner = certificateDer;
    }
    if (m_keyOwner != certificateDer || m_key == nullptr)
        return {CKR_KEY_HANDLE_INVALID, QStringLiteral("no key for the certificate")};
    return {};
}

QJsonObject TokenService::sign(const QJsonObject &words, const Secret &pin)
{
    if (m_unlocked.slot == nullptr)
        return refusal(CKR_USER_NOT_LOGGED_IN, QStringLiteral("sign"));
    const QByteArray digest = bytesOf(words, QLatin1String("digest"));
    if (digest.size() != 32)
        return refusal(CKR_DATA_LEN_RANGE, QStringLiteral("digest"));
    if (const TokenFault fault = chooseKey(bytesOf(words, QLatin1String("certificate")));
        fault.ckr != CKR_OK)
        return refusal(fault);
    const auto pinSize = static_cast<int>(pin.size());
    if (m_keyAsks && !m_unlocked.slot->token->secureLogin &&
        (pinSize < shortestSignaturePin || pinSize > longestSignaturePin))
        return refusal(CKR_PIN_LEN_RANGE, QStringLiteral("PIN of the signature"));

    m_unlocked.module->pinQuestion().offer(pin.isEmpty() ? nullptr : &pin);
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
    m_unlocked.module->pinQuestion().offer(nullptr);
    if (!done)
        return refusal(lastFault(QStringLiteral("sign")));
    if (size > static_cast<size_t>(signature.size()))
        return refusal(CKR_DEVICE_ERROR, QStringLiteral("signature longer than its key"));
    signature.truncate(static_cast<qsizetype>(size));
    return {{QStringLiteral("signature"), base64(signature)}};
}

QJsonObject TokenService::logout()
{
    EVP_PKEY_free(m_key);
    m_key = nullptr;
    m_keyOwner.clear();
    if (m_unlocked.slot != nullptr)
        PKCS11_logout(m_unlocked.slot);
    m_unlocked = {};
    ERR_clear_error();
    return {};
}

}  // namespace station::signing
