#include "signing/verify/embedded_revocation.h"

#include "signing/cms/openssl_handle.h"

#include <openssl/ocsp.h>

#include <optional>

namespace station::signing {
namespace {

constexpr qsizetype mostAnswers = 200;

using ObjectHandle = std::unique_ptr<ASN1_OBJECT, Releaser<ASN1_OBJECT_free>>;
using BasicHandle = std::unique_ptr<OCSP_BASICRESP, Releaser<OCSP_BASICRESP_free>>;
using ResponseHandle = std::unique_ptr<OCSP_RESPONSE, Releaser<OCSP_RESPONSE_free>>;

/// One DER element and what is left behind it.
struct Element {
    QByteArray whole{};
    QByteArray content{};
    int tag = 0;
    int kind = 0;  // V_ASN1_UNIVERSAL …
};

std::optional<Element> take(QByteArray &rest)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(rest.constData());
    const auto *at = begin;
    long length = 0;
    Element element;
    const int result =
        ASN1_get_object(&at, &length, &element.tag, &element.kind, static_cast<long>(rest.size()));
    if (rest.isEmpty() || (result & 0x81) != 0)  // an error, or of indefinite length
        return std::nullopt;
    const qsizetype header = at - begin;
    element.content = rest.mid(header, length);
    element.whole = rest.left(header + length);
    rest = rest.mid(header + length);
    return element;
}

QByteArray withinResponse(const QByteArray &basic)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(basic.constData());
    const BasicHandle read(d2i_OCSP_BASICRESP(nullptr, &bytes, static_cast<long>(basic.size())));
    const ResponseHandle response(
        read ? OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, read.get()) : nullptr);
    return response ? derOf<i2d_OCSP_RESPONSE>(response.get()) : QByteArray();
}

/// Both attributes are SEQUENCE { [0] SEQUENCE OF CRL, [1] SEQUENCE OF OCSP answer }.
void addValues(EmbeddedRevocation &found, const X509_ATTRIBUTE *attribute, bool answersAreBasic)
{
    const ASN1_TYPE *value =
        X509_ATTRIBUTE_count(attribute) == 1
            ? X509_ATTRIBUTE_get0_type(const_cast<X509_ATTRIBUTE *>(attribute), 0)
            : nullptr;
    if (value == nullptr || value->type != V_ASN1_SEQUENCE)
        return;
    QByteArray whole(reinterpret_cast<const char *>(ASN1_STRING_get0_data(value->value.sequence)),
                     ASN1_STRING_length(value->value.sequence));
    auto outer = take(whole);
    while (outer) {
        const auto part = take(outer->content);
        if (!part)
            return;
        QByteArray wrapped = part->content;
        const auto list = take(wrapped);
        if (part->kind != V_ASN1_CONTEXT_SPECIFIC || !list)
            continue;
        QByteArray items = list->content;
        while (const auto item = take(items)) {
            if (part->tag == 0 && found.crls.size() < mostAnswers)
                found.crls.append(item->whole);
            else if (part->tag == 1 && found.ocspResponses.size() < mostAnswers)
                found.ocspResponses.append(answersAreBasic ? withinResponse(item->whole)
                                                           : item->whole);
        }
    }
}

}  // namespace

EmbeddedRevocation embeddedRevocation(CMS_ContentInfo *cms, CMS_SignerInfo *signer)
{
    EmbeddedRevocation found;
    STACK_OF(X509_CRL) *lists = CMS_get1_crls(cms);
    for (int i = 0; i < sk_X509_CRL_num(lists) && found.crls.size() < mostAnswers; ++i)
        found.crls.append(derOf<i2d_X509_CRL>(sk_X509_CRL_value(lists, i)));
    sk_X509_CRL_pop_free(lists, X509_CRL_free);

    const int values =
        CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_ets_revocationValues, -1);
    if (values >= 0)
        addValues(found, CMS_unsigned_get_attr(signer, values), true);
    const ObjectHandle adobe(OBJ_txt2obj("1.2.840.113583.1.1.8", 1));
    const int archival = CMS_signed_get_attr_by_OBJ(signer, adobe.get(), -1);
    if (archival >= 0)
        addValues(found, CMS_signed_get_attr(signer, archival), false);
    return found;
}

}  // namespace station::signing
