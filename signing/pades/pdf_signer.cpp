#include "signing/pades/pdf_signer.h"

#include "signing/cms/digest.h"
#include "signing/pades/pdf_preflight.h"
#include "signing/pades/post_check.h"
#include "signing/pades/stamp_layout.h"
#include "signing/structure/pdf_date.h"

#include <QFile>
#include <QFileInfo>

// PoDoFo's headers are not clean under our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <podofo/podofo.h>
#pragma GCC diagnostic pop

#include <memory>

namespace station::signing {
namespace {

namespace pdf = PoDoFo;

pdf::PdfString podofoText(const QString &text)
{
    return pdf::PdfString(reinterpret_cast<const pdf::pdf_utf8 *>(text.toUtf8().constData()));
}

/// Six letters that differ from signature to signature: the library gives every
/// subset the same ones, and two fonts of one name confuse viewers.
QByteArray subsetTag(const SignatureOptions &options)
{
    const QByteArray digest =
        digestOf({options.mark.lines.join(u'\n').toUtf8(), QByteArray::number(options.signedAtMs)});
    QByteArray tag;
    for (int i = 0; i < 6; ++i)
        tag.append(static_cast<char>('A' + static_cast<unsigned char>(digest.at(i)) % 26));
    return tag;
}

QString freeFieldName(const QSet<QString> &taken)
{
    for (int number = 1;; ++number) {
        const QString name = QStringLiteral("Signature%1").arg(number);
        if (!taken.contains(name))
            return name;
    }
}

/// One incremental update with PoDoFo. Its members throw pdf::PdfError.
class Update {
public:
    Update(const QByteArray &source, const PdfPreflight &before, const SignatureOptions &options)
        : m_source(source), m_before(before), m_options(options)
    {
    }

    Expected<QByteArray> run(const CmsMaker &makeCms);

private:
    void load();
    Expected<StampLayout> layOut();
    void addField(const StampLayout &layout);
    void drawStamp(const StampLayout &layout);
    void nameSubset();
    Expected<QByteArray> write(const CmsMaker &makeCms);

