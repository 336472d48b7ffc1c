#include "tests/signing/support/test_authority.h"

#include <openssl/ocsp.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

#include <map>
#include <mutex>
#include <source_location>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

using BasicHandle = std::unique_ptr<OCSP_BASICRESP, Releaser<OCSP_BASICRESP_free>>;
using OcspRequestHandle = std::unique_ptr<OCSP_REQUEST, Releaser<OCSP_REQUEST_free>>;
using OcspResponseHandle = std::unique_ptr<OCSP_RESPONSE, Releaser<OCSP_RESPONSE_free>>;
using OcspIdHandle = std::unique_ptr<OCSP_CERTID, Releaser<OCSP_CERTID_free>>;
using TimeHandle = std::unique_ptr<ASN1_TIME, Releaser<ASN1_TIME_free>>;
using GeneralTimeHandle =
    std::unique_ptr<ASN1_GENERALIZEDTIME, Releaser<ASN1_GENERALIZEDTIME_free>>;
using IntegerHandle = std::unique_ptr<ASN1_INTEGER, Releaser<ASN1_INTEGER_free>>;
using CrlHandle = std::unique_ptr<X509_CRL, Releaser<X509_CRL_free>>;
using StampInfoHandle = std::unique_ptr<TS_TST_INFO, Releaser<TS_TST_INFO_free>>;
using StampRequestHandle = std::unique_ptr<TS_REQ, Releaser<TS_REQ_free>>;
using ImprintHandle = std::unique_ptr<TS_MSG_IMPRINT, Releaser<TS_MSG_IMPRINT_free>>;
using ObjectHandle = std::unique_ptr<ASN1_OBJECT, Releaser<ASN1_OBJECT_free>>;
using AlgorithmHandle = std::unique_ptr<X509_ALGOR, Releaser<X509_ALGOR_free>>;

constexpr qint64 dayMs = 86'400'000;

/// Catch2 may be called from one thread only, and servers call us from theirs.
void must(bool done, std::source_location where = std::source_location::current())
{
    if (!done)
        qFatal("test authority, line %u", where.line());
}

template <auto encode, typename T>
QByteArray encodedBy(T *object)
{
    unsigned char *bytes = nullptr;
    const int size = encode(object, &bytes);
    must(size > 0);
    const QByteArray der(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

template <auto decode>
auto fromDer(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return decode(nullptr, &bytes, static_cast<long>(der.size()));
}

time_t seconds(qint64 ms)
{
    return static_cast<time_t>(ms / 1000);
}

IntegerHandle integerOf(const QByteArray &content)
{
    const QByteArray der =
        QByteArray(1, V_ASN1_INTEGER) + static_cast<char>(content.size()) + content;
    return IntegerHandle(fromDer<d2i_ASN1_INTEGER>(der));
}

IntegerHandle randomSerial()
{
    QByteArray bytes(16, '\0');
    RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), 16);
    bytes[0] = static_cast<char>((bytes[0] & 0x3f) | 0x40);  // positive, full length
    return integerOf(bytes);
}

KeyHandle newKey(int rsaBits)
{
    return KeyHandle(rsaBits > 0 ? EVP_RSA_gen(static_cast<unsigned>(rsaBits))
                                 : EVP_EC_gen("P-256"));
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionHandle extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    must(bool(extension));
    must(X509_add_ext(certificate, extension.get(), -1) == 1);
}

void addName(X509_NAME *name, const char *type, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    must(X509_NAME_add_entry_by_txt(name, type, MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char *>(utf8.constData()),
                                    static_cast<int>(utf8.size()), -1, 0) == 1);
}

/// Where a certificate says that it can be asked about.
struct Addresses {
    QString ocsp{};
    QString crl{};
    QString issuer{};
};

