#include "core/pdf/pdfa_writer.h"

#include "core/base/clock.h"
#include "core/base/durable_file.h"
#include "core/pdf/color_profile.h"
#include "core/pdf/jpeg_header.h"
#include "core/pdf/object_file.h"
#include "core/pdf/text_layer.h"

#include <QByteArrayList>

namespace station::pdf {

namespace {

QByteArray points(double value)
{
    return QByteArray::number(value, 'f', 2);
}

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

void writePage(ObjectFile &file, int number, int parent, const PdfPage &page,
               const JpegHeader &header, const InvisibleText &text, int font)
{
    const int content = file.reserve();
    const int picture = file.reserve();
    const double widthPt = header.width * 72.0 / page.dpi;
    const double heightPt = header.height * 72.0 / page.dpi;
    const QByteArray fonts = font == 0 ? QByteArray() : " /Font << /F " + reference(font) + " >>";
    file.write(number, "<< /Type /Page /Parent " + reference(parent) + " /MediaBox [0 0 " +
                           points(widthPt) + ' ' + points(heightPt) +
                           "] /Resources << /XObject << /Im " + reference(picture) + " >>" + fonts +
                           " >> /Contents " + reference(content) + " >>");

    const QByteArray show =
        "q\n" + points(widthPt) + " 0 0 " + points(heightPt) + " 0 0 cm\n/Im Do\nQ\n";
    const QByteArray words = font == 0 ? QByteArray() : text.operators(page, heightPt);
    if (words.isEmpty())
        file.writeStream(content, {}, show);
    else
        file.writeDeflated(content, {}, show + words);
    file.writeStream(
        picture,
        "/Type /XObject /Subtype /Image /Width " + QByteArray::number(header.width) + " /Height " +
            QByteArray::number(header.height) + " /BitsPerComponent 8 /ColorSpace " +
            (header.components == 1 ? "/DeviceGray" : "/DeviceRGB") + " /Filter /DCTDecode",
        page.jpeg);
}

}  // namespace

Expected<QByteArray> pdfA(const std::vector<PdfPage> &pages, const PdfInfo &info, TextLayer layer)
{
    if (pages.empty())
        return fail(Fault::InvalidInput, QStringLiteral("no page"));
    std::vector<JpegHeader> headers;
    for (const PdfPage &page : pages) {
        const QString subject = QStringLiteral("page %1").arg(headers.size() + 1);
        if (page.dpi < 1)
            return fail(Fault::InvalidInput, QStringLiteral("dpi %1").arg(page.dpi), subject);
        const auto header = readJpegHeader(page.jpeg);
        if (!header)
            return fail(Fault::FileUnreadable, QStringLiteral("not a gray or colour JPEG"),
                        subject);
        headers.push_back(*header);
    }
    const QByteArray profile = sRgbProfile();
    if (profile.isEmpty())
        return fail(Fault::Internal, QStringLiteral("no colour profile"));

    ObjectFile file;
    const int catalog = file.reserve();
    const int tree = file.reserve();
    const int infoNumber = file.reserve();
    const int metadata = file.reserve();
    const int icc = file.reserve();
    std::vector<int> kids;
    QByteArrayList kidReferences;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        kids.push_back(file.reserve());
        kidReferences += reference(kids.back());
    }

    file.write(catalog, "<< /Type /Catalog /Pages " + reference(tree) + " /Metadata " +
                            reference(metadata) +
                            " /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 "
                            "/OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile " +
                            reference(icc) + " >>] >>");
    file.write(tree, "<< /Type /Pages /Count " + QByteArray::number(kidReferences.size()) +
                         " /Kids [" + kidReferences.join(' ') + "] >>");
    file.write(infoNumber, infoDictionary(info));
    file.writeStream(metadata, "/Type /Metadata /Subtype /XML", xmpPacket(info));
    file.writeDeflated(icc, "/N 3", profile);

    const InvisibleText text(layer == TextLayer::Embedded ? pages : std::vector<PdfPage>());
    const int font = text.isEmpty() ? 0 : text.writeFont(file);
    for (std::size_t i = 0; i < pages.size(); ++i)
        writePage(file, kids[i], tree, pages[i], headers[i], text, font);
    return file.finish(catalog, infoNumber);
}

Expected<> writePdfA(const QString &path, const std::vector<PdfPage> &pages, const PdfInfo &info,
                     TextLayer layer)
{
    const auto bytes = pdfA(pages, info, layer);
    if (!bytes)
        return fail(bytes.error());
    return writeDurably(path, *bytes);
}

}  // namespace station::pdf
