#pragma once

#include "core/base/expected.h"
#include "signing/pades/pdf_preflight.h"
#include "signing/pades/podofo.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace station::signing {

/// One incremental update with PoDoFo, with the work-arounds for what its
/// incremental writer does silently wrong. The library reads the file piece by
/// piece and writes only the new revision, so memory does not grow with the file.
class PodofoUpdate {
public:
    virtual ~PodofoUpdate() = default;

    /// The bytes to put behind `path`, which has passed `preflight`. Fails with
    /// FileUnreadable when the library does not get along with the file, or as `change` does.
    Expected<QByteArray> revisionOf(const QString &path, const PdfPreflight &before);
    /// Number of the signature dictionary of the revision that was made last.
    int signatureObject() const;

protected:
    struct FieldSpec {
        QString name{};
        QRectF box{};       ///< In points of page 1; null: an invisible field.
        QByteArray type{};  ///< Of the signature dictionary: Sig, DocTimeStamp.
        QByteArray subFilter{};
        int reserveBytes = 0;  ///< For /Contents.
    };

    /// What the revision does. May throw pdf::PdfError.
    virtual Expected<> change(const PdfPreflight &before) = 0;

    pdf::PdfMemDocument &document() { return *m_document; }
    /// A signature field on page 1 with a dictionary whose hole is still empty.
    pdf::PdfSignatureField &addField(const FieldSpec &spec);
    /// A new object with `bytes` as its stream.
    pdf::PdfReference addStream(const QByteArray &bytes);

private:
    std::unique_ptr<pdf::PdfMemDocument> m_document{};
    std::unique_ptr<pdf::PdfSignatureField> m_field{};
};

}  // namespace station::signing
