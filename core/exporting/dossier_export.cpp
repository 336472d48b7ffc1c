#include "core/exporting/dossier_export.h"

#include "core/base/sha256.h"
#include "core/exporting/bag.h"
#include "core/exporting/dublin_core.h"
#include "core/exporting/mets.h"
#include "core/exporting/package_folder.h"
#include "core/exporting/package_paths.h"
#include "core/exporting/packed_paper.h"
#include "core/exporting/premis.h"

using namespace Qt::StringLiterals;

namespace station::exporting {
namespace {

const QString xmlType = u"application/xml"_s;
const QString pdfType = u"application/pdf"_s;

/// The E-ARK folder, which lies in `folder` below `prefix`.
class PackageWriter {
public:
    PackageWriter(const ExportRequest &request, PackageFolder &folder, QString prefix,
                  MetsHead head)
        : m_request(request), m_folder(folder), m_prefix(std::move(prefix)), m_head(std::move(head))
    {
    }

    /// Copy and description; their paths become those within the representation.
    Expected<> addPaper(PackedPaper &paper, const QByteArray &pdf)
    {
        const auto copy =
            add(representationFolder, dataFolder + paper.fileStem + u".pdf"_s, pdf, pdfType);
        if (!copy)
            return fail(copy.error());
        paper.copy = *copy;
        const auto description =
            add(representationFolder, descriptiveFolder + paper.fileStem + u".xml"_s,
                descriptionOf(paper), xmlType);
        if (!description)
            return fail(description.error());
        paper.description = *description;
        return {};
    }

    /// Everything else; returns the package's METS document.
    Expected<PackedFile> addDocuments(const PackedPapers &papers)
    {
        const auto description =
            add({}, descriptiveFolder + u"dc.xml"_s, descriptionOf(m_request), xmlType);
        if (!description)
            return description;
        const auto premis = add({}, premisFile, premisOf(papers, m_request.audit), xmlType);
        if (!premis)
            return premis;
        const auto schema = add({}, auditSchemaFile, auditRowSchema(), xmlType);
        if (!schema)
            return schema;
        PackageParts parts{.description = *description, .premis = *premis, .schema = *schema};
        if (!m_request.manifest.isEmpty()) {
            const auto manifest = add({}, manifestFile, m_request.manifest, u"application/json"_s);
            if (!manifest)
                return manifest;
            parts.manifest = *manifest;
        }
        const auto representation =
            add({}, representationFolder + metsFile, representationMets(m_head, papers), xmlType);
        if (!representation)
            return representation;
        parts.representation = *representation;
        return add({}, metsFile, packageMets(m_head, parts), xmlType);
    }

private:
    /// The file with its path below `base`.
    Expected<PackedFile> add(const QString &base, const QString &path, const QByteArray &bytes,
                             const QString &mimeType)
    {
        auto file = m_folder.add(m_prefix + base + path, bytes, mimeType);
        if (file)
            file->path = path;
        return file;
    }

    const ExportRequest &m_request;
    PackageFolder &m_folder;
    QString m_prefix;
    MetsHead m_head;
};

/// A picture without a signature has no place among legal copies.
QStringList leftOutOf(const dossier::Dossier &dossier)
{
    QStringList components;
    for (const auto &component : dossier.components) {
        const bool hasPicture = !dossier::sidesOf(component.state).empty();
        if (hasPicture && !dossier::signedCopyOf(component.state))
            components << component.code;
    }
    return components;
}

Expected<QByteArray> readCopy(const PackedPaper &paper, const CopyReader &reader)
{
    auto bytes = reader(paper.pdf);
    if (bytes && sha256Hex(*bytes) != paper.pdf.sha256)
        return fail(Fault::StorageFailed, u"copy changed: "_s + paper.pdf.sha256, paper.component);
    return bytes;
}

}  // namespace

Expected<ExportReport> exportDossier(const ExportRequest &request, const CopyReader &reader,
                                     const Clock &clock, const ExportProgress &progress,
                                     const std::stop_token &stop)
{
    auto papers = papersOf(request.dossier, request.paperNames);
    if (papers.empty())
        return fail(Fault::NothingToDo, u"no signed copy"_s);

    // The folder is named after the package (CSIPSTR2).
    const QString objectId = u"uuid-"_s + request.dossier.uuid.toUpper();
    const bool bagged = request.form == PackageForm::Bag;
    const QString createdAt = isoVietnam(clock.nowMs());
    auto folder = PackageFolder::begin(request.folder, bagged ? objectId + u"-bag"_s : objectId);
    if (!folder)
        return fail(folder.error());
    PackageWriter writer(request, *folder, bagged ? payloadFolder + objectId + u'/' : QString(),
                         {.objectId = objectId,
                          .label = request.procedureName,
                          .createdAt = createdAt,
                          .producer = request.producer});
    const int copies = static_cast<int>(papers.size());
    for (int index = 0; index < copies; ++index) {
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        if (progress)
            progress(index, copies);
        auto &paper = papers[static_cast<std::size_t>(index)];
        const auto bytes = readCopy(paper, reader);
        if (!bytes)
            return fail(bytes.error());
        if (const auto added = writer.addPaper(paper, *bytes); !added)
            return fail(added.error());
    }
    auto top = writer.addDocuments(papers);
    if (top && bagged)
        top = addBagTags(*folder, {{u"Source-Organization"_s, request.officeName},
                                   {u"Bagging-Date"_s, createdAt.left(10)},
                                   {u"Bag-Software-Agent"_s, request.producer},
                                   {u"External-Identifier"_s, objectId}});
    if (!top)
        return fail(top.error());
    const auto path = folder->finish();
    if (!path)
        return fail(path.error());
    if (progress)
        progress(copies, copies);
    return ExportReport{.path = *path,
                        .copies = copies,
                        .sha256 = top->sha256,
                        .leftOut = leftOutOf(request.dossier)};
}

}  // namespace station::exporting
