#include "signing/agent/training_setup.h"

#include <QByteArray>
#include <QFile>
#include <QJsonArray>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>
#include <p11-kit/p11-kit.h>

#include <cstring>
#include <vector>

namespace station::signing {
namespace {

const QByteArray keyId = QByteArrayLiteral("\x01");

QJsonObject refusal(CK_RV ckr, const char *call)
{
    return {{QStringLiteral("ckr"), static_cast<qint64>(ckr)},
            {QStringLiteral("detail"), QString::fromLatin1(call)}};
}

CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, const QByteArray &value)
{
    return {type, const_cast<char *>(value.constData()), static_cast<CK_ULONG>(value.size())};
}

template <typename T>
CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, const T &value)
{
    return {type, const_cast<T *>(&value), sizeof value};
}

QByteArray paddedLabel(const QString &label)
{
    return label.toUtf8().left(32).leftJustified(32, ' ');
}

CK_UTF8CHAR *text(const QByteArray &bytes)
{
    return reinterpret_cast<CK_UTF8CHAR *>(const_cast<char *>(bytes.constData()));
}

CK_UTF8CHAR *text(const Secret &secret)
{
    return reinterpret_cast<CK_UTF8CHAR *>(const_cast<char *>(secret.view().data()));
}

std::vector<CK_SLOT_ID> slotsWithToken(CK_FUNCTION_LIST *calls)
{
    CK_ULONG count = 0;
    if (calls->C_GetSlotList(CK_TRUE, nullptr, &count) != CKR_OK)
        return {};
    std::vector<CK_SLOT_ID> found(count);
    if (calls->C_GetSlotList(CK_TRUE, found.data(), &count) != CKR_OK)
        return {};
    found.resize(count);
    return found;
}

/// SubjectPublicKeyInfo of an RSA key from its two numbers.
QByteArray rsaKeyInfo(const QByteArray &modulus, const QByteArray &exponent)
{
    const auto number = [](const QByteArray &bytes) {
        return BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()),
                         static_cast<int>(bytes.size()), nullptr);
    };
    BIGNUM *n = number(modulus);
    BIGNUM *e = number(exponent);
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n);
    OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e);
    OSSL_PARAM *parameters = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr);
    EVP_PKEY *key = nullptr;
    unsigned char *der = nullptr;
    QByteArray info;
    if (EVP_PKEY_fromdata_init(context) > 0 &&
        EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters) > 0) {
        if (const int size = i2d_PUBKEY(key, &der); size > 0)
            info = QByteArray(reinterpret_cast<const char *>(der), size);
    }
    OPENSSL_free(der);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    BN_free(n);
    BN_free(e);
    return info;
}

QJsonObject made(const QByteArray &publicKeyInfo)
{
    return {{QStringLiteral("publicKey"), QString::fromLatin1(publicKeyInfo.toBase64())}};
}

}  // namespace

TrainingSetup::TrainingSetup(const QString &module)
{
    m_calls = p11_kit_module_load(QFile::encodeName(module).constData(), P11_KIT_MODULE_UNMANAGED);
    if (m_calls != nullptr && m_calls->C_Initialize(nullptr) != CKR_OK)
        m_calls = nullptr;
}

QJsonObject TrainingSetup::answer(const Request &request)
{
    const QString ask = request.words.value(QLatin1String("ask")).toString();
    if (m_calls == nullptr)
        return refusal(CKR_TOKEN_NOT_PRESENT, "module");
    if (ask == QLatin1String("create"))
        return create(request.words, request.pin);
    if (ask == QLatin1String("store"))
        return store(request.words);
    return refusal(CKR_FUNCTION_NOT_SUPPORTED, "unknown request");
}

QJsonObject TrainingSetup::create(const QJsonObject &words, const Secret &pin)
{
    const QString kind = words.value(QLatin1String("key")).toString(QStringLiteral("rsa2048"));
    const char *call = "no free slot";
    const QByteArray label = paddedLabel(words.value(QLatin1String("label")).toString());
    if (const CK_RV rv = openNew(label, pin, call))
        return refusal(rv, call);
    if (kind == QLatin1String("rsa2048"))
        return makeRsaKey(2048);
    if (kind == QLatin1String("rsa3072"))
        return makeRsaKey(3072);
    if (kind == QLatin1String("p256"))
        return makeEcKey();
    return refusal(CKR_ATTRIBUTE_VALUE_INVALID, "key");
}

/// A fresh token with that label and PIN, and a session in which its user is logged in.
CK_RV TrainingSetup::openNew(const QByteArray &label, const Secret &pin, const char *&call)
{
    const auto pinSize = static_cast<CK_ULONG>(pin.size());
    for (const CK_SLOT_ID slot : slotsWithToken(m_calls)) {
        CK_TOKEN_INFO info{};
        if (m_calls->C_GetTokenInfo(slot, &info) != CKR_OK ||
            (info.flags & CKF_TOKEN_INITIALIZED) != 0)
            continue;
        // Nobody needs the officer's PIN of a training token again: it is the user's.
        call = "C_InitToken";
        if (const CK_RV rv = m_calls->C_InitToken(slot, text(pin), pinSize, text(label)))
            return rv;
        break;
    }

    // SoftHSM moves a token to a new slot when it is initialised: look for it by label.
    for (const CK_SLOT_ID slot : slotsWithToken(m_calls)) {
        CK_TOKEN_INFO info{};
        if (m_calls->C_GetTokenInfo(slot, &info) != CKR_OK ||
            std::memcmp(info.label, label.constData(), sizeof info.label) != 0)
            continue;
        call = "C_OpenSession";
        if (const CK_RV rv = m_calls->C_OpenSession(slot, CKF_SERIAL_SESSION | CKF_RW_SESSION,
                                                    nullptr, nullptr, &m_session))
            return rv;
        break;
    }
    if (m_session == 0)
        return CKR_TOKEN_NOT_PRESENT;
    call = "C_Login as officer";
    if (const CK_RV rv = m_calls->C_Login(m_session, CKU_SO, text(pin), pinSize))
        return rv;
    call = "C_InitPIN";
    if (const CK_RV rv = m_calls->C_InitPIN(m_session, text(pin), pinSize))
        return rv;
    m_calls->C_Logout(m_session);
    call = "C_Login";
    return m_calls->C_Login(m_session, CKU_USER, text(pin), pinSize);
}

