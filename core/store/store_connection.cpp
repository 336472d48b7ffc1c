#include "core/store/store_connection.h"

#include "core/base/uuid7.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

using dossier::PaperState;

/// Null for a state without confirmed fields.
const dossier::Fields *fieldsIn(const PaperState &state)
{
    const auto *extracted = dossier::extractedCopyOf(state);
    return extracted ? &extracted->fields : nullptr;
}

/// QJsonObject sorts its keys, Compact writes no blanks.
QString canonical(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// A copy may have got more proof since the caller loaded it. A step that leaves the file as
/// it is goes on with the better one; Conflict for any other step.
Expected<StateChange> withCurrentFile(StateChange change, const PaperState &current)
{
    const auto *now = dossier::signedCopyOf(current);
    const auto *loaded = dossier::signedCopyOf(change.from);
    if (now == nullptr || loaded == nullptr || now->pdf == loaded->pdf)
        return change;
    const auto *next = dossier::signedCopyOf(change.next);
    auto better = next != nullptr && next->pdf == loaded->pdf
                      ? dossier::upgraded(change.next, now->pdf, now->level, now->provenAtMs)
                      : fail(Fault::Conflict, u"another file"_s);
    if (!better)
        return fail(Fault::Conflict, better.error().detail, change.componentCode);
    if (change.objectSha256 == loaded->pdf.sha256)
        change.objectSha256 = now->pdf.sha256;
    change.next = *std::move(better);
    return change;
}

bool isInStation(const PaperState &state)
{
    return std::holds_alternative<dossier::SignedCopy>(state) ||
           std::holds_alternative<dossier::ExtractedCopy>(state) ||
           std::holds_alternative<dossier::CodedCopy>(state);
}

}  // namespace

void Store::Connection::record(const QString &dossierUuid, const QString &componentCode,
                               const QString &actor, const QString &action,
                               const QString &objectSha256, const QJsonObject &facts)
{
    audit.append({.atMs = clock.nowMs(),
                  .station = stationId,
                  .actor = actor,
                  .action = action,
                  .dossierUuid = dossierUuid,
                  .componentCode = componentCode,
                  .objectSha256 = objectSha256,
                  .facts = facts.isEmpty() ? QString() : canonical(facts)});
}

Expected<> Store::Connection::save(const QString &dossierUuid, const dossier::Component &component)
{
    if (!sides.extend(dossierUuid, component.code, dossier::sidesOf(component.state)))
        return fail(Fault::Conflict, u"the sides are others by now"_s, component.code);
    if (const auto *confirmed = fieldsIn(component.state)) {
        fields.replace(dossierUuid, component.code, *confirmed);
        drafts.remove(dossierUuid, component.code);
    }
    components.update(dossierUuid, component);
    return {};
}

Expected<> Store::Connection::apply(const StateChange &change)
{
    const auto current = components.find(change.dossierUuid, change.componentCode);
    if (!current)
        return fail(current.error());
    if (current->index() != change.from.index())
        return fail(Fault::Conflict, u"is "_s + dossier::stateName(*current), change.componentCode);
    const auto step = withCurrentFile(change, *current);
    if (!step)
        return fail(step.error());
    if (auto saved = save(step->dossierUuid, {step->componentCode, step->next}); !saved)
        return saved;
    record(step->dossierUuid, step->componentCode, step->actor, step->action, step->objectSha256,
           step->facts);
    if (!isInStation(step->next))
        upgrades.remove(step->dossierUuid, step->componentCode);
    else if (step->upgrade)
        upgrades.insert(step->dossierUuid, step->componentCode, *step->upgrade, clock.nowMs());
    return {};
}

Expected<> Store::Connection::checkFile(const QString &dossierUuid, const OutboxStep &step) const
{
    if (step.kind != StepKind::Blob)
        return {};
    const auto state = components.find(dossierUuid, step.componentCode);
    if (!state)
        return fail(state.error());
    const auto *copy = dossier::signedCopyOf(*state);
    if (copy != nullptr && copy->pdf.sha256 != step.sha256)
        return fail(Fault::ProofPending, u"got more proof just now"_s, step.componentCode);
    return {};
}

