#include "core/sync/sample_audit.h"

#include "core/base/error_code.h"

#include <algorithm>
#include <random>
#include <set>

using namespace Qt::StringLiterals;

namespace station::sync {

using store::OutboxStep;
using store::StepKind;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
const QString auditTask = u"sample_audit"_s;
const QString lostTask = u"lost "_s;  // and id of the hand-over, position of the step

QString taskOf(const QString &handoverId, int position)
{
    return lostTask + handoverId + u' ' + QString::number(position);
}

bool isAudited(const OutboxStep &step)
{
    return step.state == store::StepState::Verified &&
           (step.kind == StepKind::Blob || step.kind == StepKind::Manifest);
}

bool isLoss(Fault fault)
{
    return fault == Fault::RepositoryDamaged || fault == Fault::FileMissing;
}

}  // namespace

SampleAudit::SampleAudit(store::Store &store, const store::BlobFolder &blobs,
                         repository::Repository &repository)
    : m_store(store), m_blobs(blobs), m_repository(repository)
{
}

Expected<bool> SampleAudit::isDue(int everyDays, const Clock &clock) const
{
    const auto last = m_store.lastUpkeep(auditTask);
    if (!last)
        return fail(last.error());
    return clock.nowMs() - *last >= everyDays * dayMs;
}

Expected<std::vector<SampleAudit::Sampled>> SampleAudit::sample(int objects) const
{
    const auto dossiers = m_store.someHandedOver(objects);
    if (!dossiers)
        return fail(dossiers.error());
    std::vector<Sampled> all;
    for (const auto &uuid : *dossiers) {
        const auto handovers = m_store.handovers(uuid);
        if (!handovers)
            return fail(handovers.error());
        for (const auto &handover : *handovers) {
            const auto steps = m_store.steps(handover.id);
            if (!steps)
                return fail(steps.error());
            for (const auto &step : *steps) {
                if (isAudited(step))
                    all.push_back({uuid, step});
            }
        }
    }
    std::vector<Sampled> some;
    std::ranges::sample(all, std::back_inserter(some), objects,
                        std::mt19937(std::random_device{}()));
    return some;
}

Expected<std::vector<SampleAudit::Sampled>> SampleAudit::remembered() const
{
    const auto tasks = m_store.upkeepTasks(lostTask);
    if (!tasks)
        return fail(tasks.error());
    std::vector<Sampled> list;
    for (const auto &task : *tasks) {
        const QString id = task.section(u' ', 1, 1);
        const auto handover = m_store.handover(id);
        const auto steps = m_store.steps(id);
        if (!handover || !steps)
            return fail(handover ? steps.error() : handover.error());
        for (const auto &step : *steps) {
            if (task == taskOf(id, step.position))
                list.push_back({handover->dossierUuid, step});
        }
    }
    return list;
}

LostObject SampleAudit::lostOf(const Sampled &sampled, Fault fault) const
{
    const auto &step = sampled.step;
    return {.dossierUuid = sampled.dossierUuid,
            .component = step.componentCode,
            .handoverId = step.handoverId,
            .position = step.position,
            .key = step.key,
            .fault = fault,
            .ownCopy = step.kind == StepKind::Manifest || m_blobs.contains(step.sha256)};
}

Expected<SampleReport> SampleAudit::run(int objects, const QString &actor,
                                        const std::stop_token &stop, const OnProgress &onProgress)
{
    auto wanted = remembered();
    if (!wanted)
        return fail(wanted.error());
    const auto before = wanted->size();
    auto others = sample(objects);
    if (!others)
        return fail(others.error());
    wanted->insert(wanted->end(), others->begin(), others->end());

    SampleReport report;
    std::set<QString> dossiers;
    for (const auto &sampled : *wanted) {
        if (onProgress)
            onProgress(report.objects, static_cast<int>(wanted->size()));
        const auto &step = sampled.step;
        const auto same = m_repository.verify(step.key, step.sha256, stop);
        if (!same && !isLoss(same.error().fault))
            return fail(same.error());
        const auto lost = same ? LostObject{} : lostOf(sampled, same.error().fault);
        if (!same && std::ranges::find(report.lost, lost) == report.lost.end()) {
            report.lost.push_back(lost);
            if (const auto kept = remember(lost); !kept)
                return fail(kept.error());
        }
        if (same && static_cast<std::size_t>(report.objects) < before) {
            const auto right = m_store.forgetUpkeep(taskOf(step.handoverId, step.position));
            if (!right)
                return fail(right.error());
        }
        ++report.objects;
        dossiers.insert(sampled.dossierUuid);
    }
    report.dossiers = static_cast<int>(dossiers.size());
    const auto told = m_store.record(
        {}, {}, actor, u"sample_audit"_s, {},
        {{u"objects"_s, report.objects}, {u"lost"_s, static_cast<int>(report.lost.size())}});
    const auto noted = told ? m_store.noteUpkeep(auditTask) : told;
    if (!noted)
        return fail(noted.error());
    return report;
}

Expected<std::vector<LostObject>> SampleAudit::lost() const
{
    const auto list = remembered();
    if (!list)
        return fail(list.error());
    std::vector<LostObject> lost;
    for (const auto &sampled : *list)
        lost.push_back(lostOf(sampled, Fault::RepositoryDamaged));
    return lost;
}

Expected<int> SampleAudit::countLost(const QString &dataDir)
{
    const auto tasks = store::Store::upkeepTasksIn(dataDir, lostTask);
    return tasks ? Expected<int>(static_cast<int>(tasks->size())) : fail(tasks.error());
}

Expected<> SampleAudit::remember(const LostObject &lost)
{
    const QString task = taskOf(lost.handoverId, lost.position);
    const auto known = m_store.upkeepTasks(task);
    if (!known)
        return fail(known.error());
    if (known->contains(task))
        return {};
    if (const auto noted = m_store.noteUpkeep(task); !noted)
        return noted;
    return m_store.record(lost.dossierUuid, lost.component, u"station"_s, u"repository_lost"_s, {},
                          {{u"key"_s, lost.key}, {u"fault"_s, errorCode(lost.fault)}});
}

Expected<int> SampleAudit::sendAgain(const QString &actor, const std::stop_token &stop)
{
    const auto list = remembered();
    if (!list)
        return fail(list.error());
    int right = 0;
    for (const auto &sampled : *list) {
        const auto &step = sampled.step;
        const auto send = [&](const ByteSource &content) {
            return m_repository.putIfAbsent(step.key, content, step.sha256, stop);
        };
        Expected<repository::Repository::Put> sent = fail(Fault::FileMissing);
        if (step.kind == StepKind::Manifest) {
            sent = send(MemorySource(step.body));
        } else if (const auto own = m_blobs.open({step.sha256}); own) {
            sent = send(**own);
        }
        // Other bytes there, or none of ours that are right.
        if (!sent && (sent.error().fault == Fault::Conflict || isLoss(sent.error().fault)))
            continue;
        if (!sent)
            return fail(sent.error());
        const auto forgotten = m_store.forgetUpkeep(taskOf(step.handoverId, step.position));
        const auto told = forgotten ? m_store.record(sampled.dossierUuid, step.componentCode, actor,
                                                     u"send_again"_s, step.sha256)
                                    : forgotten;
        if (!told)
            return fail(told.error());
        ++right;
    }
    return right;
}

}  // namespace station::sync
