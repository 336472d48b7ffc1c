#include "core/pdf/pdfa_document.h"

#include "core/base/clock.h"
#include "core/pdf/color_profile.h"
#include "core/pdf/page_picture.h"

#include <cerrno>
#include <cstring>

namespace station::pdf {

namespace {

/// A text string as UTF-16BE in hexadecimal: no escaping, no byte lost.
QByteArray textString(const QString &text)
{
    QByteArray hex = "<FEFF";
    for (const QChar unit : text.normalized(QString::NormalizationForm_C))
        hex += QByteArray::number(unit.unicode(), 16).toUpper().rightJustified(4, '0');
    return hex + '>';
}

QByteArray pdfDate(qint64 ms)
{
    return "(D:" + inVietnam(ms).toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "+07'00')";
}

QByteArray xmlText(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).toHtmlEscaped().toUtf8();
}

/// ISO 19005-2, 6.6: the packet says the same as /Info and names the level.
QByteArray xmpPacket(const PdfInfo &info)
{
    const QByteArray time = isoVietnam(info.createdAtMs).toLatin1();
    const QByteArray title = info.title.isEmpty()
                                 ? QByteArray()
                                 : "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
                                       xmlText(info.title) + "</rdf:li></rdf:Alt></dc:title>\n";
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
           "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n" +
           title + "<pdf:Producer>" + xmlText(info.producer) +
           "</pdf:Producer>\n"
           "<xmp:CreateDate>" +
           time + "</xmp:CreateDate>\n<xmp:ModifyDate>" + time +
           "</xmp:ModifyDate>\n"
           "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n" +
           QByteArray(1024, ' ') + "\n<?xpacket end=\"w\"?>";
}

QByteArray infoDictionary(const PdfInfo &info)
{
    const QByteArray title =
        info.title.isEmpty() ? QByteArray() : "/Title " + textString(info.title) + ' ';
    const QByteArray date = pdfDate(info.createdAtMs);
    return "<< " + title + "/Producer " + textString(info.producer) + " /CreationDate " + date +
           " /ModDate " + date + " >>";
}

}  // namespace

PdfADocument::PdfADocument(QIODevice &out, const PdfInfo &info, TextLayer layer)
    : m_file(out), m_layer(layer), m_catalog(m_file.reserve()), m_tree(m_file.reserve()),
      m_info(m_file.reserve())
{
    const int metadata = m_file.reserve();
    const int icc = m_file.reserve();
    m_file.write(m_catalog, "<< /Type /Catalog /Pages " + reference(m_tree) + " /Metadata " +
                                reference(metadata) +
                                " /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 "
                                "/OutputConditionIdentifier (sRGB) /Info (sRGB) "
                                "/DestOutputProfile " +
                                reference(icc) + " >>] >>");
    m_file.write(m_info, infoDictionary(info));
    m_file.writeStream(metadata, "/Type /Metadata /Subtype /XML", xmpPacket(info));
    const QByteArray profile = sRgbProfile();
    m_hasProfile = !profile.isEmpty();
    m_file.writeDeflated(icc, "/N 3", profile);
}

Expected<> PdfADocument::written() const
{
    const int code = m_file.errorNumber();
    if (code == 0)
        return {};
    return fail(code == ENOSPC || code == EDQUOT ? Fault::StorageFull : Fault::StorageFailed,
                QStringLiteral("write: %1").arg(QString::fromLocal8Bit(std::strerror(code))));
}

Expected<> PdfADocument::add(const PdfPage &page)
{
    const QString subject = QStringLiteral("page %1").arg(++m_asked);
    const auto picture = PagePicture::of(page);
    if (!picture)
        return fail(picture.error().fault, picture.error().detail, subject);

    const int number = m_file.reserve();
    const int content = m_file.reserve();
    const QByteArray words =
        m_layer == TextLayer::Embedded ? m_text.operators(page, picture->heightPt()) : QByteArray();
    if (!words.isEmpty() && m_font == 0)
        m_font = m_file.reserve();
    const QByteArray pictures = picture->writeObjects(m_file);
    const QByteArray fonts =
        words.isEmpty() ? QByteArray() : " /Font << /F " + reference(m_font) + " >>";
    m_file.write(number, "<< /Type /Page /Parent " + reference(m_tree) + " /MediaBox [0 0 " +
                             points(picture->widthPt()) + ' ' + points(picture->heightPt()) +
                             "] /Resources << /XObject << " + pictures + " >>" + fonts +
                             " >> /Contents " + reference(content) + " >>");
    const QByteArray show = picture->operators();
    if (words.isEmpty())
        m_file.writeStream(content, {}, show);
    else
        m_file.writeDeflated(content, {}, show + words);
    m_pages += reference(number);
    return written();
}

Expected<> PdfADocument::finish()
{
    if (m_pages.isEmpty())
        return fail(Fault::InvalidInput, QStringLiteral("no page"));
    if (!m_hasProfile)
        return fail(Fault::Internal, QStringLiteral("no colour profile"));
    if (m_font != 0)
        m_text.writeFont(m_file, m_font);
    m_file.write(m_tree, "<< /Type /Pages /Count " + QByteArray::number(m_pages.size()) +
                             " /Kids [" + m_pages.join(' ') + "] >>");
    m_file.finish(m_catalog, m_info);
    return written();
}

}  // namespace station::pdf
