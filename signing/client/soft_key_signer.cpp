#include "signing/client/soft_key_signer.h"

#include "core/base/durable_file.h"
#include "signing/client/certificate_catalog.h"
#include "signing/client/certificate_choice.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>

#include <QFileInfo>

#include <string>
#include <utility>

namespace station::signing {
namespace {

constexpr qint64 largestFile = 1 << 20;

using Pkcs12Handle = std::unique_ptr<PKCS12, Releaser<PKCS12_free>>;

/// What one PKCS#12 file holds.
struct Opened {
    KeyHandle key{};
    std::vector<TokenCertificate> certificates{};  // the key's first
};

TokenCertificate entryOf(X509 *certificate)
{
    X509_up_ref(certificate);
    return {.der = Certificate(X509Handle(certificate)).der()};
}

Expected<Opened> openPkcs12(const QByteArray &bytes, const Secret &password)
{
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    const Pkcs12Handle file(d2i_PKCS12(nullptr, &data, static_cast<long>(bytes.size())));
    if (!file)
        return fail(Fault::FileUnreadable, QStringLiteral("no PKCS#12"));
    std::string text(password.view());
    const auto size = static_cast<int>(text.size());
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    const bool right = PKCS12_verify_mac(file.get(), text.c_str(), size) == 1;
    const bool parsed =
        right && PKCS12_parse(file.get(), text.c_str(), &key, &certificate, &others) == 1;
    OPENSSL_cleanse(text.data(), text.size());
    ERR_clear_error();
    if (!right)
        return fail(Fault::PinIncorrect, QStringLiteral("MAC"));
    // The MAC was right, so it is the encryption: RC2 of old exports, which OpenSSL 3 has retired.
    if (!parsed)
        return fail(Fault::FileUnreadable, QStringLiteral("PKCS#12 encryption"));

    Opened opened{.key = KeyHandle(key)};
    const X509Handle own(certificate);
    if (own) {
        auto entry = entryOf(own.get());
        entry.hasPrivateKey = key != nullptr;
        opened.certificates.push_back(entry);
    }
    for (int i = 0; i < sk_X509_num(others); ++i)
        opened.certificates.push_back(entryOf(sk_X509_value(others, i)));
    sk_X509_pop_free(others, X509_free);
    return opened;
}

Expected<QByteArray> signWith(EVP_PKEY *key, const QByteArray &digest)
{
    const KeyContextHandle context(EVP_PKEY_CTX_new(key, nullptr));
    QByteArray signature(EVP_PKEY_get_size(key), '\0');
    auto size = static_cast<std::size_t>(signature.size());
    const bool done =
        context && EVP_PKEY_sign_init(context.get()) > 0 &&
        EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) > 0 &&
        EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                      reinterpret_cast<const unsigned char *>(digest.constData()),
                      static_cast<std::size_t>(digest.size())) > 0;
    ERR_clear_error();
    if (!done)
        return fail(Fault::Internal, QStringLiteral("EVP_PKEY_sign"));
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

}  // namespace

SoftKeySigner::SoftKeySigner(SigningIdentity identity, KeyHandle key, dossier::Clerk clerk)
    : m_key(std::move(key)), m_identity(std::move(identity)), m_clerk(std::move(clerk))
{
    m_identity.raw = [this](const QByteArray &digest) { return signWith(m_key.get(), digest); };
}

Expected<std::unique_ptr<SoftKeySigner>>
SoftKeySigner::open(const QString &pkcs12File, Secret password, const TokenEnvironment &environment)
{
    const QString name = QFileInfo(pkcs12File).fileName();
    if (QFileInfo(pkcs12File).size() > largestFile)
        return fail(Fault::FileTooLarge, QStringLiteral("PKCS#12"), name);
    auto bytes = readWhole(pkcs12File);
    if (!bytes)
        return fail(bytes.error());
    auto opened = openPkcs12(*bytes, password);
    OPENSSL_cleanse(bytes->data(), static_cast<std::size_t>(bytes->size()));
    if (!opened)
        return fail(opened.error().fault, opened.error().detail, name);

    // What is not the key's certificate is there for the way up.
    const auto chosen = chosenCertificate(
        candidatesOn({}, opened->certificates, environment.rules, timeIn(environment), true), {});
    if (!chosen)
        return fail(chosen.error());
    return std::unique_ptr<SoftKeySigner>(
        new SoftKeySigner(identityOf(*chosen, opened->certificates, environment),
                          std::move(opened->key), clerkOf(*chosen)));
}

qint64 SoftKeySigner::certificateEndsMs() const
{
    return m_identity.certificate.notAfterMs();
}

Expected<workflow::SignedFile> SoftKeySigner::sign(const workflow::SignRequest &request)
{
    return signCopy(request, m_identity);
}

}  // namespace station::signing
