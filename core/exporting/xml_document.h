#pragma once

#include <QByteArray>
#include <QString>
#include <QXmlStreamWriter>

#include <utility>
#include <vector>

namespace station::exporting {

/// An XML document that is written from top to bottom. Whatever text it is given, the result is
/// well-formed: characters that XML 1.0 does not know are left out.
///
///     XmlDocument xml;
///     xml.begin(u"premis:event"_s);
///     xml.leaf(u"premis:eventType"_s, action);
///     xml.end();
class XmlDocument {
public:
    using Attributes = std::vector<std::pair<QString, QString>>;

    XmlDocument();

    /// Attributes without a value are left out.
    void begin(const QString &name, const Attributes &attributes = {});
    void end();
    void empty(const QString &name, const Attributes &attributes);
    void leaf(const QString &name, const QString &text, const Attributes &attributes = {});
    /// Nothing at all for an empty text.
    void leafIfAny(const QString &name, const QString &text);

    /// Closes what is open. Nothing can be written afterwards.
    QByteArray bytes();

private:
    QByteArray m_bytes{};
    QXmlStreamWriter m_writer{&m_bytes};
};

}  // namespace station::exporting
