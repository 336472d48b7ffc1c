#include "core/exporting/dublin_core.h"

#include "core/exporting/xml_document.h"
#include "core/text/dates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::exporting {
namespace {

namespace key = dossier::field_key;

void begin(XmlDocument &xml)
{
    xml.begin(u"oai_dc:dc"_s,
              {{u"xmlns:oai_dc"_s, u"http://www.openarchives.org/OAI/2.0/oai_dc/"_s},
               {u"xmlns:dc"_s, u"http://purl.org/dc/elements/1.1/"_s}});
}

QString valueOf(const dossier::Fields &fields, const QString &name)
{
    const auto found = std::ranges::find(fields, name, &dossier::Field::key);
    return found == fields.end() ? QString() : found->value;
}

/// W3CDTF where the paper's date is one.
QString isoDate(const QString &date)
{
    const auto parsed = text::parsedDate(date);
    return parsed ? parsed->toString(Qt::ISODate) : date;
}

}  // namespace

QByteArray descriptionOf(const ExportRequest &request)
{
    const auto &dossier = request.dossier;
    XmlDocument xml;
    begin(xml);
    xml.leaf(u"dc:title"_s, request.procedureName);
    xml.leafIfAny(u"dc:identifier"_s, dossier.code ? dossier.code->text() : QString());
    xml.leaf(u"dc:identifier"_s, u"urn:uuid:"_s + dossier.uuid);
    xml.leaf(u"dc:identifier"_s, dossier.procedure.text());
    xml.leafIfAny(u"dc:subject"_s, dossier.owner.name.reveal());
    xml.leafIfAny(u"dc:subject"_s, dossier.owner.id.reveal());
    xml.leafIfAny(u"dc:creator"_s, request.officeName);
    xml.leafIfAny(u"dc:contributor"_s, request.departmentName);
    xml.leaf(u"dc:date"_s, isoVietnam(dossier.receivedAtMs));
    xml.leaf(u"dc:type"_s, u"Collection"_s);
    xml.leaf(u"dc:language"_s, u"vi"_s);
    return xml.bytes();
}

QByteArray descriptionOf(const PackedPaper &paper)
{
    XmlDocument xml;
    begin(xml);
    xml.leaf(u"dc:title"_s, paper.name);
    xml.leafIfAny(u"dc:identifier"_s, paper.code);
    xml.leafIfAny(u"dc:identifier"_s, valueOf(paper.fields, key::documentNumber));
    xml.leafIfAny(u"dc:creator"_s, valueOf(paper.fields, key::issuingAgency));
    xml.leafIfAny(u"dc:date"_s, isoDate(valueOf(paper.fields, key::documentDate)));
    xml.leafIfAny(u"dc:description"_s, valueOf(paper.fields, key::subject));
    xml.leaf(u"dc:type"_s, u"Text"_s);
    xml.leaf(u"dc:format"_s, paper.copy.mimeType);
    xml.leaf(u"dc:language"_s, u"vi"_s);
    return xml.bytes();
}

}  // namespace station::exporting
