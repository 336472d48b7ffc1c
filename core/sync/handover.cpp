#include "core/sync/handover.h"

#include "core/base/error_code.h"
#include "core/base/uuid7.h"
#include "core/repository/layout.h"
#include "core/sync/code_claims.h"
#include "core/sync/handover_plan.h"
#include "core/sync/retry_policy.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;

namespace station::sync {

using store::HandoverRow;
using store::OutboxStep;
using store::StateChange;
using store::StepKind;
using store::StepOutcome;
using store::StepState;

namespace {

using Changes = std::vector<StateChange>;

QString reasonOf(const Error &error)
{
    return errorCode(error.fault) + u' ' + error.detail;
}

/// Objects whose sending touches nothing but the repository.
bool goSideBySide(StepKind kind)
{
    return kind == StepKind::Blob || kind == StepKind::OwnerIndex;
}

/// The next step of one paper, when the event of `kind` is the one it waits for.
std::optional<dossier::PaperState> moved(const dossier::PaperState &state, StepKind kind,
                                         const HandoverRow &handover)
{
    const auto *coded = std::get_if<dossier::CodedCopy>(&state);
    if (coded && kind == StepKind::Manifest)
        return dossier::store(*coded, handover.manifestSha256);
    const auto *stored = std::get_if<dossier::StoredCopy>(&state);
    if (stored && kind == StepKind::Event)
        return dossier::handOver(*stored, handover.id);
    return std::nullopt;
}

/// One run of `Handover::send`: one hand-over, its draft, and where it goes.
class Sending {
public:
    Sending(store::Store &store, const store::BlobFolder &blobs, repository::Repository &repository,
            const repository::ProvinceKey &key, HandoverRow handover, Manifest draft, int parallel,
            const Notifiers &notifiers, std::stop_token stop)
        : m_store(store), m_blobs(blobs), m_repository(repository), m_key(key),
          m_handover(std::move(handover)), m_draft(std::move(draft)), m_parallel(parallel),
          m_notifiers(notifiers), m_stop(std::move(stop))
    {
    }

    const HandoverRow &handover() const { return m_handover; }

    /// Everything in the outbox that is not verified, kind after kind.
    Expected<> sendSteps()
    {
        if (const auto begun = m_store.beginSending(m_handover.id); !begun)
            return begun;
        auto steps = m_store.steps(m_handover.id);
        // After the steps: when another program has completed the plan just now, they
        // belong to its manifest.
        auto row = m_store.handover(m_handover.id);
        if (!steps || !row)
            return fail(steps ? row.error() : steps.error());
        m_handover = *std::move(row);
        std::erase_if(*steps, [](const auto &step) { return step.state == StepState::Verified; });
        for (auto first = steps->begin(); first != steps->end();) {
            const auto last = std::find_if(
                first, steps->end(), [&](const auto &step) { return step.kind != first->kind; });
            if (m_stop.stop_requested())
                return fail(Fault::Cancelled);
            if (const auto sent = sendGroup({first, last}); !sent)
                return sent;
            first = last;
        }
        return {};
    }

    /// Every code is final: composes what depends on it.
    Expected<> completePlan(qint64 nowMs)
    {
        const auto manifest = finalManifest(nowMs);
        const auto earlier = m_store.steps(m_handover.id);
        if (!manifest || !earlier)
            return fail(manifest ? earlier.error() : manifest.error());
        const auto final = finalSteps(m_handover, *manifest, *earlier, m_key);
        if (!final)
            return fail(final.error());
        std::vector<store::NewNotice> notices;
        for (const auto *notifier : m_notifiers) {
            if (auto body = notifier->noticeOf(final->event, *manifest))
                notices.push_back({notifier->target(), *std::move(body)});
        }
        if (const auto saved = m_store.completePlan(m_handover.id, final->event.manifestSha256,
                                                    final->steps, notices);
            !saved)
            return saved;
        // Another program may have been faster: its manifest counts.
        auto row = m_store.handover(m_handover.id);
        if (!row)
            return fail(row.error());
        m_handover = *std::move(row);
        return {};
    }

    Expected<HandoverResult> result() const
    {
        const auto dossier = m_store.load(m_handover.dossierUuid);
        if (!dossier)
            return fail(dossier.error());
        HandoverResult result{m_handover.id, m_handover.manifestSha256, {}};
        for (const auto &document : m_draft.documents) {
            const auto code = dossier::finalCodeOf(dossier->component(document.component)->state);
            if (!code.isEmpty())
                result.codes.insert(document.component, code);
        }
        return result;
    }

private:
    using Delivered = std::vector<std::optional<Expected<Changes>>>;

