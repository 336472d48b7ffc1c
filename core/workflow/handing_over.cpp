#include "core/workflow/handing_over.h"

#include "core/base/uuid7.h"
#include "core/rules/reuse_period.h"
#include "core/store/blob_folder.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/text/dates.h"
#include "core/workflow/copy_pdf.h"
#include "core/workflow/intake.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::workflow {
namespace {

template <typename... States>
bool isOneOf(const dossier::PaperState &state)
{
    return (std::holds_alternative<States>(state) || ...);
}

/// Work that was begun and not finished: it would be lost from the dossier.
bool isUnfinished(const dossier::PaperState &state)
{
    return isOneOf<dossier::CapturedPaper, dossier::SignedCopy>(state);
}

bool isLeftOut(const dossier::PaperState &state)
{
    if (const auto *attached = std::get_if<dossier::AttachedPaper>(&state))
        return attached->sides.empty();
    return isOneOf<dossier::OpenSlot, dossier::DigitizeSlot>(state);
}

/// Asked before the plan is made: what is coded is on its way already.
bool lacksProof(const dossier::PaperState &state, const rules::SignatureRule &rule)
{
    const auto *extracted = std::get_if<dossier::ExtractedCopy>(&state);
    return extracted && !extracted->copy.received && extracted->copy.level < rule.required;
}

/// The rules may have asked for less when it was signed.
Expected<> ensureQueued(const StationContext &context, const QString &dossierUuid,
                        const QString &component, const rules::SignatureRule &rule)
{
    auto store = context.openStore();
    return store ? store->queueUpgrade(dossierUuid, component, {rule.wanted, rule.required})
                 : fail(store.error());
}

/// Nothing when the paper is not being corrected.
const dossier::Blob &pdfOf(const store::Correction &correction)
{
    return correction.former.copy.copy.copy.copy.pdf;
}

QString valueOf(const dossier::Fields &fields, const QString &key)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto &field) { return field.key == key; });
    return found == fields.end() ? QString() : found->value;
}

/// Counted from the paper's own date; from the copy's when it bears none.
std::optional<QDate> lastDayOfReuse(const StationContext &context, const rules::PaperType &type,
                                    const dossier::ExtractedCopy &paper)
{
    const auto issued = text::parsedDate(valueOf(paper.fields, dossier::field_key::documentDate));
    const auto expires = text::parsedDate(valueOf(paper.fields, dossier::field_key::expiryDate));
    return rules::lastDayOfReuse(context.law.profile, type,
                                 issued.value_or(inVietnam(paper.copy.signedAtMs).date()), expires);
}

}  // namespace

HandingOver::HandingOver(const StationContext &context, repository::Repository &repository,
                         const repository::ProvinceKey &key, int parallel,
                         sync::Notifiers notifiers)
    : m_context(context), m_repository(repository), m_key(key), m_parallel(parallel),
      m_notifiers(std::move(notifiers))
{
}

Expected<codes::DigitizationCode> HandingOver::proposedCode(const dossier::Dossier &dossier,
                                                            const QString &component,
                                                            const dossier::Fields &fields) const
{
    const auto store = m_context.openStore();
    const auto corrections = store ? store->corrections(dossier.uuid) : fail(store.error());
    if (!corrections)
        return fail(corrections.error());
    // A corrected copy keeps the code of its paper, whatever is read from it now.
    if (const auto *correction = store::correctionOf(*corrections, component))
        return correction->former.copy.copy.code;
    const auto slot = slotOf(m_context.law, dossier, component);
    if (!slot)
        return fail(slot.error());
    const QString number = valueOf(fields, dossier::field_key::documentNumber);
    const auto &profile = m_context.law.profile;
    const auto &replaceableBy = slot->rule->replaceableBy;
    // TT 01/2023 Art. 10: an earlier result is named by its result type code.
    const bool asResult = replaceableBy && !number.isEmpty() &&
                          slot->rule->digitizationClass == rules::DigitizationClass::EarlierResult;
    const auto &form = asResult ? profile.resultCode : profile.componentCode;
    return form->code({.owner = dossier.owner.id.reveal(),
                       .procedure = dossier.procedure.base(),
                       .paper = component,
                       .result = replaceableBy ? replaceableBy->text() : QString(),
                       .number = number});
}

