#include "signing/evidence/revocation_answer.h"

#include "signing/evidence/der_reading.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>

namespace station::signing {
namespace {

constexpr qsizetype mostOcspBytes = 1024 * 1024;
constexpr qsizetype mostCrlBytes = 8 * 1024 * 1024;
constexpr int mostSingleResponses = 64;

using IdHandle = std::unique_ptr<OCSP_CERTID, Releaser<OCSP_CERTID_free>>;

tl::unexpected<Error> invalid(const char *rule)
{
    ERR_clear_error();
    return fail(Fault::ServiceAnswerInvalid, QLatin1String(rule));
}

// ---- OCSP -----------------------------------------------------------------------

/// The entry about our certificate: exactly one. Responders name the issuer by
/// SHA-1 or SHA-256 as they like; that digest protects nothing.
OCSP_SINGLERESP *entryAbout(OCSP_BASICRESP *basic, const Certificate &certificate,
                            const Certificate &issuer)
{
    OCSP_SINGLERESP *found = nullptr;
    const int count = OCSP_resp_count(basic);
    for (int i = 0; i < count && count <= mostSingleResponses; ++i) {
        OCSP_SINGLERESP *entry = OCSP_resp_get0(basic, i);
        auto *id = const_cast<OCSP_CERTID *>(OCSP_SINGLERESP_get0_id(entry));
        ASN1_OBJECT *digest = nullptr;
        OCSP_id_get0_info(nullptr, &digest, nullptr, nullptr, id);
        const EVP_MD *algorithm = EVP_get_digestbyobj(digest);
        if (algorithm == nullptr)
            continue;
        const IdHandle ours(OCSP_cert_to_id(algorithm, certificate.get(), issuer.get()));
        if (!ours || OCSP_id_cmp(ours.get(), id) != 0)
            continue;
        if (found != nullptr)
            return nullptr;
        found = entry;
    }
    return found;
}

/// Who signed the response; null when it is neither in it nor the issuer.
Certificate signerOf(OCSP_BASICRESP *basic, const Certificate &issuer)
{
    STACK_OF(X509) *extra = sk_X509_new_null();
    sk_X509_push(extra, issuer.get());
    X509 *signer = nullptr;
    OCSP_resp_get0_signer(basic, &signer, extra);
    Certificate certificate;
    // NOVERIFY: the signature only; who may sign is decided below, and more strictly.
    if (signer != nullptr && OCSP_basic_verify(basic, extra, nullptr, OCSP_NOVERIFY) == 1) {
        X509_up_ref(signer);
        certificate = Certificate(X509Handle(signer));
    }
    sk_X509_free(extra);
    return certificate;
}

bool isSameAuthority(const Certificate &left, const Certificate &right)
{
    return X509_NAME_cmp(X509_get_subject_name(left.get()), X509_get_subject_name(right.get())) ==
               0 &&
           EVP_PKEY_eq(X509_get0_pubkey(left.get()), X509_get0_pubkey(right.get())) == 1;
}

/// RFC 6960 4.2.2.2: certified by the same issuer, for this purpose.
bool isDelegateOf(const Certificate &issuer, const Certificate &responder, qint64 atMs)
{
    // The call below answers "all bits" when the extension is absent.
    return X509_get_ext_by_NID(responder.get(), NID_ext_key_usage, -1) >= 0 &&
           (X509_get_extended_key_usage(responder.get()) & XKU_OCSP_SIGN) != 0 &&
           responder.maySign() && responder.isValidAt(atMs) && hasIssued(issuer, responder) &&
           isAcceptedSignature(X509_get0_tbs_sigalg(responder.get()));
}

/// The bare nonce of the response; null: none.
QByteArray nonceOf(OCSP_BASICRESP *basic)
{
    const int index = OCSP_BASICRESP_get_ext_by_NID(basic, NID_id_pkix_OCSP_Nonce, -1);
    if (index < 0)
        return {};
    const QByteArray value = bytesOf(X509_EXTENSION_get_data(OCSP_BASICRESP_get_ext(basic, index)));
    // Some responders send it without the OCTET STRING around it.
    const QByteArray bare = contentOf(value);
    return value.startsWith('\x04') && !bare.isEmpty() ? bare : value;
}

bool hasUnknownCritical(OCSP_BASICRESP *basic, OCSP_SINGLERESP *entry)
{
    for (int i = 0; i < OCSP_BASICRESP_get_ext_count(basic); ++i) {
        X509_EXTENSION *extension = OCSP_BASICRESP_get_ext(basic, i);
        if (X509_EXTENSION_get_critical(extension) != 0 &&
            OBJ_obj2nid(X509_EXTENSION_get_object(extension)) != NID_id_pkix_OCSP_Nonce)
            return true;
    }
    for (int i = 0; i < OCSP_SINGLERESP_get_ext_count(entry); ++i) {
        if (X509_EXTENSION_get_critical(OCSP_SINGLERESP_get_ext(entry, i)) != 0)
            return true;
    }
    return false;
}

// ---- CRL ------------------------------------------------------------------------

/// Whether one of the names of a partial CRL's scope is where the certificate points.
bool sharesPoint(const DIST_POINT_NAME *scope, const Certificate &certificate)
{
    if (scope->type != 0)
        return false;
    auto *points = static_cast<CRL_DIST_POINTS *>(
        X509_get_ext_d2i(certificate.get(), NID_crl_distribution_points, nullptr, nullptr));
    bool shared = false;
    for (int i = 0; i < sk_DIST_POINT_num(points); ++i) {
        const DIST_POINT *point = sk_DIST_POINT_value(points, i);
        if (point->distpoint == nullptr || point->distpoint->type != 0)
            continue;
        for (int j = 0; j < sk_GENERAL_NAME_num(point->distpoint->name.fullname); ++j) {
            for (int k = 0; k < sk_GENERAL_NAME_num(scope->name.fullname); ++k)
                shared |=
                    GENERAL_NAME_cmp(sk_GENERAL_NAME_value(point->distpoint->name.fullname, j),
                                     sk_GENERAL_NAME_value(scope->name.fullname, k)) == 0;
        }
    }
    CRL_DIST_POINTS_free(points);
    return shared;
}

/// The issuing distribution point (RFC 5280 5.2.5) may narrow what a CRL speaks about.
bool speaksAbout(const ISSUING_DIST_POINT *scope, const Certificate &certificate)
{
    if (scope->indirectCRL > 0 || scope->onlyattr > 0 || scope->onlysomereasons != nullptr)
        return false;
    if ((scope->onlyuser > 0 && certificate.isAuthority()) ||
        (scope->onlyCA > 0 && !certificate.isAuthority()))
        return false;
    return scope->distpoint == nullptr || sharesPoint(scope->distpoint, certificate);
}

/// Empty, or why the extensions forbid to use the CRL.
const char *problemOfExtensions(const X509_CRL *crl, const Certificate &certificate)
{
    if (X509_CRL_get_ext_by_NID(crl, NID_delta_crl, -1) >= 0)
        return "a delta CRL";
    for (int i = 0; i < X509_CRL_get_ext_count(crl); ++i) {
        X509_EXTENSION *extension = X509_CRL_get_ext(crl, i);
        if (OBJ_obj2nid(X509_EXTENSION_get_object(extension)) == NID_issuing_distribution_point) {
            auto *scope = static_cast<ISSUING_DIST_POINT *>(X509V3_EXT_d2i(extension));
            const bool speaks = scope != nullptr && speaksAbout(scope, certificate);
            ISSUING_DIST_POINT_free(scope);
            if (!speaks)
                return "a CRL for other certificates";
        } else if (X509_EXTENSION_get_critical(extension) != 0) {
            return "the CRL has an unknown critical extension";
        }
    }
    return nullptr;
}

}  // namespace

Expected<RevocationAnswer> readOcsp(const QByteArray &response, const Certificate &certificate,
                                    const Certificate &issuer, const QByteArray &sentNonce)
{
    if (!hasIssued(issuer, certificate))
        return invalid("not the certificate's issuer");
    if (response.size() > mostOcspBytes)
        return invalid("OCSP response too long");
    const auto whole = exactly<d2i_OCSP_RESPONSE, OCSP_RESPONSE_free>(response);
    if (!whole)
        return invalid("OCSP response unreadable");
    if (const int status = OCSP_response_status(whole.get());
        status != OCSP_RESPONSE_STATUS_SUCCESSFUL) {
        ERR_clear_error();
        return fail(Fault::ServiceAnswerInvalid,
                    QStringLiteral("OCSP responder refuses: %1")
                        .arg(QLatin1String(OCSP_response_status_str(status))));
    }
    const std::unique_ptr<OCSP_BASICRESP, Releaser<OCSP_BASICRESP_free>> basic(
        OCSP_response_get1_basic(whole.get()));
    if (!basic)
        return invalid("OCSP response unreadable");

    RevocationAnswer answer{.isOcsp = true, .der = response};
    OCSP_SINGLERESP *entry = entryAbout(basic.get(), certificate, issuer);
    if (entry == nullptr)
        return invalid("OCSP response is not about this certificate");
    if (hasUnknownCritical(basic.get(), entry))
        return invalid("OCSP response has an unknown critical extension");
    if (!isAcceptedSignature(OCSP_resp_get0_tbs_sigalg(basic.get())))
        return invalid("OCSP response is signed with a weak digest");

    answer.producedAtMs = msOf(OCSP_resp_get0_produced_at(basic.get()));
    ASN1_GENERALIZEDTIME *revokedAt = nullptr;
    ASN1_GENERALIZEDTIME *thisUpdate = nullptr;
    ASN1_GENERALIZEDTIME *nextUpdate = nullptr;
    const int state =
        OCSP_single_get0_status(entry, &answer.reason, &revokedAt, &thisUpdate, &nextUpdate);
    answer.thisUpdateMs = msOf(thisUpdate);
    answer.nextUpdateMs = msOf(nextUpdate);
    if (answer.producedAtMs <= 0 || answer.thisUpdateMs <= 0 ||
        (nextUpdate != nullptr && answer.nextUpdateMs < answer.thisUpdateMs))
        return invalid("OCSP response has unreadable times");
    switch (state) {
    case V_OCSP_CERTSTATUS_GOOD:
        answer.state = RevocationState::Good;
        break;
    case V_OCSP_CERTSTATUS_REVOKED:
        answer.state = RevocationState::Revoked;
        answer.revokedAtMs = msOf(revokedAt);
        break;
    default:
        answer.state = RevocationState::Unknown;
    }
    if (answer.state != RevocationState::Revoked)
        answer.reason = -1;

    answer.responder = signerOf(basic.get(), issuer);
    if (answer.responder.isNull())
        return invalid("signature of the OCSP response is wrong");
    if (!isSameAuthority(answer.responder, issuer) &&
        !isDelegateOf(issuer, answer.responder, answer.producedAtMs))
        return invalid("OCSP responder has no mandate of the issuer");
    answer.noCheck = X509_get_ext_by_NID(answer.responder.get(), NID_id_pkix_OCSP_noCheck, -1) >= 0;

    const QByteArray nonce = nonceOf(basic.get());
    answer.hasNonce = !nonce.isEmpty();
    if (answer.hasNonce && !sentNonce.isEmpty() && nonce != sentNonce)
        return invalid("OCSP response has another nonce");
    ERR_clear_error();
    return answer;
}

Expected<RevocationAnswer> readCrl(const QByteArray &crl, const Certificate &certificate,
                                   const Certificate &issuer)
{
    if (!hasIssued(issuer, certificate))
        return invalid("not the certificate's issuer");
    if (crl.size() > mostCrlBytes)
        return invalid("CRL too long");
    const auto list = exactly<d2i_X509_CRL, X509_CRL_free>(crl);
    if (!list)
        return invalid("CRL unreadable");
    if (X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(issuer.get())) != 0)
        return invalid("CRL of another issuer");
    const X509_ALGOR *algorithm = nullptr;
    X509_CRL_get0_signature(list.get(), nullptr, &algorithm);
    if (!isAcceptedSignature(algorithm))
        return invalid("CRL is signed with a weak digest");
    // All bits when there is no key usage.
    if ((X509_get_key_usage(issuer.get()) & KU_CRL_SIGN) == 0)
        return invalid("the issuer may not sign CRLs");
    if (X509_CRL_verify(list.get(), X509_get0_pubkey(issuer.get())) != 1)
        return invalid("signature of the CRL is wrong");
    if (const char *problem = problemOfExtensions(list.get(), certificate); problem != nullptr)
        return invalid(problem);

