#include "core/exporting/xml_document.h"

namespace station::exporting {
namespace {

/// XML 1.0, production 2 (Char).
QString clean(const QString &text)
{
    QString result;
    result.reserve(text.size());
    const auto points = text.toUcs4();
    for (const char32_t point : points) {
        const bool known =
            point == 0x9 || point == 0xA || point == 0xD || (point >= 0x20 && point <= 0xD7FF) ||
            (point >= 0xE000 && point <= 0xFFFD) || (point >= 0x10000 && point <= 0x10FFFF);
        if (known)
            result += QString::fromUcs4(&point, 1);
    }
    return result;
}

}  // namespace

XmlDocument::XmlDocument()
{
    m_writer.setAutoFormatting(true);
    m_writer.setAutoFormattingIndent(2);
    m_writer.writeStartDocument();
}

void XmlDocument::begin(const QString &name, const Attributes &attributes)
{
    m_writer.writeStartElement(name);
    for (const auto &[key, value] : attributes) {
        if (!value.isEmpty())
            m_writer.writeAttribute(key, clean(value));
    }
}

void XmlDocument::end()
{
    m_writer.writeEndElement();
}

void XmlDocument::empty(const QString &name, const Attributes &attributes)
{
    begin(name, attributes);
    end();
}

void XmlDocument::leaf(const QString &name, const QString &text, const Attributes &attributes)
{
    begin(name, attributes);
    m_writer.writeCharacters(clean(text));
    end();
}

void XmlDocument::leafIfAny(const QString &name, const QString &text)
{
    if (!text.isEmpty())
        leaf(name, text);
}

QByteArray XmlDocument::bytes()
{
    m_writer.writeEndDocument();
    return m_bytes;
}

}  // namespace station::exporting
