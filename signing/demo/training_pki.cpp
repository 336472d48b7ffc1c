#include "signing/demo/training_pki.h"

#include "signing/cms/certificate.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

namespace station::signing {
namespace {

constexpr qint64 daySeconds = 24 * 3600;

/// One certificate to be issued.
struct Request {
    QString commonName{};
    EVP_PKEY *publicKey = nullptr;
    const char *constraints = nullptr;
    const char *keyUsage = nullptr;
};

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionHandle extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool addName(X509_NAME *name, const char *type, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return X509_NAME_add_entry_by_txt(name, type, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(utf8.constData()),
                                      static_cast<int>(utf8.size()), -1, 0) == 1;
}

/// `issuer` null: self-signed.
X509Handle issue(const Request &request, X509 *issuer, EVP_PKEY *issuerKey, qint64 nowMs)
{
    X509Handle made(X509_new());
    X509 *certificate = made.get();
    unsigned char serial[16];
    RAND_bytes(serial, sizeof serial);
    serial[0] = static_cast<unsigned char>((serial[0] & 0x3f) | 0x40);  // positive, full length
    BIGNUM *number = BN_bin2bn(serial, sizeof serial, nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_TIME_set(X509_getm_notBefore(certificate), static_cast<time_t>(nowMs / 1000 - daySeconds));
    ASN1_TIME_set(X509_getm_notAfter(certificate),
                  static_cast<time_t>(nowMs / 1000 + 3652 * daySeconds));
    X509_set_pubkey(certificate, request.publicKey);
    X509_NAME *subject = X509_get_subject_name(certificate);
    X509 *parent = issuer != nullptr ? issuer : certificate;
    const bool built =
        addName(subject, "C", QStringLiteral("VN")) &&
        addName(subject, "O", QStringLiteral("Trạm Số hóa (tập huấn)")) &&
        addName(subject, "CN", request.commonName) &&
        X509_set_issuer_name(certificate, X509_get_subject_name(parent)) == 1 &&
        addExtension(certificate, parent, NID_basic_constraints, request.constraints) &&
        addExtension(certificate, parent, NID_key_usage, request.keyUsage) &&
        addExtension(certificate, parent, NID_subject_key_identifier, "hash") &&
        addExtension(certificate, parent, NID_authority_key_identifier, "keyid:always") &&
        X509_sign(certificate, issuerKey, EVP_sha256()) > 0;
    if (!built)
        made.reset();
    return made;
}

QByteArray pemOf(X509 *certificate)
{
    const BioHandle output(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(output.get(), certificate);
    char *text = nullptr;
    const long size = BIO_get_mem_data(output.get(), &text);
    return {text, static_cast<qsizetype>(size)};
}

}  // namespace

Expected<TrainingPki> makeTrainingPki(const QByteArray &publicKey, const QString &clerkName,
                                      qint64 nowMs)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(publicKey.constData());
    const KeyHandle clerkKey(d2i_PUBKEY(nullptr, &bytes, static_cast<long>(publicKey.size())));
    const KeyHandle rootKey(EVP_EC_gen("P-256"));
    const KeyHandle issuerKey(EVP_EC_gen("P-256"));
    if (clerkKey && rootKey && issuerKey) {
        const X509Handle root = issue({.commonName = QStringLiteral("Gốc chứng thực tập huấn"),
                                       .publicKey = rootKey.get(),
                                       .constraints = "critical,CA:TRUE",
                                       .keyUsage = "critical,keyCertSign,cRLSign"},
                                      nullptr, rootKey.get(), nowMs);
        const X509Handle issuer = issue({.commonName = QStringLiteral("Cấp phát tập huấn"),
                                         .publicKey = issuerKey.get(),
                                         .constraints = "critical,CA:TRUE,pathlen:0",
                                         .keyUsage = "critical,keyCertSign,cRLSign"},
                                        root.get(), rootKey.get(), nowMs);
        const X509Handle clerk = issue({.commonName = clerkName,
                                        .publicKey = clerkKey.get(),
                                        .constraints = "critical,CA:FALSE",
                                        .keyUsage = "critical,digitalSignature,nonRepudiation"},
                                       issuer.get(), issuerKey.get(), nowMs);
        if (root && issuer && clerk) {
            const auto der = [](X509 *certificate) {
                X509_up_ref(certificate);
                return Certificate(X509Handle(certificate)).der();
            };
            return TrainingPki{.clerk = der(clerk.get()),
                               .issuer = der(issuer.get()),
                               .rootPem = pemOf(root.get())};
        }
    }
    ERR_clear_error();
    return fail(Fault::Internal, QStringLiteral("training PKI"));
}

}  // namespace station::signing
