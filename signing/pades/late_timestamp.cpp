#include "signing/pades/late_timestamp.h"

#include "core/base/mapped_file.h"
#include "signing/cms/digest.h"
#include "signing/cms/openssl_handle.h"
#include "signing/evidence/der_reading.h"
#include "signing/pades/growing_copy.h"
#include "signing/structure/pdf_file.h"
#include "signing/structure/signature_fields.h"

#include <QFile>

#include <openssl/err.h>

namespace station::signing {
Expected<QByteArray> withTimestamp(const QByteArray &cms, const StampMaker &stamp)
{
    const auto unreadable = [](const char *what) {
        ERR_clear_error();
        return fail(Fault::SignatureInvalid, QLatin1String(what));
    };
    const auto *bytes = reinterpret_cast<const unsigned char *>(cms.constData());
    const CmsHandle message(d2i_CMS_ContentInfo(nullptr, &bytes, static_cast<long>(cms.size())));
    // Only what comes out again as it went in can get an attribute without another change.
    if (!message || derOf<i2d_CMS_ContentInfo>(message.get()) != cms)
        return unreadable("CMS is not DER");
    const STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(message.get());
    if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1)
        return unreadable("not one signer");
    CMS_SignerInfo *signer = sk_CMS_SignerInfo_value(signers, 0);
    if (CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1) >= 0)
        return fail(Fault::WrongOrder, QStringLiteral("has a time stamp"));
    const ASN1_OCTET_STRING *signature = CMS_SignerInfo_get0_signature(signer);
    const auto token =
        stamp(digestOf({QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(signature)),
                                   ASN1_STRING_length(signature))}));
    if (!token)
        return fail(token.error());
    if (CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                      token->constData(), static_cast<int>(token->size())) != 1)
        return unreadable("time stamp not added");
    return derOf<i2d_CMS_ContentInfo>(message.get());
}

namespace {

/// The newest signature of a file, when nothing follows it.
struct LastSignature {
    qsizetype begin = 0;  ///< Of the hole's digits.
    qsizetype room = 0;   ///< In bytes of CMS.
    QByteArray cms{};     ///< Without the padding.
};

Expected<LastSignature> lastSignature(const QString &path)
{
    const auto mapped = MappedFile::open(path, largestPdf);
    if (!mapped)
        return fail(mapped.error());
    const auto file = PdfFile::read(mapped->bytes());
    if (!file)
        return fail(file.error());
    const auto fields = formFields(*file);
    if (!fields)
        return fail(fields.error());
    for (const auto &field : *fields) {
        const auto &objects = file->revisions().back().objects;
        const auto found = objects.find(field.signature);
        if (found == objects.end())
            continue;
        const PdfObject &dictionary = found->second.value;
        const PdfObject *kind = dictionary.value("SubFilter");
        const PdfObject *hole = dictionary.value("Contents");
        const PdfObject *range = dictionary.value("ByteRange");
        if (kind == nullptr || !kind->isName("ETSI.CAdES.detached") || hole == nullptr ||
            range == nullptr || range->items.size() != 4 ||
            range->items[1].integer != hole->begin || range->items[2].integer != hole->end ||
            range->items[2].integer + range->items[3].integer != mapped->bytes().size())
            continue;
        // The padding is no part of the DER; its first element says how long it is.
        QByteArray cms = splitFirst(hole->text).first;
        if (cms.isEmpty())
            break;
        return LastSignature{
            .begin = hole->begin + 1, .room = hole->text.size(), .cms = std::move(cms)};
    }
    return fail(Fault::WrongOrder, QStringLiteral("no signature at the end"));
}

}  // namespace

Expected<> stampInPlace(const QString &source, const QString &destination, const StampMaker &stamp)
{
    auto copy = GrowingCopy::of(source, temporaryBeside(destination));
    if (!copy)
        return fail(copy.error());
    const auto signature = lastSignature(copy->path());
    if (!signature)
        return fail(signature.error());
    const auto stamped = withTimestamp(signature->cms, stamp);
    if (!stamped)
        return fail(stamped.error());
    if (stamped->size() > signature->room)
        return fail(Fault::WrongOrder,
                    QStringLiteral("reserve too small: %1").arg(stamped->size()));
    const QByteArray digits = stamped->leftJustified(signature->room, '\0').toHex();
    if (const auto written = copy->overwrite(signature->begin, digits); !written)
        return fail(written.error());
    return copy->moveTo(destination);
}

}  // namespace station::signing