    const QByteArray &m_source;
    const PdfPreflight &m_before;
    const SignatureOptions &m_options;
    pdf::PdfMemDocument m_document{};
    pdf::PdfFont *m_font = nullptr;
    std::unique_ptr<pdf::PdfSignatureField> m_field{};
};

void Update::load()
{
    pdf::PdfError::EnableLogging(false);  // it would print trailers to stderr
    pdf::PdfError::EnableDebug(false);
    m_document.LoadFromBuffer(m_source.constData(), static_cast<long>(m_source.size()), true);
    // ISO 19005-2 6.1.8: the default mode writes "1 0 obj<<" on one line.
    m_document.SetWriteMode(pdf::ePdfWriteMode_Clean);
    // Loading marks /Info as changed; a new ModDate would contradict XMP.
    m_document.GetInfo()->GetObject()->GetDictionary().SetDirty(false);
}

Expected<StampLayout> Update::layOut()
{
    // Identity encoding: any letter of the font, not only those of one code page.
    m_font = m_document.CreateFontSubset("StampFont", false, false, false,
                                         new pdf::PdfIdentityEncoding(0, 0xffff, true),
                                         QFile::encodeName(m_options.fontFile).constData());
    if (m_font == nullptr)
        return fail(Fault::FileMissing, QStringLiteral("stamp font"));
    m_font->SetFontSize(static_cast<float>(m_options.mark.fontPt));
    const pdf::PdfFontMetrics *metrics = m_font->GetFontMetrics();
    // The library draws what it lacks as an empty box, without a word.
    for (const auto &line : m_options.mark.lines) {
        for (const QChar letter : line.normalized(QString::NormalizationForm_C)) {
            if (letter != QChar(' ') && metrics->GetGlyphId(letter.unicode()) == 0)
                return fail(Fault::GlyphMissing,
                            QStringLiteral("U+%1").arg(letter.unicode(), 4, 16, QChar('0')));
        }
    }
    return stampLayout(m_options.mark, m_before.firstPage, [metrics](const QString &text) {
        double width = 0;
        for (const QChar letter : text)
            width += metrics->UnicodeCharWidth(letter.unicode());
        return width;
    });
}

void Update::addField(const StampLayout &layout)
{
    pdf::PdfAcroForm *form = m_document.GetAcroForm(true, pdf::ePdfAcroFormDefaultAppearance_None);
    form->GetObject()->GetDictionary().AddKey(pdf::PdfName("SigFlags"),
                                              pdf::PdfObject(pdf::pdf_int64(3)));
    const pdf::PdfRect box(layout.box.left(), layout.box.top(), layout.box.width(),
                           layout.box.height());
    pdf::PdfPage *page = m_document.GetPage(0);
    pdf::PdfAnnotation *widget = page->CreateAnnotation(pdf::ePdfAnnotation_Widget, box);
    widget->SetFlags(pdf::ePdfAnnotationFlags_Print | pdf::ePdfAnnotationFlags_Locked);
    const pdf::PdfString time(pdfDate(m_options.signedAtMs).constData());
    pdf::PdfDictionary &entries = widget->GetObject()->GetDictionary();
    entries.AddKey(pdf::PdfName("P"), page->GetObject()->Reference());
    entries.AddKey(pdf::PdfName("M"), time);  // the library's has the machine's clock and zone

    m_field = std::make_unique<pdf::PdfSignatureField>(widget, form, &m_document);
    m_field->SetFieldName(podofoText(freeFieldName(m_before.fieldNames)));
    m_field->EnsureSignatureObject();
    pdf::PdfDictionary &signature = m_field->GetSignatureObject()->GetDictionary();
    signature.AddKey(pdf::PdfName("SubFilter"), pdf::PdfName("ETSI.CAdES.detached"));
    signature.AddKey(pdf::PdfName("M"), time);
    signature.AddKey(pdf::PdfName("Name"), podofoText(m_options.signer));
}

void Update::drawStamp(const StampLayout &layout)
{
    pdf::PdfXObject stamp(pdf::PdfRect(0, 0, layout.box.width(), layout.box.height()), &m_document);
    pdf::PdfPainter painter;
    painter.SetPage(&stamp);
    painter.SetFont(m_font);
    double y = layout.box.height() - layout.baselinePt;
    for (const auto &line : layout.lines) {
        painter.DrawText(0, y, podofoText(line));
        y -= layout.lineHeightPt;
    }
    painter.FinishPage();
    m_field->SetAppearanceStream(&stamp);
}

void Update::nameSubset()
{
    m_document.EmbedSubsetFonts();
    const QByteArray tag = subsetTag(m_options);
    for (pdf::PdfObject *object : m_document.GetObjects()) {
        if (!object->IsDictionary() || !object->IsDirty())
            continue;
        for (const char *key : {"BaseFont", "FontName"}) {
            const pdf::PdfObject *name = object->GetDictionary().GetKey(key);
            if (name == nullptr || !name->IsName())
                continue;
            QByteArray text = QByteArray::fromStdString(name->GetName().GetName());
            if (text.startsWith("AAAAAA+"))
                object->GetDictionary().AddKey(pdf::PdfName(key),
                                               pdf::PdfName(text.replace(0, 6, tag).toStdString()));
        }
    }
}

Expected<QByteArray> Update::write(const CmsMaker &makeCms)
{
    pdf::PdfRefCountedBuffer buffer;
    pdf::PdfOutputDevice memory(&buffer);
    pdf::PdfSignOutputDevice device(&memory);
    device.SetSignatureSize(static_cast<std::size_t>(m_options.reserveBytes));
    m_field->SetSignature(*device.GetSignatureBeacon());
    m_document.WriteUpdate(&device, true);
    if (!device.HasSignaturePosition())
        return fail(Fault::SignatureInvalid, QStringLiteral("no place for the signature"));
    device.AdjustByteRange();
    device.Seek(0);
    QByteArray content(static_cast<qsizetype>(device.GetLength()), Qt::Uninitialized);
    content.truncate(static_cast<qsizetype>(
        device.ReadForSignature(content.data(), static_cast<std::size_t>(content.size()))));

    const auto cms = makeCms(digestOf({content}));
    if (!cms)
        return fail(cms.error());
    if (cms->size() > m_options.reserveBytes)
        return fail(Fault::Internal, QStringLiteral("reserve too small: %1").arg(cms->size()));
    device.SetSignature(pdf::PdfData(cms->constData(), static_cast<std::size_t>(cms->size())));
    device.Flush();
    return QByteArray(buffer.GetBuffer(), static_cast<qsizetype>(device.GetLength()));
}

Expected<QByteArray> Update::run(const CmsMaker &makeCms)
{
    try {
        load();
        const auto layout = layOut();
        if (!layout)
            return fail(layout.error());
        addField(*layout);
        drawStamp(*layout);
        nameSubset();
        return write(makeCms);
    } catch (const pdf::PdfError &error) {
        return fail(Fault::FileUnreadable,
                    QStringLiteral("PoDoFo: %1")
                        .arg(QLatin1String(pdf::PdfError::ErrorName(error.GetError()))));
    }
}

}  // namespace

QString defaultStampFont()
{
    return QStringLiteral("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf");
}

Expected<QByteArray> signedPdf(const QByteArray &source, const SignatureOptions &options,
                               const CmsMaker &makeCms)
{
    // A missing font file makes the library look for another one by name.
    if (!QFileInfo(options.fontFile).isFile())
        return fail(Fault::FileMissing, QStringLiteral("stamp font"));
    const auto before = preflight(source);
    if (!before)
        return fail(before.error());
    auto result = Update(source, *before, options).run(makeCms);
    if (!result)
        return result;
    if (const auto checked = postCheck(source, *before, *result); !checked)
        return fail(checked.error());
    return result;
}

}  // namespace station::signing
