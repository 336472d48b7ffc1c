#include "core/exporting/mets.h"

#include "core/exporting/xml_document.h"

using namespace Qt::StringLiterals;

namespace station::exporting {
namespace {

constexpr auto representationName = "Representations/rep1"_L1;

QString idOf(const char *kind, const QString &what)
{
    return QLatin1String(kind) + u'-' + what;
}

void begin(XmlDocument &xml, const MetsHead &head)
{
    xml.begin(u"mets"_s, {{u"xmlns"_s, u"http://www.loc.gov/METS/"_s},
                          {u"xmlns:csip"_s, u"https://DILCIS.eu/XML/METS/CSIPExtensionMETS"_s},
                          {u"xmlns:xlink"_s, u"http://www.w3.org/1999/xlink"_s},
                          {u"OBJID"_s, head.objectId},
                          {u"LABEL"_s, head.label},
                          {u"TYPE"_s, u"Mixed"_s},
                          {u"PROFILE"_s, u"https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"_s},
                          {u"csip:CONTENTINFORMATIONTYPE"_s, u"MIXED"_s}});
    xml.begin(u"metsHdr"_s, {{u"CREATEDATE"_s, head.createdAt},
                             {u"LASTMODDATE"_s, head.createdAt},
                             {u"RECORDSTATUS"_s, u"NEW"_s},
                             {u"csip:OAISPACKAGETYPE"_s, u"AIP"_s}});
    xml.begin(
        u"agent"_s,
        {{u"ROLE"_s, u"CREATOR"_s}, {u"TYPE"_s, u"OTHER"_s}, {u"OTHERTYPE"_s, u"SOFTWARE"_s}});
    const auto blank = head.producer.lastIndexOf(u' ');
    xml.leaf(u"name"_s, head.producer.left(blank));
    xml.leaf(u"note"_s, head.producer.mid(blank + 1),
             {{u"csip:NOTETYPE"_s, u"SOFTWARE VERSION"_s}});
    xml.end();
    xml.end();
}

/// What every mention of a file says of it.
XmlDocument::Attributes factsOf(const PackedFile &file, const MetsHead &head)
{
    return {{u"MIMETYPE"_s, file.mimeType},
            {u"SIZE"_s, QString::number(file.size)},
            {u"CREATED"_s, head.createdAt},
            {u"CHECKSUM"_s, file.sha256},
            {u"CHECKSUMTYPE"_s, u"SHA-256"_s}};
}

XmlDocument::Attributes linkTo(const QString &path)
{
    return {{u"LOCTYPE"_s, u"URL"_s}, {u"xlink:type"_s, u"simple"_s}, {u"xlink:href"_s, path}};
}

void writeReference(XmlDocument &xml, const PackedFile &file, const MetsHead &head,
                    const QString &type, const QString &otherType = {})
{
    auto attributes = linkTo(file.path);
    attributes.emplace_back(u"MDTYPE"_s, type);
    attributes.emplace_back(u"OTHERMDTYPE"_s, otherType);
    for (auto &fact : factsOf(file, head))
        attributes.push_back(std::move(fact));
    xml.empty(u"mdRef"_s, attributes);
}

void writeDescription(XmlDocument &xml, const QString &id, const PackedFile &file,
                      const MetsHead &head)
{
    xml.begin(u"dmdSec"_s,
              {{u"ID"_s, id}, {u"CREATED"_s, head.createdAt}, {u"STATUS"_s, u"CURRENT"_s}});
    writeReference(xml, file, head, u"DC"_s);
    xml.end();
}

void writeFile(XmlDocument &xml, const QString &id, const PackedFile &file, const MetsHead &head)
{
    auto attributes = factsOf(file, head);
    attributes.insert(attributes.begin(), {u"ID"_s, id});
    xml.begin(u"file"_s, attributes);
    xml.empty(u"FLocat"_s, linkTo(file.path));
    xml.end();
}

void beginStructure(XmlDocument &xml, const QString &label)
{
    xml.begin(
        u"structMap"_s,
        {{u"ID"_s, u"struct-physical"_s}, {u"TYPE"_s, u"PHYSICAL"_s}, {u"LABEL"_s, u"CSIP"_s}});
    xml.begin(u"div"_s, {{u"ID"_s, u"div-package"_s}, {u"LABEL"_s, label}});
}

}  // namespace

QByteArray packageMets(const MetsHead &head, const PackageParts &parts)
{
    XmlDocument xml;
    begin(xml, head);
    writeDescription(xml, u"dmd-dossier"_s, parts.description, head);

    xml.begin(u"amdSec"_s, {{u"ID"_s, u"amd-package"_s}});
    // The schema wants sourceMD before digiprovMD.
    if (parts.manifest) {
        xml.begin(u"sourceMD"_s, {{u"ID"_s, u"source-manifest"_s},
                                  {u"CREATED"_s, head.createdAt},
                                  {u"STATUS"_s, u"CURRENT"_s}});
        writeReference(xml, *parts.manifest, head, u"OTHER"_s, u"Tram So hoa manifest"_s);
        xml.end();
    }
    xml.begin(u"digiprovMD"_s, {{u"ID"_s, u"digiprov-premis"_s},
                                {u"CREATED"_s, head.createdAt},
                                {u"STATUS"_s, u"CURRENT"_s}});
    writeReference(xml, parts.premis, head, u"PREMIS"_s);
    xml.end();
    xml.end();

    xml.begin(u"fileSec"_s, {{u"ID"_s, u"files"_s}});
    xml.begin(u"fileGrp"_s, {{u"ID"_s, u"group-schemas"_s}, {u"USE"_s, u"Schemas"_s}});
    writeFile(xml, u"file-schema"_s, parts.schema, head);
    xml.end();
    xml.begin(u"fileGrp"_s, {{u"ID"_s, u"group-rep1"_s}, {u"USE"_s, representationName}});
    writeFile(xml, u"file-rep1-mets"_s, parts.representation, head);
    xml.end();
    xml.end();

    beginStructure(xml, head.objectId);
    xml.empty(u"div"_s, {{u"ID"_s, u"div-metadata"_s},
                         {u"LABEL"_s, u"Metadata"_s},
                         {u"DMDID"_s, u"dmd-dossier"_s},
                         {u"ADMID"_s, parts.manifest ? u"source-manifest digiprov-premis"_s
                                                     : u"digiprov-premis"_s}});
    xml.begin(u"div"_s, {{u"ID"_s, u"div-schemas"_s}, {u"LABEL"_s, u"Schemas"_s}});
    xml.empty(u"fptr"_s, {{u"FILEID"_s, u"file-schema"_s}});
    xml.end();
    xml.begin(u"div"_s, {{u"ID"_s, u"div-rep1"_s}, {u"LABEL"_s, representationName}});
    auto pointer = linkTo(parts.representation.path);
    pointer.emplace_back(u"xlink:title"_s, u"group-rep1"_s);
    xml.empty(u"mptr"_s, pointer);
    return xml.bytes();
}

QByteArray representationMets(const MetsHead &head, const PackedPapers &papers)
{
    XmlDocument xml;
    begin(xml, head);
    for (const auto &paper : papers)
        writeDescription(xml, idOf("dmd", paper.fileStem), paper.description, head);
    xml.begin(u"fileSec"_s, {{u"ID"_s, u"files"_s}});
    xml.begin(u"fileGrp"_s, {{u"ID"_s, u"group-data"_s}, {u"USE"_s, u"Data"_s}});
    for (const auto &paper : papers)
        writeFile(xml, idOf("file", paper.fileStem), paper.copy, head);
    xml.end();
    xml.end();
    beginStructure(xml, u"rep1"_s);
    xml.begin(u"div"_s, {{u"ID"_s, u"div-data"_s}, {u"LABEL"_s, u"Data"_s}});
    for (const auto &paper : papers) {
        // Joins a copy with what is told of it.
        xml.begin(u"div"_s, {{u"ID"_s, idOf("div", paper.fileStem)},
                             {u"LABEL"_s, paper.name},
                             {u"DMDID"_s, idOf("dmd", paper.fileStem)}});
        xml.empty(u"fptr"_s, {{u"FILEID"_s, idOf("file", paper.fileStem)}});
        xml.end();
    }
    return xml.bytes();
}

}  // namespace station::exporting
