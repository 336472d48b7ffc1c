#include "signing/verify/signature_check.h"

#include "signing/structure/pdf_date.h"

#include <QByteArrayView>

#include <algorithm>

namespace station::signing {
namespace {

bool isHexadecimal(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

/// The signed bytes when the dictionary's /ByteRange is beyond doubt.
SignedBytes signedBytes(CheckedSignature &signature, const PdfFile &file,
                        const PdfObject &dictionary, const BytesRead &read)
{
    const PdfObject *range = dictionary.value("ByteRange");
    const PdfObject *contents = dictionary.value("Contents");
    const QByteArray &bytes = file.bytes();
    if (range == nullptr || !range->isArray() || range->items.size() != 4 || contents == nullptr ||
        contents->kind != PdfObject::Kind::String ||
        !std::ranges::all_of(range->items,
                             [](const PdfObject &item) { return item.isInteger(); })) {
        signature.add("dictionary_malformed", Verdict::Broken);
        return {};
    }
    const auto hole =
        QByteArrayView(bytes).sliced(contents->begin, contents->end - contents->begin);
    if (!hole.startsWith('<') || hole.size() % 2 != 0 ||
        !isHexadecimal(hole.sliced(1, hole.size() - 2))) {
        signature.add("hole_not_hexadecimal", Verdict::Broken);
        return {};
    }
    // ISO 32000-2 12.8.1: everything but the value of /Contents; that is from the
    // first byte to the end of the revision, without a doubt where the hole is.
    const PdfRevision &revision = file.revisions()[signature.revision];
    const qint64 end = range->items[2].integer + range->items[3].integer;
    if (range->items[0].integer != 0 || range->items[1].integer != contents->begin ||
        range->items[2].integer != contents->end || (end != revision.end && end != revision.eof)) {
        signature.add(
            "byte_range", Verdict::Broken,
            QStringLiteral("revision ends at %1, range at %2").arg(revision.end).arg(end));
        return {};
    }
    signature.report.coversFile = end == bytes.size();
    return {bytes, contents->begin, contents->end, end, read};
}

enum class Format { Pades, Plain, DocumentTimestamp, Unknown };

Format formatOf(const PdfObject &dictionary)
{
    const PdfObject *format = dictionary.value("SubFilter");
    const PdfObject *type = dictionary.value("Type");
    if (format == nullptr)
        return Format::Unknown;
    if (type != nullptr && type->isName("DocTimeStamp"))
        return format->isName("ETSI.RFC3161") ? Format::DocumentTimestamp : Format::Unknown;
    if (type != nullptr && !type->isName("Sig"))
        return Format::Unknown;
    if (format->isName("ETSI.CAdES.detached"))
        return Format::Pades;
    return format->isName("adbe.pkcs7.detached") ? Format::Plain : Format::Unknown;
}

void readSignature(CheckedSignature &signature, const PdfObject &dictionary, Format format)
{
    SignatureReport &report = signature.report;
    if (format == Format::Pades)
        report.level = QStringLiteral("B-B");
    else
        signature.add("not_pades", Verdict::Attention);
    if (const PdfObject *time = dictionary.value("M"))
        report.signedAtMs = parsePdfDate(time->text).value_or(0);
    if (report.signedAtMs == 0)
        signature.add("no_signing_time", Verdict::Attention);
    if (signature.content.isEmpty())
        return;
    signature.cms = checkCms(dictionary.value("Contents")->text, signature.content,
                             format == Format::Pades ? CmsForm::Pades : CmsForm::Plain);
    report.findings.insert(report.findings.end(), signature.cms.findings.begin(),
                           signature.cms.findings.end());
    if (const Certificate &signer = signature.cms.signer; !signer.isNull()) {
        report.signer = signer.commonName();
        report.serial = signer.serial();
        report.certificateEndsMs = signer.notAfterMs();
    }
}

}  // namespace

CheckedSignature checkSignature(const PdfFile &file, const FormField &field, const BytesRead &read)
{
    CheckedSignature signature{.object = field.signature};
    signature.report.field = field.name;
    int definitions = 0;
    for (std::size_t i = 0; i <= file.last(); ++i) {
        if (file.revisions()[i].objects.contains(field.signature)) {
            signature.revision = i;
            ++definitions;
        }
    }
    const PdfIndirectObject *object = file.object(field.signature, file.last());
    if (object == nullptr || !object->value.isDictionary() || object->isStream) {
        signature.add("dictionary_malformed", Verdict::Broken);
        return signature;
    }
    // Its /Contents would have no place in the file that could be left out.
    if (object->inObjectStream) {
        signature.add("dictionary_malformed", Verdict::Broken, QStringLiteral("object stream"));
        return signature;
    }
    if (definitions != 1)
        signature.add("signature_replaced", Verdict::Broken);
    const PdfObject &dictionary = object->value;
    const Format format = formatOf(dictionary);
    signature.report.isDocumentTimestamp = format == Format::DocumentTimestamp;
    if (format == Format::Unknown) {
        const PdfObject *name = dictionary.value("SubFilter");
        signature.add("format_unknown", Verdict::Unverifiable,
                      name != nullptr ? QString::fromLatin1(name->text) : QString());
        return signature;
    }
    signature.content = signedBytes(signature, file, dictionary, read);
    if (format != Format::DocumentTimestamp)
        readSignature(signature, dictionary, format);
    else if (!signature.content.isEmpty())
        signature.token = dictionary.value("Contents")->text;
    return signature;
}

}  // namespace station::signing