bool Store::Connection::hasOpenHandover(const QString &dossierUuid) const
{
    return std::ranges::any_of(handovers.ofDossier(dossierUuid),
                               [](const HandoverRow &row) { return !row.complete; });
}

Expected<> Store::Connection::save(const StepOutcome &outcome)
{
    const auto &step = outcome.step;
    if (outbox.isVerified(step.handoverId, step.position))
        return {};
    outbox.update(step);
    if (step.state != StepState::Verified)
        outbox.requeue(step.handoverId);
    for (const auto &change : outcome.changes) {
        if (auto applied = apply(change); !applied)
            return applied;
    }
    const auto handover = handovers.find(step.handoverId);
    if (!handover || !outbox.isComplete(step.handoverId))
        return {};
    handovers.markComplete(handover->id);
    if (auto ended = endCorrections(handover->dossierUuid); !ended)
        return ended;
    dossiers.markHandedOver(handover->dossierUuid);
    holds.remove(handover->dossierUuid);
    record(handover->dossierUuid, {}, handover->actor, u"hand_over"_s, handover->manifestSha256);
    return {};
}

Expected<> Store::Connection::endCorrections(const QString &dossierUuid)
{
    const auto rows = corrections.ofDossier(dossierUuid);
    if (!rows)
        return fail(rows.error());
    for (const auto &row : *rows) {
        const auto &component = row.correction.componentCode;
        const auto state = components.find(dossierUuid, component);
        if (!state)
            return fail(state.error());
        // Handed over anew, or without it.
        if (!std::holds_alternative<dossier::HandedOverCopy>(*state) &&
            !std::holds_alternative<dossier::OpenSlot>(*state))
            continue;
        corrections.remove(dossierUuid, component);
        // The repository has it for ever; here it stays for as long as a forgotten file does.
        looseBlobs.insert(row.correction.former.copy.copy.copy.copy.pdf.sha256,
                          clock.nowMs() + keepOrphansMs);
    }
    return {};
}

Expected<> Store::Connection::checkTakesSides(const QString &dossierUuid,
                                              const QString &componentCode) const
{
    const auto state = components.find(dossierUuid, componentCode);
    if (!state)
        return fail(state.error());
    if (std::holds_alternative<dossier::DigitizeSlot>(*state) ||
        std::holds_alternative<dossier::CapturedPaper>(*state) ||
        std::holds_alternative<dossier::AttachedPaper>(*state))
        return {};
    return fail(Fault::WrongOrder, u"sides while "_s + dossier::stateName(*state), componentCode);
}

Expected<> Store::Connection::followSides(const QString &dossierUuid, const QString &componentCode)
{
    const auto state = components.find(dossierUuid, componentCode);
    if (!state)
        return fail(state.error());
    const bool none = sides.count(dossierUuid, componentCode) == 0;
    if (none && std::holds_alternative<dossier::CapturedPaper>(*state))
        components.update(dossierUuid, {componentCode, dossier::DigitizeSlot{}});
    if (!none && std::holds_alternative<dossier::DigitizeSlot>(*state))
        components.update(dossierUuid, {componentCode, dossier::CapturedPaper{}});
    return {};
}

void Store::Connection::addEdit(const QString &dossierUuid, const EditRow &row)
{
    edits.dropUndone(dossierUuid);
    auto last = edits.nextUndo(dossierUuid);
    if (last && !row.runId.isEmpty() && last->runId == row.runId) {
        auto &changes = last->edit.changes;
        changes.insert(changes.end(), row.edit.changes.begin(), row.edit.changes.end());
        return edits.updateChanges(last->edit);
    }
    auto added = row;
    // The clerk edited in the middle of the run: what comes after is a step of its own.
    if (edits.contains(added.edit.id))
        added.edit.id = newUuid7();
    edits.insert(dossierUuid, added);
}

}  // namespace station::store
