#include "signing/evidence/chain.h"

#include <openssl/err.h>

#include <algorithm>

namespace station::signing {
namespace {

/// More than any real signature brings along; a bound for crafted files.
constexpr qsizetype mostCertificates = 500;

bool isWebAddress(const GENERAL_NAME *name)
{
    if (name == nullptr || name->type != GEN_URI)
        return false;
    const ASN1_IA5STRING *text = name->d.uniformResourceIdentifier;
    const QByteArray address(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)),
                             ASN1_STRING_length(text));
    return address.toLower().startsWith("http://") || address.toLower().startsWith("https://");
}

bool namesOcsp(const X509 *certificate)
{
    const std::unique_ptr<AUTHORITY_INFO_ACCESS, Releaser<AUTHORITY_INFO_ACCESS_free>> places(
        static_cast<AUTHORITY_INFO_ACCESS *>(
            X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
    for (int i = 0; i < sk_ACCESS_DESCRIPTION_num(places.get()); ++i) {
        const ACCESS_DESCRIPTION *place = sk_ACCESS_DESCRIPTION_value(places.get(), i);
        if (OBJ_obj2nid(place->method) == NID_ad_OCSP && isWebAddress(place->location))
            return true;
    }
    return false;
}

bool namesCrl(const X509 *certificate)
{
    const std::unique_ptr<CRL_DIST_POINTS, Releaser<CRL_DIST_POINTS_free>> points(
        static_cast<CRL_DIST_POINTS *>(
            X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT_NAME *point = sk_DIST_POINT_value(points.get(), i)->distpoint;
        if (point == nullptr || point->type != 0)
            continue;
        for (int j = 0; j < sk_GENERAL_NAME_num(point->name.fullname); ++j) {
            if (isWebAddress(sk_GENERAL_NAME_value(point->name.fullname, j)))
                return true;
        }
    }
    return false;
}

using X509Stack =
    std::unique_ptr<STACK_OF(X509),
                    Releaser<[](STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); }>>;

Certificate shared(X509 *certificate)
{
    X509_up_ref(certificate);
    return Certificate(X509Handle(certificate));
}

/// Lets problems of time pass and notes them, so that what else is wrong comes
/// to light, too.
int noteProblem(int good, X509_STORE_CTX *check)
{
    if (good == 1)
        return 1;
    const int code = X509_STORE_CTX_get_error(check);
    const int depth = X509_STORE_CTX_get_error_depth(check);
    const bool isTime =
        code == X509_V_ERR_CERT_HAS_EXPIRED || code == X509_V_ERR_CERT_NOT_YET_VALID;
    auto *chain = static_cast<Chain *>(X509_STORE_CTX_get_app_data(check));
    if (isTime && !chain->problem.isEmpty() && depth <= chain->problemDepth)
        return 1;
    chain->problem = QString::fromLatin1(X509_verify_cert_error_string(code));
    chain->outsideValidity = isTime;
    chain->problemDepth = depth;
    return isTime ? 1 : 0;
}

std::vector<Certificate> readable(const QByteArrayList &ders)
{
    std::vector<Certificate> certificates;
    for (const auto &der : ders) {
        if (auto certificate = Certificate::fromDer(der); !certificate.isNull())
            certificates.push_back(std::move(certificate));
    }
    return certificates;
}

}  // namespace

Chain buildChain(const Certificate &leaf, const QByteArrayList &others,
                 const QByteArrayList &anchors, qint64 atMs, ChainUse use)
{
    return buildChain(leaf, readable(others.mid(0, mostCertificates)), readable(anchors), atMs,
                      use);
}

Chain buildChain(const Certificate &leaf, const std::vector<Certificate> &others,
                 const std::vector<Certificate> &anchors, qint64 atMs, ChainUse use)
{
    Chain chain;
    if (leaf.isNull()) {
        chain.problem = QStringLiteral("no certificate");
        return chain;
    }
    const StoreHandle store(X509_STORE_new());
    for (const auto &anchor : anchors)
        X509_STORE_add_cert(store.get(), anchor.get());
    const X509Stack known(sk_X509_new_null());
    for (const auto &other : others) {
        X509_up_ref(other.get());
        sk_X509_push(known.get(), other.get());
    }
    const StoreContextHandle check(X509_STORE_CTX_new());
    X509_STORE_CTX_init(check.get(), store.get(), leaf.get(), known.get());
    X509_VERIFY_PARAM *rules = X509_STORE_CTX_get0_param(check.get());
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_X509_STRICT |
                                           X509_V_FLAG_CHECK_SS_SIGNATURE);
    X509_VERIFY_PARAM_set_auth_level(rules, 2);  // no SHA-1, RSA from 2048 bits
    X509_VERIFY_PARAM_set_time(rules, static_cast<time_t>(atMs / 1000));
    if (use == ChainUse::TimeStamping)  // RFC 3161 2.3
        X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_TIMESTAMP_SIGN);
    X509_STORE_CTX_set_app_data(check.get(), &chain);
    X509_STORE_CTX_set_verify_cb(check.get(), noteProblem);
    if (X509_verify_cert(check.get()) != 1 && (chain.isTrusted() || chain.outsideValidity)) {
        // Not a problem of time alone: those let the check go on.
        const int code = X509_STORE_CTX_get_error(check.get());
        chain.problem = QString::fromLatin1(X509_verify_cert_error_string(code));
        chain.outsideValidity = false;
    }
    if (use == ChainUse::OcspSigning && chain.isTrusted() &&
        (X509_get_extended_key_usage(leaf.get()) == UINT32_MAX ||
         (X509_get_extended_key_usage(leaf.get()) & XKU_OCSP_SIGN) == 0) &&
        X509_check_ca(leaf.get()) == 0)
        chain.problem = QStringLiteral("not for OCSP answers");

    const STACK_OF(X509) *built = X509_STORE_CTX_get0_chain(check.get());
    for (int i = 0; i < sk_X509_num(built); ++i)
        chain.certificates.push_back(shared(sk_X509_value(built, i)));
    if (chain.certificates.empty())
        chain.certificates.push_back(leaf);
    ERR_clear_error();
    return chain;
}

bool isAskable(const Certificate &certificate)
{
    return !certificate.isNull() && (namesOcsp(certificate.get()) || namesCrl(certificate.get()));
}

}  // namespace station::signing