/// `issuer` null: signs itself.
Certificate made(EVP_PKEY *key, const IssueOptions &options, const IssuedKey *issuer,
                 const Addresses &addresses)
{
    X509Handle handle(X509_new());
    X509 *x509 = handle.get();
    X509 *parent = issuer != nullptr ? issuer->certificate.get() : x509;
    X509_set_version(x509, X509_VERSION_3);
    X509_set_serialNumber(x509, randomSerial().get());
    ASN1_TIME_set(X509_getm_notBefore(x509), seconds(options.notBeforeMs));
    ASN1_TIME_set(X509_getm_notAfter(x509), seconds(options.notAfterMs));
    X509_set_pubkey(x509, key);
    addName(X509_get_subject_name(x509), "C", u"VN"_s);
    addName(X509_get_subject_name(x509), "O", u"Trung tâm chứng thực thử nghiệm"_s);
    addName(X509_get_subject_name(x509), "CN", options.name);
    X509_set_issuer_name(x509, X509_get_subject_name(parent));
    addExtension(x509, parent, NID_basic_constraints,
                 options.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    addExtension(x509, parent, NID_key_usage,
                 options.authority ? "critical,keyCertSign,cRLSign" : options.keyUsage);
    addExtension(x509, parent, NID_subject_key_identifier, "hash");
    if (issuer != nullptr)
        addExtension(x509, parent, NID_authority_key_identifier, "keyid:always");
    if (!options.extendedKeyUsage.isEmpty())
        addExtension(x509, parent, NID_ext_key_usage, options.extendedKeyUsage);
    if (options.noCheck)
        addExtension(x509, parent, NID_id_pkix_OCSP_noCheck, "ignored");
    if (options.askable && issuer != nullptr) {
        addExtension(x509, parent, NID_info_access,
                     "OCSP;URI:" + addresses.ocsp.toLatin1() +
                         ",caIssuers;URI:" + addresses.issuer.toLatin1());
        addExtension(x509, parent, NID_crl_distribution_points, "URI:" + addresses.crl.toLatin1());
    }
    must(X509_sign(x509, issuer != nullptr ? issuer->key.get() : key, EVP_sha256()) > 0);
    return Certificate(std::move(handle));
}

IssuedKey madeWithKey(const IssueOptions &options, const IssuedKey *issuer,
                      const Addresses &addresses)
{
    IssuedKey issued{.key = newKey(options.rsaBits)};
    must(bool(issued.key));
    issued.certificate = made(issued.key.get(), options, issuer, addresses);
    return issued;
}

struct Revoked {
    qint64 atMs = 0;
    int reason = 0;
};

QByteArray serialOf(const ASN1_INTEGER *serial)
{
    return encodedBy<i2d_ASN1_INTEGER>(serial);
}

}  // namespace

struct TestAuthority::Keys {
    explicit Keys(const QString &baseUrl)
        : base(baseUrl), byRoot{.ocsp = base + "/ocsp"_L1,
                                .crl = base + "/root-crl"_L1,
                                .issuer = base + "/root-ca"_L1},
          byIssuer{.ocsp = base + "/ocsp"_L1, .crl = base + "/crl"_L1, .issuer = base + "/ca"_L1}
    {
    }

    IssuedKey issue(const IssueOptions &options) { return madeWithKey(options, &issuer, byIssuer); }
    QByteArray crlOf(const IssuedKey &by, qint64 thisUpdateMs, qint64 nextUpdateMs);

    QString base;
    Addresses byRoot;
    Addresses byIssuer;
    IssuedKey root{};
    IssuedKey issuer{};
    IssuedKey timestamper{};
    IssuedKey expiredTimestamper{};
    IssuedKey wrongPurpose{};
    IssuedKey responder{};
    IssuedKey foreignResponder{};

    std::mutex mutex{};  // the loopback services ask from their own threads
    std::map<QByteArray, Revoked> revoked{};
};

TestAuthority::TestAuthority(QString baseUrl) : m_keys(std::make_shared<Keys>(baseUrl))
{
    auto &keys = *m_keys;
    keys.root = madeWithKey({.name = u"Gốc chứng thực thử nghiệm"_s,
                             .notBeforeMs = sampleTimeMs - 3650 * dayMs,
                             .notAfterMs = sampleTimeMs + 7300 * dayMs,
                             .authority = true},
                            nullptr, {});
    keys.issuer = madeWithKey({.name = u"Cấp phát thử nghiệm"_s,
                               .notBeforeMs = sampleTimeMs - 3600 * dayMs,
                               .notAfterMs = sampleTimeMs + 7200 * dayMs,
                               .authority = true},
                              &keys.root, keys.byRoot);
    keys.timestamper = keys.issue({.name = u"Cấp dấu thời gian thử nghiệm"_s,
                                   .notBeforeMs = sampleTimeMs - 30 * dayMs,
                                   .keyUsage = "critical,digitalSignature",
                                   .extendedKeyUsage = "critical,timeStamping"});
    keys.responder = keys.issue({.name = u"Trả lời OCSP thử nghiệm"_s,
                                 .notBeforeMs = sampleTimeMs - 30 * dayMs,
                                 .keyUsage = "critical,digitalSignature",
                                 .extendedKeyUsage = "OCSPSigning",
                                 .askable = false,
                                 .noCheck = true});
}

