#include "signing/pades/signature_update.h"

#include "signing/cms/digest.h"
#include "signing/pades/stamp_placement.h"
#include "signing/structure/pdf_date.h"

#include <QFile>
#include <QFileInfo>

namespace station::signing {
namespace {

/// Six letters that differ from signature to signature: the library gives every
/// subset the same ones, and two fonts of one name confuse viewers.
QByteArray subsetTag(const SignatureOptions &options)
{
    const QByteArray digest = digestOf(
        {options.mark->lines.join(u'\n').toUtf8(), QByteArray::number(options.signedAtMs)});
    QByteArray tag;
    for (int i = 0; i < 6; ++i)
        tag.append(static_cast<char>('A' + static_cast<unsigned char>(digest.at(i)) % 26));
    return tag;
}

}  // namespace

QString defaultStampFont()
{
    return QStringLiteral("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf");
}

Expected<> SignatureUpdate::change(const PdfPreflight &before)
{
    FieldSpec spec{.name = freeFieldName(QStringLiteral("Signature"), before.fieldNames),
                   .type = "Sig",
                   .subFilter = "ETSI.CAdES.detached",
                   .reserveBytes = m_options.reserveBytes};
    StampLayout layout;
    if (m_options.mark) {
        auto made = layOut(before);
        if (!made)
            return fail(made.error());
        layout = std::move(*made);
        spec.box = layout.box;
    }
    pdf::PdfSignatureField &field = addField(spec);
    const pdf::PdfString time(pdfDate(m_options.signedAtMs).constData());
    field.GetFieldObject()->GetDictionary().AddKey(pdf::PdfName("M"), time);
    pdf::PdfDictionary &signature = field.GetSignatureObject()->GetDictionary();
    signature.AddKey(pdf::PdfName("M"), time);
    signature.AddKey(pdf::PdfName("Name"), podofoText(m_options.signer));
    if (m_options.mark) {
        drawStamp(field, layout);
        nameSubset();
    }
    return {};
}

Expected<StampLayout> SignatureUpdate::layOut(const PdfPreflight &before)
{
    // A missing font file makes the library look for another one by name.
    if (!QFileInfo(m_options.fontFile).isFile())
        return fail(Fault::FileMissing, QStringLiteral("stamp font"));
    // Identity encoding: any letter of the font, not only those of one code page.
    m_font = document().CreateFontSubset("StampFont", false, false, false,
                                         new pdf::PdfIdentityEncoding(0, 0xffff, true),
                                         QFile::encodeName(m_options.fontFile).constData());
    if (m_font == nullptr)
        return fail(Fault::FileMissing, QStringLiteral("stamp font"));
    const workflow::CopyMark &mark = *m_options.mark;
    m_font->SetFontSize(static_cast<float>(mark.fontPt));
    const pdf::PdfFontMetrics *metrics = m_font->GetFontMetrics();
    // The library draws what it lacks as an empty box, without a word.
    for (const auto &line : mark.lines) {
        for (const QChar letter : line.normalized(QString::NormalizationForm_C)) {
            if (letter != QChar(' ') && metrics->GetGlyphId(letter.unicode()) == 0)
                return fail(Fault::GlyphMissing,
                            QStringLiteral("U+%1").arg(letter.unicode(), 4, 16, QChar('0')));
        }
    }
    const TakenSpace taken{.page = before.firstPage, .ink = m_options.ink, .marks = before.marks};
    return placedStamp(mark, taken, [metrics](const QString &text) {
        double width = 0;
        for (const QChar letter : text)
            width += metrics->UnicodeCharWidth(letter.unicode());
        return width;
    });
}

void SignatureUpdate::drawStamp(pdf::PdfSignatureField &field, const StampLayout &layout)
{
    pdf::PdfXObject stamp(pdf::PdfRect(0, 0, layout.box.width(), layout.box.height()), &document());
    pdf::PdfPainter painter;
    painter.SetPage(&stamp);
    painter.SetFont(m_font);
    double y = layout.box.height() - layout.baselinePt;
    for (const auto &line : layout.lines) {
        painter.DrawText(0, y, podofoText(line));
        y -= layout.lineHeightPt;
    }
    painter.FinishPage();
    field.SetAppearanceStream(&stamp);
}

void SignatureUpdate::nameSubset()
{
    document().EmbedSubsetFonts();
    const QByteArray tag = subsetTag(m_options);
    for (pdf::PdfObject *object : document().GetObjects()) {
        if (!object->IsDirty() || !object->IsDictionary())
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

}  // namespace station::signing