Expected<sync::HandoverRequest> HandingOver::request(const dossier::Dossier &dossier,
                                                     QStringList &proofPending) const
{
    sync::HandoverRequest request{.dossier = dossier,
                                  .office = m_context.law.office.agency->text(),
                                  .department = dossier.department,
                                  .actor = m_context.actor};
    const auto store = m_context.openStore();
    const auto corrections = store ? store->corrections(dossier.uuid) : fail(store.error());
    if (!corrections)
        return fail(corrections.error());
    for (const auto &component : dossier.components) {
        const auto &state = component.state;
        const auto *correction = store::correctionOf(*corrections, component.code);
        if (correction && isOneOf<dossier::OpenSlot>(state)) {
            const auto slot = slotOf(m_context.law, dossier, component.code);
            if (!slot)
                return fail(slot.error());
            request.withdrawn.push_back({.component = component.code,
                                         .paperType = slot->rule->paperType,
                                         .paperName = slot->rule->name,
                                         .pdf = pdfOf(*correction),
                                         .code = correction->former.copy.copy.code.text()});
            continue;
        }
        // Left out it would be gone from the manifest.
        if (isUnfinished(state) || (correction && isLeftOut(state)))
            return fail(Fault::WrongOrder, dossier::stateName(state), component.code);
        if (isLeftOut(state) || isOneOf<dossier::ShownPaper, dossier::RefusedPaper>(state))
            continue;
        const auto slot = slotOf(m_context.law, dossier, component.code);
        if (!slot)
            return fail(slot.error());
        const auto rule = signatureRuleOf(m_context.law, slot->paperType);
        if (lacksProof(state, rule)) {
            if (const auto queued = ensureQueued(m_context, dossier.uuid, component.code, rule);
                !queued)
                return fail(queued.error());
            if (correction)
                return fail(Fault::ProofPending, u"below the required level"_s, component.code);
            proofPending << component.code;
            continue;
        }
        sync::PaperOfHandover paper{.component = component.code,
                                    .paperType = slot->rule->paperType,
                                    .paperName = slot->rule->name};
        if (const auto *extracted = std::get_if<dossier::ExtractedCopy>(&state)) {
            const auto code = proposedCode(dossier, component.code, extracted->fields);
            if (!code)
                return fail(code.error());
            paper.proposedCode = *code;
            if (correction)
                paper.replacesSha256 = pdfOf(*correction).sha256;
        }
        if (const auto *reused = std::get_if<dossier::ReusedCopy>(&state)) {
            const auto count = store->reuseCount(reused->pdf.sha256);
            if (!count)
                return fail(count.error());
            paper.reuseCount = *count;
        }
        // Also of what was handed over before: each manifest says all of the dossier.
        if (const auto *extracted = dossier::extractedCopyOf(state); extracted && slot->paperType)
            paper.reusableUntil = lastDayOfReuse(m_context, *slot->paperType, *extracted);
        if (const auto *attached = std::get_if<dossier::AttachedPaper>(&state)) {
            const auto folder = store::Spool(m_context.dataDir).folder(dossier.uuid);
            if (!folder)
                return fail(folder.error());
            const QString file = *folder + u'/' + newUuid7() + QStringLiteral(".pdf");
            const auto pages =
                writeCopyPdf(m_context, dossier.uuid, attached->sides, slot->rule->name, file);
            if (!pages)
                return fail(pages.error());
            const auto blob = m_context.blobs().take(file);
            if (!blob)
                return fail(blob.error());
            paper.attachment = *blob;
        }
        request.papers.push_back(std::move(paper));
    }
    if (request.papers.empty() && !proofPending.isEmpty())
        return fail(Fault::ProofPending, u"below the required level"_s, proofPending.front());
    return request;
}

Expected<sync::SendReport> HandingOver::sendAll(const sync::Outbox::OnProgress &onProgress,
                                                const std::stop_token &stop)
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto blobs = m_context.blobs();
    return sync::Outbox(*store, blobs, m_repository, m_key, m_context.clock, m_parallel,
                        m_notifiers)
        .sendDue(sync::Outbox::Due::Everything, onProgress, stop);
}

Expected<sync::TellReport> HandingOver::tell(sync::Outbox::Due due, const std::stop_token &stop)
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    return sync::Telling(*store, m_notifiers, m_context.clock).tellDue(due, stop);
}

Expected<HandedOver> HandingOver::run(const QString &dossierUuid, Haste haste, std::stop_token stop)
{
    constexpr int patienceMs = 10'000;
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    QStringList proofPending;
    auto plan = request(*dossier, proofPending);
    if (!plan)
        return fail(plan.error());
    plan->urgent = haste == Haste::Urgent;
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto blobs = m_context.blobs();
    sync::Handover handover(*store, blobs, m_repository, m_key, m_context.clock);
    const auto id = handover.plan(*plan);
    if (!id)
        return fail(id.error());
    sync::Outbox outbox(*store, blobs, m_repository, m_key, m_context.clock, m_parallel,
                        m_notifiers);
    const auto sent = outbox.sendNow(*id, patienceMs, stop);
    if (!sent)
        return fail(sent.error());

    HandedOver result{.eventId = sent->eventId,
                      .manifestSha256 = sent->manifestSha256,
                      .codes = sent->codes,
                      .proofPending = proofPending};
    for (const auto &component : dossier->components) {
        if (isLeftOut(component.state))
            result.leftOut << component.code;
    }
    return result;
}

}  // namespace station::workflow
