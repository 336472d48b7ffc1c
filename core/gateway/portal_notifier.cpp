#include "core/gateway/portal_notifier.h"

#include "core/codes/procedure_code.h"
#include "core/repository/layout.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace station::gateway {
namespace {

const rules::Procedure *procedureOf(const rules::Catalogue &catalogue,
                                    const sync::Manifest &manifest)
{
    const auto code = codes::ProcedureCode::parse(manifest.procedure);
    if (!code)
        return nullptr;
    return catalogue.find(*code, inVietnam(manifest.receivedAtMs).date()).value_or(nullptr);
}

/// Failures behind which there may be a mapping that does not fit.
bool mayBeMapping(Fault fault)
{
    return fault == Fault::PortalRefused || fault == Fault::ServiceAnswerInvalid ||
           fault == Fault::SettingsInvalid;
}

PaperOrigin originOf(const sync::ManifestDocument &document)
{
    switch (document.kind) {
    case sync::DocumentKind::Digitized:
        return PaperOrigin::Digitized;
    case sync::DocumentKind::Attached:
        return PaperOrigin::Attached;
    case sync::DocumentKind::Reused:
        break;
    }
    const auto reuse = document.reuse.value_or(sync::Reuse::ofCode(document.code));
    if (reuse.source == dossier::ReuseSource::NationalStore)
        return PaperOrigin::SharedStore;
    return reuse.of == sync::Reuse::Of::Component ? PaperOrigin::ReusedComponent
                                                  : PaperOrigin::ReusedResult;
}

PaperRecord paperOf(const sync::ManifestDocument &document, const rules::Procedure *procedure,
                    const QString &documentUrl)
{
    PaperRecord paper{.component = document.component,
                      .fileName = document.component + u".pdf"_s,
                      .origin = originOf(document),
                      .code = document.code};
    if (!documentUrl.isEmpty())
        paper.link = documentUrl + repository::layout::blob(document.pdf.sha256);
    const auto *component =
        procedure != nullptr ? procedure->component(document.component) : nullptr;
    if (component != nullptr && component->replaceableBy)
        paper.replacedResult = component->replaceableBy->text();
    return paper;
}

qint64 dueAtMs(const sync::Manifest &manifest, const rules::Procedure *procedure,
               const RecordSources &sources)
{
    if (procedure == nullptr)
        return 0;
    const auto due = rules::DueTime(sources.calendar, sources.office.hours)
                         .after(inVietnam(manifest.receivedAtMs), procedure->processingDays);
    return due ? due->toMSecsSinceEpoch() : 0;
}

}  // namespace

DossierRecord recordOf(const sync::HandoverEvent &event, const sync::Manifest &manifest,
                       const RecordSources &sources)
{
    const auto *procedure = procedureOf(sources.catalogue, manifest);
    DossierRecord record{.handoverId = event.id,
                         .dossierUuid = manifest.dossierUuid,
                         .dossierCode = manifest.dossierCode,
                         .procedure = manifest.procedure,
                         .procedureName = procedure != nullptr ? procedure->name : QString(),
                         .sectorName = procedure != nullptr ? procedure->sector : QString(),
                         .office = manifest.office,
                         .departmentName = sources.office.department,
                         .channel = Channel::Counter,
                         .owner = manifest.owner,
                         .subject = procedure != nullptr ? procedure->name : QString(),
                         .receivedAtMs = manifest.receivedAtMs,
                         .dueAtMs = dueAtMs(manifest, procedure, sources)};
    for (const auto &document : manifest.documents)
        record.papers.push_back(paperOf(document, procedure, sources.documentUrl));
    return record;
}

PortalNotifier::PortalNotifier(GatewayOptions options, RecordSources sources, const Clock &clock)
    : m_options(std::move(options)), m_sources(std::move(sources)), m_clock(clock)
{
}

std::optional<QByteArray> PortalNotifier::noticeOf(const sync::HandoverEvent &event,
                                                   const sync::Manifest &manifest) const
{
    if (manifest.dossierCode.isEmpty())
        return std::nullopt;
    return toJson(recordOf(event, manifest, m_sources));
}

Expected<> PortalNotifier::tell(const store::Notice &notice, const std::stop_token &stop)
{
    auto record = dossierRecordFrom(notice.body);
    if (!record)
        return fail(record.error());
    record->known = notice.toldBefore;
    const std::lock_guard lock(m_mutex);
    if (!m_gateway) {
        auto opened = PortalGateway::open(m_options, m_clock);
        if (!opened)
            return fail(opened.error());
        m_gateway = *std::move(opened);
    }
    const auto told = m_gateway->tell(*record, stop);
    if (told)
        return {};
    if (mayBeMapping(told.error().fault))
        m_gateway.reset();
    return fail(told.error());
}

}  // namespace station::gateway