    /// One result for each step that was tried, in their order; none is begun after a failure.
    Delivered deliverAll(std::vector<OutboxStep> &steps)
    {
        Delivered results(steps.size());
        std::atomic<std::size_t> next = 0;
        std::atomic<bool> failed = false;
        const auto work = [&] {
            for (auto at = next++; at < steps.size() && !failed; at = next++) {
                results[at] = deliver(steps[at]);
                if (!*results[at])
                    failed = true;
            }
        };
        std::vector<std::jthread> others;
        if (goSideBySide(steps.front().kind)) {
            const auto wanted = std::min(static_cast<std::size_t>(m_parallel), steps.size());
            while (others.size() + 1 < wanted)
                others.emplace_back(work);
        }
        work();
        others.clear();  // joins
        return results;
    }

    /// Steps of one kind do not depend on each other, so one commit records them
    /// all: after a crash they are only put again.
    Expected<> sendGroup(std::vector<OutboxStep> steps)
    {
        const auto results = deliverAll(steps);
        std::vector<StepOutcome> outcomes;
        std::optional<Error> error;
        for (std::size_t at = 0; at < steps.size(); ++at) {
            if (!results[at])
                continue;
            auto &step = steps[at];
            const auto &changes = *results[at];
            step.state = StepState::Verified;
            step.reason.clear();
            if (!changes) {
                error = changes.error();
                step.state =
                    retryAfter(error->fault, 1, 0).dead ? StepState::Blocked : StepState::Queued;
                step.reason = reasonOf(*error);
            }
            outcomes.push_back({step, changes ? *changes : Changes{}});
        }
        if (const auto saved = m_store.saveOutcomes(outcomes); !saved)
            return saved;
        return error ? Expected<>(fail(*error)) : Expected<>();
    }

    /// Returns the papers that this step moves on.
    Expected<Changes> deliver(OutboxStep &step)
    {
        switch (step.kind) {
        case StepKind::Blob:
            return deliverBlob(step);
        case StepKind::CodeClaim:
            return claim(step);
        case StepKind::Manifest:
        case StepKind::DossierPointer:
        case StepKind::OwnerIndex:
        case StepKind::Event:
            break;
        }
        if (const auto put = m_repository.putIfAbsent(step.key, step.body, step.sha256); !put)
            return fail(put.error());
        return movedPapers(step.kind);
    }

    Expected<Changes> deliverBlob(const OutboxStep &step)
    {
        const auto &document = *documentOf(m_draft, step.componentCode);
        if (document.kind == DocumentKind::Reused)
            return checkLinked(step);
        const auto copy = m_blobs.open(document.pdf);
        if (!copy)
            return fail(copy.error());
        // What was tried before may be there although the answer never came.
        const auto put = step.attempts > 1
                             ? m_repository.putIfAbsent(step.key, **copy, step.sha256, m_stop)
                             : m_repository.putNew(step.key, **copy, step.sha256, m_stop);
        if (!put) {
            // The key is the hash of its bytes: other bytes there are damage.
            const auto &error = put.error();
            return fail(error.fault == Fault::Conflict ? Fault::RepositoryDamaged : error.fault,
                        error.detail);
        }
        return Changes{};
    }

    /// A linked copy was stored by somebody else; the department must find it too.
    Expected<Changes> checkLinked(const OutboxStep &step)
    {
        if (const auto same = m_repository.verify(step.key, step.sha256, m_stop); !same)
            return fail(same.error());
        return Changes{};
    }

    Expected<Changes> claim(OutboxStep &step)
    {
        const auto &document = *documentOf(m_draft, step.componentCode);
        const auto dossier = m_store.load(m_handover.dossierUuid);
        if (!dossier)
            return fail(dossier.error());
        const auto &state = dossier->component(step.componentCode)->state;
        const auto *extracted = std::get_if<dossier::ExtractedCopy>(&state);
        if (!extracted && dossier::finalCodeOf(state).isEmpty())
            return fail(Fault::Conflict, u"paper is "_s + dossier::stateName(state));

        const auto proposed = codes::DigitizationCode::parse(document.code);
        if (!proposed)
            return fail(proposed.error());
        const auto code = CodeClaims(m_repository, m_key)
                              .claim(*proposed, {m_handover.dossierUuid, step.componentCode,
                                                 document.pdf.sha256});
        if (!code)
            return fail(code.error());
        step.key = repository::layout::codeClaim(m_key, code->text());
        if (!extracted)
            return Changes{};
        return Changes{{m_handover.dossierUuid, step.componentCode, state,
                        dossier::assignCode(*extracted, *code), m_handover.actor, u"code"_s,
                        document.pdf.sha256}};
    }

