#include "core/workflow/side_cleaner.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/workflow/side_job.h"
#include "core/workflow/text_queue.h"

namespace station::workflow {

namespace {

/// Trying again will not help; scanning again will.
bool isOfThePicture(const Error &error)
{
    return error.fault == Fault::FileUnreadable || error.fault == Fault::FileTooLarge ||
           error.fault == Fault::FileTooSmall || error.fault == Fault::FileEmpty;
}

}  // namespace

SideCleaner::SideCleaner(const StationContext &context, worker::PageWorkerPool &pool,
                         TextQueue *texts, QString dossierUuid, double expectedHeightMm,
                         OnCleaned onCleaned)
    : m_context(context), m_pool(pool), m_texts(texts), m_dossierUuid(std::move(dossierUuid)),
      m_expectedHeightMm(expectedHeightMm), m_onCleaned(std::move(onCleaned))
{
    const auto count = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < count; ++i)
        m_threads.emplace_back([this](std::stop_token stop) { work(stop); });
}

SideCleaner::~SideCleaner() = default;

void SideCleaner::add(const dossier::Side &side)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(side);
    m_changed.notify_all();
}

void SideCleaner::finish()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && m_busy == 0; });
}

void SideCleaner::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        dossier::Side side = m_waiting.front();
        m_waiting.pop_front();
        ++m_busy;
        lock.unlock();
        const auto outcome = clean(side, stop);
        if (outcome && m_texts && outcome->side.isPage())
            m_texts->add(outcome->job);
        if (!outcome && isOfThePicture(outcome.error()))
            markDamaged(side);
        lock.lock();
        // Under the lock: whoever listens is told of one side at a time.
        if (m_onCleaned)
            m_onCleaned(outcome ? outcome->side : side, outcome ? &outcome->found : nullptr);
        --m_busy;
        m_changed.notify_all();
    }
}

void SideCleaner::markDamaged(dossier::Side &side)
{
    side.damaged = true;
    auto store = m_context.openStore();
    // Failing that, it is still not clean, and tried again.
    if (store)
        (void)store->updateSide(m_dossierUuid, side, m_context.actor);
}

Expected<SideCleaner::Outcome> SideCleaner::clean(dossier::Side side, const std::stop_token &stop)
{
    const store::Spool spool(m_context.dataDir);
    auto job = sideJob(m_context, m_dossierUuid, side);
    if (!job)
        return fail(job.error());
    job->expectedHeightMm = m_expectedHeightMm;
    const QString raw = spool.file(m_dossierUuid, side.id, QStringLiteral("pnm"));
    const bool isFresh = job->source == raw;
    auto found = m_pool.clean(*job, stop);
    if (!found)
        return fail(found.error());
    // Its text, if any, was that of an earlier picture.
    const auto forgotten =
        removeDurably(spool.file(m_dossierUuid, side.id, QStringLiteral("json")));
    if (!forgotten)
        return fail(forgotten.error());
    const auto sha256 = sha256OfFile(spool.file(m_dossierUuid, side.id, QStringLiteral("jpg")));
    if (!sha256)
        return fail(sha256.error());

    side.widthPx = found->widthPx;
    side.heightPx = found->heightPx;
    side.dpi = found->dpi;
    if (isFresh)  // later it is the clerk's word
        side.blank = found->blank;
    side.attention = found->attention;
    side.attention.setFlag(dossier::Attention::SeveralItems, found->items.size() > 1);
    side.items = found->items;
    side.fingerprint = found->fingerprint;
    side.cleaned = true;
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    if (const auto saved = store->updateSide(m_dossierUuid, side, m_context.actor, *sha256); !saved)
        return fail(saved.error());
    // The untouched original lives on as <id>.original.jpg.
    if (isFresh) {
        if (const auto removed = removeDurably(raw); !removed)
            return fail(removed.error());
    }
    return Outcome{side, *std::move(job), *std::move(found)};
}

}  // namespace station::workflow