CK_RV TrainingSetup::makeKeyPair(CK_MECHANISM_TYPE kind, std::vector<CK_ATTRIBUTE> publicPart,
                                 CK_OBJECT_HANDLE &publicKey)
{
    const CK_BBOOL yes = CK_TRUE;
    const CK_BBOOL no = CK_FALSE;
    for (const auto &part :
         {attribute(CKA_TOKEN, yes), attribute(CKA_VERIFY, yes), attribute(CKA_ID, keyId)})
        publicPart.push_back(part);
    CK_ATTRIBUTE privatePart[] = {attribute(CKA_TOKEN, yes),     attribute(CKA_PRIVATE, yes),
                                  attribute(CKA_SENSITIVE, yes), attribute(CKA_EXTRACTABLE, no),
                                  attribute(CKA_SIGN, yes),      attribute(CKA_ID, keyId)};
    CK_MECHANISM mechanism{kind, nullptr, 0};
    CK_OBJECT_HANDLE privateKey = 0;
    return m_calls->C_GenerateKeyPair(m_session, &mechanism, publicPart.data(), publicPart.size(),
                                      privatePart, std::size(privatePart), &publicKey, &privateKey);
}

QJsonObject TrainingSetup::makeRsaKey(CK_ULONG bits)
{
    const QByteArray exponent = QByteArrayLiteral("\x01\x00\x01");
    CK_OBJECT_HANDLE publicKey = 0;
    if (const CK_RV rv = makeKeyPair(
            CKM_RSA_PKCS_KEY_PAIR_GEN,
            {attribute(CKA_MODULUS_BITS, bits), attribute(CKA_PUBLIC_EXPONENT, exponent)},
            publicKey))
        return refusal(rv, "C_GenerateKeyPair");
    const QByteArray modulus(static_cast<qsizetype>(bits / 8), '\0');
    CK_ATTRIBUTE wanted = attribute(CKA_MODULUS, modulus);
    if (const CK_RV rv = m_calls->C_GetAttributeValue(m_session, publicKey, &wanted, 1))
        return refusal(rv, "C_GetAttributeValue");
    return made(rsaKeyInfo(modulus, exponent));
}

QJsonObject TrainingSetup::makeEcKey()
{
    const QByteArray curve = QByteArray::fromHex("06082a8648ce3d030107");  // P-256
    CK_OBJECT_HANDLE publicKey = 0;
    if (const CK_RV rv =
            makeKeyPair(CKM_EC_KEY_PAIR_GEN, {attribute(CKA_EC_PARAMS, curve)}, publicKey))
        return refusal(rv, "C_GenerateKeyPair");
    const QByteArray point(2 + 65, '\0');  // an OCTET STRING around it
    CK_ATTRIBUTE wanted = attribute(CKA_EC_POINT, point);
    if (const CK_RV rv = m_calls->C_GetAttributeValue(m_session, publicKey, &wanted, 1))
        return refusal(rv, "C_GetAttributeValue");
    // SubjectPublicKeyInfo of a P-256 key is always this and the point (RFC 5480).
    return made(QByteArray::fromHex("3059301306072a8648ce3d020106082a8648ce3d030107034200") +
                point.mid(2));
}

QJsonObject TrainingSetup::store(const QJsonObject &words)
{
    char id = keyId.at(0);
    for (const auto value : words.value(QLatin1String("certificates")).toArray()) {
        const QByteArray der = QByteArray::fromBase64(value.toString().toLatin1());
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        X509 *certificate = d2i_X509(nullptr, &bytes, static_cast<long>(der.size()));
        if (certificate == nullptr)
            return refusal(CKR_DATA_INVALID, "certificate");
        unsigned char *name = nullptr;
        const int nameSize = i2d_X509_NAME(X509_get_subject_name(certificate), &name);
        const QByteArray subject(reinterpret_cast<const char *>(name), qMax(nameSize, 0));
        OPENSSL_free(name);
        X509_free(certificate);

        const CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
        const CK_CERTIFICATE_TYPE type = CKC_X_509;
        const CK_BBOOL yes = CK_TRUE;
        const CK_BBOOL no = CK_FALSE;
        const QByteArray ownId(1, id++);
        CK_ATTRIBUTE parts[] = {attribute(CKA_CLASS, kind), attribute(CKA_CERTIFICATE_TYPE, type),
                                attribute(CKA_TOKEN, yes),  attribute(CKA_PRIVATE, no),
                                attribute(CKA_ID, ownId),   attribute(CKA_SUBJECT, subject),
                                attribute(CKA_VALUE, der)};
        CK_OBJECT_HANDLE object = 0;
        if (const CK_RV rv = m_calls->C_CreateObject(m_session, parts, std::size(parts), &object))
            return refusal(rv, "C_CreateObject");
    }
    return {};
}

}  // namespace station::signing