const Certificate &TestAuthority::root() const
{
    return m_keys->root.certificate;
}

const Certificate &TestAuthority::issuer() const
{
    return m_keys->issuer.certificate;
}

const IssuedKey &TestAuthority::timestamper() const
{
    return m_keys->timestamper;
}

const IssuedKey &TestAuthority::responder() const
{
    return m_keys->responder;
}

IssuedKey TestAuthority::issue(const IssueOptions &options)
{
    return m_keys->issue(options);
}

Certificate TestAuthority::certify(const QByteArray &publicKey, const IssueOptions &options)
{
    const KeyHandle key(fromDer<d2i_PUBKEY>(publicKey));
    must(bool(key));
    return made(key.get(), options, &m_keys->issuer, m_keys->byIssuer);
}

void TestAuthority::revoke(const Certificate &certificate, qint64 atMs, int reason)
{
    const std::lock_guard lock(m_keys->mutex);
    m_keys->revoked[serialOf(X509_get0_serialNumber(certificate.get()))] = {atMs, reason};
}

QByteArray TestAuthority::timestamp(const QByteArray &sha256, const StampOptions &options)
{
    auto &keys = *m_keys;
    const IssuedKey *signer = &keys.timestamper;
    if (options.expiredSigner || options.wrongPurpose) {
        const std::lock_guard lock(keys.mutex);
        auto &other = options.expiredSigner ? keys.expiredTimestamper : keys.wrongPurpose;
        if (!other.key)
            other = keys.issue(
                {.name = u"Cấp dấu thời gian sai"_s,
                 .notBeforeMs = sampleTimeMs - 800 * dayMs,
                 .notAfterMs = sampleTimeMs + (options.expiredSigner ? -1 : 3650) * dayMs,
                 .keyUsage = "critical,digitalSignature",
                 .extendedKeyUsage = options.expiredSigner ? "critical,timeStamping" : ""});
        signer = &other;
    }

    const StampInfoHandle info(TS_TST_INFO_new());
    TS_TST_INFO_set_version(info.get(), 1);
    const ObjectHandle policy(OBJ_txt2obj("1.3.6.1.4.1.13762.3", 1));
    TS_TST_INFO_set_policy_id(info.get(), policy.get());
    const AlgorithmHandle algorithm(X509_ALGOR_new());
    X509_ALGOR_set_md(algorithm.get(), EVP_sha256());
    const ImprintHandle imprint(TS_MSG_IMPRINT_new());
    TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
    QByteArray digest = sha256;
    if (options.wrongImprint)
        digest[0] = static_cast<char>(digest[0] ^ 1);
    TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(digest.data()),
                           static_cast<int>(digest.size()));
    TS_TST_INFO_set_msg_imprint(info.get(), imprint.get());
    TS_TST_INFO_set_serial(info.get(), randomSerial().get());
    const GeneralTimeHandle time(ASN1_GENERALIZEDTIME_set(nullptr, seconds(options.atMs)));
    TS_TST_INFO_set_time(info.get(), time.get());
    if (!options.nonce.isEmpty())
        TS_TST_INFO_set_nonce(info.get(), integerOf(options.nonce).get());

    const unsigned flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;
    const CmsHandle cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    CMS_set1_eContentType(cms.get(), OBJ_nid2obj(NID_id_smime_ct_TSTInfo));
    // With SHA-1 OpenSSL writes the old signing-certificate attribute, as old authorities do.
    const CMS_SignerInfo *added =
        CMS_add1_signer(cms.get(), signer->certificate.get(), signer->key.get(),
                        options.sha1 ? EVP_sha1() : EVP_sha256(),
                        flags | CMS_CADES | (options.withoutCertificate ? CMS_NOCERTS : 0U));
    must(added != nullptr);
    if (!options.withoutCertificate)
        CMS_add1_cert(cms.get(), keys.issuer.certificate.get());
    const QByteArray content = encodedBy<i2d_TS_TST_INFO>(info.get());
    const BioHandle input(BIO_new_mem_buf(content.constData(), static_cast<int>(content.size())));
    must(CMS_final(cms.get(), input.get(), nullptr, flags) == 1);
    QByteArray token = encodedBy<i2d_CMS_ContentInfo>(cms.get());
    if (options.forged)
        token.back() = static_cast<char>(token.back() ^ 1);  // the signature stands last
    return token;
}