    Expected<Changes> movedPapers(StepKind kind) const
    {
        if (kind != StepKind::Manifest && kind != StepKind::Event)
            return Changes{};
        const auto dossier = m_store.load(m_handover.dossierUuid);
        if (!dossier)
            return fail(dossier.error());
        Changes changes;
        for (const auto &document : m_draft.documents) {
            const auto &state = dossier->component(document.component)->state;
            if (auto next = moved(state, kind, m_handover)) {
                changes.push_back({m_handover.dossierUuid, document.component, state,
                                   *std::move(next), m_handover.actor,
                                   kind == StepKind::Manifest ? u"store"_s : u"hand_over"_s,
                                   m_handover.manifestSha256});
            }
        }
        return changes;
    }

    Expected<Manifest> finalManifest(qint64 nowMs) const
    {
        const auto dossier = m_store.load(m_handover.dossierUuid);
        const auto handovers = m_store.handovers(m_handover.dossierUuid);
        const auto head = m_store.auditHead();
        if (!dossier || !handovers || !head)
            return fail(!dossier ? dossier.error() : !handovers ? handovers.error() : head.error());
        auto manifest = m_draft;
        manifest.createdAtMs = nowMs;
        manifest.auditHead = *head;
        for (const auto &earlier : *handovers) {
            if (earlier.complete)
                manifest.previousSha256 = earlier.manifestSha256;
        }
        for (auto &document : manifest.documents)
            document.code = dossier::finalCodeOf(dossier->component(document.component)->state);
        return manifest;
    }

    store::Store &m_store;
    const store::BlobFolder &m_blobs;
    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
    HandoverRow m_handover;
    Manifest m_draft;
    int m_parallel;
    const Notifiers &m_notifiers;
    std::stop_token m_stop;
};

}  // namespace

Handover::Handover(store::Store &store, const store::BlobFolder &blobs,
                   repository::Repository &repository, const repository::ProvinceKey &key,
                   const Clock &clock, int parallel, Notifiers notifiers)
    : m_store(store), m_blobs(blobs), m_repository(repository), m_key(key), m_clock(clock),
      m_parallel(parallel), m_notifiers(std::move(notifiers))
{
}

Expected<QString> Handover::plan(const HandoverRequest &request)
{
    const auto draft = draftOf(request, m_store.stationId());
    if (!draft)
        return fail(draft.error());
    const auto earlier = m_store.handovers(request.dossier.uuid);
    if (!earlier)
        return fail(earlier.error());
    if (!earlier->empty()) {
        const auto &last = earlier->back();
        const auto lastDraft = manifestFromPlain(last.draft);
        if (lastDraft && haveSameContent(*lastDraft, *draft))
            return last.id;
        if (!last.complete)
            return fail(Fault::WrongOrder, u"handover "_s + last.id + u" is open"_s);
    }
    const HandoverRow row{.id = newUuid7(),
                          .dossierUuid = request.dossier.uuid,
                          .draft = plainManifest(*draft),
                          .actor = request.actor,
                          .createdAtMs = m_clock.nowMs(),
                          .urgent = request.urgent};
    const auto begun = m_store.beginHandover(row, firstSteps(row.id, *draft, request.dossier),
                                             earlier->empty() ? QString() : earlier->back().id);
    if (begun)
        return row.id;
    // Another program planned at the same time: see what it planned.
    return begun.error().fault == Fault::Conflict ? plan(request)
                                                  : Expected<QString>(fail(begun.error()));
}

Expected<HandoverResult> Handover::send(const QString &handoverId, const std::stop_token &stop)
{
    auto row = m_store.handover(handoverId);
    if (!row)
        return fail(row.error());
    auto draft = manifestFromPlain(row->draft);
    if (!draft)
        return fail(Fault::StorageFailed, u"draft of "_s + handoverId);

    Sending sending(m_store, m_blobs, m_repository, m_key, *std::move(row), *std::move(draft),
                    m_parallel, m_notifiers, stop);
    if (sending.handover().manifestSha256.isEmpty()) {
        if (const auto sent = sending.sendSteps(); !sent)
            return fail(sent.error());
        if (const auto completed = sending.completePlan(m_clock.nowMs()); !completed)
            return fail(completed.error());
    }
    if (const auto sent = sending.sendSteps(); !sent)
        return fail(sent.error());
    return sending.result();
}

}  // namespace station::sync
