#include "core/exporting/premis.h"

#include "core/base/clock.h"
#include "core/exporting/package_paths.h"
#include "core/exporting/xml_document.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::exporting {
namespace {

const QString pathType = u"package path"_s;
const QString agentType = u"certificate serial or station account"_s;

QString pathOf(const PackedPaper &paper)
{
    return representationFolder + paper.copy.path;
}

void identify(XmlDocument &xml, const QString &what, const QString &type, const QString &value)
{
    xml.begin(u"premis:%1Identifier"_s.arg(what));
    xml.leaf(u"premis:%1IdentifierType"_s.arg(what), type);
    xml.leaf(u"premis:%1IdentifierValue"_s.arg(what), value);
    xml.end();
}

void writeObject(XmlDocument &xml, const PackedPaper &paper)
{
    xml.begin(u"premis:object"_s, {{u"xsi:type"_s, u"premis:file"_s}});
    identify(xml, u"object"_s, pathType, pathOf(paper));
    if (!paper.code.isEmpty())
        identify(xml, u"object"_s, u"digitization code"_s, paper.code);
    xml.begin(u"premis:objectCharacteristics"_s);
    xml.begin(u"premis:fixity"_s);
    xml.leaf(u"premis:messageDigestAlgorithm"_s, u"SHA-256"_s);
    xml.leaf(u"premis:messageDigest"_s, paper.copy.sha256);
    xml.end();
    xml.leaf(u"premis:size"_s, QString::number(paper.copy.size));
    xml.begin(u"premis:format"_s);
    xml.begin(u"premis:formatDesignation"_s);
    xml.leaf(u"premis:formatName"_s, paper.copy.mimeType);
    xml.end();
    xml.end();
    xml.end();
    xml.end();
}

void writeEvent(XmlDocument &xml, const store::AuditEntry &row, const PackedPapers &papers)
{
    xml.begin(u"premis:event"_s);
    identify(xml, u"event"_s, u"audit chain"_s, row.station + u'/' + QString::number(row.seq));
    xml.leaf(u"premis:eventType"_s, row.action);
    xml.leaf(u"premis:eventDateTime"_s, isoVietnam(row.atMs));
    xml.begin(u"premis:eventDetailInformation"_s);
    xml.begin(u"premis:eventDetailExtension"_s);
    xml.empty(u"audit:row"_s, {{u"seq"_s, QString::number(row.seq)},
                               {u"at_ms"_s, QString::number(row.atMs)},
                               {u"station"_s, row.station},
                               {u"dossier"_s, row.dossierUuid},
                               {u"component"_s, row.componentCode},
                               {u"object_sha256"_s, row.objectSha256},
                               {u"previous_sha256"_s, row.previousSha256},
                               {u"sha256"_s, row.sha256},
                               {u"facts"_s, row.facts}});
    xml.end();
    xml.end();
    identify(xml, u"linkingAgent"_s, agentType, row.actor);
    const auto paper = std::ranges::find(papers, row.componentCode, &PackedPaper::component);
    if (paper != papers.end())
        identify(xml, u"linkingObject"_s, pathType, pathOf(*paper));
    xml.end();
}

/// Clerks are named by their certificates; the station's own account has no name.
void writeAgents(XmlDocument &xml, const std::vector<store::AuditEntry> &audit,
                 const PackedPapers &papers)
{
    QStringList actors;
    for (const auto &row : audit) {
        if (actors.contains(row.actor))
            continue;
        actors << row.actor;
        const auto signer = std::ranges::find_if(papers, [&](const PackedPaper &paper) {
            return paper.signer.certificateSerial == row.actor;
        });
        xml.begin(u"premis:agent"_s);
        identify(xml, u"agent"_s, agentType, row.actor);
        if (signer != papers.end())
            xml.leafIfAny(u"premis:agentName"_s, signer->signer.name);
        xml.end();
    }
}

}  // namespace

QByteArray auditRowSchema()
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:tram-so-hoa:audit:1"
    targetNamespace="urn:tram-so-hoa:audit:1">
  <xs:simpleType name="sha256">
    <xs:restriction base="xs:string"><xs:pattern value="[0-9a-f]{64}"/></xs:restriction>
  </xs:simpleType>
  <xs:element name="row">
    <xs:complexType>
      <xs:attribute name="seq" type="xs:positiveInteger" use="required"/>
      <xs:attribute name="at_ms" type="xs:long" use="required"/>
      <xs:attribute name="station" type="xs:string" use="required"/>
      <xs:attribute name="dossier" type="xs:string" use="required"/>
      <xs:attribute name="component" type="xs:string"/>
      <xs:attribute name="object_sha256" type="a:sha256"/>
      <xs:attribute name="previous_sha256" type="a:sha256" use="required"/>
      <xs:attribute name="sha256" type="a:sha256" use="required"/>
      <xs:attribute name="facts" type="xs:string"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
)";
}

QByteArray premisOf(const PackedPapers &papers, const std::vector<store::AuditEntry> &audit)
{
    XmlDocument xml;
    xml.begin(u"premis:premis"_s, {{u"xmlns:premis"_s, u"http://www.loc.gov/premis/v3"_s},
                                   {u"xmlns:xsi"_s, u"http://www.w3.org/2001/XMLSchema-instance"_s},
                                   {u"xmlns:audit"_s, u"urn:tram-so-hoa:audit:1"_s},
                                   {u"version"_s, u"3.0"_s}});
    for (const auto &paper : papers)
        writeObject(xml, paper);
    for (const auto &row : audit)
        writeEvent(xml, row, papers);
    writeAgents(xml, audit, papers);
    return xml.bytes();
}

}  // namespace station::exporting