QByteArray TestAuthority::timestampResponse(const QByteArray &request, StampOptions options)
{
    const StampRequestHandle asked(fromDer<d2i_TS_REQ>(request));
    must(bool(asked));
    const ASN1_OCTET_STRING *digest = TS_MSG_IMPRINT_get_msg(TS_REQ_get_msg_imprint(asked.get()));
    const ASN1_INTEGER *nonce = TS_REQ_get_nonce(asked.get());
    if (options.nonce.isEmpty() && nonce != nullptr)
        options.nonce = encodedBy<i2d_ASN1_INTEGER>(nonce).mid(2);
    options.withoutCertificate |= TS_REQ_get_cert_req(asked.get()) == 0;
    const QByteArray token = timestamp(
        {reinterpret_cast<const char *>(ASN1_STRING_get0_data(digest)), ASN1_STRING_length(digest)},
        options);
    // TimeStampResp ::= SEQUENCE { PKIStatusInfo { granted }, token }
    const QByteArray body = QByteArray::fromHex("3003020100") + token;
    unsigned char header[8];
    unsigned char *end = header;
    ASN1_put_object(&end, 1, static_cast<int>(body.size()), V_ASN1_SEQUENCE, V_ASN1_UNIVERSAL);
    return QByteArray(reinterpret_cast<const char *>(header), end - header) + body;
}

QByteArray TestAuthority::ocsp(const Certificate &certificate, qint64 producedAtMs,
                               const QByteArray &nonce)
{
    return ocsp(certificate, OcspOptions{.producedAtMs = producedAtMs, .nonce = nonce});
}

QByteArray TestAuthority::ocsp(const Certificate &certificate, const OcspOptions &options)
{
    const bool byRoot = X509_check_issued(m_keys->root.certificate.get(), certificate.get()) == 0 &&
                        certificate.der() != m_keys->root.certificate.der();
    const auto &issuing = byRoot ? m_keys->root : m_keys->issuer;
    const OcspIdHandle id(
        OCSP_cert_to_id(EVP_sha1(), certificate.get(), issuing.certificate.get()));
    return answerTo(id.get(), options);
}

QByteArray TestAuthority::ocspResponse(const QByteArray &request, OcspOptions options)
{
    const OcspRequestHandle asked(fromDer<d2i_OCSP_REQUEST>(request));
    must(bool(asked));
    must(OCSP_request_onereq_count(asked.get()) == 1);
    const int index = OCSP_REQUEST_get_ext_by_NID(asked.get(), NID_id_pkix_OCSP_Nonce, -1);
    if (options.nonce.isEmpty() && index >= 0) {
        const ASN1_OCTET_STRING *value =
            X509_EXTENSION_get_data(OCSP_REQUEST_get_ext(asked.get(), index));
        // OCTET STRING in the extension's OCTET STRING
        options.nonce = QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(value)),
                                   ASN1_STRING_length(value))
                            .mid(2);
    }
    return answerTo(OCSP_onereq_get0_id(OCSP_request_onereq_get0(asked.get(), 0)), options);
}

