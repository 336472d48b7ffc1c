#include "core/sync/handover_plan.h"

#include "core/base/clock.h"
#include "core/base/sha256.h"
#include "core/repository/layout.h"
#include "core/sync/inbox.h"
#include "core/sync/owner_index.h"
#include "core/text/dates.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace station::sync {
namespace layout = repository::layout;

using store::OutboxStep;
using store::StepKind;

namespace {

/// As many as the copy has pages.
int countOf(const dossier::Sides &sides)
{
    return static_cast<int>(std::ranges::count_if(sides, &dossier::Side::isPage));
}

/// Makes the manifest's document of whatever state a paper is in.
class DocumentMaker {
public:
    explicit DocumentMaker(const PaperOfHandover &paper) : m_paper(paper) {}

    Expected<ManifestDocument> operator()(const dossier::ExtractedCopy &extracted) const
    {
        if (!m_paper.proposedCode)
            return fail(Fault::InvalidInput, u"no proposed code"_s, m_paper.component);
        return digitized(extracted, m_paper.proposedCode->text());
    }
    Expected<ManifestDocument> operator()(const dossier::CodedCopy &coded) const
    {
        return digitized(coded.copy, coded.code.text());
    }
    Expected<ManifestDocument> operator()(const dossier::StoredCopy &stored) const
    {
        return (*this)(stored.copy);
    }
    Expected<ManifestDocument> operator()(const dossier::HandedOverCopy &handedOver) const
    {
        return (*this)(handedOver.copy);
    }
    Expected<ManifestDocument> operator()(const dossier::ReusedCopy &reused) const
    {
        auto document = named(DocumentKind::Reused, reused.pdf);
        document.code = reused.code.text();
        document.reuse = Reuse::ofCode(document.code);
        document.reuse->source = reused.source;
        document.reuse->count = m_paper.reuseCount;
        return document;
    }
    Expected<ManifestDocument> operator()(const dossier::AttachedPaper &attached) const
    {
        if (m_paper.attachment.sha256.isEmpty())
            return fail(Fault::InvalidInput, u"no attachment"_s, m_paper.component);
        auto document = named(DocumentKind::Attached, m_paper.attachment);
        document.sides = countOf(attached.sides);
        return document;
    }
    template <typename State>
    Expected<ManifestDocument> operator()(const State &state) const
    {
        return fail(Fault::WrongOrder, dossier::stateName(state), m_paper.component);
    }

private:
    ManifestDocument named(DocumentKind kind, const dossier::Blob &pdf) const
    {
        return {.kind = kind,
                .component = m_paper.component,
                .paperType = m_paper.paperType,
                .paperName = m_paper.paperName,
                .pdf = pdf};
    }
    ManifestDocument digitized(const dossier::ExtractedCopy &extracted, const QString &code) const
    {
        const auto &copy = extracted.copy;
        auto document = named(DocumentKind::Digitized, copy.pdf);
        document.sides = countOf(copy.sides);
        document.code = code;
        document.signer = copy.signer;
        document.signedAtMs = copy.signedAtMs;
        document.level = copy.level;
        document.provenAtMs = copy.provenAtMs;
        document.reusableUntil = m_paper.reusableUntil;
        document.replacesSha256 = m_paper.replacesSha256;
        document.fields = extracted.fields;
        return document;
    }

    const PaperOfHandover &m_paper;
};

/// Without what differs although nothing changed: a code may have moved to another sequence, the
/// plain PDF of an attachment is made anew each time, what a copy replaced and what was withdrawn
/// is said by one manifest, and other dossiers may reuse the same copy.
Manifest lasting(Manifest manifest)
{
    for (auto &document : manifest.documents) {
        document.code.clear();
        document.replacesSha256.clear();
        if (document.reuse)
            document.reuse->count = 0;
        if (document.kind == DocumentKind::Attached)
            document.pdf = {};
    }
    manifest.withdrawn.clear();
    return manifest;
}

std::optional<QDate> dateIn(const dossier::Fields &fields, const QString &key)
{
    const auto field = std::ranges::find(fields, key, &dossier::Field::key);
    return field == fields.end() ? std::nullopt : text::parsedDate(field->value);
}

OwnerIndexEntry entryOf(const ManifestDocument &document)
{
    return {.code = document.code,
            .paperType = document.paperType,
            .paperName = document.paperName,
            .pdf = document.pdf,
            .issuedOn = dateIn(document.fields, dossier::field_key::documentDate),
            .expiresOn = document.reusableUntil,
            .replacesSha256 = document.replacesSha256};
}

/// Collects steps and numbers them.
class StepList {
public:
    StepList(QString handoverId, std::size_t firstPosition)
        : m_handoverId(std::move(handoverId)), m_position(static_cast<int>(firstPosition))
    {
    }
    void add(StepKind kind, const QString &component, const QString &key, const QString &sha256,
             const QByteArray &body = {})
    {
        m_steps.push_back({.handoverId = m_handoverId,
                           .position = m_position++,
                           .kind = kind,
                           .componentCode = component,
                           .key = key,
                           .sha256 = sha256,
                           .body = body});
    }
    void add(StepKind kind, const QString &component, const QString &key, const QByteArray &body)
    {
        add(kind, component, key, sha256Hex(body), body);
    }
    std::vector<OutboxStep> steps() && { return std::move(m_steps); }

private:
    QString m_handoverId;
    int m_position;
    std::vector<OutboxStep> m_steps;
};

/// The same for every hand-over of the dossier, so that putting it again is no
/// conflict; the manifests are found by their common prefix.
QByteArray pointerBody(const Manifest &manifest, const QString &manifestPrefix)
{
    return QJsonDocument(QJsonObject{{u"schema"_s, 1},
                                     {u"dossier"_s, manifest.dossierUuid},
                                     {u"manifests"_s, manifestPrefix}})
        .toJson(QJsonDocument::Compact);
}

}  // namespace

