#pragma once

#include "signing/structure/pdf_file.h"
#include "signing/structure/signature_fields.h"
#include "signing/verify/cms_check.h"
#include "signing/verify/signed_bytes.h"
#include "signing/verify/verifier.h"

#include <QByteArray>

namespace station::signing {

/// A signature or document time stamp after the look at its dictionary and bytes.
struct CheckedSignature {
    SignatureReport report{};
    std::size_t revision = 0;  ///< Of the file, that made it.
    int object = 0;            ///< Number of its dictionary.
    /// Empty when the dictionary leaves a doubt: then nothing below is set.
    SignedBytes content{};
    CmsFacts cms{};      ///< Of a signature; its findings are in the report.
    QByteArray token{};  ///< Of a document time stamp, DER, zeros behind it.

    void add(const char *code, Verdict severity, const QString &detail = {})
    {
        report.findings.push_back({QString::fromLatin1(code), severity, detail});
    }
};

/// Dictionary, byte range, hole and CMS of the signature that a field shows.
/// Time, trust and later revisions are not looked at.
CheckedSignature checkSignature(const PdfFile &file, const FormField &field, const BytesRead &read);

}  // namespace station::signing