QByteArray TestAuthority::answerTo(ocsp_cert_id_st *id, const OcspOptions &options)
{
    auto &keys = *m_keys;
    ASN1_INTEGER *serial = nullptr;
    OCSP_id_get0_info(nullptr, nullptr, nullptr, &serial, id);
    const OcspIdHandle rootId(
        OCSP_cert_to_id(EVP_sha1(), keys.issuer.certificate.get(), keys.root.certificate.get()));
    const bool byRoot = OCSP_id_issuer_cmp(id, rootId.get()) == 0;

    const TimeHandle thisUpdate(ASN1_TIME_set(nullptr, seconds(options.producedAtMs)));
    const TimeHandle nextUpdate(
        options.validForMs > 0
            ? ASN1_TIME_set(nullptr, seconds(options.producedAtMs + options.validForMs))
            : nullptr);
    const BasicHandle basic(OCSP_BASICRESP_new());
    {
        const std::lock_guard lock(keys.mutex);
        const auto found = keys.revoked.find(serialOf(serial));
        const bool revoked = found != keys.revoked.end();
        const TimeHandle at(ASN1_TIME_set(nullptr, revoked ? seconds(found->second.atMs) : 0));
        const int state = options.unknown ? V_OCSP_CERTSTATUS_UNKNOWN
                          : revoked       ? V_OCSP_CERTSTATUS_REVOKED
                                          : V_OCSP_CERTSTATUS_GOOD;
        must(OCSP_basic_add1_status(basic.get(), id, state,
                                    revoked ? found->second.reason : OCSP_REVOKED_STATUS_NOSTATUS,
                                    at.get(), thisUpdate.get(), nextUpdate.get()) != nullptr);
    }
    if (!options.nonce.isEmpty() && !options.withoutNonce) {
        QByteArray nonce = options.nonce;
        if (options.wrongNonce)
            nonce[0] = static_cast<char>(nonce[0] ^ 1);
        OCSP_basic_add1_nonce(basic.get(), reinterpret_cast<unsigned char *>(nonce.data()),
                              static_cast<int>(nonce.size()));
    }
    // OpenSSL can only stamp the present; the field itself is reachable.
    ASN1_GENERALIZEDTIME_set(
        const_cast<ASN1_GENERALIZEDTIME *>(OCSP_resp_get0_produced_at(basic.get())),
        seconds(options.producedAtMs));

    const IssuedKey *signer = byRoot ? &keys.root : &keys.responder;
    if (options.foreignResponder) {
        const std::lock_guard lock(keys.mutex);
        if (!keys.foreignResponder.key)
            keys.foreignResponder = keys.issue(
                {.name = u"Không phải trả lời OCSP"_s, .keyUsage = "critical,digitalSignature"});
        signer = &keys.foreignResponder;
    }
    must(OCSP_basic_sign(basic.get(), signer->certificate.get(), signer->key.get(), EVP_sha256(),
                         nullptr, OCSP_NOTIME) == 1);
    if (options.forged) {
        auto *signature = const_cast<ASN1_OCTET_STRING *>(OCSP_resp_get0_signature(basic.get()));
        signature->data[signature->length - 1] ^= 1;
    }
    const OcspResponseHandle response(
        OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get()));
    return encodedBy<i2d_OCSP_RESPONSE>(response.get());
}

QByteArray TestAuthority::Keys::crlOf(const IssuedKey &by, qint64 thisUpdateMs, qint64 nextUpdateMs)
{
    const CrlHandle crl(X509_CRL_new());
    X509_CRL_set_version(crl.get(), X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(by.certificate.get()));
    const TimeHandle thisUpdate(ASN1_TIME_set(nullptr, seconds(thisUpdateMs)));
    const TimeHandle nextUpdate(ASN1_TIME_set(nullptr, seconds(nextUpdateMs)));
    X509_CRL_set1_lastUpdate(crl.get(), thisUpdate.get());
    X509_CRL_set1_nextUpdate(crl.get(), nextUpdate.get());
    const IntegerHandle number = randomSerial();
    X509_CRL_add1_ext_i2d(crl.get(), NID_crl_number, number.get(), 0, 0);
    {
        const std::lock_guard lock(mutex);
        for (const auto &[serial, how] : revoked) {
            X509_REVOKED *entry = X509_REVOKED_new();
            const IntegerHandle integer(fromDer<d2i_ASN1_INTEGER>(serial));
            X509_REVOKED_set_serialNumber(entry, integer.get());
            const TimeHandle at(ASN1_TIME_set(nullptr, seconds(how.atMs)));
            X509_REVOKED_set_revocationDate(entry, at.get());
            ASN1_ENUMERATED *reason = ASN1_ENUMERATED_new();
            ASN1_ENUMERATED_set(reason, how.reason);
            X509_REVOKED_add1_ext_i2d(entry, NID_crl_reason, reason, 0, 0);
            ASN1_ENUMERATED_free(reason);
            X509_CRL_add0_revoked(crl.get(), entry);
        }
    }
    X509_CRL_sort(crl.get());
    must(X509_CRL_sign(crl.get(), by.key.get(), EVP_sha256()) > 0);
    return encodedBy<i2d_X509_CRL>(crl.get());
}

QByteArray TestAuthority::crl(qint64 thisUpdateMs, qint64 nextUpdateMs)
{
    return m_keys->crlOf(m_keys->issuer, thisUpdateMs, nextUpdateMs);
}

QByteArray TestAuthority::rootCrl(qint64 thisUpdateMs, qint64 nextUpdateMs)
{
    return m_keys->crlOf(m_keys->root, thisUpdateMs, nextUpdateMs);
}

VerifyContext TestAuthority::trust(qint64 afterMs) const
{
    return {.anchors = {root().der()}, .nowMs = sampleTimeMs + afterMs, .policy = stationPolicy()};
}

const AlgorithmPolicy &stationPolicy()
{
    static const auto policy =
        AlgorithmPolicy::load(QStringLiteral(STATION_SHARE_DIR "/signing/algorithms.toml"));
    must(bool(policy));
    return *policy;
}

}  // namespace station::signing
