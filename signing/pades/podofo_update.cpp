#include "signing/pades/podofo_update.h"

#include <QFile>
#include <QFileInfo>

#include <cstdarg>
#include <cstdio>

namespace station::signing {
namespace {

/// Takes what the library writes behind a file without having the file.
class RevisionDevice final : public pdf::PdfOutputDevice {
public:
    explicit RevisionDevice(qint64 fileSize) : m_begin(static_cast<std::size_t>(fileSize))
    {
        m_ulLength = m_begin;
    }

    const QByteArray &bytes() const { return m_bytes; }

    std::size_t GetLength() const override { return m_begin + size(); }
    std::size_t Tell() const override { return m_begin + size(); }
    void Flush() override {}
    void Seek(std::size_t offset) override
    {
        if (offset != GetLength())  // an update only ever grows
            PODOFO_RAISE_ERROR(pdf::ePdfError_InvalidDeviceOperation);
    }
    void Write(const char *bytes, std::size_t count) override
    {
        m_bytes.append(bytes, static_cast<qsizetype>(count));
        m_ulLength = GetLength();
    }
    void Print(const char *format, ...) override
    {
        va_list arguments;
        va_start(arguments, format);
        const long count = PrintVLen(format, arguments);
        va_end(arguments);
        va_start(arguments, format);
        PrintV(format, count, arguments);
        va_end(arguments);
    }
    void PrintV(const char *format, long count, va_list arguments) override
    {
        QByteArray text(count + 1, '\0');
        std::vsnprintf(text.data(), static_cast<std::size_t>(text.size()), format, arguments);
        Write(text.constData(), static_cast<std::size_t>(count));
    }

private:
    std::size_t size() const { return static_cast<std::size_t>(m_bytes.size()); }

    std::size_t m_begin;
    QByteArray m_bytes{};
};

}  // namespace

Expected<QByteArray> PodofoUpdate::revisionOf(const QString &path, const PdfPreflight &before)
{
    try {
        pdf::PdfError::EnableLogging(false);  // it would print trailers to stderr
        pdf::PdfError::EnableDebug(false);
        m_document = std::make_unique<pdf::PdfMemDocument>();
        m_document->Load(QFile::encodeName(path).constData(), true);
        // ISO 19005-2 6.1.8: the default mode writes "1 0 obj<<" on one line.
        m_document->SetWriteMode(pdf::ePdfWriteMode_Clean);
        // Loading marks /Info as changed; a new ModDate would contradict XMP.
        m_document->GetInfo()->GetObject()->GetDictionary().SetDirty(false);
        if (const auto changed = change(before); !changed)
            return fail(changed.error());
        RevisionDevice device(QFileInfo(path).size());
        m_document->WriteUpdate(&device, false);
        return device.bytes();
    } catch (const pdf::PdfError &error) {
        return fail(Fault::FileUnreadable,
                    QStringLiteral("PoDoFo: %1")
                        .arg(QLatin1String(pdf::PdfError::ErrorName(error.GetError()))));
    }
}

int PodofoUpdate::signatureObject() const
{
    return static_cast<int>(m_field->GetSignatureObject()->Reference().ObjectNumber());
}

pdf::PdfSignatureField &PodofoUpdate::addField(const FieldSpec &spec)
{
    // Without "none" the form would get a Helvetica that is not embedded.
    pdf::PdfAcroForm *form = document().GetAcroForm(true, pdf::ePdfAcroFormDefaultAppearance_None);
    form->GetObject()->GetDictionary().AddKey(pdf::PdfName("SigFlags"),
                                              pdf::PdfObject(pdf::pdf_int64(3)));
    const pdf::PdfRect box(spec.box.left(), spec.box.top(), spec.box.width(), spec.box.height());
    pdf::PdfPage *page = document().GetPage(0);
    pdf::PdfAnnotation *widget = page->CreateAnnotation(pdf::ePdfAnnotation_Widget, box);
    widget->SetFlags(pdf::ePdfAnnotationFlags_Print | pdf::ePdfAnnotationFlags_Locked);
    pdf::PdfDictionary &entries = widget->GetObject()->GetDictionary();
    entries.AddKey(pdf::PdfName("P"), page->GetObject()->Reference());
    entries.RemoveKey(pdf::PdfName("M"));  // the machine's clock and zone

    m_field = std::make_unique<pdf::PdfSignatureField>(widget, form, m_document.get());
    m_field->SetFieldName(podofoText(spec.name));
    m_field->EnsureSignatureObject();
    pdf::PdfDictionary &signature = m_field->GetSignatureObject()->GetDictionary();
    signature.AddKey(pdf::PdfName("Type"), pdf::PdfName(spec.type.constData()));
    signature.AddKey(pdf::PdfName("SubFilter"), pdf::PdfName(spec.subFilter.constData()));
    // Numbers as wide as they can get, so that the true ones fit in their place.
    pdf::PdfArray range;
    range.push_back(pdf::PdfObject(pdf::pdf_int64(0)));
    for (int i = 0; i < 3; ++i)
        range.push_back(pdf::PdfObject(pdf::pdf_int64(9'999'999'999)));
    signature.AddKey(pdf::PdfName("ByteRange"), range);
    const QByteArray hole(spec.reserveBytes, '\0');
    signature.AddKey(pdf::PdfName("Contents"), pdf::PdfString(hole.constData(), hole.size(), true));
    if (spec.box.isNull()) {
        // ISO 19005-1 6.9 wants an appearance even where nothing is to be seen.
        pdf::PdfXObject nothing(pdf::PdfRect(0, 0, 0, 0), m_document.get());
        nothing.GetObject()->GetStream()->Set("", 0, {});
        m_field->SetAppearanceStream(&nothing);
    }
    return *m_field;
}

pdf::PdfReference PodofoUpdate::addStream(const QByteArray &bytes)
{
    // An object that is made with its content counts as unchanged and is left out of the
    // update: made empty, then filled.
    pdf::PdfObject *object = document().GetObjects().CreateObject(pdf::PdfDictionary());
    object->GetStream()->Set(bytes.constData(), bytes.size());
    return object->Reference();
}

}  // namespace station::signing