    RevocationAnswer answer{.state = RevocationState::Good, .responder = issuer, .der = crl};
    answer.thisUpdateMs = msOf(X509_CRL_get0_lastUpdate(list.get()));
    answer.nextUpdateMs = msOf(X509_CRL_get0_nextUpdate(list.get()));
    answer.producedAtMs = answer.thisUpdateMs;
    // RFC 5280 5.1.2.5: nextUpdate is required.
    if (answer.thisUpdateMs <= 0 || answer.nextUpdateMs < answer.thisUpdateMs)
        return invalid("CRL has unreadable times");

    X509_REVOKED *entry = nullptr;
    // 2: the entry says removeFromCRL, so it is good again.
    if (X509_CRL_get0_by_cert(list.get(), &entry, certificate.get()) == 1) {
        answer.state = RevocationState::Revoked;
        answer.revokedAtMs = msOf(X509_REVOKED_get0_revocationDate(entry));
        auto *reason = static_cast<ASN1_ENUMERATED *>(
            X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, nullptr, nullptr));
        answer.reason = reason != nullptr ? static_cast<int>(ASN1_ENUMERATED_get(reason)) : -1;
        ASN1_ENUMERATED_free(reason);
    }
    ERR_clear_error();
    return answer;
}

}  // namespace station::signing