Expected<Manifest> draftOf(const HandoverRequest &request, const QString &stationId)
{
    if (request.papers.empty() && request.withdrawn.empty())
        return fail(Fault::NothingToDo, u"no paper"_s);
    const auto &dossier = request.dossier;
    Manifest draft{.dossierUuid = dossier.uuid,
                   .dossierCode = dossier.code ? dossier.code->text() : QString(),
                   .procedure = dossier.procedure.text(),
                   .office = request.office,
                   .department = request.department,
                   .station = stationId,
                   .receivedAtMs = dossier.receivedAtMs,
                   .owner = dossier.owner,
                   .withdrawn = request.withdrawn};
    for (const auto &paper : request.papers) {
        const auto *component = dossier.component(paper.component);
        if (!component)
            return fail(Fault::UnknownComponent, {}, paper.component);
        auto document = std::visit(DocumentMaker(paper), component->state);
        if (!document)
            return fail(document.error());
        draft.documents.push_back(*std::move(document));
    }
    return draft;
}

bool haveSameContent(const Manifest &one, const Manifest &other)
{
    return lasting(one) == lasting(other);
}

std::vector<OutboxStep> firstSteps(const QString &handoverId, const Manifest &draft,
                                   const dossier::Dossier &dossier)
{
    StepList list(handoverId, 0);
    const auto isNew = [&](const ManifestDocument &document) {
        const auto *component = dossier.component(document.component);
        return !std::holds_alternative<dossier::HandedOverCopy>(component->state);
    };
    for (const auto &document : draft.documents) {
        if (isNew(document)) {
            list.add(StepKind::Blob, document.component, layout::blob(document.pdf.sha256),
                     document.pdf.sha256);
        }
    }
    for (const auto &document : draft.documents) {
        if (document.kind == DocumentKind::Digitized && isNew(document))
            list.add(StepKind::CodeClaim, document.component, {}, QString());
    }
    return std::move(list).steps();
}

Expected<FinalSteps> finalSteps(const store::HandoverRow &handover, const Manifest &manifest,
                                const std::vector<OutboxStep> &earlier,
                                const repository::ProvinceKey &key)
{
    const auto body = sealedManifest(manifest, key);
    if (!body)
        return fail(body.error());
    const QString sha256 = sha256Hex(*body);
    const int year = inVietnam(manifest.receivedAtMs).date().year();
    const auto day = inVietnam(manifest.createdAtMs).date();
    const auto manifestKey = layout::manifest(year, manifest.office, manifest.dossierUuid, sha256);

    StepList list(handover.id, earlier.size());
    list.add(StepKind::Manifest, {}, manifestKey, *body);
    if (!manifest.dossierCode.isEmpty()) {
        list.add(
            StepKind::DossierPointer, {}, layout::dossierPointer(key, manifest.dossierCode),
            pointerBody(manifest, layout::manifests(year, manifest.office, manifest.dossierUuid)));
    }
    const QString ownerId = manifest.owner.id.reveal();
    for (const auto &step : earlier) {
        if (step.kind != StepKind::CodeClaim || ownerId.isEmpty())
            continue;
        const auto entry = entryOf(*documentOf(manifest, step.componentCode));
        const auto entryKey =
            layout::ownerIndexEntry(key, ownerId, day, entry.code, entry.pdf.sha256);
        const auto sealed = sealedEntry(entry, entryKey, key);
        if (!sealed)
            return fail(sealed.error());
        list.add(StepKind::OwnerIndex, step.componentCode, entryKey, *sealed);
    }
    for (const auto &paper : manifest.withdrawn) {
        if (ownerId.isEmpty())
            continue;
        const OwnerIndexEntry entry{.code = paper.code,
                                    .paperType = paper.paperType,
                                    .paperName = paper.paperName,
                                    .pdf = paper.pdf,
                                    .inForce = false};
        // Another name than that of the copy, which may be of the same day.
        const auto entryKey = layout::ownerIndexEntry(key, ownerId, day, entry.code,
                                                      u"withdrawn "_s + entry.pdf.sha256);
        const auto sealed = sealedEntry(entry, entryKey, key);
        if (!sealed)
            return fail(sealed.error());
        list.add(StepKind::OwnerIndex, paper.component, entryKey, *sealed);
    }
    const HandoverEvent event{.id = handover.id,
                              .dossierUuid = manifest.dossierUuid,
                              .office = manifest.office,
                              .department = manifest.department,
                              .manifestKey = manifestKey,
                              .manifestSha256 = sha256,
                              .atMs = manifest.createdAtMs};
    list.add(StepKind::Event, {}, layout::event(event.department, day, event.id), eventBody(event));
    return FinalSteps{event, std::move(list).steps()};
}

const ManifestDocument *documentOf(const Manifest &manifest, const QString &component)
{
    const auto found =
        std::ranges::find(manifest.documents, component, &ManifestDocument::component);
    return found == manifest.documents.end() ? nullptr : &*found;
}

}  // namespace station::sync
